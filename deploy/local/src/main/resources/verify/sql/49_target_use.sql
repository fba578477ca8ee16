-- Use of services held against what was expected (domain.md 2.9, utilization index; docs/budget.md): cases of 1,000 member-years, stated or
-- the contract's own of a base year times growth; the index is the weighted mean of actual over expected. Ratios carry fifteen digits.

CREATE TABLE use_term AS
SELECT *, row_number() OVER (PARTITION BY contract, year ORDER BY nr) AS place
FROM (
  SELECT y.contract, y.version, u.year, micro(u.credibleFrom) AS credible_m, unnest(u.services) AS s, generate_subscripts(u.services, 1) AS nr
  FROM (SELECT contract, year, arg_max(version, month) AS version FROM contract_month GROUP BY ALL) y
  JOIN (
    SELECT contract, version, unnest(from_json(cost.useTargets, '[{"year":"INTEGER","credibleFrom":"DECIMAL(18,6)","services":[
      {"category":"VARCHAR","weight":"DECIMAL(18,6)","expected":"DECIMAL(18,6)","baseYear":"INTEGER","trend":"DECIMAL(18,6)"}]}]')) AS u
    FROM terms WHERE cost.useTargets IS NOT NULL) t ON t.contract = y.contract AND t.version = y.version AND t.u.year = y.year);

-- Cases of every row and period, by service.
CREATE TABLE cases AS
WITH month AS (
  SELECT contract, 'CONTRACT' AS level, contract AS id, year, month, category, cases FROM case_month
  UNION ALL SELECT contract, 'TIN', tin, year, month, category, cases FROM case_month
  UNION ALL
  SELECT contract, level, id, year, month, category, cases FROM below_practice('case_month')
  UNION ALL
  SELECT c.contract, 'POOL', p.region, c.year, c.month, c.category, c.cases FROM case_month c
  JOIN pooled p ON p.contract = c.contract AND p.year = c.year AND p.tin = c.tin)
SELECT contract, level, id, year, p.period, category, CAST(sum(cases) AS BIGINT) AS cases
FROM month, LATERAL (SELECT unnest([month_text(month), CAST(year AS VARCHAR)]) AS period) p
GROUP BY ALL;

CREATE TABLE expected_use AS
SELECT t.*, CASE WHEN t.s.expected IS NOT NULL THEN CAST(micro(t.s.expected) AS HUGEINT) * 1000000000
    ELSE half_up(half_up(coalesce(c.cases, 0) * CAST(12000 AS HUGEINT) * 1000000000000000 * 1000000, b.months_m) * coalesce(micro(t.s.trend), 1000000), 1000000)
  END AS per_thousand
FROM use_term t
LEFT JOIN (SELECT contract, year, CAST(sum(months_m) AS BIGINT) AS months_m FROM month_total WHERE level = 'CONTRACT' GROUP BY ALL) b
  ON b.contract = t.contract AND b.year = t.s.baseYear
LEFT JOIN cases c ON c.contract = t.contract AND c.level = 'CONTRACT' AND c.period = CAST(t.s.baseYear AS VARCHAR) AND c.category = t.s.category;

CREATE TABLE use_asked AS
SELECT contract, year, any_value(credible_m) AS credible_m, CASE WHEN bool_or(per_thousand IS NULL) THEN 'NO_BASE_YEAR' END AS refusal
FROM expected_use GROUP BY ALL;

-- What is kept at a tick, beside the member months of the year.
INSERT INTO expect_parameter BY NAME
SELECT u.contract || '|USE|' || u.year AS key, u.contract, 'USE' AS name, CAST(u.year AS VARCHAR) AS period,
  month_text(CAST(date_trunc('month', run.business_date) - INTERVAL 1 MONTH AS DATE)) AS through, rate_of(coalesce(o.cost_months_m, 0)) AS memberMonths,
  dollars(CAST(coalesce(o.completed_c, 0) AS BIGINT)) AS completed, u.refusal AS "target.refusal"
FROM use_asked u
LEFT JOIN own_year o ON o.contract = u.contract AND o.year = u.year, run;

CREATE TABLE expect_parameter_services AS
SELECT e.contract || '|USE|' || e.year AS key, e.s.category AS item, CAST(e.s.weight AS DECIMAL(18,6)) AS weight,
  rate_of(half_up(e.per_thousand, 1000000000)) AS "perThousand"
FROM expected_use e
JOIN use_asked u ON u.contract = e.contract AND u.year = e.year AND u.refusal IS NULL;

-- Each row of the year: what its member months make expected, and what happened.
CREATE TABLE used AS
SELECT p.contract, p.level, p.id, p.period, p.months_m, u.credible_m, u.refusal, e.place, e.s.category AS category, micro(e.s.weight) AS weight_m,
  coalesce(c.cases, 0) AS actual, half_up(e.per_thousand * p.months_m, CAST(12000 AS HUGEINT) * 1000000) AS expected
FROM period_total p
JOIN use_asked u ON u.contract = p.contract AND u.year = p.year AND p.level IN ('CONTRACT', 'TIN', 'POOL', 'NPI', 'SITE')
LEFT JOIN expected_use e ON e.contract = p.contract AND e.year = p.year AND u.refusal IS NULL
LEFT JOIN cases c ON c.contract = p.contract AND c.level = p.level AND c.id = p.id AND c.period = p.period AND c.category = e.s.category;

CREATE TABLE expect_budget_services AS
SELECT contract || '|' || level || '|' || id || '|' || period AS key, category AS item, CAST(actual AS BIGINT) AS actual,
  rate_of(half_up(expected, 1000000000)) AS expected
FROM used WHERE refusal IS NULL;

-- What is not expected is not measured: the others carry its weight. With too few member months the index is drawn towards one by the
-- square root of their share.
CREATE TABLE expect_budget_use AS
SELECT key, coalesce(refusal, CASE WHEN index IS NULL THEN 'NOT_MEASURED' END) AS "use.refusal", rate_of(half_up(index, 1000000000)) AS "use.index",
  rate_of(half_up(CASE WHEN credible_m IS NULL OR months_m >= credible_m THEN index
    ELSE one + half_up((index - one) * root_of((months_m * one // credible_m) * one + (months_m * one % credible_m) * one // credible_m), one) END,
    1000000000)) AS "use.credible"
FROM (
  SELECT contract || '|' || level || '|' || id || '|' || period AS key, months_m, credible_m, refusal, CAST(1000000000000000 AS HUGEINT) AS one,
    half_up(sum(half_up(actual * CAST(1000000000000000 AS HUGEINT) * 1000000000000000, expected) * weight_m) FILTER (WHERE expected > 0),
      sum(weight_m) FILTER (WHERE expected > 0)) AS index
  FROM used GROUP BY ALL);
