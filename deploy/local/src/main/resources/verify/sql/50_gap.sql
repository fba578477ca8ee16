-- Screening gaps Q01 and Q02 (domain.md 3.1-3.4; decisions 18, 22) at the business date.

-- Measurement periods: performance years that have begun, of contracts whose programme names the measure. asked:
-- the day the state is asked for, the business date or the period's last day.
CREATE TABLE begun_period AS
SELECT t.contract, t.version, t.payer, t.lob, t.year, t.period_from, t.period_last, q.measure,
  least(run.business_date, t.period_last) AS asked, run.business_date > t.period_last AS over,
  false AS ahead, t.year AS present_year, t.period_from AS present_from
FROM (
  SELECT m.contract, m.version, m.payer, m.lob, m.year, y."from" AS period_from, y.lastDay AS period_last
  FROM (SELECT contract, payer, lob, year, arg_max(version, month) AS version FROM contract_month GROUP BY ALL) m
  JOIN (SELECT contract, version, unnest(years) AS y FROM terms) p
    ON p.contract = m.contract AND p.version = m.version AND p.y.year = m.year) t
JOIN (SELECT contract, version, unnest(quality.measures).measure AS measure FROM terms) q
  ON q.contract = t.contract AND q.version = t.version AND q.measure IN ('Q01', 'Q02'),
run;

-- The period that follows the present one, in the three months before it begins: its gaps are prospective (3.2).
CREATE TABLE measure_period AS
FROM begun_period
UNION ALL BY NAME
SELECT p.* EXCLUDE (n) REPLACE (p.n.year AS year, p.n."from" AS period_from, p.n.lastDay AS period_last, true AS ahead)
FROM (
  SELECT b.*, n.n FROM begun_period b
  JOIN (SELECT contract, version, unnest(years) AS n FROM terms) n
    ON n.contract = b.contract AND n.version = b.version AND n.n."from" = b.period_last + 1
  WHERE NOT b.over) p, run
WHERE run.business_date >= CAST(p.n."from" - INTERVAL 3 MONTH AS DATE);

-- Of several records of a person, as merged ids have them, the one that sorts first.
CREATE TABLE screened_person AS
SELECT payer, member, birth, sex, death FROM (
  SELECT payer, surrogate AS member, person.birthDate AS birth, person.sex, person.deathDate AS death,
    row_number() OVER (PARTITION BY payer, surrogate ORDER BY person.birthDate, person.sex, person.deathDate NULLS FIRST) AS place
  FROM enrollment_final WHERE kind = 'PERSON') WHERE place = 1;

-- Denominator by age at the period's end and sex: Q01 women 52-74, Q02 46-75.
CREATE TABLE measure_member AS
SELECT m.*, cm.member, p.birth, p.death
FROM measure_period m
JOIN contract_member cm ON cm.contract = m.contract
JOIN screened_person p ON p.payer = m.payer AND p.member = cm.member
WHERE (m.measure = 'Q01' AND p.sex = 'FEMALE' AND age_on(p.birth, m.period_last) BETWEEN 52 AND 74)
   OR (m.measure = 'Q02' AND age_on(p.birth, m.period_last) BETWEEN 46 AND 75);

-- Continuity K1 so far: days not covered from the period's start to the day asked are one stretch of 45 days at
-- most; once the period is over its last day must be covered.
CREATE TABLE covered_day AS
SELECT DISTINCT m.contract, m.year, m.period_from, m.asked, c.member,
  greatest(c.day_from, m.period_from) AS day_from, least(c.day_until, m.asked + 1) AS day_until
FROM (SELECT DISTINCT contract, payer, lob, year, period_from, asked FROM begun_period) m
JOIN coverage c ON c.payer = m.payer AND c.lob = m.lob AND c.day_from <= m.asked AND c.day_until > m.period_from;

CREATE TABLE continuity AS
WITH edge AS (
  SELECT contract, year, member, period_from, asked, day_from, day_until,
    max(day_until) OVER (PARTITION BY contract, year, member ORDER BY day_from, day_until
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached
  FROM covered_day),
stretch AS (
  SELECT contract, year, member, day_from - coalesce(reached, period_from) AS days FROM edge
  WHERE day_from > coalesce(reached, period_from)
  UNION ALL
  SELECT contract, year, member, any_value(asked) + 1 - max(day_until) FROM edge
  GROUP BY contract, year, member HAVING max(day_until) < any_value(asked) + 1)
SELECT d.contract, d.year, d.member,
  coalesce(any_value(s.gaps), 0) <= 1 AND coalesce(any_value(s.longest), 0) <= 45 AS unbroken,
  max(d.day_until) = any_value(d.asked) + 1 AS last_day_covered,
  min(d.day_from) AS first_covered
FROM covered_day d
LEFT JOIN (SELECT contract, year, member, count(*) AS gaps, max(days) AS longest FROM stretch GROUP BY ALL) s
  ON s.contract = d.contract AND s.year = d.year AND s.member = d.member
GROUP BY d.contract, d.year, d.member;

CREATE TABLE denominator AS
SELECT m.*, k.first_covered
FROM measure_member m
JOIN continuity k ON k.contract = m.contract AND k.year = m.year AND k.member = m.member
WHERE NOT m.ahead AND k.unbroken AND (NOT m.over OR k.last_day_covered);

-- Codes of claims that count, each with its first and last day: procedures of lines, diagnoses of claims and
-- lines, ICD procedures. Reversed claims are kept apart, for what they took away.
CREATE TABLE code_event AS
SELECT DISTINCT c.member, c.kind, c.code, c.day, c.last_day, c.modifiers, c.reversed
FROM (
  SELECT f.surrogate AS member, 'HCPCS' AS kind, l.hcpcs AS code, l."from" AS day, l.through AS last_day,
    coalesce(l.modifiers, []) AS modifiers, f.status = 'REVERSED' AS reversed
  FROM (SELECT surrogate, status, unnest(lines) AS l FROM claim_final WHERE status IN ('PAID', 'REVERSED')) f
  WHERE NOT coalesce(l.denied, false)
  UNION ALL
  SELECT surrogate, CASE codeSystem WHEN 'ICD9' THEN 'ICD9' ELSE 'ICD10' END, d, "from", through, [], status = 'REVERSED'
  FROM (SELECT *, unnest(list_distinct(list_concat(coalesce(diagnoses, []), [principalDiagnosis]))) AS d
        FROM claim_final WHERE status IN ('PAID', 'REVERSED'))
  UNION ALL
  SELECT surrogate, CASE codeSystem WHEN 'ICD9' THEN 'ICD9' ELSE 'ICD10' END, d, l_from, l_through, [], status = 'REVERSED'
  FROM (SELECT surrogate, codeSystem, status, l."from" AS l_from, l.through AS l_through, unnest(coalesce(l.diagnoses, [])) AS d
        FROM (SELECT surrogate, codeSystem, status, unnest(lines) AS l FROM claim_final
              WHERE status IN ('PAID', 'REVERSED')) WHERE NOT coalesce(l.denied, false))
  UNION ALL
  SELECT surrogate, CASE codeSystem WHEN 'ICD9' THEN 'PROC9' ELSE 'PCS' END, d, "from", "from", [], status = 'REVERSED'
  FROM (SELECT *, unnest(coalesce(procedures, [])) AS d FROM claim_final WHERE status IN ('PAID', 'REVERSED'))
  UNION ALL
  SELECT surrogate, 'BILL', typeOfBill, "from", through, [], status = 'REVERSED'
  FROM claim_final WHERE status IN ('PAID', 'REVERSED')) c
WHERE c.code IS NOT NULL;

-- How long evidence lasts: it counts in a period from so many months before the period's start. Q01 from
-- 1 October two years before the year (decisions 18); Q02 by kind of test.
CREATE TABLE screening_event AS
SELECT e.*, s.measure, s.role,
  CASE s.measure WHEN 'Q01' THEN 15 ELSE 12 * CAST(nullif(s.years_before, '') AS INTEGER) END AS months_before
FROM code_event e
JOIN raw_screening s ON s.kind = e.kind AND e.code >= s.code_from AND e.code <= s.code_to;

-- Evidence of a period, and the first day of the first later year in which it no longer counts.
CREATE TABLE screening_evidence AS
SELECT d.contract, d.measure, d.year, d.member, e.day, e.code, e.reversed,
  (SELECT min(CAST(d.period_from + to_years(CAST(k AS INTEGER)) AS DATE)) FROM (SELECT unnest(generate_series(1, 12)) AS k)
   WHERE e.day < CAST(d.period_from + to_years(CAST(k AS INTEGER)) - to_months(e.months_before) AS DATE)) AS next_due
FROM measure_member d
JOIN screening_event e ON e.member = d.member AND e.measure = d.measure AND e.role = 'NUMERATOR'
  AND e.day <= d.period_last AND e.day >= CAST(d.period_from - to_months(e.months_before) AS DATE);

-- Exclusions: death, hospice and palliative care in the period (and, of a period ahead, in the present one);
-- bilateral mastectomy or colorectal cancer and total colectomy at any time up to the period's end. One-sided
-- removals of ICD-9 name no side: on two days they were two breasts.
CREATE TABLE screening_exclusion AS
SELECT contract, measure, year, member FROM measure_member WHERE death >= present_from AND death <= period_last
UNION
SELECT d.contract, d.measure, d.year, d.member FROM measure_member d
JOIN screening_event e ON e.member = d.member AND NOT e.reversed AND e.role IN ('HOSPICE', 'PALLIATIVE')
  AND e.day <= d.period_last AND e.last_day >= d.present_from
UNION
SELECT d.contract, d.measure, d.year, d.member FROM measure_member d
JOIN screening_event e ON e.member = d.member AND NOT e.reversed AND e.measure = d.measure AND e.role = 'EXCLUSION'
  AND e.day <= d.period_last
UNION
SELECT contract, measure, year, member FROM (
  SELECT d.contract, d.measure, d.year, d.member,
    bool_or(e.role = 'LEFT' OR (e.role = 'MASTECTOMY' AND (list_contains(e.modifiers, 'LT') OR list_contains(e.modifiers, '50')))) AS on_left,
    bool_or(e.role = 'RIGHT' OR (e.role = 'MASTECTOMY' AND (list_contains(e.modifiers, 'RT') OR list_contains(e.modifiers, '50')))) AS on_right,
    count(DISTINCT CASE WHEN e.role = 'ONE_SIDE' THEN e.day END) AS one_side_days
  FROM measure_member d
  JOIN screening_event e ON e.member = d.member AND NOT e.reversed AND e.measure = d.measure
    AND e.role IN ('LEFT', 'RIGHT', 'MASTECTOMY', 'ONE_SIDE') AND e.day <= d.period_last
  GROUP BY ALL)
WHERE (on_left AND on_right) OR one_side_days >= 2;

-- State (domain.md 3.2). REOPENED is data: no evidence counts, but a claim that now stands reversed showed some.
-- A gap is somebody's work: it stands while a practice is accountable, the one of the month of the day asked.
CREATE TABLE contract_gap AS
SELECT d.contract, d.measure, d.year, d.member, d.period_from, d.period_last, d.first_covered,
  CASE
    WHEN x.member IS NOT NULL THEN 'EXCLUDED'
    WHEN e.day IS NOT NULL THEN 'CLOSED'
    WHEN d.over THEN 'EXPIRED'
    WHEN r.member IS NOT NULL THEN 'REOPENED'
    ELSE 'OPEN' END AS state,
  e.day, e.next_due, a.tin, a.npi
FROM denominator d
LEFT JOIN screening_exclusion x ON x.contract = d.contract AND x.measure = d.measure AND x.year = d.year AND x.member = d.member
LEFT JOIN (
  SELECT contract, measure, year, member, max(day) AS day, max(next_due) AS next_due
  FROM screening_evidence WHERE NOT reversed GROUP BY ALL) e
  ON e.contract = d.contract AND e.measure = d.measure AND e.year = d.year AND e.member = d.member
LEFT JOIN (SELECT DISTINCT contract, measure, year, member FROM screening_evidence WHERE reversed) r
  ON r.contract = d.contract AND r.measure = d.measure AND r.year = d.year AND r.member = d.member
JOIN attributed a ON a.contract = d.contract AND a.member = d.member
  AND a.month = CAST(date_trunc('month', d.asked) AS DATE);

-- Prospective gaps (domain.md 3.2): members of a practice who will be in the next denominator, whom no evidence
-- serves there yet, and who either are not in the present denominator or have met the present period.
CREATE TABLE prospective_gap AS
SELECT n.contract, n.measure, n.year, n.member, n.period_from, n.period_last, 'PROSPECTIVE' AS state, a.tin, a.npi
FROM measure_member n
JOIN attributed a ON a.contract = n.contract AND a.member = n.member
  AND a.month = CAST(date_trunc('month', n.asked) AS DATE)
LEFT JOIN denominator d ON d.contract = n.contract AND d.measure = n.measure AND d.year = n.present_year AND d.member = n.member
WHERE n.ahead
  AND NOT EXISTS (SELECT 1 FROM screening_exclusion x
    WHERE x.contract = n.contract AND x.measure = n.measure AND x.year = n.year AND x.member = n.member)
  AND NOT EXISTS (SELECT 1 FROM screening_evidence e
    WHERE e.contract = n.contract AND e.measure = n.measure AND e.year = n.year AND e.member = n.member AND NOT e.reversed)
  AND (d.member IS NULL OR EXISTS (SELECT 1 FROM screening_evidence e
    WHERE e.contract = n.contract AND e.measure = n.measure AND e.year = n.present_year AND e.member = n.member AND NOT e.reversed));

-- Each contract counts its gaps; the topic shows a member's gap once, under the smallest contract.
CREATE TABLE gap AS
SELECT * EXCLUDE (place) FROM (
  SELECT *, row_number() OVER (PARTITION BY member, measure, year ORDER BY contract) AS place
  FROM (FROM contract_gap UNION ALL BY NAME FROM prospective_gap))
WHERE place = 1;

CREATE TABLE expect_gap AS
SELECT member || '|' || measure || '|' || year AS key, member, measure, CAST(year AS VARCHAR) AS period, contract, state,
  period_last AS dueBy, tin, npi
FROM gap;

-- Evidence is compared where it closed the gap: the latest, and the day from which none of it counts.
CREATE TABLE expect_gap_evidence AS
SELECT member || '|' || measure || '|' || year AS key, day AS "evidence.on", next_due AS nextDueOn FROM gap WHERE state = 'CLOSED';
