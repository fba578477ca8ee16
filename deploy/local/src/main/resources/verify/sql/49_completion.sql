-- Completed cost and its projection (domain.md 2.5, 2.10; decisions 3, 4; docs/budget.md "Completion"). Development ratios
-- are kept to fifteen digits after the point, far below a cent of any month; nothing else is rounded before a result. Where
-- the error of a ratio could be a cent, a contract would have to cost more than a billion a month.

-- Contracts that complete: their terms (of the last month with members), the months from the first with members to the
-- last whole month of payments.
CREATE TABLE completing AS
SELECT m.contract, m.first_month, CAST(date_trunc('month', run.business_date) - INTERVAL 1 MONTH AS DATE) AS through,
  coalesce(CAST(t.cost.completion->>'diagonals' AS INTEGER), 12) AS diagonals,
  coalesce(micro(t.cost.completion->>'tailFactor'), 1000000) AS tail_m,
  coalesce(CAST(t.cost.completion->>'floorAtOne' AS BOOLEAN), false) AS floored,
  coalesce(micro(t.cost.completion->>'matureFrom'), 700000) AS mature_m,
  coalesce(CAST(t.cost.completion->>'expectationMonths' AS INTEGER), 3) AS expectation_months,
  coalesce(micro(t.cost.completion->>'expectationTrend'), 1000000) AS trend_m,
  coalesce(micro(t.cost.completion->>'bandErrors'), 1960000) AS errors_m,
  t.cost.projection AS projection
FROM (SELECT contract, min(month) AS first_month, arg_max(version, month) AS version FROM standing GROUP BY ALL) m
JOIN terms t ON t.contract = m.contract AND t.version = m.version, run
WHERE t.cost.completion IS NOT NULL;

CREATE TABLE completing_month AS
SELECT c.*, CAST(x.month AS DATE) AS month, datediff('month', CAST(x.month AS DATE), c.through) AS age
FROM completing c,
  LATERAL (SELECT unnest(generate_series(CAST(c.first_month AS TIMESTAMP), CAST(c.through AS TIMESTAMP), INTERVAL 1 MONTH)) AS month) x;

-- What was paid by each age that a month has reached.
CREATE TABLE paid_by AS
SELECT m.contract, g.grp, m.month, m.age, m.diagonals, m.lag, CAST(coalesce(sum(c.amount_c), 0) AS HUGEINT) AS paid_c
FROM (SELECT *, unnest(generate_series(0, least(age, 120))) AS lag FROM completing_month) m
CROSS JOIN (SELECT unnest(['INPATIENT', 'OTHER_MEDICAL']) AS grp) g
LEFT JOIN triangle_cell c ON c.contract = m.contract AND c.grp = g.grp AND c.month = m.month AND c.lag <= m.lag
GROUP BY ALL;

-- Growth from one age to the next over the months seen at both, the later age on one of the last diagonals. Null: nothing was
-- paid by the age and something by the next, so that no share of the final cost is known.
CREATE TABLE growth AS
SELECT contract, grp, lag, CASE WHEN earlier < 0 OR later < 0 OR (later = 0 AND earlier > 0) THEN one
    WHEN earlier = 0 AND later = 0 THEN one WHEN earlier = 0 THEN NULL
    WHEN floored AND later < earlier THEN one ELSE half_up(later * one, earlier) END AS ratio
FROM (
  SELECT a.contract, a.grp, a.lag, c.floored, sum(a.paid_c) AS earlier, sum(b.paid_c) AS later, CAST(1000000000000000 AS HUGEINT) AS one
  FROM paid_by a
  JOIN paid_by b ON b.contract = a.contract AND b.grp = a.grp AND b.month = a.month AND b.lag = a.lag + 1
  JOIN completing c ON c.contract = a.contract
  WHERE a.age - b.lag < a.diagonals
  GROUP BY a.contract, a.grp, a.lag, c.floored);

-- Development from an age to the end, and how a month of that age is completed.
CREATE TABLE development AS
SELECT m.contract, m.month, m.age, g.grp,
  CASE WHEN bool_or(w.lag IS NOT NULL AND w.ratio IS NULL) THEN NULL ELSE list_reduce(
    coalesce(list(w.ratio ORDER BY w.lag) FILTER (WHERE w.ratio IS NOT NULL), []), lambda a, r: half_up(a * r, 1000000000000000),
    CAST(any_value(m.tail_m) AS HUGEINT) * 1000000000) END AS cdf
FROM completing_month m CROSS JOIN (SELECT unnest(['INPATIENT', 'OTHER_MEDICAL']) AS grp) g
LEFT JOIN growth w ON w.contract = m.contract AND w.grp = g.grp AND w.lag >= m.age
GROUP BY m.contract, m.month, m.age, g.grp;

CREATE TABLE completing_group AS
WITH cost AS (
  SELECT contract, month, tin, CASE category WHEN 'INPATIENT' THEN 'INPATIENT' WHEN 'PHARMACY' THEN 'PHARMACY' ELSE 'OTHER_MEDICAL' END AS grp,
    CAST(sum(c.counted_c) AS BIGINT) AS counted_c
  FROM counted_cell c JOIN (SELECT contract, month, member, tin FROM member_month) m USING (contract, month, member)
  GROUP BY ALL),
volume AS (SELECT contract, month, tin, CAST(sum(months_m) AS BIGINT) AS months_m FROM member_month GROUP BY ALL)
SELECT m.contract, m.month, m.age, g.grp, v.tin, coalesce(v.months_m, 0) AS months_m, coalesce(c.counted_c, 0) AS counted_c,
  d.cdf, m.mature_m, m.expectation_months, m.trend_m,
  CASE WHEN g.grp = 'PHARMACY' THEN 'COMPLETE' WHEN m.first_month = m.through THEN 'UNKNOWN'
    WHEN d.cdf IS NOT NULL AND m.mature_m * d.cdf <= CAST(1000000 AS HUGEINT) * 1000000000000000 THEN 'MATURE' ELSE 'YOUNG' END AS stage
FROM completing_month m
CROSS JOIN (SELECT unnest(['INPATIENT', 'OTHER_MEDICAL', 'PHARMACY']) AS grp) g
LEFT JOIN volume v ON v.contract = m.contract AND v.month = m.month
LEFT JOIN cost c ON c.contract = m.contract AND c.month = m.month AND c.grp = g.grp AND c.tin = v.tin
LEFT JOIN development d ON d.contract = m.contract AND d.month = m.month AND d.grp = g.grp;

-- Expected final cost of a member month, in cents with fifteen digits: the mean of the latest mature months, trended.
CREATE TABLE expectation AS
SELECT contract, grp, half_up(sum(pmpm) * any_value(trend_m), CAST(1000000 AS HUGEINT) * count(*)) AS expected
FROM (
  SELECT *, row_number() OVER (PARTITION BY contract, grp ORDER BY month DESC) AS place
  FROM (
    SELECT contract, grp, month, trend_m, expectation_months,
      half_up(sum(CAST(counted_c AS HUGEINT)) * any_value(cdf) * 1000000, sum(CAST(months_m AS HUGEINT))) AS pmpm
    FROM completing_group WHERE stage = 'MATURE'
    GROUP BY ALL HAVING sum(months_m) > 0))
WHERE place <= expectation_months
GROUP BY contract, grp;

-- A practice's part of a group in the same way as the whole, in cents with nine digits.
CREATE TABLE exact_part AS
SELECT g.*, e.expected,
  CASE g.stage WHEN 'YOUNG' THEN CASE WHEN e.expected IS NULL THEN 'DEVELOPED' ELSE 'EXPECTED' END WHEN 'MATURE' THEN 'DEVELOPED' ELSE g.stage END AS kind,
  CASE WHEN g.stage IN ('COMPLETE', 'UNKNOWN') OR (g.cdf IS NULL AND e.expected IS NULL) THEN CAST(g.counted_c AS HUGEINT) * 1000000000
    WHEN g.stage = 'YOUNG' AND e.expected IS NOT NULL THEN CAST(g.counted_c AS HUGEINT) * 1000000000
      + half_up(half_up(e.expected * g.months_m, CAST(1000000 AS HUGEINT) * 1000000) *
          (1000000000000000 - coalesce(half_up(CAST(1000000000000000 AS HUGEINT) * 1000000000000000, g.cdf), 0)), 1000000000000000)
    ELSE half_up(g.counted_c * g.cdf, 1000000) END AS exact
FROM completing_group g LEFT JOIN expectation e ON e.contract = g.contract AND e.grp = g.grp;

CREATE TABLE completed_group AS
SELECT contract, month, grp, age, kind, cdf, expected, sum(months_m) AS months_m, sum(counted_c) AS counted_c, sum(exact) AS exact,
  half_up(sum(exact), 1000000000) AS completed_c
FROM exact_part
GROUP BY ALL;

-- A month is the sum of its groups' cents.
CREATE TABLE completed_month AS
SELECT contract, month, sum(completed_c) AS completed_c, sum(exact) AS exact, any_value(months_m) AS months_m,
  bool_and(kind = 'COMPLETE' OR (kind = 'DEVELOPED' AND cdf IS NOT NULL)) AS mature
FROM completed_group GROUP BY ALL;

-- A group's cents are placed on the practices by largest remainder, equal ones to the smaller practice.
CREATE TABLE completed_practice AS
SELECT contract, month, tin, sum(completed_c) AS completed_c
FROM (
  SELECT p.contract, p.month, p.tin, floor_div(p.exact, 1000000000) + CASE WHEN row_number() OVER (
        PARTITION BY p.contract, p.month, p.grp ORDER BY p.exact - floor_div(p.exact, 1000000000) * 1000000000 DESC, p.tin)
      <= g.completed_c - sum(floor_div(p.exact, 1000000000)) OVER (PARTITION BY p.contract, p.month, p.grp) THEN 1 ELSE 0 END AS completed_c
  FROM exact_part p JOIN completed_group g ON g.contract = p.contract AND g.month = p.month AND g.grp = p.grp
  WHERE p.tin IS NOT NULL)
GROUP BY ALL;

CREATE TABLE expect_parameter_groups AS
SELECT contract || '|COMPLETION|' || month_text(month) AS key, grp AS item, CAST(age AS INTEGER) AS age, dollars(CAST(counted_c AS BIGINT)) AS toDate,
  kind AS projection, dollars(CAST(completed_c AS BIGINT)) AS completed,
  CASE WHEN kind IN ('COMPLETE', 'UNKNOWN') THEN CAST(1 AS DECIMAL(18,6)) WHEN cdf IS NULL THEN CAST(0 AS DECIMAL(18,6))
    ELSE rate_of(half_up(CAST(1000000000000000 AS HUGEINT) * 1000000, cdf)) END AS completionFactor,
  CASE WHEN kind = 'EXPECTED' THEN rate_of(half_up(expected, 100000000000)) END AS expectation
FROM completed_group;

-- Every month with members. One after the last whole month of payments is not completed: its parameters count no member months.
CREATE TABLE completion_row AS
SELECT c.contract, c.through, t.level, t.id, t.year, t.month, t.months_m, t.counted_c,
  t.month <= c.through AS completes, CAST(p.completed_c AS BIGINT) AS completed_c
FROM completing c
JOIN month_total t ON t.contract = c.contract AND t.level IN ('CONTRACT', 'TIN')
LEFT JOIN (
  SELECT contract, 'TIN' AS level, tin AS id, month, completed_c FROM completed_practice
  UNION ALL
  SELECT contract, 'CONTRACT', contract, month, completed_c FROM completed_month) p
  ON p.contract = t.contract AND p.level = t.level AND p.id = t.id AND p.month = t.month;

CREATE TABLE expect_parameter_parts AS
SELECT contract || '|COMPLETION|' || month_text(month) AS key, id AS item, dollars(counted_c) AS toDate, dollars(completed_c) AS completed
FROM completion_row WHERE level = 'TIN' AND completes;

-- A year: its completed months.
CREATE TABLE completion_year AS
SELECT contract, through, level, id, year, CAST(sum(months_m) AS BIGINT) AS months_m, CAST(sum(counted_c) AS BIGINT) AS counted_c,
  CAST(sum(completed_c) AS BIGINT) AS completed_c
FROM completion_row WHERE completes GROUP BY ALL;

CREATE TABLE season AS
SELECT contract, s.month AS calendar_month, micro(s.factor) AS factor_m
FROM (SELECT contract, unnest(from_json(projection->'seasonality', '[{"month":"INTEGER","factor":"DECIMAL(18,6)"}]')) AS s FROM completing);

-- The year to its end: the mean completed cost of a member month over the latest mature months, times season and trend.
CREATE TABLE projected_year AS
WITH base AS (
  SELECT contract, half_up(sum(pmpm), count(*)) AS base
  FROM (
    SELECT contract, half_up(exact * 1000000 * 1000000, months_m) AS pmpm, row_number() OVER (PARTITION BY contract ORDER BY month DESC) AS place
    FROM completed_month WHERE mature AND months_m > 0)
  JOIN completing USING (contract)
  WHERE place <= expectation_months GROUP BY ALL),
to_come AS (
  SELECT y.contract, y.year, CAST(x.month AS DATE) AS month
  FROM completing c
  JOIN (SELECT DISTINCT contract, y.year, y.lastDay FROM (SELECT contract, unnest(years) AS y FROM terms)) y ON y.contract = c.contract
  JOIN LATERAL (SELECT unnest(generate_series(CAST(c.through + INTERVAL 1 MONTH AS TIMESTAMP), CAST(y.lastDay AS TIMESTAMP), INTERVAL 1 MONTH)) AS month) x ON true)
SELECT y.contract, y.year, coalesce(n.months, 0) AS to_come, CAST(l.months_m AS HUGEINT) * coalesce(n.months, 0) AS months_m, b.base,
  y.completed_c + half_up(half_up(b.base * l.months_m, CAST(1000000 AS HUGEINT) * 1000000) * coalesce(n.factors, 0) * trend_m,
    CAST(1000000000 AS HUGEINT) * 1000000 * 1000000) AS projected_c,
  CAST(y.completed_c AS HUGEINT) * 1000000000
    + half_up(half_up(b.base * l.months_m, CAST(1000000 AS HUGEINT) * 1000000) * coalesce(n.factors, 0) * trend_m, CAST(1000000 AS HUGEINT) * 1000000) AS exact
FROM completion_year y
JOIN (SELECT contract, projection, coalesce(micro(projection->>'trend'), 1000000) AS trend_m FROM completing) c ON c.contract = y.contract AND c.projection IS NOT NULL
JOIN base b ON b.contract = y.contract
JOIN (
  SELECT contract, arg_max(months_m, month) AS months_m FROM completion_row WHERE level = 'CONTRACT' AND completes GROUP BY ALL) l
  ON l.contract = y.contract
LEFT JOIN (
  SELECT t.contract, t.year, count(*) AS months, sum(coalesce(s.factor_m, 1000000)) AS factors
  FROM to_come t LEFT JOIN season s ON s.contract = t.contract AND s.calendar_month = month(t.month) GROUP BY ALL) n
  ON n.contract = y.contract AND n.year = y.year
WHERE y.level = 'CONTRACT';

CREATE TABLE expect_parameter AS
SELECT contract || '|COMPLETION|' || month_text(month) AS key, contract, 'COMPLETION' AS name, month_text(month) AS period,
  month_text(through) AS through, rate_of(CASE WHEN completes THEN months_m ELSE 0 END) AS memberMonths,
  dollars(CASE WHEN completes THEN counted_c ELSE 0 END) AS toDate, dollars(CASE WHEN completes THEN completed_c ELSE 0 END) AS completed,
  CAST(NULL AS INTEGER) AS "projection.monthsToCome", CAST(NULL AS DECIMAL(18,6)) AS "projection.memberMonthsToCome",
  CAST(NULL AS DECIMAL(18,6)) AS "projection.basePmpm", CAST(NULL AS DECIMAL(18,2)) AS "projection.projected",
  CAST(NULL AS VARCHAR) AS "target.refusal", CAST(NULL AS DECIMAL(18,6)) AS "target.pmpm"
FROM completion_row WHERE level = 'CONTRACT'
UNION ALL
SELECT y.contract || '|COMPLETION|' || y.year, y.contract, 'COMPLETION', CAST(y.year AS VARCHAR),
  month_text(y.through), rate_of(y.months_m), dollars(y.counted_c), dollars(y.completed_c),
  CAST(p.to_come AS INTEGER), rate_of(p.months_m), rate_of(half_up(p.base, 100000000000)), dollars(p.projected_c), NULL, NULL
FROM completion_year y LEFT JOIN projected_year p ON p.contract = y.contract AND p.year = y.year
WHERE y.level = 'CONTRACT';

-- What was counted until now is told of completion alone: in a target's row it is not compared.
CREATE TABLE expect_parameter_to_date AS SELECT key, toDate FROM expect_parameter;

ALTER TABLE expect_parameter DROP COLUMN toDate;

-- Above the contract: while every contract of the sum completes.
CREATE TABLE completion_upward AS
WITH month AS (
  SELECT DISTINCT a.level, a.id, m.contract, m.year, m.month
  FROM month_total m JOIN upward a ON a.contract = m.contract AND a.version = m.version WHERE m.level = 'CONTRACT')
SELECT m.level, m.id, p.period, max(c.through) AS through, CAST(sum(c.counted_c) FILTER (WHERE c.completes) AS BIGINT) AS counted_c,
  CAST(sum(c.completed_c) FILTER (WHERE c.completes) AS BIGINT) AS completed_c
FROM month m
LEFT JOIN completion_row c ON c.contract = m.contract AND c.level = 'CONTRACT' AND c.month = m.month,
  LATERAL (SELECT unnest([month_text(m.month), CAST(m.year AS VARCHAR)]) AS period) p
GROUP BY m.level, m.id, p.period
HAVING count(*) FILTER (WHERE c.contract IS NULL) = 0 AND count(*) FILTER (WHERE c.completes) > 0;

CREATE TABLE expect_budget_completion AS
SELECT key, month_text(through) AS "completion.through", dollars(counted_c) AS "completion.toDate", dollars(completed_c) AS "completion.completed",
  dollars(completed_c - counted_c) AS "completion.incurredButNotReported",
  CASE WHEN completed_c <> 0 THEN rate_of(half_up(CAST(counted_c AS HUGEINT) * 1000000, completed_c)) END AS "completion.percentComplete"
FROM (
  SELECT contract || '|' || level || '|' || id || '|' || month_text(month) AS key, through, counted_c, completed_c FROM completion_row WHERE completes
  UNION ALL
  SELECT contract || '|' || level || '|' || id || '|' || year, through, counted_c, completed_c FROM completion_year
  UNION ALL
  SELECT id || '|' || level || '|' || id || '|' || period, through, counted_c, completed_c FROM completion_upward);
