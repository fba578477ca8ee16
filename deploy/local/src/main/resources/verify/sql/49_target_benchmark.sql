-- The program's benchmark, step by step: towards the region, prior savings or health equity, whichever is largest; update; risk.

-- Towards the region: a share of the difference that depends on how often and on which side, within 5 % of the nation (from 2024 a decrease
-- within 1.5 %, less what the share of dual members and their risk offset).
CREATE TABLE program_region AS
WITH difference AS (
  SELECT h.*, g.of_2024, g.of_2025, exactly(p.t.national) AS national, exactly(p.t.region) - h.historical AS difference,
    CASE WHEN sum(by_ratio(exactly(p.t.region) - h.historical, h.mix)) OVER every >= 0
      THEN CASE g.adjustments WHEN 1 THEN 350000000000000 ELSE 500000000000000 END
      ELSE CASE g.adjustments WHEN 1 THEN 150000000000000 WHEN 2 THEN 250000000000000 WHEN 3 THEN 350000000000000 ELSE 500000000000000 END END AS share,
    CASE WHEN g.of_2024 THEN 1000000000000000 - greatest(0, least(1000000000000000,
      exactly(g.dualShare) + sum(by_ratio(h.third_risk, h.mix)) OVER every - 1000000000000000)) END AS kept
  FROM program_history h
  JOIN program_term g ON g.contract = h.contract AND g.year = h.year
  JOIN program_type p ON p.contract = h.contract AND p.year = h.year AND p.type = h.type
  WINDOW every AS (PARTITION BY h.contract, h.year)),
capped AS (
  SELECT *, least(by_ratio(national, 50000000000000), greatest(by_ratio(difference, share),
    -by_ratio(national, CASE WHEN of_2024 THEN 15000000000000 ELSE 50000000000000 END))) AS capped
  FROM difference)
SELECT *, CASE WHEN of_2024 AND capped < 0 THEN by_ratio(capped, kept) ELSE capped END AS regional FROM capped;

-- One figure of each kind for all types; the largest is made, before 2024 the region's whatever it is. Prior savings shrink as the
-- benchmark years have more person-years in the mean than the years in which they were made.
CREATE TABLE program_adjustment AS
WITH one AS (
  SELECT r.contract, r.year, any_value(r.of_2024) AS of_2024, any_value(r.of_2025) AS of_2025, any_value(r.share) AS share, any_value(r.kept) AS kept,
    sum(by_ratio(r.difference, r.mix)) AS difference, sum(by_ratio(r.regional, r.mix)) AS regional, sum(by_ratio(r.national, r.mix)) AS national,
    sum(by_ratio(r.third_risk, r.mix)) AS risk, sum(r.all_months_m) AS all_months_m
  FROM program_region r GROUP BY ALL),
prior AS (
  SELECT contract, year, half_up(CAST(list_sum(list_transform(priorSavings, lambda p: CASE WHEN coalesce(p.reconciled, true) AND NOT coalesce(p.withheld, false)
    THEN exactly(p.perCapita) ELSE 0 END)) AS HUGEINT), len(priorSavings)) AS mean, priorPersonYears, lowIncomeShare
  FROM program_term),
saved AS (
  SELECT o.*, p.mean, p.lowIncomeShare, CASE WHEN o.of_2024 THEN CASE WHEN p.mean > 0 THEN least(by_ratio(half_up(p.mean * least(
      CAST(micro(p.priorPersonYears) AS HUGEINT) * 36, o.all_months_m), o.all_months_m), 500000000000000), by_ratio(o.national, 50000000000000)) ELSE 0 END END AS prior
  FROM one o JOIN prior p ON p.contract = o.contract AND p.year = o.year),
equity AS (
  SELECT *, CASE WHEN of_2025 THEN CASE WHEN lowIncomeShare >= 0.15 THEN by_ratio(by_ratio(national, 50000000000000)
    - greatest(regional, prior, 0), exactly(lowIncomeShare)) ELSE 0 END END AS equity
  FROM saved)
SELECT *, CASE WHEN NOT of_2024 THEN 'REGIONAL' WHEN coalesce(equity, 0) > greatest(regional, prior, 0) THEN 'HEALTH_EQUITY'
    WHEN regional > 0 AND regional >= prior THEN 'REGIONAL' WHEN prior > 0 THEN 'PRIOR_SAVINGS' ELSE 'NONE' END AS kind
FROM equity;

-- Weights of the growths that are measured over all types: benchmark and person-years of the performance year.
CREATE TABLE program_weighed AS
SELECT r.contract, r.year, r.type, r.named, r.historical, r.mix, r.difference, r.capped, r.regional, r.third_risk, p.t, p.months_m, p.risk, p.place, a.of_2024,
  adjusted, half_up(p.risk * CAST(1000000000000000 AS HUGEINT), r.third_risk) AS risk_growth, half_up(adjusted * p.months_m, 1000000000000) AS weight,
  p.months_m IS NULL AS absent
FROM program_region r
JOIN program_adjustment a ON a.contract = r.contract AND a.year = r.year
JOIN program_type p ON p.contract = r.contract AND p.year = r.year AND p.type = r.type,
  LATERAL (SELECT r.historical + CASE a.kind WHEN 'REGIONAL' THEN r.regional WHEN 'PRIOR_SAVINGS' THEN a.prior WHEN 'HEALTH_EQUITY' THEN a.equity ELSE 0 END
    AS adjusted) x;

CREATE TABLE program_growth AS
SELECT *, CASE WHEN of_2024 THEN regional_free + by_ratio(greatest(regional_growth - regional_free, 0), market) END AS regional_cap
FROM (
  SELECT w.contract, w.year, any_value(w.of_2024) AS of_2024, any_value(exactly(g.marketShare)) AS market,
    half_up(sum(weight * risk_growth), sum(weight)) AS risk_growth,
    half_up(sum(weight * exactly(t.demographicGrowth)), sum(weight)) + 30000000000000 AS risk_cap,
    half_up(sum(weight * exactly(t.regionalRiskGrowth)), sum(weight)) AS regional_growth,
    half_up(sum(weight * exactly(t.regionalDemographicGrowth)), sum(weight)) + 30000000000000 AS regional_free
  FROM program_weighed w JOIN program_term g ON g.contract = w.contract AND g.year = w.year
  GROUP BY w.contract, w.year);

CREATE TABLE program_updated AS
WITH factor AS (
  SELECT w.*, g.risk_growth AS all_growth, g.risk_cap, CASE WHEN w.of_2024 THEN CASE WHEN g.regional_growth > g.regional_cap
      AND exactly(w.t.regionalRiskGrowth) > g.regional_cap THEN half_up(exactly(w.t.regionalRiskGrowth) * 1000000000000000, g.regional_cap)
    ELSE 1000000000000000 END END AS regional_factor
  FROM program_weighed w JOIN program_growth g ON g.contract = w.contract AND g.year = w.year),
two_way AS (
  SELECT f.*, exactly(g.reducedTrendWeight) AS reduced, by_ratio(exactly(f.t.nationalGrowth), exactly(g.updateWeight)) + by_ratio(by_ratio(exactly(f.t.regionalGrowth),
    coalesce(f.regional_factor, 1000000000000000)), 1000000000000000 - exactly(g.updateWeight)) AS two_way
  FROM factor f JOIN program_term g ON g.contract = f.contract AND g.year = f.year),
grown AS (
  SELECT *, CASE WHEN of_2024 THEN CASE WHEN reduced IS NULL THEN half_up(2 * two_way + exactly(t.prospectiveTrend), 3)
      ELSE by_ratio(two_way, 1000000000000000 - reduced) + by_ratio(exactly(t.prospectiveTrend), reduced) END END AS three_way,
    CASE WHEN of_2024 THEN CASE WHEN all_growth > risk_cap THEN least(risk_growth, risk_cap) ELSE risk_growth END
      ELSE least(risk_growth, 1030000000000000) END AS ratio
  FROM two_way)
SELECT *, by_ratio(by_ratio(adjusted, coalesce(three_way, two_way)), ratio) AS updated FROM grown;

CREATE TABLE program_target AS
WITH made AS (
  SELECT contract, year, half_up(sum(updated * months_m), sum(months_m)) AS per_capita, half_up(sum(updated * months_m), CAST(12000000 AS HUGEINT)) AS total
  FROM program_updated GROUP BY ALL),
missing AS (
  SELECT y.contract, y.target_year AS year, 1 AS rank, 'NO_BASE_YEAR' AS refusal, y.named || '.' || y.year AS figure
  FROM program_year y WHERE y.per_capita IS NULL
  UNION ALL
  SELECT contract, year, 2, 'NO_MEMBER_MONTHS', named FROM program_type WHERE months_m IS NULL
  UNION ALL
  SELECT contract, year, 3, 'NO_RISK', named FROM program_type WHERE risk IS NULL
  UNION ALL
  SELECT contract, target_year, 3, 'NO_RISK', named FROM program_year WHERE risk IS NULL)
SELECT g.contract, g.version, g.year, first(m.refusal ORDER BY m.rank, m.figure) AS refusal, first(m.figure ORDER BY m.rank, m.figure) AS figure,
  any_value(t.per_capita) AS per_capita, any_value(t.total) AS total, half_up(any_value(t.per_capita), 12) AS exact
FROM program_term g
LEFT JOIN made t ON t.contract = g.contract AND t.year = g.year
LEFT JOIN missing m ON m.contract = g.contract AND m.year = g.year
GROUP BY g.contract, g.version, g.year;

CREATE TABLE type_target AS
SELECT u.contract, u.year, u.type, half_up(u.updated, 12) AS pmpm
FROM program_updated u JOIN program_target t ON t.contract = u.contract AND t.year = u.year AND t.refusal IS NULL;

INSERT INTO target BY NAME SELECT contract, version, year, refusal, CASE WHEN refusal IS NULL THEN exact END AS exact FROM program_target;

INSERT INTO expect_parameter BY NAME
SELECT t.contract || '|TARGET|' || t.year AS key, t.contract, 'TARGET' AS name, CAST(t.year AS VARCHAR) AS period,
  month_text(CAST(date_trunc('month', run.business_date) - INTERVAL 1 MONTH AS DATE)) AS through, rate_of(coalesce(o.cost_months_m, 0)) AS memberMonths,
  dollars(CAST(coalesce(o.completed_c, 0) AS BIGINT)) AS completed,
  t.refusal AS "target.refusal", CASE WHEN t.refusal IS NULL THEN rate_of(half_up(t.exact, 1000000000)) END AS "target.pmpm"
FROM program_target t
LEFT JOIN own_year o ON o.contract = t.contract AND o.year = t.year, run;

CREATE TABLE expect_parameter_types AS
SELECT contract || '|TARGET|' || year AS key, type AS item, rate_of(half_up(pmpm, 1000000000)) AS pmpm FROM type_target;

-- The worksheet's figures that the steps of settlement.md 2 name.
CREATE TABLE expect_program_steps AS
SELECT contract || '|TARGET|' || year AS key, name AS item, rate_of(half_up(value, 1000000000)) AS value
FROM (
  SELECT contract, target_year AS year, unnest([CASE WHEN NOT stated THEN named || '.' || year || '.perCapita' END, named || '.' || year || '.restated']) AS name,
    unnest([per_capita, restated]) AS value FROM program_restated
  UNION ALL
  SELECT contract, year, named || unnest(['.historical', '.mix', '.regionalDifference', '.regional', '.adjusted', '.regionalRiskFactor', '.twoWayGrowth',
      '.threeWayGrowth', '.riskGrowth', '.riskRatio', '.updated', '.perMemberMonth']),
    unnest([historical, mix, difference, regional, adjusted, regional_factor, two_way, three_way, risk_growth, ratio, updated, half_up(updated, 12)])
  FROM program_updated
  UNION ALL
  SELECT contract, year, unnest(['regionalDifference', 'regionalShare', 'keptOfDecrease', 'regional', 'priorSavings', 'healthEquity']),
    unnest([difference, share, kept, regional, prior, equity])
  FROM program_adjustment
  UNION ALL
  SELECT contract, year, unnest(['riskGrowth', 'riskGrowthCap', 'regionalRiskGrowth', 'regionalRiskGrowthCap']),
    unnest([risk_growth, risk_cap, regional_growth, regional_cap])
  FROM program_growth WHERE of_2024
  UNION ALL
  SELECT contract, year, unnest(['total', 'perCapita', 'perMemberMonth']), unnest([total, per_capita, exact]) FROM program_target)
JOIN (SELECT contract, year FROM program_target WHERE refusal IS NULL) USING (contract, year)
WHERE name IS NOT NULL AND value IS NOT NULL;
