-- Running cost against budget (domain.md 2.9 step 6, 2.10; HOUSE settled readings).

-- Budget of a month: PMPM times member months, rounded half up per category; a year is the sum of its months. Where a method made
-- the year's target that takes the place of the contract's lines.
CREATE TABLE whole_budget AS
SELECT t.contract, t.version, t.level, t.id, t.year, t.month, b.category,
  CAST(half_up(CAST(b.pmpm_m AS HUGEINT) * t.months_m, 10000000000) AS BIGINT) AS budget_c
FROM month_total t
JOIN budget_line b ON b.contract = t.contract AND b.version = t.version AND b.year = t.year
WHERE NOT EXISTS (SELECT 1 FROM target g WHERE g.contract = t.contract AND g.year = t.year AND g.refusal IS NULL)
UNION ALL
SELECT t.contract, t.version, t.level, t.id, t.year, t.month, 'ALL',
  CAST(half_up(half_up(g.exact * t.months_m, 1000000), 10000000000000) AS BIGINT)
FROM month_total t JOIN target g ON g.contract = t.contract AND g.year = t.year AND g.refusal IS NULL AND t.version IS NOT NULL
WHERE NOT EXISTS (SELECT 1 FROM type_target p WHERE p.contract = t.contract AND p.year = t.year)
UNION ALL
-- by enrollment type: each at its own target, a type that has none at the mean
SELECT r.contract, r.version, r.level, r.id, r.year, r.month, 'ALL',
  CAST(half_up(half_up(sum(coalesce(p.pmpm, g.exact) * r.months_m), 1000000), 10000000000000) AS BIGINT)
FROM reported r
JOIN target g ON g.contract = r.contract AND g.year = r.year AND g.refusal IS NULL
JOIN (SELECT DISTINCT contract, year FROM type_target) o ON o.contract = r.contract AND o.year = r.year
LEFT JOIN type_target p ON p.contract = r.contract AND p.year = r.year AND p.type = r.enrollment_type
GROUP BY r.contract, r.version, r.level, r.id, r.year, r.month;

-- Divided over the categories where the target is told by them; then upward, month by month.
CREATE TABLE month_budget AS
WITH month AS (FROM by_category('whole_budget'))
SELECT contract, level, id, year, month, category, budget_c FROM month
UNION ALL
SELECT a.id, a.level, a.id, m.year, m.month, m.category, CAST(sum(m.budget_c) AS BIGINT)
FROM month m JOIN upward a ON a.contract = m.contract AND a.version = m.version WHERE m.level = 'CONTRACT'
GROUP BY ALL
UNION ALL
SELECT m.contract, 'POOL', p.region, m.year, m.month, m.category, CAST(sum(m.budget_c) AS BIGINT)
FROM month m JOIN pooled p ON p.contract = m.contract AND p.year = m.year AND p.tin = m.id WHERE m.level = 'TIN'
GROUP BY ALL;

CREATE TABLE period_total AS
WITH period AS (
  SELECT month_text(month) AS period, *, 1 AS kind FROM month_total
  UNION ALL
  SELECT CAST(year AS VARCHAR), *, 2 FROM month_total),
budget AS (
  SELECT contract, level, id, p.period, CAST(sum(budget_c) AS BIGINT) AS budget_c
  FROM month_budget, LATERAL (SELECT unnest([month_text(month), CAST(year AS VARCHAR)]) AS period) p GROUP BY ALL)
SELECT t.*, coalesce(b.budget_c, 0) AS budget_c
FROM (
  SELECT contract, level, id, period, year, max(members) AS members, CAST(sum(months_m) AS BIGINT) AS months_m,
    sum(risk_months_m) AS risk_months_m, sum(prospective_s) AS prospective_s, sum(emerging_s) AS emerging_s, sum(allowed_c) AS allowed_c,
    sum(paid_c) AS paid_c, sum(in_scope_c) AS in_scope_c, sum(counted_c) AS counted_c, sum(inside_paid_c) AS inside_paid_c, sum(unpriced) AS unpriced,
    sum(preliminary_c) AS preliminary_c, sum(effect_c) AS effect_c, sum(stays) AS stays, sum(expected_c) AS expected_c,
    sum(billed_stays) AS billed_stays, sum(billed_c) AS billed_c, sum(error_c) AS error_c, sum(leakage_c) AS leakage_c
  FROM period GROUP BY contract, level, id, period, year) t
LEFT JOIN budget b ON b.contract = t.contract AND b.level = t.level AND b.id = t.id AND b.period = t.period;

CREATE TABLE expect_budget AS
SELECT p.contract || '|' || p.level || '|' || p.id || '|' || p.period AS key, p.contract, p.level, p.id, p.period, p.members,
  rate_of(months_m) AS memberMonths, dollars(allowed_c) AS allowed, dollars(paid_c) AS paid,
  dollars(in_scope_c) AS inScope, dollars(counted_c) AS counted, dollars(budget_c) AS budget,
  dollars(budget_c - counted_c) AS variance,
  rate_of(half_up(CAST(counted_c AS HUGEINT) * 10000000000, months_m)) AS countedPmpm,
  rate_of(half_up(CAST(budget_c AS HUGEINT) * 10000000000, months_m)) AS budgetPmpm,
  dollars(inside_paid_c) AS insidePaid, unpriced AS unpricedLines,
  rate_of(risk_months_m) AS "risk.memberMonths", rate_of(half_up(prospective_s * 1000, risk_months_m)) AS "risk.prospective",
  rate_of(half_up(emerging_s * 1000, risk_months_m)) AS "risk.emerging",
  dollars(preliminary_c) AS preliminary, dollars(effect_c) AS "drugPriceEffect", stays AS "unbilled.stays", dollars(expected_c) AS "unbilled.expected",
  billed_stays AS "unbilled.billedStays", dollars(billed_c) AS "unbilled.billed", dollars(error_c) AS "unbilled.error",
  dollars(leakage_c) AS "capitationLeakage",
  g.refusal AS "target.refusal", rate_of(half_up(g.exact, 1000000000)) AS "target.pmpm"
FROM period_total p
LEFT JOIN (SELECT contract, year, refusal, exact FROM target) g ON g.contract = p.contract AND g.year = p.year AND p.level IN ('CONTRACT', 'TIN', 'POOL', 'NPI', 'SITE');

-- Person-years by enrollment type.
CREATE TABLE expect_budget_person_years AS
WITH month AS (
  SELECT contract, version, level, id, year, month, enrollment_type, sum(months_m) AS months_m, sum(counted_c) AS counted_c
  FROM reported WHERE enrollment_type IS NOT NULL GROUP BY ALL)
SELECT contract || '|' || level || '|' || id || '|' || p.period AS key, enrollment_type AS item,
  rate_of(sum(months_m)) AS memberMonths, rate_of(half_up(sum(months_m), 12)) AS personYears, dollars(CAST(sum(counted_c) AS BIGINT)) AS counted
FROM (
  SELECT * FROM month
  UNION ALL
  SELECT a.id, NULL, a.level, a.id, m.year, m.month, m.enrollment_type, m.months_m, m.counted_c
  FROM month m JOIN upward a ON a.contract = m.contract AND a.version = m.version WHERE m.level = 'CONTRACT'
  UNION ALL
  SELECT m.contract, NULL, 'POOL', p.region, m.year, m.month, m.enrollment_type, m.months_m, m.counted_c
  FROM month m JOIN pooled p ON p.contract = m.contract AND p.year = m.year AND p.tin = m.id WHERE m.level = 'TIN'),
  LATERAL (SELECT unnest([month_text(month), CAST(year AS VARCHAR)]) AS period) p
GROUP BY ALL;

-- Cases of a month: admissions by day and facility where a claim has a line of inpatient cost; emergency visits that did not
-- end in a stay by day and facility. A claim without a facility tells of the visit of its day; alone it is a visit.
CREATE TABLE case_month AS
SELECT s.contract, s.version, s.year, s.month, s.tin, s.npi, s.site, c.category, count(*) AS cases
FROM member_month s
JOIN (
  SELECT DISTINCT member, cost_month, 'INPATIENT' AS category, coalesce(admitted, claim_from) AS day, facility
  FROM category_line WHERE category = 'INPATIENT' AND tob[1:2] IN ('11', '12')
  UNION ALL
  SELECT DISTINCT e.member, e.cost_month, 'ED', e.svc, e.facility
  FROM category_line e WHERE e.category = 'ED' AND (e.facility IS NOT NULL OR NOT EXISTS (
    SELECT 1 FROM category_line o WHERE o.member = e.member AND o.svc = e.svc AND o.emergency AND o.facility IS NOT NULL))) c
  ON c.member = s.member AND c.cost_month = s.month
GROUP BY ALL;

-- By category: cost cells and budget lines; a budget line ALL is a row of its own.
CREATE TABLE category_part AS
SELECT c.contract, c.version, m.tin, m.npi, m.site, c.year, c.month, c.category, sum(c.allowed_c) AS allowed_c, sum(c.paid_c) AS paid_c,
  sum(c.in_scope_c) AS in_scope_c, sum(c.counted_c) AS counted_c, 0 AS cases
FROM counted_cell c
JOIN member_month m ON m.contract = c.contract AND m.member = c.member AND m.month = c.month
GROUP BY ALL
UNION ALL
SELECT contract, version, tin, npi, site, year, month, category, 0, 0, 0, 0, cases FROM case_month;

CREATE TABLE expect_budget_categories AS
WITH part AS (
  SELECT contract, 'CONTRACT' AS level, contract AS id, * EXCLUDE (contract, version, tin, npi, site), 0 AS budget_c FROM category_part
  UNION ALL SELECT contract, 'TIN', tin, * EXCLUDE (contract, version, tin, npi, site), 0 FROM category_part
  UNION ALL
  SELECT contract, level, id, * EXCLUDE (contract, level, id, version, tin, npi, site), 0 FROM below_practice('category_part')
  UNION ALL
  SELECT a.id, a.level, a.id, c.* EXCLUDE (contract, version, tin, npi, site), 0 FROM category_part c
  JOIN upward a ON a.contract = c.contract AND a.version = c.version
  UNION ALL
  SELECT c.contract, 'POOL', p.region, c.* EXCLUDE (contract, version, tin, npi, site), 0 FROM category_part c
  JOIN pooled p ON p.contract = c.contract AND p.year = c.year AND p.tin = c.tin
  UNION ALL
  SELECT contract, level, id, year, month, category, 0, 0, 0, 0, 0, budget_c FROM month_budget)
SELECT contract || '|' || level || '|' || id || '|' || p.period AS key, category AS item, dollars(sum(allowed_c)) AS allowed,
  dollars(sum(paid_c)) AS paid, dollars(sum(in_scope_c)) AS inScope, dollars(sum(counted_c)) AS counted,
  dollars(sum(budget_c)) AS budget, CASE WHEN category IN ('INPATIENT', 'ED') THEN CAST(sum(cases) AS INTEGER) END AS cases
FROM part, LATERAL (SELECT unnest([month_text(month), CAST(year AS VARCHAR)]) AS period) p
GROUP BY contract, level, id, p.period, category
HAVING sum(allowed_c) <> 0 OR sum(paid_c) <> 0 OR sum(in_scope_c) <> 0 OR sum(counted_c) <> 0 OR sum(budget_c) <> 0;
