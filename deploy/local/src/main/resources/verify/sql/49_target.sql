-- Targets by method (domain.md 2.9; docs/budget.md): baseline, prior savings, efficiency, update, risk, credibility. Dollars of a
-- member month with fifteen digits after the point, ratios likewise.

CREATE TABLE target_base AS
SELECT t.contract, t.year AS target_year, b.year, b.weight, exactly(b.trend) AS trend,
  coalesce(exactly(b.pmpm), o.pmpm) AS pmpm, coalesce(exactly(b.risk), o.risk, CASE WHEN NOT coalesce(t.riskAdjusted, false) THEN CAST(1000000000000000 AS HUGEINT) END) AS risk
FROM (SELECT *, unnest(baseYears) AS b FROM target_term WHERE baseline IN ('HISTORICAL', 'BLENDED')) t
LEFT JOIN own_year o ON o.contract = t.contract AND o.year = t.b.year;

-- History: each base year at the trend and risk of the last, weighted. The first year that is not known refuses it.
CREATE TABLE target_history AS
SELECT b.contract, b.target_year, arg_max(b.risk, b.year) AS last_risk,
  arg_min(CASE WHEN b.pmpm IS NULL THEN 'NO_BASE_YEAR' ELSE 'NO_RISK' END, b.year) FILTER (WHERE b.pmpm IS NULL OR b.risk IS NULL) AS refusal,
  half_up(sum(half_up(by_ratio(b.pmpm, b.trend) * l.risk, b.risk) * b.weight), sum(b.weight)) AS history
FROM target_base b
JOIN (SELECT contract, target_year, arg_max(risk, year) AS risk FROM target_base GROUP BY ALL) l ON l.contract = b.contract AND l.target_year = b.target_year
GROUP BY ALL;

-- The terms of a target and what they ask of the contract's own sums. One: a whole with fifteen digits.
CREATE TABLE target_input AS
SELECT t.*, h.history, o.months_m, o.cost_months_m, CASE WHEN t.comparisonYear IS NULL THEN exactly(t.region) ELSE k.region_p END AS region_p,
  exactly(t.previousBaseline) AS previous_p, exactly(t.market) AS market_p, one,
  CASE WHEN len(t.priorSavings) > 0 THEN half_up(CAST(list_sum(list_transform(t.priorSavings, lambda p: exactly(p))) AS HUGEINT), len(t.priorSavings)) END AS prior_p,
  CASE t.update WHEN 'NATIONAL' THEN exactly(t.nationalGrowth) WHEN 'REGIONAL' THEN exactly(t.regionalGrowth) WHEN 'FIXED' THEN exactly(t.fixedGrowth)
    WHEN 'BLEND' THEN by_ratio(exactly(t.nationalGrowth), exactly(t.nationalWeight)) + by_ratio(exactly(t.regionalGrowth), one - exactly(t.nationalWeight))
    ELSE list_reduce(list_transform(t.trends, lambda r: one + exactly(r)), lambda a, r: by_ratio(a, r), one) END AS growth,
  -- without a history the risk of the year of the comparison
  coalesce(h.last_risk, CASE t.baseline WHEN 'REGIONAL' THEN r.risk END) AS base_risk,
  CASE WHEN t.riskAdjusted THEN half_up(o.risk * one, base_risk) END AS risk_change,
  CASE WHEN o.months_m >= micro(t.credibleFrom) THEN one WHEN t.credibleFrom IS NOT NULL THEN root_of((o.months_m * one // micro(t.credibleFrom)) * one
      + (o.months_m * one % micro(t.credibleFrom)) * one // micro(t.credibleFrom)) END AS credibility,
  CASE WHEN o.months_m IS NULL THEN 'NO_MEMBER_MONTHS' WHEN h.refusal IS NOT NULL THEN h.refusal WHEN k.region_p IS NULL AND k.asked THEN 'NO_COMPARISON'
    WHEN t.riskAdjusted AND (base_risk IS NULL OR o.risk IS NULL) THEN 'NO_RISK' END AS refusal
FROM target_term t
LEFT JOIN target_history h ON h.contract = t.contract AND h.target_year = t.year
LEFT JOIN own_year o ON o.contract = t.contract AND o.year = t.year
LEFT JOIN (SELECT *, true AS asked FROM comparison_region) k ON k.contract = t.contract AND k.target_year = t.year
LEFT JOIN own_year r ON r.contract = t.contract AND r.year = t.comparisonYear,
  (SELECT CAST(1000000000000000 AS HUGEINT) AS one);

-- Step by step. What was saved before is given back in part, a loss is not; a practice that already costs so much less than
-- its region keeps at least the baseline of the agreement before.
CREATE TABLE target AS
WITH region AS (
  SELECT *, CASE baseline WHEN 'BLENDED' THEN CASE WHEN region_p >= history THEN coalesce(exactly(weightIfRegionHigher), 350000000000000)
      ELSE coalesce(exactly(weightIfRegionLower), 150000000000000) END END AS region_weight
  FROM target_input),
baseline AS (
  SELECT *, CASE baseline WHEN 'STATED' THEN exactly(stated) WHEN 'REGIONAL' THEN region_p WHEN 'HISTORICAL' THEN history
      ELSE history + greatest(-exactly(blendCap), least(exactly(blendCap), by_ratio(region_p - history, region_weight))) END AS base,
    CASE WHEN prior_p IS NOT NULL THEN least(by_ratio(greatest(prior_p, 0), coalesce(exactly(priorSavingsShare), 500000000000000)),
      coalesce(exactly(priorSavingsCap), 1000000 * one)) END AS given_back,
    by_ratio(region_p, exactly(efficientAt)) AS threshold
  FROM region),
saved AS (SELECT *, base + coalesce(given_back, 0) AS with_savings FROM baseline),
efficient AS (SELECT *, CASE WHEN history <= threshold THEN greatest(with_savings, previous_p) ELSE with_savings END AS floored FROM saved),
updated AS (
  SELECT *, by_ratio(floored, growth) AS updated,
    CASE WHEN riskAdjusted THEN greatest(coalesce(exactly(riskFloor), 0), least(coalesce(exactly(riskCap), 1000 * one), risk_change)) END AS risk_ratio
  FROM efficient),
risked AS (SELECT *, CASE WHEN risk_ratio IS NULL THEN updated ELSE by_ratio(updated, risk_ratio) END AS own FROM updated),
credible AS (
  SELECT *, CASE WHEN refusal IS NULL THEN CASE WHEN credibility IS NULL THEN own
      ELSE by_ratio(own, credibility) + by_ratio(market_p, one - credibility) END END AS exact
  FROM risked)
SELECT *, half_up(half_up(exact * cost_months_m, 1000000), 10000000000000) * 10000000000000 AS budget FROM credible;

-- The worksheet, as it is published: the year's completed cost, and every step by name.
INSERT INTO expect_parameter BY NAME
SELECT t.contract || '|TARGET|' || t.year AS key, t.contract, 'TARGET' AS name, CAST(t.year AS VARCHAR) AS period,
  month_text(CAST(date_trunc('month', run.business_date) - INTERVAL 1 MONTH AS DATE)) AS through, rate_of(coalesce(o.cost_months_m, 0)) AS memberMonths,
  dollars(CAST(coalesce(o.completed_c, 0) AS BIGINT)) AS completed,
  t.refusal AS "target.refusal", rate_of(half_up(t.exact, 1000000000)) AS "target.pmpm"
FROM target t
LEFT JOIN own_year o ON o.contract = t.contract AND o.year = t.year, run;

CREATE TABLE expect_parameter_steps AS
SELECT contract || '|TARGET|' || year AS key, name AS item, rate_of(half_up(value, 1000000000)) AS value
FROM (
  SELECT b.contract, b.target_year AS year, 'baseYear.' || b.year || '.restated' AS name, half_up(by_ratio(b.pmpm, b.trend) * h.last_risk, b.risk) AS value
  FROM target_base b JOIN target_history h ON h.contract = b.contract AND h.target_year = b.target_year
  UNION ALL
  SELECT contract, target_year, name, value FROM comparison_step
  UNION ALL
  SELECT contract, year, unnest(['stated', 'historical', 'regional', 'regionalWeight', 'regionalMove', 'blended', 'priorSavings', 'baselineWithPriorSavings',
      'efficientAt', 'baselineOfEfficient', 'update', 'updated', 'riskRatio', 'riskAdjusted', 'credibility', 'credible', 'perMemberMonth', 'budget']),
    unnest([CASE baseline WHEN 'STATED' THEN base END, history, CASE WHEN baseline IN ('REGIONAL', 'BLENDED') THEN region_p END,
      region_weight, CASE baseline WHEN 'BLENDED' THEN base - history END, CASE baseline WHEN 'BLENDED' THEN base END, given_back,
      CASE WHEN given_back IS NOT NULL THEN with_savings END, threshold, CASE WHEN threshold IS NOT NULL THEN floored END, growth, updated, risk_ratio,
      CASE WHEN risk_ratio IS NOT NULL THEN own END, credibility, CASE WHEN credibility IS NOT NULL THEN exact END, exact, budget])
  FROM target)
JOIN (SELECT contract, year FROM target WHERE refusal IS NULL) USING (contract, year)
WHERE value IS NOT NULL;
