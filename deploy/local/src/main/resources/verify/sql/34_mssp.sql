-- Medicare Shared Savings Program (domain.md 1.4, 42 CFR 425.402, decisions 14).

-- Services that the program sees: those of the assignment window, with the expanded one from 2025. A practice in several
-- ACOs counts for nobody. An entity is an ACO, or a practice in none.
CREATE TABLE program_service AS
SELECT s.listing, l.year, s.member, s.svc, s.tin, s.npi, s.bucket, s.allowed_c, s.in_year,
  coalesce(a.aco, s.tin) AS entity, a.aco IS NOT NULL AS is_aco, coalesce(a.own, false) AS own
FROM service s
JOIN listing l ON l.listing = s.listing AND l.mssp
LEFT JOIN aco_practice a ON a.listing = s.listing AND a.tin = s.tin
WHERE coalesce(a.acos, 1) = 1 AND (s.in_year OR l.year >= 2025);

-- Which step a member goes to. A physician is a PCP or a listed specialist.
CREATE TABLE program_step AS
SELECT listing, member,
  CASE WHEN own_physician AND any_primary THEN 'STEP_1' WHEN own_physician THEN 'STEP_2'
       WHEN year >= 2025 AND own_npp AND own_physician_expanded THEN 'STEP_3' ELSE 'PRE_STEP' END AS step,
  any_primary, any_physician OR (year >= 2025 AND any_npp AND any_physician_expanded) AS assignable, own_physician
FROM (
  SELECT listing, year, member,
    bool_or(own AND in_year AND bucket <> 'NPP') AS own_physician,
    bool_or(in_year AND bucket <> 'SPECIALIST') AS any_primary,
    bool_or(own AND in_year AND bucket = 'NPP') AS own_npp,
    bool_or(own AND bucket <> 'NPP') AS own_physician_expanded,
    bool_or(in_year AND bucket <> 'NPP') AS any_physician,
    bool_or(in_year AND bucket = 'NPP') AS any_npp,
    bool_or(bucket <> 'NPP') AS any_physician_expanded
  FROM program_service GROUP BY ALL);

-- Charges that the step compares, strictly: an exact tie goes to the most recent service, then to the smaller id.
-- Who stops at the pre-step is shown all services of the window.
CREATE TABLE step_service AS
SELECT p.*, t.step FROM program_service p
JOIN program_step t ON t.listing = p.listing AND t.member = p.member
WHERE CASE t.step WHEN 'STEP_1' THEN p.in_year AND p.bucket <> 'SPECIALIST'
  WHEN 'STEP_2' THEN p.in_year AND p.bucket = 'SPECIALIST' WHEN 'STEP_3' THEN true ELSE p.in_year END;

CREATE TABLE entity_rank AS
SELECT *, row_number() OVER (PARTITION BY listing, member ORDER BY allowed_c DESC, last_service DESC, entity) AS place
FROM (SELECT listing, member, entity, is_aco, own, CAST(sum(allowed_c) AS BIGINT) AS allowed_c, max(svc) AS last_service
  FROM step_service GROUP BY ALL);

-- Practices by the same charges: inside the ACO when it won, else all of the step.
CREATE TABLE program_practice AS
SELECT *, row_number() OVER (PARTITION BY listing, member ORDER BY allowed_c DESC, last_service DESC, tin) AS place
FROM (
  SELECT s.listing, s.member, s.tin, e.own AND s.step <> 'PRE_STEP' AS won, count(DISTINCT s.svc) AS visits,
    CAST(sum(s.allowed_c) AS BIGINT) AS allowed_c, max(s.svc) AS last_service
  FROM step_service s
  JOIN entity_rank e ON e.listing = s.listing AND e.member = s.member AND e.place = 1
  WHERE s.entity = e.entity OR NOT e.own OR s.step = 'PRE_STEP'
  GROUP BY ALL);

CREATE TABLE program_clinician AS
SELECT *, row_number() OVER (PARTITION BY listing, member ORDER BY allowed_c DESC, last_service DESC, npi) AS place
FROM (
  SELECT s.listing, s.member, s.tin, s.npi, count(DISTINCT s.svc) AS visits,
    CAST(sum(s.allowed_c) AS BIGINT) AS allowed_c, max(s.svc) AS last_service
  FROM step_service s
  JOIN program_practice w ON w.listing = s.listing AND w.member = s.member AND w.tin = s.tin AND w.place = 1 AND w.won
  WHERE s.npi IS NOT NULL GROUP BY ALL);

-- The answer of the program. A designation decides before claims from 2019 on; in 2018 it also needs a service of a
-- physician of the ACO, and before there was none.
CREATE TABLE program_answer AS
SELECT listing, member, tin, npi, basis, assignable,
  CASE WHEN basis = 'VOLUNTARY' AND NOT named_inside THEN 'DESIGNATED_ELSEWHERE'
       WHEN basis = 'PRE_STEP' AND NOT assignable THEN 'NOT_ASSIGNABLE'
       WHEN basis = 'PRE_STEP' THEN 'NO_SERVICE_OF_ACO_PHYSICIAN'
       WHEN tin IS NULL THEN 'ANOTHER_ENTITY' END AS reason,
  CASE WHEN basis = 'VOLUNTARY' THEN 'NONE' ELSE tie_break END AS tie_break
FROM (
  SELECT coalesce(t.listing, n.listing) AS listing, coalesce(t.member, n.member) AS member,
    coalesce(t.assignable, false) AS assignable, n.takes_part AS named_inside,
    CASE WHEN n.use IS NOT NULL THEN 'VOLUNTARY' ELSE t.step END AS basis,
    CASE WHEN n.use IS NOT NULL THEN CASE WHEN n.takes_part THEN n.tin END ELSE w.tin END AS tin,
    CASE WHEN n.use IS NOT NULL THEN CASE WHEN n.takes_part THEN n.npi END ELSE c.npi END AS npi,
    CASE WHEN second.entity IS NULL OR f.allowed_c <> second.allowed_c THEN 'NONE'
         WHEN f.last_service <> second.last_service THEN 'RECENCY' ELSE 'ID' END AS tie_break
  FROM program_step t
  FULL JOIN (
    SELECT n.* FROM named_practice n JOIN listing l ON l.listing = n.listing AND l.mssp
    LEFT JOIN program_step o ON o.listing = n.listing AND o.member = n.member
    WHERE n.use = 'DESIGNATION' AND (l.year >= 2019 OR (l.year = 2018 AND (NOT n.takes_part OR coalesce(o.own_physician, false))))) n
    ON n.listing = t.listing AND n.member = t.member
  LEFT JOIN entity_rank f ON f.listing = t.listing AND f.member = t.member AND f.place = 1
  LEFT JOIN entity_rank second ON second.listing = t.listing AND second.member = t.member AND second.place = 2
  LEFT JOIN program_practice w ON w.listing = t.listing AND w.member = t.member AND w.place = 1 AND w.won
  LEFT JOIN program_clinician c ON c.listing = t.listing AND c.member = t.member AND c.place = 1);
