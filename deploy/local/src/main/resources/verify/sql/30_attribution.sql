-- Attribution by month (domain.md 1.1-1.3, 1.5, 1.9; HOUSE settled readings).

-- Bucket of a line: CMS specialty on the line; when absent the taxonomy; FQHC and RHC claims (77x, 71x) are
-- primary care; UNKNOWN when the line says nothing (domain.md 1.1).
CREATE TABLE bucket_line AS
SELECT l.*,
  CASE
    WHEN l.claim_type = 'INSTITUTIONAL' AND l.tob[1:2] IN ('71', '77') THEN 'PCP'
    WHEN l.specialty IS NOT NULL THEN coalesce(s.bucket, 'OTHER')
    WHEN l.taxonomy IS NOT NULL THEN coalesce(t.bucket, 'OTHER')
    ELSE 'UNKNOWN' END AS bucket
FROM paid_line l
LEFT JOIN code_specialty s ON s.cms_specialty_code = l.specialty
LEFT JOIN code_taxonomy t ON t.taxonomy = l.taxonomy;

-- Primary-care codes of a performance year; a year before the list's first uses the earliest list
-- (decisions 22). Well-child codes are added outside Medicare (domain.md 1.1).
CREATE TABLE contract_year AS SELECT DISTINCT contract, version, payer, lob, year, unknown_counts FROM contract_month;

CREATE TABLE year_code AS
SELECT y.contract, y.version, y.year, c.hcpcs
FROM contract_year y
JOIN code_primary_care c
  ON c.first_performance_year <= greatest(y.year, (SELECT min(first_performance_year) FROM code_primary_care))
UNION
SELECT y.contract, y.version, y.year, w.hcpcs
FROM contract_year y, (SELECT CAST(unnest(generate_series(99381, 99397)) AS VARCHAR) AS hcpcs) w
WHERE y.lob <> 'MEDICARE';

-- Eligible primary-care lines of a contract year (domain.md 1.1), with the conditions of single codes.
CREATE TABLE primary_care_line AS
SELECT y.contract, y.version, y.year, l.claim_id, l.line_no, l.member, l.svc, l.tin, l.npi, l.bucket, l.allowed_c,
  l.hcpcs IN ('99441', '99442', '99443') AS emergency_only
FROM bucket_line l
JOIN contract_year y ON y.payer = l.payer
JOIN year_code c ON c.contract = y.contract AND c.version = y.version AND c.year = y.year AND c.hcpcs = l.hcpcs
WHERE (l.claim_type = 'PROFESSIONAL' OR (l.claim_type = 'INSTITUTIONAL' AND l.tob[1:2] IN ('71', '77')))
  -- office codes neither in hospital nor in an emergency department
  AND NOT (l.hcpcs BETWEEN '99201' AND '99215' AND coalesce(l.pos, '') IN ('21', '23'))
  -- nursing facility visits: not during a nursing-facility stay (place 31 alone in 2017-18, no rule before)
  AND NOT (l.hcpcs BETWEEN '99304' AND '99318' AND y.year >= 2017 AND (
    coalesce(l.pos, '') = '31' OR (y.year >= 2019 AND EXISTS (
      SELECT 1 FROM claim_stay s WHERE s.kind = 'SNF' AND s.member = l.member AND l.svc BETWEEN s.admit AND s.discharge))))
  -- home visits at home alone, 2019-22
  AND NOT (l.hcpcs BETWEEN '99341' AND '99350' AND y.year BETWEEN 2019 AND 2022 AND coalesce(l.pos, '') <> '12')
  -- advance care planning not in an inpatient setting, from 2021
  AND NOT (l.hcpcs IN ('99497', '99498') AND y.year >= 2021 AND (
    coalesce(l.pos, '') = '21' OR EXISTS (
      SELECT 1 FROM claim_stay s WHERE s.kind = 'INPATIENT' AND s.member = l.member AND l.svc BETWEEN s.admit AND s.discharge)))
  -- hospital clinic visits count for electing teaching hospitals alone, which no record marks
  AND l.hcpcs <> 'G0463'
  -- prolonged add-ons only with a base code of the list on the same claim and day
  AND NOT (l.hcpcs IN ('99354', '99355') AND NOT EXISTS (
    SELECT 1 FROM paid_line b
    JOIN year_code bc ON bc.contract = y.contract AND bc.version = y.version AND bc.year = y.year AND bc.hcpcs = b.hcpcs
    WHERE b.payer = l.payer AND b.claim_id = l.claim_id AND b.svc = l.svc AND b.hcpcs NOT IN ('99354', '99355')));

-- Lines that count as visits: PCP and NPP; lines of unknown clinicians when the contract says so.
CREATE TABLE visit_line AS
SELECT p.* FROM primary_care_line p
JOIN contract_year y ON y.contract = p.contract AND y.version = p.version AND y.year = p.year
WHERE p.tin IS NOT NULL AND (p.bucket IN ('PCP', 'NPP') OR (p.bucket = 'UNKNOWN' AND y.unknown_counts));

-- Members of a contract: those with a coverage span of its payer and line of business.
CREATE TABLE contract_member AS
SELECT DISTINCT t.contract, c.payer, c.member
FROM (SELECT DISTINCT contract, payer, lineOfBusiness AS lob FROM terms) t
JOIN coverage c ON c.payer = t.payer AND c.lob = t.lob;

-- Eligibility gate on the anchor day (domain.md 1.2). Of several covering spans: opted out or dual in any,
-- parts A and B together over all, managed care in any.
CREATE TABLE gate AS
SELECT m.contract, m.version, m.year, m.month, cm.member,
  CASE
    WHEN count(c.member) = 0 THEN 'NOT_ENROLLED'
    WHEN any_value(p.death) IS NOT NULL AND date_trunc('month', any_value(p.death)) < m.month THEN 'DECEASED'
    WHEN bool_or(c.opted_out) THEN 'OPTED_OUT'
    WHEN m.exclude_duals AND bool_or(c.dual) THEN 'DUAL'
    WHEN m.parts_required AND (NOT bool_or(c.part_a) OR NOT bool_or(c.part_b) OR bool_or(c.managed_care))
      THEN 'PARTS_OR_MANAGED_CARE'
    END AS reason
FROM contract_month m
JOIN contract_member cm ON cm.contract = m.contract
LEFT JOIN coverage c ON c.member = cm.member AND c.payer = m.payer AND c.lob = m.lob
  AND m.anchor >= c.day_from AND m.anchor < c.day_until
LEFT JOIN person p ON p.member = cm.member
GROUP BY m.contract, m.version, m.year, m.month, cm.member, m.exclude_duals, m.parts_required;

-- Method B: practices by distinct days, then the contract's tie breaks, then the smaller id.
CREATE TABLE practice_count AS
SELECT m.contract, m.month, v.member, v.tin, count(DISTINCT v.svc) AS visits, max(v.svc) AS last_visit,
  sum(v.allowed_c) AS allowed_c, any_value(m.tie_breaks) AS tie_breaks
FROM contract_month m
JOIN visit_line v ON v.contract = m.contract AND v.version = m.version AND v.year = m.year
  AND v.svc >= m.window_from AND v.svc < m.month_until
  AND (NOT v.emergency_only OR (m.window_from <= DATE '2023-05-11' AND m.month_until > DATE '2020-01-01'))
GROUP BY m.contract, m.month, v.member, v.tin;

CREATE TABLE practice_rank AS
SELECT *, row_number() OVER (PARTITION BY contract, month, member ORDER BY visits DESC,
    CASE tie_breaks[1] WHEN 'RECENCY' THEN datediff('day', DATE '1900-01-01', last_visit) WHEN 'ALLOWED' THEN allowed_c ELSE 0 END DESC,
    CASE tie_breaks[2] WHEN 'RECENCY' THEN datediff('day', DATE '1900-01-01', last_visit) WHEN 'ALLOWED' THEN allowed_c ELSE 0 END DESC,
    tin) AS place
FROM practice_count;

-- What decided the first place among practices (domain.md 1.9).
CREATE TABLE tie_break AS
SELECT a.contract, a.month, a.member,
  CASE
    WHEN b.tin IS NULL OR a.visits <> b.visits THEN 'NONE'
    WHEN a.tie_breaks[1] = 'RECENCY' AND a.last_visit <> b.last_visit THEN 'RECENCY'
    WHEN a.tie_breaks[1] = 'ALLOWED' AND a.allowed_c <> b.allowed_c THEN 'ALLOWED'
    WHEN a.tie_breaks[2] = 'RECENCY' AND a.last_visit <> b.last_visit THEN 'RECENCY'
    WHEN a.tie_breaks[2] = 'ALLOWED' AND a.allowed_c <> b.allowed_c THEN 'ALLOWED'
    ELSE 'ID' END AS used
FROM practice_rank a
LEFT JOIN practice_rank b ON b.contract = a.contract AND b.month = a.month AND b.member = a.member AND b.place = 2
WHERE a.place = 1;

-- Clinicians among the lines of the winning practice (domain.md 1.3: practice first, clinician second).
CREATE TABLE clinician_rank AS
SELECT *, row_number() OVER (PARTITION BY contract, month, member ORDER BY visits DESC,
    CASE tie_breaks[1] WHEN 'RECENCY' THEN datediff('day', DATE '1900-01-01', last_visit) WHEN 'ALLOWED' THEN allowed_c ELSE 0 END DESC,
    CASE tie_breaks[2] WHEN 'RECENCY' THEN datediff('day', DATE '1900-01-01', last_visit) WHEN 'ALLOWED' THEN allowed_c ELSE 0 END DESC,
    npi) AS place
FROM (
  SELECT m.contract, m.month, v.member, v.tin, v.npi, count(DISTINCT v.svc) AS visits, max(v.svc) AS last_visit,
    sum(v.allowed_c) AS allowed_c, any_value(m.tie_breaks) AS tie_breaks
  FROM contract_month m
  JOIN visit_line v ON v.contract = m.contract AND v.version = m.version AND v.year = m.year
    AND v.svc >= m.window_from AND v.svc < m.month_until
    AND (NOT v.emergency_only OR (m.window_from <= DATE '2023-05-11' AND m.month_until > DATE '2020-01-01'))
  JOIN practice_rank w ON w.contract = m.contract AND w.month = m.month AND w.member = v.member
    AND w.tin = v.tin AND w.place = 1
  WHERE v.npi IS NOT NULL
  GROUP BY m.contract, m.month, v.member, v.tin, v.npi);

-- Method A: the selection covering the anchor day; MEMBER beats STAFF beats AUTO, then the later start, then
-- the smaller npi. Its practice is the smallest affiliated one that takes part, else the smallest affiliated.
CREATE TABLE selected AS
SELECT * EXCLUDE (place) FROM (
  SELECT m.contract, m.version, m.month, m.anchor, s.member, s.npi,
    row_number() OVER (PARTITION BY m.contract, m.month, s.member ORDER BY
      CASE s.chosen_by WHEN 'MEMBER' THEN 1 WHEN 'STAFF' THEN 2 WHEN 'AUTO' THEN 3 ELSE 4 END,
      s.day_from DESC, s.npi) AS place
  FROM contract_month m
  JOIN selection s ON s.payer = m.payer AND m.anchor >= s.day_from AND m.anchor < s.day_until
  WHERE list_contains(m.methods, 'PCP_SELECTION'))
WHERE place = 1;

CREATE TABLE selected_practice AS
SELECT * EXCLUDE (place) FROM (
  SELECT s.contract, s.month, s.member, s.npi, a.tin, p.tin IS NOT NULL AS takes_part,
    row_number() OVER (PARTITION BY s.contract, s.month, s.member
      ORDER BY CASE WHEN p.tin IS NOT NULL THEN 0 ELSE 1 END, a.tin) AS place
  FROM selected s
  LEFT JOIN affiliation a ON a.npi = s.npi AND s.anchor >= a.day_from AND s.anchor < a.day_until
  LEFT JOIN participant p ON p.contract = s.contract AND p.version = s.version AND p.tin = a.tin
    AND s.anchor >= p.day_from AND s.anchor < p.day_until)
WHERE place = 1;

-- The decision of a month, by precedence (domain.md 1.5): gate, then the methods in the contract's order. A
-- selection decides finally; only without one does the next method run.
CREATE TABLE decision AS
SELECT g.contract, g.version, g.year, g.month, g.member, m.window_from, m.month_until AS window_until,
  CASE
    WHEN g.reason IS NOT NULL THEN g.reason
    WHEN d.method = 'PCP_SELECTION' AND sp.tin IS NULL THEN 'PCP_NOT_IN_NETWORK'
    WHEN d.method = 'PCP_SELECTION' AND NOT sp.takes_part THEN 'NOT_A_PARTICIPANT'
    WHEN d.method IS NULL THEN 'NO_HISTORY'
    WHEN d.method = 'PLURALITY_VISITS' AND NOT EXISTS (
      SELECT 1 FROM participant p WHERE p.contract = g.contract AND p.version = g.version AND p.tin = pr.tin
        AND m.anchor >= p.day_from AND m.anchor < p.day_until) THEN 'NOT_A_PARTICIPANT'
    END AS reason,
  CASE WHEN g.reason IS NULL THEN d.method END AS method,
  CASE WHEN g.reason IS NULL THEN list_position(m.methods, d.method) END AS step,
  CASE d.method WHEN 'PCP_SELECTION' THEN sp.tin ELSE pr.tin END AS tin,
  CASE d.method WHEN 'PCP_SELECTION' THEN sp.npi ELSE cr.npi END AS npi
FROM gate g
JOIN contract_month m ON m.contract = g.contract AND m.month = g.month
LEFT JOIN selected_practice sp ON sp.contract = g.contract AND sp.month = g.month AND sp.member = g.member
LEFT JOIN practice_rank pr ON pr.contract = g.contract AND pr.month = g.month AND pr.member = g.member AND pr.place = 1
LEFT JOIN clinician_rank cr ON cr.contract = g.contract AND cr.month = g.month AND cr.member = g.member AND cr.place = 1
LEFT JOIN LATERAL (
  SELECT list_filter(m.methods, x ->
      (x = 'PCP_SELECTION' AND sp.member IS NOT NULL) OR (x = 'PLURALITY_VISITS' AND pr.tin IS NOT NULL))[1] AS method) d ON true;

CREATE TABLE attributed AS
SELECT contract, version, year, month, member, tin, npi, method, step FROM decision WHERE reason IS NULL;

CREATE TABLE expect_explanation AS
SELECT d.member || '|' || d.contract || '|' || month_text(d.month) AS key, d.member, d.contract,
  month_text(d.month) AS month, d.reason IS NULL AS attributed, d.reason,
  d.window_from AS windowFrom, d.window_until AS windowUntil,
  CASE WHEN d.reason IS NULL THEN d.tin END AS tin, CASE WHEN d.reason IS NULL THEN d.npi END AS npi,
  CASE WHEN d.method = 'PLURALITY_VISITS' THEN t.used ELSE 'NONE' END AS tieBreakUsed
FROM decision d
LEFT JOIN tie_break t ON t.contract = d.contract AND t.month = d.month AND t.member = d.member;

-- Which method decided is compared where somebody is accountable.
CREATE TABLE expect_explanation_method AS
SELECT member || '|' || contract || '|' || month_text(month) AS key, method, step FROM attributed;

CREATE TABLE expect_explanation_practices AS
SELECT d.member || '|' || d.contract || '|' || month_text(d.month) AS key, CAST(r.place AS VARCHAR) AS item,
  r.tin, r.visits, r.last_visit AS lastVisit, dollars(r.allowed_c) AS allowed
FROM decision d
JOIN practice_rank r ON r.contract = d.contract AND r.month = d.month AND r.member = d.member AND r.place <= 5
WHERE d.method = 'PLURALITY_VISITS';

CREATE TABLE expect_explanation_clinicians AS
SELECT d.member || '|' || d.contract || '|' || month_text(d.month) AS key, CAST(r.place AS VARCHAR) AS item,
  r.tin, r.npi, r.visits, r.last_visit AS lastVisit, dollars(r.allowed_c) AS allowed
FROM attributed d
JOIN clinician_rank r ON r.contract = d.contract AND r.month = d.month AND r.member = d.member AND r.place <= 5
WHERE d.method = 'PLURALITY_VISITS';
