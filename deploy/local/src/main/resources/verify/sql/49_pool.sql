-- Pools (docs/budget.md): small practices of a region are measured together, from their members in the last month before the
-- performance year on; where the contract has no members then, in the year's first month.

CREATE TABLE pool_practice AS
WITH term AS (
  SELECT y.contract, y.year, t.cost.pools.minimumLives AS minimum, t.cost.pools.regions AS regions,
    CASE WHEN b.contract IS NULL THEN y.first_month ELSE b.month END AS month
  FROM (SELECT contract, year, arg_max(version, month) AS version, min(month) AS first_month FROM contract_month GROUP BY ALL) y
  JOIN terms t ON t.contract = y.contract AND t.version = y.version AND t.cost.pools IS NOT NULL
  LEFT JOIN month_total b ON b.contract = y.contract AND b.level = 'CONTRACT' AND b.month = CAST(y.first_month - INTERVAL 1 MONTH AS DATE)),
practice AS (
  SELECT contract, year, minimum, month, r.region AS region, unnest(r.tins) AS tin
  FROM (SELECT contract, year, minimum, month, unnest(regions) AS r FROM term)),
lives AS (
  SELECT p.*, coalesce(t.members, 0) AS lives
  FROM practice p
  LEFT JOIN month_total t ON t.contract = p.contract AND t.level = 'TIN' AND t.id = p.tin AND t.month = p.month)
SELECT contract, year, region, tin, lives, CASE WHEN lives >= minimum THEN 'ALONE'
    WHEN sum(lives) FILTER (WHERE lives < minimum) OVER (PARTITION BY contract, year, region) >= minimum THEN 'POOLED' ELSE 'TOO_SMALL' END AS placement
FROM lives;

INSERT INTO expect_parameter BY NAME
SELECT p.contract || '|POOLS|' || p.year AS key, p.contract, 'POOLS' AS name, CAST(p.year AS VARCHAR) AS period,
  month_text(CAST(date_trunc('month', run.business_date) - INTERVAL 1 MONTH AS DATE)) AS through, rate_of(coalesce(o.cost_months_m, 0)) AS memberMonths,
  dollars(CAST(coalesce(o.completed_c, 0) AS BIGINT)) AS completed
FROM (SELECT DISTINCT contract, year FROM pool_practice) p
JOIN own_year o ON o.contract = p.contract AND o.year = p.year, run;

CREATE TABLE expect_parameter_pools AS
SELECT contract || '|POOLS|' || year AS key, tin AS item, region, CAST(lives AS INTEGER) AS lives, placement
FROM pool_practice JOIN (SELECT contract, year FROM own_year) USING (contract, year);

-- A pool's month is the sum of its practices' months.
CREATE TABLE pooled AS SELECT contract, year, region, tin FROM pool_practice WHERE placement = 'POOLED';

INSERT INTO month_total BY NAME
SELECT t.contract, 'POOL' AS level, p.region AS id, t.year, t.month, sum(t.members) AS members, CAST(sum(t.months_m) AS BIGINT) AS months_m,
  sum(t.risk_months_m) AS risk_months_m, sum(t.prospective_s) AS prospective_s, sum(t.emerging_s) AS emerging_s, sum(t.allowed_c) AS allowed_c,
  sum(t.paid_c) AS paid_c, sum(t.in_scope_c) AS in_scope_c, sum(t.counted_c) AS counted_c, sum(t.inside_paid_c) AS inside_paid_c, sum(t.unpriced) AS unpriced,
  sum(t.preliminary_c) AS preliminary_c, sum(t.effect_c) AS effect_c, sum(t.stays) AS stays, sum(t.expected_c) AS expected_c,
  sum(t.billed_stays) AS billed_stays, sum(t.billed_c) AS billed_c, sum(t.error_c) AS error_c, sum(t.leakage_c) AS leakage_c
FROM month_total t JOIN pooled p ON p.contract = t.contract AND p.year = t.year AND p.tin = t.id
WHERE t.level = 'TIN'
GROUP BY t.contract, p.region, t.year, t.month;
