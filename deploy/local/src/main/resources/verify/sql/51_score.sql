-- Quality scores (domain.md 3.3 Q14, 3.5) by contract and practice, of members that a practice answers for.

-- Q14: distinct (member, day, facility) of emergency lines of treat-and-release, in attributed months of the period,
-- per 1,000 member years; inverse. Released: no stay of the same facility begins that day or the next. A line, often
-- the clinician's, that names no facility is no visit of its own beside one that does; it and a stay without a
-- facility may be of any.
CREATE TABLE emergency_visit AS
SELECT DISTINCT a.contract, a.year, a.tin, l.member, l.svc, coalesce(l.facility, '') AS facility
FROM category_line l
JOIN attributed a ON a.member = l.member AND a.month = CAST(date_trunc('month', l.svc) AS DATE)
WHERE l.emergency
  AND NOT EXISTS (SELECT 1 FROM claim_stay s WHERE s.kind = 'INPATIENT' AND s.member = l.member AND l.svc BETWEEN s.admit - 1 AND s.admit
    AND (s.facility = l.facility OR s.facility IS NULL OR l.facility IS NULL))
  AND NOT (l.facility IS NULL AND EXISTS (
    SELECT 1 FROM category_line k WHERE k.emergency AND k.member = l.member AND k.svc = l.svc AND k.facility IS NOT NULL));

-- Months that a practice answers for count whole, whatever of them the contract's policy counts as a member month of
-- cost.
CREATE TABLE attributed_level AS
SELECT 'CONTRACT' AS level, contract AS id, * FROM attributed
UNION ALL SELECT 'TIN', tin, * FROM attributed;

CREATE TABLE counted_measure AS
SELECT g.contract, g.year, g.level, g.id, g.measure,
  count(*) FILTER (WHERE g.state = 'CLOSED') AS numerator,
  count(*) FILTER (WHERE g.state <> 'EXCLUDED') AS denominator,
  count(*) FILTER (WHERE g.state = 'EXCLUDED') AS excluded,
  count(*) FILTER (WHERE g.state IN ('OPEN', 'REOPENED')) AS open
FROM (
  SELECT 'CONTRACT' AS level, contract AS id, * FROM contract_gap
  UNION ALL SELECT 'TIN', tin, * FROM contract_gap) g
GROUP BY ALL
UNION ALL
SELECT m.contract, m.year, m.level, m.id, 'Q14', coalesce(any_value(v.visits), 0), count(*), 0, 0
FROM attributed_level m
LEFT JOIN (
  SELECT contract, year, 'CONTRACT' AS level, contract AS id, count(*) AS visits FROM emergency_visit GROUP BY ALL
  UNION ALL
  SELECT contract, year, 'TIN', tin, count(*) FROM emergency_visit GROUP BY ALL) v
  ON v.contract = m.contract AND v.year = m.year AND v.level = m.level AND v.id = m.id
GROUP BY m.contract, m.year, m.level, m.id;

-- A measure of the programme that nobody is asked for stands in the score with zeros; others do not stand in it.
CREATE TABLE measure_count AS
SELECT * FROM counted_measure
UNION ALL
SELECT DISTINCT m.contract, m.year, m.level, m.id, p.measure, 0, 0, 0, 0
FROM attributed_level m
JOIN (SELECT contract, year, arg_max(version, month) AS version FROM contract_month GROUP BY ALL) y
  ON y.contract = m.contract AND y.year = m.year
JOIN (SELECT contract, version, unnest(quality.measures).measure AS measure FROM terms) p
  ON p.contract = m.contract AND p.version = y.version
WHERE NOT EXISTS (SELECT 1 FROM counted_measure c WHERE c.contract = m.contract AND c.year = m.year AND c.level = m.level
  AND c.id = m.id AND c.measure = p.measure);

-- Points: attainment alone, as no baseline is in the terms; ratios are compared and never rounded. Q14 is
-- inverse: performance, threshold and benchmark change sign, and its rate is per 1,000 member years.
CREATE TABLE measure_score AS
SELECT c.*, CASE c.measure WHEN 'Q14' THEN 'U' ELSE 'P' END AS type, q.weight_m,
  c.denominator >= q.minimum AND c.denominator > 0 AS reportable,
  CASE WHEN c.denominator >= q.minimum AND c.denominator > 0 THEN
    attainment(CASE c.measure WHEN 'Q14' THEN -12000 ELSE 1 END * CAST(c.numerator AS HUGEINT), c.denominator,
      CASE c.measure WHEN 'Q14' THEN -1 ELSE 1 END * q.threshold_m,
      CASE c.measure WHEN 'Q14' THEN -1 ELSE 1 END * q.benchmark_m) END AS points
FROM measure_count c
JOIN (SELECT contract, year, arg_max(version, month) AS version FROM contract_month GROUP BY ALL) y
  ON y.contract = c.contract AND y.year = c.year
JOIN (
  SELECT contract, version, m.measure, micro(m.weight) AS weight_m, micro(m.threshold) AS threshold_m,
    micro(m.benchmark) AS benchmark_m, m.minimumDenominator AS minimum
  FROM (SELECT contract, version, unnest(quality.measures) AS m FROM terms)) q
  ON q.contract = c.contract AND q.version = y.version AND q.measure = c.measure;

-- Composite: weights of measures that are not reportable move inside their type, and of a type without any
-- across the others (3.5). Kept as numerator and denominator: sum over types of W * (sum w p / sum w) / (10 sum W).
-- With P and U alone the fraction is (Wp * sp * ru + Wu * su * rp) / (10 * (Wp + Wu) * rp * ru).
CREATE TABLE composite AS
SELECT contract, year, level, id, gate_m, scaled, full_m, minimum_m,
  CASE WHEN rp > 0 AND ru > 0 THEN wp * sp * ru + wu * su * rp WHEN rp > 0 THEN sp WHEN ru > 0 THEN su END AS numerator,
  CASE WHEN rp > 0 AND ru > 0 THEN 10 * (wp + wu) * rp * ru WHEN rp > 0 THEN 10 * rp WHEN ru > 0 THEN 10 * ru END AS denominator
FROM (
  SELECT s.contract, s.year, s.level, s.id, any_value(micro(t.quality.gate)) AS gate_m,
    any_value(t.quality.scaled) AS scaled, any_value(micro(t.quality.fullScore)) AS full_m,
    any_value(micro(t.quality.minimumShare)) AS minimum_m,
    CAST(coalesce(sum(weight_m) FILTER (WHERE type = 'P'), 0) // 1000 AS HUGEINT) AS wp,
    CAST(coalesce(sum(weight_m) FILTER (WHERE type = 'U'), 0) // 1000 AS HUGEINT) AS wu,
    CAST(coalesce(sum(weight_m) FILTER (WHERE type = 'P' AND reportable), 0) // 1000 AS HUGEINT) AS rp,
    CAST(coalesce(sum(weight_m) FILTER (WHERE type = 'U' AND reportable), 0) // 1000 AS HUGEINT) AS ru,
    CAST(coalesce(sum(weight_m // 1000 * points) FILTER (WHERE type = 'P' AND reportable), 0) AS HUGEINT) AS sp,
    CAST(coalesce(sum(weight_m // 1000 * points) FILTER (WHERE type = 'U' AND reportable), 0) AS HUGEINT) AS su
  FROM measure_score s
  JOIN (SELECT contract, year, arg_max(version, month) AS version FROM contract_month GROUP BY ALL) y
    ON y.contract = s.contract AND y.year = s.year
  JOIN terms t ON t.contract = y.contract AND t.version = y.version
  GROUP BY s.contract, s.year, s.level, s.id);

CREATE TABLE expect_score AS
SELECT contract || '|' || level || '|' || id || '|' || year AS key, contract, level, id, CAST(year AS VARCHAR) AS period,
  rate_of(half_up(CAST(numerator AS HUGEINT) * 1000000, denominator)) AS composite,
  CASE WHEN numerator IS NULL THEN 'UNKNOWN' WHEN CAST(numerator AS HUGEINT) * 1000000 >= CAST(gate_m AS HUGEINT) * denominator
       THEN 'MET' ELSE 'NOT_MET' END AS gate
FROM composite;

CREATE TABLE expect_score_measures AS
SELECT contract || '|' || level || '|' || id || '|' || year AS key, measure AS item, numerator, denominator, excluded, open,
  CASE WHEN denominator > 0 THEN rate_of(half_up(
    CAST(numerator AS HUGEINT) * CASE measure WHEN 'Q14' THEN 12000 ELSE 1 END * 1000000, denominator)) END AS rate,
  CAST(points AS INTEGER) AS points
FROM measure_score;
