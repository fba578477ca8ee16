-- The explanation of a month (domain.md 1.9).

CREATE TABLE expect_explanation AS
SELECT d.member || '|' || d.contract || '|' || month_text(d.month) AS key, d.member, d.contract,
  month_text(d.month) AS month, d.reason IS NULL AS attributed, d.reason, d.method, d.step, d.basis,
  d.window_from AS windowFrom, d.window_until AS windowUntil,
  CASE WHEN d.reason IS NULL THEN d.tin END AS tin, CASE WHEN d.reason IS NULL THEN d.npi END AS npi,
  coalesce(CASE WHEN d.method IS NOT NULL THEN d.tie_break END, 'NONE') AS tieBreakUsed,
  CASE WHEN d.method = 'MSSP' THEN d.assignable END AS assignable,
  CASE WHEN d.withheld THEN 'DATA_SHARING' END AS withheld
FROM decision d;

CREATE TABLE expect_explanation_practices AS
SELECT d.member || '|' || d.contract || '|' || month_text(d.month) AS key, CAST(r.place AS VARCHAR) AS item,
  r.tin, CAST(NULL AS VARCHAR) AS npi, r.visits, r.last_visit AS lastVisit, dollars(r.allowed_c) AS allowed
FROM decision d
JOIN (
  SELECT listing, method, member, place, tin, visits, last_visit, allowed_c FROM practice_rank
  UNION ALL
  SELECT listing, 'MSSP', member, place, tin, visits, last_service, allowed_c FROM program_practice
  UNION ALL
  SELECT listing, 'REACH_WEIGHTED', member, place, tin, visits, last_service, allowed_c FROM alignment_rank) r
  ON r.listing = d.listing AND r.method = d.method AND r.member = d.member AND r.place <= 5
WHERE NOT d.withheld AND d.basis NOT IN ('SELECTION', 'VOLUNTARY');

CREATE TABLE expect_explanation_clinicians AS
SELECT d.member || '|' || d.contract || '|' || month_text(d.month) AS key, CAST(r.place AS VARCHAR) AS item,
  r.tin, r.npi, r.visits, r.last_visit AS lastVisit, dollars(r.allowed_c) AS allowed
FROM decision d
JOIN (
  SELECT listing, method, member, place, tin, npi, visits, last_visit, allowed_c FROM clinician_rank
  UNION ALL
  SELECT listing, 'MSSP', member, place, tin, npi, visits, last_service, allowed_c FROM program_clinician
  UNION ALL
  SELECT listing, 'REACH_WEIGHTED', member, place, tin, npi, visits, last_service, allowed_c FROM alignment_clinician) r
  ON r.listing = d.listing AND r.method = d.method AND r.member = d.member AND r.place <= 5
WHERE NOT d.withheld AND d.basis NOT IN ('SELECTION', 'VOLUNTARY') AND d.reason IS NULL;

-- Charges: the first five entities; of alignment years practices, and then the clinicians of the first.
CREATE TABLE expect_explanation_charges AS
SELECT key, CAST(row_number() OVER (PARTITION BY key ORDER BY part, place) AS VARCHAR) AS item, entity, aco, npi,
  dollars(allowed_c) AS allowed, dollars(earlier_c) AS earlierAllowed, last_service AS lastService
FROM (
  SELECT d.member || '|' || d.contract || '|' || month_text(d.month) AS key, c.* EXCLUDE (listing, member, method)
  FROM decision d
  JOIN (
    SELECT listing, member, 'MSSP' AS method, 1 AS part, place, entity, is_aco AS aco, CAST(NULL AS VARCHAR) AS npi,
      allowed_c, CAST(NULL AS BIGINT) AS earlier_c, last_service FROM entity_rank
    UNION ALL
    SELECT listing, member, 'REACH_WEIGHTED', 1, place, tin, false, NULL, newer_c, older_c, last_service FROM alignment_rank
    UNION ALL
    SELECT listing, member, 'REACH_WEIGHTED', 2, place, tin, false, npi, newer_c, older_c, last_service FROM alignment_clinician) c
    ON c.listing = d.listing AND c.member = d.member AND c.method = d.method AND c.place <= 5
  WHERE NOT d.withheld AND d.basis <> 'VOLUNTARY' AND (c.part = 1 OR d.reason IS NULL));
