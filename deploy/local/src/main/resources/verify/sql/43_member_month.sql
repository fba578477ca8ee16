-- Member months (domain.md 2.3, 2.10) and their sums by level.

-- The site of a clinician's link to the practice on the first of the month: of several links the one begun last.
CREATE TABLE linked_site AS
SELECT s.tin, s.npi, s.month, a.site
FROM (SELECT DISTINCT tin, npi, month FROM standing) s
JOIN affiliation a ON a.tin = s.tin AND a.npi = s.npi AND s.month >= a.day_from AND s.month < a.day_until
QUALIFY row_number() OVER (PARTITION BY s.tin, s.npi, s.month ORDER BY a.day_from DESC) = 1;

CREATE TABLE member_month AS
SELECT a.contract, a.version, a.year, a.month, a.member, a.tin, a.npi, l.site, a.months_m, e.type AS enrollment_type,
  r.prospective_m, r.emerging_m,
  CAST(coalesce(sum(c.allowed_c), 0) AS BIGINT) AS allowed_c, CAST(coalesce(sum(c.paid_c), 0) AS BIGINT) AS paid_c,
  CAST(coalesce(sum(c.in_scope_c), 0) AS BIGINT) AS in_scope_c, CAST(coalesce(sum(c.counted_c), 0) AS BIGINT) AS counted_c,
  CAST(coalesce(sum(c.inside_paid_c), 0) AS BIGINT) AS inside_paid_c, CAST(coalesce(sum(c.unpriced), 0) AS BIGINT) AS unpriced
FROM standing a
LEFT JOIN linked_site l ON l.tin = a.tin AND l.npi = a.npi AND l.month = a.month
LEFT JOIN counted_cell c ON c.contract = a.contract AND c.member = a.member AND c.month = a.month
LEFT JOIN enrollment_type e ON e.contract = a.contract AND e.member = a.member AND e.month = a.month
LEFT JOIN month_risk r ON r.contract = a.contract AND r.member = a.member AND r.month = a.month
GROUP BY ALL;

CREATE TABLE expect_member_month AS
SELECT member || '|' || contract || '|' || month_text(month) AS key, member, contract, month_text(month) AS month, tin,
  npi, rate_of(months_m) AS memberMonths, dollars(allowed_c) AS allowed, dollars(paid_c) AS paid,
  dollars(in_scope_c) AS inScope, dollars(counted_c) AS counted, dollars(inside_paid_c) AS insidePaid,
  unpriced AS unpricedLines, enrollment_type AS enrollmentType,
  rate_of(m.prospective_m * 1000) AS "risk.prospective", rate_of(m.emerging_m * 1000) AS "risk.emerging",
  dollars(b.preliminary_c) AS preliminary, dollars(b.effect_c) AS "drugPriceEffect", b.stays AS "unbilled.stays", dollars(b.expected_c) AS "unbilled.expected",
  b.billed_stays AS "unbilled.billedStays", dollars(b.billed_c) AS "unbilled.billed", dollars(b.error_c) AS "unbilled.error",
  dollars(b.leakage_c) AS "capitationLeakage"
FROM member_month m
LEFT JOIN beside b USING (contract, member, month);

CREATE TABLE expect_member_month_categories AS
SELECT member || '|' || contract || '|' || month_text(month) AS key, category AS item, dollars(allowed_c) AS allowed,
  dollars(paid_c) AS paid, dollars(in_scope_c) AS inScope, dollars(counted_c) AS counted
FROM counted_cell
WHERE NOT compared AND (allowed_c <> 0 OR paid_c <> 0 OR in_scope_c <> 0 OR counted_c <> 0);

-- Every member-month counts at its contract and at its practice, and at its clinician and the clinician's
-- site where the contract asks for that.
CREATE TABLE leveled AS
SELECT 'CONTRACT' AS level, contract AS id, * FROM member_month
UNION ALL SELECT 'TIN', tin, * FROM member_month;

CREATE TABLE asked_level AS
SELECT contract, version, level, CASE level WHEN 'ACO' THEN aco WHEN 'PAYER' THEN payer WHEN 'ORGANISATION' THEN organisation END AS id
FROM (SELECT contract, version, aco, payer, cost.organisation AS organisation, unnest(cost.levels) AS level FROM terms);

CREATE MACRO below_practice(rows) AS TABLE
SELECT a.level, CASE a.level WHEN 'NPI' THEN coalesce(r.npi, '-') ELSE r.tin || '/' || coalesce(r.site, '-') END AS id, r.*
FROM query_table(rows) r
JOIN asked_level a ON a.contract = r.contract AND a.version = r.version AND a.level IN ('NPI', 'SITE');

CREATE TABLE reported AS
SELECT * FROM leveled
UNION ALL
SELECT * FROM below_practice('member_month');

-- Above the contract a level is the sum over all contracts that ask for it, month by month, under its own id.
CREATE TABLE upward AS SELECT contract, version, level, id FROM asked_level WHERE level NOT IN ('NPI', 'SITE');

CREATE TABLE month_total AS
WITH month AS (
  SELECT contract, level, id, version, year, month, count(*) AS members, CAST(sum(months_m) AS BIGINT) AS months_m,
    sum(months_m) FILTER (WHERE prospective_m IS NOT NULL) AS risk_months_m,
    sum(CAST(prospective_m AS HUGEINT) * months_m) AS prospective_s, sum(CAST(emerging_m AS HUGEINT) * months_m) AS emerging_s,
    sum(allowed_c) AS allowed_c, sum(paid_c) AS paid_c,
    sum(in_scope_c) AS in_scope_c, sum(counted_c) AS counted_c, sum(inside_paid_c) AS inside_paid_c, sum(unpriced) AS unpriced,
    sum(b.preliminary_c) AS preliminary_c, sum(b.effect_c) AS effect_c, sum(b.stays) AS stays, sum(b.expected_c) AS expected_c,
    sum(b.billed_stays) AS billed_stays, sum(b.billed_c) AS billed_c, sum(b.error_c) AS error_c, sum(b.leakage_c) AS leakage_c
  FROM reported r LEFT JOIN beside b USING (contract, member, month) GROUP BY ALL)
SELECT * FROM month
UNION ALL
SELECT a.id, a.level, a.id, NULL, m.year, m.month, sum(m.members), CAST(sum(m.months_m) AS BIGINT), sum(m.risk_months_m), sum(m.prospective_s), sum(m.emerging_s),
  sum(m.allowed_c), sum(m.paid_c), sum(m.in_scope_c), sum(m.counted_c), sum(m.inside_paid_c), sum(m.unpriced),
  sum(m.preliminary_c), sum(m.effect_c), sum(m.stays), sum(m.expected_c), sum(m.billed_stays), sum(m.billed_c), sum(m.error_c), sum(m.leakage_c)
FROM month m JOIN upward a ON a.contract = m.contract AND a.version = m.version
WHERE m.level = 'CONTRACT'
GROUP BY a.level, a.id, m.year, m.month;
