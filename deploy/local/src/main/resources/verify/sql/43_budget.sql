-- Member months and running cost against budget (domain.md 2.3, 2.9 step 6, 2.10; HOUSE settled readings).

CREATE TABLE member_month AS
SELECT a.contract, a.version, a.year, a.month, a.member, a.tin, a.npi, a.months_m, e.type AS enrollment_type,
  r.prospective_m, r.emerging_m,
  CAST(coalesce(sum(c.allowed_c), 0) AS BIGINT) AS allowed_c, CAST(coalesce(sum(c.paid_c), 0) AS BIGINT) AS paid_c,
  CAST(coalesce(sum(c.in_scope_c), 0) AS BIGINT) AS in_scope_c, CAST(coalesce(sum(c.counted_c), 0) AS BIGINT) AS counted_c,
  CAST(coalesce(sum(c.inside_paid_c), 0) AS BIGINT) AS inside_paid_c, CAST(coalesce(sum(c.unpriced), 0) AS BIGINT) AS unpriced
FROM standing a
LEFT JOIN counted_cell c ON c.contract = a.contract AND c.member = a.member AND c.month = a.month
LEFT JOIN enrollment_type e ON e.contract = a.contract AND e.member = a.member AND e.month = a.month
LEFT JOIN month_risk r ON r.contract = a.contract AND r.member = a.member AND r.month = a.month
GROUP BY ALL;

CREATE TABLE expect_member_month AS
SELECT member || '|' || contract || '|' || month_text(month) AS key, member, contract, month_text(month) AS month, tin,
  npi, rate_of(months_m) AS memberMonths, dollars(allowed_c) AS allowed, dollars(paid_c) AS paid,
  dollars(in_scope_c) AS inScope, dollars(counted_c) AS counted, dollars(inside_paid_c) AS insidePaid,
  unpriced AS unpricedLines, enrollment_type AS enrollmentType,
  rate_of(prospective_m * 1000) AS "risk.prospective", rate_of(emerging_m * 1000) AS "risk.emerging"
FROM member_month;

CREATE TABLE expect_member_month_categories AS
SELECT member || '|' || contract || '|' || month_text(month) AS key, category AS item, dollars(allowed_c) AS allowed,
  dollars(paid_c) AS paid, dollars(in_scope_c) AS inScope, dollars(counted_c) AS counted
FROM counted_cell
WHERE allowed_c <> 0 OR paid_c <> 0 OR in_scope_c <> 0 OR counted_c <> 0;

-- Every member-month counts at its contract and at its practice.
CREATE TABLE leveled AS
SELECT 'CONTRACT' AS level, contract AS id, * FROM member_month
UNION ALL SELECT 'TIN', tin, * FROM member_month;

CREATE TABLE month_total AS
SELECT contract, level, id, version, year, month, count(*) AS members, CAST(sum(months_m) AS BIGINT) AS months_m,
  sum(months_m) FILTER (WHERE prospective_m IS NOT NULL) AS risk_months_m,
  sum(CAST(prospective_m AS HUGEINT) * months_m) AS prospective_s, sum(CAST(emerging_m AS HUGEINT) * months_m) AS emerging_s,
  sum(allowed_c) AS allowed_c, sum(paid_c) AS paid_c,
  sum(in_scope_c) AS in_scope_c, sum(counted_c) AS counted_c, sum(inside_paid_c) AS inside_paid_c, sum(unpriced) AS unpriced
FROM leveled GROUP BY ALL;

-- Budget of a month: PMPM times member months, rounded half up per category; a year is the sum of its months.
CREATE TABLE month_budget AS
SELECT t.contract, t.level, t.id, t.year, t.month, b.category,
  CAST(half_up(CAST(b.pmpm_m AS HUGEINT) * t.months_m, 10000000000) AS BIGINT) AS budget_c
FROM month_total t
JOIN budget_line b ON b.contract = t.contract AND b.version = t.version AND b.year = t.year;

CREATE TABLE period_total AS
SELECT t.contract, t.level, t.id, month_text(t.month) AS period, t.members, t.months_m,
  t.risk_months_m, t.prospective_s, t.emerging_s,
  t.allowed_c, t.paid_c, t.in_scope_c, t.counted_c, t.inside_paid_c, t.unpriced, coalesce(b.budget_c, 0) AS budget_c
FROM month_total t
LEFT JOIN (SELECT contract, level, id, month, sum(budget_c) AS budget_c FROM month_budget GROUP BY ALL) b
  ON b.contract = t.contract AND b.level = t.level AND b.id = t.id AND b.month = t.month
UNION ALL
SELECT t.contract, t.level, t.id, CAST(t.year AS VARCHAR), max(t.members), CAST(sum(t.months_m) AS BIGINT),
  sum(t.risk_months_m), sum(t.prospective_s), sum(t.emerging_s), sum(t.allowed_c), sum(t.paid_c),
  sum(t.in_scope_c), sum(t.counted_c), sum(t.inside_paid_c), sum(t.unpriced), coalesce(any_value(b.budget_c), 0)
FROM month_total t
LEFT JOIN (SELECT contract, level, id, year, sum(budget_c) AS budget_c FROM month_budget GROUP BY ALL) b
  ON b.contract = t.contract AND b.level = t.level AND b.id = t.id AND b.year = t.year
GROUP BY t.contract, t.level, t.id, t.year;

CREATE TABLE expect_budget AS
SELECT contract || '|' || level || '|' || id || '|' || period AS key, contract, level, id, period, members,
  rate_of(months_m) AS memberMonths, dollars(allowed_c) AS allowed, dollars(paid_c) AS paid,
  dollars(in_scope_c) AS inScope, dollars(counted_c) AS counted, dollars(budget_c) AS budget,
  dollars(budget_c - counted_c) AS variance,
  rate_of(half_up(CAST(counted_c AS HUGEINT) * 10000000000, months_m)) AS countedPmpm,
  rate_of(half_up(CAST(budget_c AS HUGEINT) * 10000000000, months_m)) AS budgetPmpm,
  dollars(inside_paid_c) AS insidePaid, unpriced AS unpricedLines,
  rate_of(risk_months_m) AS "risk.memberMonths", rate_of(half_up(prospective_s * 1000, risk_months_m)) AS "risk.prospective",
  rate_of(half_up(emerging_s * 1000, risk_months_m)) AS "risk.emerging"
FROM period_total;

-- Person-years by enrollment type.
CREATE TABLE expect_budget_person_years AS
SELECT contract || '|' || level || '|' || id || '|' || p.period AS key, enrollment_type AS item,
  rate_of(sum(months_m)) AS memberMonths, rate_of(half_up(sum(months_m), 12)) AS personYears, dollars(CAST(sum(counted_c) AS BIGINT)) AS counted
FROM leveled, LATERAL (SELECT unnest([month_text(month), CAST(year AS VARCHAR)]) AS period) p
WHERE enrollment_type IS NOT NULL
GROUP BY ALL;

-- Cases of a month: admissions by day and facility where a claim has a line of inpatient cost; emergency visits that did not
-- end in a stay by day and facility. A claim without a facility tells of the visit of its day; alone it is a visit.
CREATE TABLE case_month AS
SELECT s.contract, s.year, s.month, s.tin, c.category, count(*) AS cases
FROM standing s
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
CREATE TABLE expect_budget_categories AS
WITH cell AS (
  SELECT 'CONTRACT' AS level, c.contract AS id, c.* FROM counted_cell c
  UNION ALL
  SELECT 'TIN', m.tin, c.* FROM counted_cell c
  JOIN member_month m ON m.contract = c.contract AND m.member = c.member AND m.month = c.month),
part AS (
  SELECT contract, level, id, p.period, category, allowed_c, paid_c, in_scope_c, counted_c, 0 AS budget_c, 0 AS cases
  FROM cell, LATERAL (SELECT unnest([month_text(month), CAST(year AS VARCHAR)]) AS period) p
  UNION ALL
  SELECT contract, level, id, p.period, category, 0, 0, 0, 0, budget_c, 0
  FROM month_budget, LATERAL (SELECT unnest([month_text(month), CAST(year AS VARCHAR)]) AS period) p
  UNION ALL
  SELECT contract, l.level, CASE l.level WHEN 'TIN' THEN tin ELSE contract END, p.period, category, 0, 0, 0, 0, 0, cases
  FROM case_month, LATERAL (SELECT unnest([month_text(month), CAST(year AS VARCHAR)]) AS period) p,
    (SELECT unnest(['CONTRACT', 'TIN']) AS level) l)
SELECT contract || '|' || level || '|' || id || '|' || period AS key, category AS item, dollars(sum(allowed_c)) AS allowed,
  dollars(sum(paid_c)) AS paid, dollars(sum(in_scope_c)) AS inScope, dollars(sum(counted_c)) AS counted,
  dollars(sum(budget_c)) AS budget, CASE WHEN category IN ('INPATIENT', 'ED') THEN CAST(sum(cases) AS INTEGER) END AS cases
FROM part GROUP BY contract, level, id, period, category
HAVING sum(allowed_c) <> 0 OR sum(paid_c) <> 0 OR sum(in_scope_c) <> 0 OR sum(counted_c) <> 0 OR sum(budget_c) <> 0;
