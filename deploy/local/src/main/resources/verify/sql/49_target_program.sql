-- Benchmarks of the Shared Savings Program (settlement.md 2; 42 CFR 425.601, .652-.662; docs/budget.md): benchmark years by enrollment type,
-- adjustment, update, risk. Dollars of a person-year and ratios with fifteen digits after the point.

CREATE TABLE program_term AS
SELECT y.contract, y.version, p.* EXCLUDE (types), p.types, coalesce(p.regionalAdjustments, p.agreementPeriod) AS adjustments,
  p.agreementStart >= DATE '2024-01-01' AS of_2024, p.agreementStart >= DATE '2025-01-01' AS of_2025
FROM (SELECT contract, year, arg_max(version, month) AS version FROM contract_month GROUP BY ALL) y
JOIN (
  SELECT contract, version, unnest(from_json(cost.programBenchmarks, '[{"year":"INTEGER","agreementStart":"DATE","agreementPeriod":"INTEGER",
      "regionalAdjustments":"INTEGER","trendWeight":"DECIMAL(18,6)","updateWeight":"DECIMAL(18,6)","reducedTrendWeight":"DECIMAL(18,6)",
      "marketShare":"DECIMAL(18,6)","dualShare":"DECIMAL(18,6)","lowIncomeShare":"DECIMAL(18,6)","priorPersonYears":"DECIMAL(18,6)",
      "priorSavings":[{"perCapita":"DECIMAL(18,6)","reconciled":"BOOLEAN","withheld":"BOOLEAN"}],
      "types":[{"type":"VARCHAR","region":"DECIMAL(18,6)","national":"DECIMAL(18,6)","nationalGrowth":"DECIMAL(18,6)","regionalGrowth":"DECIMAL(18,6)",
        "prospectiveTrend":"DECIMAL(18,6)","regionalRiskGrowth":"DECIMAL(18,6)","regionalDemographicGrowth":"DECIMAL(18,6)",
        "demographicGrowth":"DECIMAL(18,6)","assignableRisk":"DECIMAL(18,6)","years":[{"year":"INTEGER","nationalGrowth":"DECIMAL(18,6)",
          "regionalGrowth":"DECIMAL(18,6)","perCapita":"DECIMAL(18,6)","riskScore":"DECIMAL(18,6)","personYears":"DECIMAL(18,6)",
          "assignableRisk":"DECIMAL(18,6)"}]}]}]')) AS p
  FROM terms WHERE cost.programBenchmarks IS NOT NULL) t ON t.contract = y.contract AND t.version = y.version AND t.p.year = y.year;

-- The contract's own year of a type: cost at the year's completion factor, member months, mean risk.
CREATE TABLE own_type_year AS
SELECT m.contract, m.year, m.type, m.months_m, m.risk,
  CASE WHEN c.contract IS NULL THEN CAST(m.counted_c AS HUGEINT) * one
    WHEN f.counted_c <> 0 THEN half_up(CAST(m.counted_c AS HUGEINT) * one * f.completed_c, f.counted_c) END AS cost_p
FROM (
  SELECT contract, year, enrollment_type AS type, CAST(sum(months_m) AS BIGINT) AS months_m, CAST(sum(counted_c) AS BIGINT) AS counted_c,
    half_up(sum(CAST(prospective_m AS HUGEINT) * months_m) * 1000000000000, sum(months_m) FILTER (WHERE prospective_m IS NOT NULL)) AS risk
  FROM member_month WHERE enrollment_type IS NOT NULL GROUP BY ALL) m
LEFT JOIN completing c ON c.contract = m.contract
LEFT JOIN completion_year f ON f.contract = m.contract AND f.year = m.year AND f.level = 'CONTRACT',
  (SELECT CAST(1000000000000 AS HUGEINT) AS one);

CREATE TABLE program_type AS
SELECT p.contract, p.year, p.t.type AS type, p.t AS t, list_position(['ESRD', 'DISABLED', 'AGED_DUAL', 'AGED_NON_DUAL'], p.t.type) AS place,
  CASE p.t.type WHEN 'ESRD' THEN 'esrd' WHEN 'DISABLED' THEN 'disabled' WHEN 'AGED_DUAL' THEN 'agedDual' ELSE 'agedNonDual' END AS named,
  o.months_m, half_up(o.risk * 1000000, coalesce(micro(p.t.assignableRisk), 1000000)) AS risk
FROM (SELECT contract, year, unnest(types) AS t FROM program_term) p
LEFT JOIN own_type_year o ON o.contract = p.contract AND o.year = p.year AND o.type = p.t.type;

-- A benchmark year is stated as a whole, else the contract's own.
CREATE TABLE program_year AS
SELECT p.contract, p.year AS target_year, p.type, p.named, y.y.year AS year, row_number() OVER (PARTITION BY p.contract, p.year, p.type ORDER BY y.y.year) AS nr,
  stated, CASE WHEN stated THEN exactly(y.y.perCapita) ELSE half_up(o.cost_p * 120000000, o.months_m) END AS per_capita,
  CASE WHEN stated THEN exactly(y.y.riskScore) ELSE half_up(o.risk * 1000000, coalesce(micro(y.y.assignableRisk), 1000000)) END AS risk,
  CASE WHEN stated THEN CAST(micro(y.y.personYears) AS HUGEINT) * 12 ELSE o.months_m END AS months_m,
  by_ratio(exactly(g.trendWeight), coalesce(exactly(y.y.nationalGrowth), 1000000000000000))
    + by_ratio(1000000000000000 - exactly(g.trendWeight), coalesce(exactly(y.y.regionalGrowth), 1000000000000000)) AS trend
FROM program_type p
JOIN program_term g ON g.contract = p.contract AND g.year = p.year
JOIN LATERAL (SELECT unnest(p.t.years) AS y) y ON true
LEFT JOIN own_type_year o ON o.contract = p.contract AND o.year = y.y.year AND o.type = p.type,
  LATERAL (SELECT coalesce(y.y.perCapita IS NOT NULL AND y.y.riskScore IS NOT NULL AND y.y.personYears IS NOT NULL, false) AS stated) z;

CREATE TABLE program_restated AS
SELECT y.*, by_ratio(half_up(y.per_capita * l.risk, y.risk), CASE WHEN y.nr = 3 THEN 1000000000000000 ELSE y.trend END) AS restated
FROM program_year y
JOIN program_year l ON l.contract = y.contract AND l.target_year = y.target_year AND l.type = y.type AND l.nr = 3;

-- Benchmark years at risk and level of the third, 1:3:6 in a first agreement, else alike; the shares of the third year's person-years.
CREATE TABLE program_history AS
SELECT contract, year, type, named, third, third_risk, third_months_m, all_months_m, historical,
  half_up(third_months_m * CAST(1000000000000000 AS HUGEINT), sum(third_months_m) OVER every) AS mix
FROM (
  SELECT y.contract, y.target_year AS year, y.type, y.named, l.year AS third, l.risk AS third_risk, l.months_m AS third_months_m, sum(y.months_m) AS all_months_m,
    half_up(sum(y.restated
        * CASE WHEN g.agreementPeriod = 1 THEN CASE y.nr WHEN 1 THEN 1 WHEN 2 THEN 3 ELSE 6 END ELSE 1 END),
      CASE WHEN any_value(g.agreementPeriod) = 1 THEN 10 ELSE 3 END) AS historical
  FROM program_restated y
  JOIN program_year l ON l.contract = y.contract AND l.target_year = y.target_year AND l.type = y.type AND l.nr = 3
  JOIN program_term g ON g.contract = y.contract AND g.year = y.target_year
  GROUP BY ALL)
WINDOW every AS (PARTITION BY contract, year);
