-- Performance by calendar quarter (domain.md 4 report 4): the contract, then its practices; each figure is the sum of its months.

CREATE MACRO quarter_text(d) AS year(d) || '-Q' || quarter(d);

CREATE TABLE performance_contract AS
SELECT DISTINCT contract, version FROM terms WHERE list_contains(cost.reports, 'PERFORMANCE');

CREATE TABLE performance_total AS
WITH total AS (
  SELECT t.contract, t.level, t.id, CAST(date_trunc('quarter', t.month) AS DATE) AS quarter, max(members) AS members, CAST(sum(months_m) AS BIGINT) AS months_m,
    sum(risk_months_m) AS risk_months_m, sum(prospective_s) AS prospective_s, sum(emerging_s) AS emerging_s, sum(allowed_c) AS allowed_c,
    sum(paid_c) AS paid_c, sum(in_scope_c) AS in_scope_c, CAST(sum(counted_c) AS BIGINT) AS counted_c, sum(inside_paid_c) AS inside_paid_c, sum(unpriced) AS unpriced,
    sum(preliminary_c) AS preliminary_c, sum(effect_c) AS effect_c, sum(leakage_c) AS leakage_c
  FROM month_total t
  JOIN performance_contract p ON p.contract = t.contract AND p.version = t.version
  WHERE t.level IN ('CONTRACT', 'TIN')
  GROUP BY t.contract, t.level, t.id, quarter),
budget AS (
  SELECT contract, level, id, CAST(date_trunc('quarter', month) AS DATE) AS quarter, CAST(sum(budget_c) AS BIGINT) AS budget_c FROM month_budget GROUP BY ALL)
SELECT t.*, coalesce(b.budget_c, 0) AS budget_c,
  row_number() OVER (PARTITION BY t.contract, t.quarter ORDER BY CASE t.level WHEN 'CONTRACT' THEN 0 ELSE 1 END, t.id) AS place
FROM total t
LEFT JOIN budget b ON b.contract = t.contract AND b.level = t.level AND b.id = t.id AND b.quarter = t.quarter;

-- Among the other practices with member months in the quarter, those that cost less a member month, in percent.
CREATE TABLE performance_peer AS
SELECT a.contract, a.id, a.quarter,
  half_up(100 * count(*) FILTER (WHERE CAST(b.counted_c AS HUGEINT) * a.months_m < CAST(a.counted_c AS HUGEINT) * b.months_m), count(*)) AS percentile
FROM performance_total a
JOIN performance_total b ON b.contract = a.contract AND b.quarter = a.quarter AND b.level = 'TIN' AND b.id <> a.id AND b.months_m > 0
WHERE a.level = 'TIN' AND a.months_m > 0
GROUP BY ALL;

CREATE TABLE performance_completion AS
SELECT r.contract, r.level, r.id, CAST(date_trunc('quarter', r.month) AS DATE) AS quarter, max(r.through) AS through, CAST(sum(r.counted_c) AS BIGINT) AS counted_c,
  CAST(sum(r.completed_c) AS BIGINT) AS completed_c
FROM completion_row r WHERE r.completes GROUP BY ALL;

CREATE TABLE expect_performance AS
SELECT DISTINCT contract || '|' || quarter_text(quarter) AS key, contract, quarter_text(quarter) AS quarter FROM performance_total;

CREATE TABLE expect_performance_lines AS
SELECT t.contract || '|' || quarter_text(t.quarter) AS key, CAST(t.place AS VARCHAR) AS item,
  t.contract AS "budget.contract", t.level AS "budget.level", t.id AS "budget.id", quarter_text(t.quarter) AS "budget.period", t.members AS "budget.members",
  rate_of(t.months_m) AS "budget.memberMonths", dollars(t.allowed_c) AS "budget.allowed", dollars(t.paid_c) AS "budget.paid",
  dollars(t.in_scope_c) AS "budget.inScope", dollars(t.counted_c) AS "budget.counted", dollars(t.budget_c) AS "budget.budget",
  dollars(t.budget_c - t.counted_c) AS "budget.variance",
  rate_of(half_up(CAST(t.counted_c AS HUGEINT) * 10000000000, t.months_m)) AS "budget.countedPmpm",
  rate_of(half_up(CAST(t.budget_c AS HUGEINT) * 10000000000, t.months_m)) AS "budget.budgetPmpm",
  dollars(t.inside_paid_c) AS "budget.insidePaid", t.unpriced AS "budget.unpricedLines",
  rate_of(t.risk_months_m) AS "budget.risk.memberMonths", rate_of(half_up(t.prospective_s * 1000, t.risk_months_m)) AS "budget.risk.prospective",
  rate_of(half_up(t.emerging_s * 1000, t.risk_months_m)) AS "budget.risk.emerging",
  dollars(t.preliminary_c) AS "budget.preliminary", dollars(t.effect_c) AS "budget.drugPriceEffect",
  dollars(t.leakage_c) AS "budget.capitationLeakage",
  month_text(c.through) AS "budget.completion.through", dollars(c.counted_c) AS "budget.completion.toDate", dollars(c.completed_c) AS "budget.completion.completed",
  rate_of(half_up(CAST(t.counted_c AS HUGEINT) * p.months_m * 1000000, nullif(CAST(p.counted_c AS HUGEINT) * t.months_m, 0))) AS trend,
  CAST(r.percentile AS INTEGER) AS "peerPercentile"
FROM performance_total t
LEFT JOIN performance_completion c ON c.contract = t.contract AND c.level = t.level AND c.id = t.id AND c.quarter = t.quarter
LEFT JOIN performance_total p ON p.contract = t.contract AND p.level = t.level AND p.id = t.id AND p.quarter = t.quarter - INTERVAL 12 MONTH
LEFT JOIN performance_peer r ON t.level = 'TIN' AND r.contract = t.contract AND r.id = t.id AND r.quarter = t.quarter;

-- Categories of all lines, one after the other.
CREATE TABLE expect_performance_categories AS
WITH part AS (
  SELECT contract, 'CONTRACT' AS level, contract AS id, * EXCLUDE (contract, version, tin, npi, site), 0 AS budget_c FROM category_part
  UNION ALL SELECT contract, 'TIN', tin, * EXCLUDE (contract, version, tin, npi, site), 0 FROM category_part
  UNION ALL SELECT contract, level, id, year, month, category, 0, 0, 0, 0, 0, budget_c FROM month_budget),
summed AS (
  SELECT contract, level, id, CAST(date_trunc('quarter', month) AS DATE) AS quarter, category, sum(allowed_c) AS allowed_c, sum(paid_c) AS paid_c,
    sum(in_scope_c) AS in_scope_c, sum(counted_c) AS counted_c, sum(budget_c) AS budget_c, sum(cases) AS cases
  FROM part GROUP BY ALL
  HAVING sum(allowed_c) <> 0 OR sum(paid_c) <> 0 OR sum(in_scope_c) <> 0 OR sum(counted_c) <> 0 OR sum(budget_c) <> 0)
SELECT t.contract || '|' || quarter_text(t.quarter) AS key,
  CAST(row_number() OVER (PARTITION BY t.contract, t.quarter ORDER BY t.place, coalesce(n.number, 99)) AS VARCHAR) AS item,
  s.category, dollars(s.allowed_c) AS allowed, dollars(s.paid_c) AS paid, dollars(s.in_scope_c) AS "inScope", dollars(s.counted_c) AS counted,
  dollars(s.budget_c) AS budget, CASE WHEN s.category IN ('INPATIENT', 'ED') THEN CAST(s.cases AS INTEGER) END AS cases
FROM performance_total t
JOIN summed s ON s.contract = t.contract AND s.level = t.level AND s.id = t.id AND s.quarter = t.quarter
LEFT JOIN category_number n ON n.category = s.category;
