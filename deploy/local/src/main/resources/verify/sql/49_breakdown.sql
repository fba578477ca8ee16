-- Cost by drug, specialty, specialist, referral and disease (domain.md 4 no. 4, docs/benchmark.md "cost.breakdowns"): raw cost of member
-- months, before scope and truncation.

CREATE TABLE asked_breakdown AS SELECT contract, version, unnest(cost.breakdowns) AS kind FROM terms;

-- Chronic conditions of a member in a calendar year, by what risk-eligible claims of that year and the one before say.
CREATE TABLE member_disease AS
SELECT DISTINCT d.member, y.year, c.condition
FROM risk_code d
JOIN raw_disease c ON c.icd10 = d.icd10, LATERAL (SELECT unnest([d.year, d.year + 1]) AS year) y;

CREATE TABLE breakdown_line AS
WITH line AS (
  SELECT l.contract, l.member, l.month, l.year, k.kind, l.allowed_c, l.paid_c,
    CASE k.kind WHEN 'DRUG' THEN coalesce(l.ndc[1:9], '-') WHEN 'SPECIALTY' THEN coalesce(l.specialty, l.taxonomy, '-') WHEN 'REFERRAL' THEN l.referring ELSE coalesce(l.npi, '-') END AS id,
    CASE WHEN k.kind IN ('SPECIALIST', 'REFERRAL') THEN l.tin END AS tin,
    -- nobody knows of a line without a practice whether it stayed inside
    CASE WHEN k.kind IN ('SPECIALIST', 'REFERRAL') AND l.tin IS NOT NULL THEN l.inside END AS inside,
    CASE WHEN k.kind <> 'DRUG' THEN CASE WHEN l.inside THEN l.paid_c ELSE 0 END END AS inside_paid_c,
    CASE WHEN k.kind IN ('SPECIALTY', 'SPECIALIST') THEN CASE WHEN l.referring IS NULL THEN 0 ELSE l.paid_c END END AS referred_paid_c,
    CASE k.kind WHEN 'DRUG' THEN coalesce(l.units_m, 0) END AS units_m
  FROM cost_line l JOIN asked_breakdown k ON k.contract = l.contract AND k.version = l.version
  -- primary care has a specialty too, but neither a specialist nor a referral
  WHERE NOT l.compared AND CASE k.kind WHEN 'DRUG' THEN l.category = 'PHARMACY' WHEN 'SPECIALTY' THEN l.category IN ('PROF_PRIMARY', 'PROF_SPECIALTY')
    WHEN 'SPECIALIST' THEN l.category = 'PROF_SPECIALTY' WHEN 'REFERRAL' THEN l.category = 'PROF_SPECIALTY' AND l.referring IS NOT NULL END)
SELECT contract, member, month, year, kind, id, tin, inside, CAST(sum(units_m) AS BIGINT) AS units_m, CAST(sum(allowed_c) AS BIGINT) AS allowed_c,
  CAST(sum(paid_c) AS BIGINT) AS paid_c, CAST(sum(inside_paid_c) AS BIGINT) AS inside_paid_c, CAST(sum(referred_paid_c) AS BIGINT) AS referred_paid_c
FROM line GROUP BY ALL
UNION ALL
-- a disease has everything that the member cost in the month, so that diseases overlap
SELECT m.contract, m.member, m.month, m.year, 'DISEASE', d.condition, NULL, NULL, NULL, m.allowed_c, m.paid_c, NULL, NULL
FROM member_month m
JOIN asked_breakdown k ON k.contract = m.contract AND k.version = m.version AND k.kind = 'DISEASE'
JOIN member_disease d ON d.member = m.member AND d.year = year(m.month);

CREATE TABLE expect_member_breakdown AS
SELECT m.member || '|' || m.contract || '|' || month_text(m.month) AS key, m.member, m.contract, month_text(m.month) AS month, m.tin, m.npi
FROM member_month m
WHERE EXISTS (SELECT 1 FROM breakdown_line b WHERE b.contract = m.contract AND b.member = m.member AND b.month = m.month);

CREATE TABLE expect_member_breakdown_lines AS
SELECT member || '|' || contract || '|' || month_text(month) AS key,
  CAST(row_number() OVER (PARTITION BY contract, member, month ORDER BY list_position(['DRUG', 'SPECIALTY', 'SPECIALIST', 'REFERRAL', 'DISEASE'], kind), id, tin, inside) AS VARCHAR) AS item,
  kind, id, tin, inside, rate_of(units_m) AS units, dollars(allowed_c) AS allowed, dollars(paid_c) AS paid,
  CASE kind WHEN 'SPECIALIST' THEN dollars(referred_paid_c) END AS referredPaid
FROM breakdown_line;

CREATE TABLE expect_cost_breakdown AS
SELECT contract || '|' || kind || '|' || id || '|' || period AS key, contract, kind, id, period, count(DISTINCT (member, month)) AS memberMonths,
  dollars(CAST(sum(allowed_c) AS BIGINT)) AS allowed, dollars(CAST(sum(paid_c) AS BIGINT)) AS paid,
  dollars(CAST(sum(inside_paid_c) AS BIGINT)) AS insidePaid, CASE WHEN sum(paid_c) <> 0 THEN rate_of(half_up(sum(CAST(inside_paid_c AS HUGEINT)) * 1000000, sum(paid_c))) END AS insideShare,
  dollars(CAST(sum(referred_paid_c) AS BIGINT)) AS referredPaid, CASE WHEN sum(paid_c) <> 0 THEN rate_of(half_up(sum(CAST(referred_paid_c AS HUGEINT)) * 1000000, sum(paid_c))) END AS referredShare,
  rate_of(CAST(sum(units_m) AS BIGINT)) AS units
FROM (SELECT *, unnest([month_text(month), CAST(year AS VARCHAR)]) AS period FROM breakdown_line)
GROUP BY contract, kind, id, period;
