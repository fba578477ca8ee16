-- Terms of targets by method (docs/budget.md), and what the contract's own years say. Dollars of a member month with fifteen digits after
-- the point, ratios likewise.

CREATE MACRO by_ratio(amount, ratio) AS half_up(amount * ratio, CAST(1000000000000000 AS HUGEINT));
CREATE MACRO exactly(rate) AS CAST(micro(rate) AS HUGEINT) * 1000000000;

CREATE TABLE target_term AS
SELECT * EXCLUDE (place) FROM (
  SELECT y.contract, y.version, g.*, row_number() OVER (PARTITION BY y.contract, g.year ORDER BY y.version DESC) AS place
  FROM (SELECT contract, year, arg_max(version, month) AS version FROM contract_month GROUP BY ALL) y
  JOIN (
    SELECT contract, version, unnest(from_json(cost.targets, '[{"year":"INTEGER","baseline":"VARCHAR","stated":"DECIMAL(18,6)",
        "baseYears":[{"year":"INTEGER","weight":"INTEGER","trend":"DECIMAL(18,6)","pmpm":"DECIMAL(18,6)","risk":"DECIMAL(18,6)"}],
        "region":"DECIMAL(18,6)","weightIfRegionHigher":"DECIMAL(18,6)","weightIfRegionLower":"DECIMAL(18,6)","blendCap":"DECIMAL(18,6)",
        "update":"VARCHAR","nationalGrowth":"DECIMAL(18,6)","regionalGrowth":"DECIMAL(18,6)","nationalWeight":"DECIMAL(18,6)",
        "fixedGrowth":"DECIMAL(18,6)","trends":["DECIMAL(18,6)"],"riskAdjusted":"BOOLEAN","riskCap":"DECIMAL(18,6)","riskFloor":"DECIMAL(18,6)",
        "priorSavings":["DECIMAL(18,6)"],"priorSavingsShare":"DECIMAL(18,6)","priorSavingsCap":"DECIMAL(18,6)","efficientAt":"DECIMAL(18,6)",
        "previousBaseline":"DECIMAL(18,6)","credibleFrom":"DECIMAL(18,6)","market":"DECIMAL(18,6)","comparisonYear":"INTEGER",
        "agreementStart":"DATE","agreementYears":"INTEGER","baseYearGrowth":"DECIMAL(18,6)","byCategory":"BOOLEAN"}]')) AS g
    FROM terms WHERE cost.targets IS NOT NULL) t ON t.contract = y.contract AND t.version = y.version AND t.g.year = y.year);

-- Base years of an agreement in place of those that are listed: the three before the first performance year of the period, 10, 30 and 60 in
-- the first one, else alike, each grown to the last.
UPDATE target_term SET baseYears = p.years
FROM (
  SELECT contract, target_year, list({'year': first_year - 4 + k, 'weight': CASE WHEN period = 0 THEN [10, 30, 60][k] ELSE 1 END,
      'trend': CAST(rate_of(CASE k WHEN 1 THEN half_up(growth_m * growth_m, 1000000) WHEN 2 THEN growth_m ELSE 1000000 END) AS DECIMAL(18,6)),
      'pmpm': CAST(NULL AS DECIMAL(18,6)), 'risk': CAST(NULL AS DECIMAL(18,6))} ORDER BY k) AS years
  FROM (
    SELECT g.contract, g.year AS target_year, since // length AS period, g.year - since % length AS first_year,
      CAST(coalesce(micro(g.baseYearGrowth), 1000000) AS HUGEINT) AS growth_m
    FROM (
      SELECT g.*, age_on(g.agreementStart, m.year_from) AS since, coalesce(g.agreementYears, 5) AS length
      FROM target_term g
      JOIN (SELECT contract, version, year, any_value(year_from) AS year_from FROM contract_month GROUP BY ALL) m
        ON m.contract = g.contract AND m.version = g.version AND m.year = g.year
      WHERE g.agreementStart IS NOT NULL) g),
    (SELECT unnest([1, 2, 3]) AS k)
  GROUP BY ALL) p
WHERE p.contract = target_term.contract AND p.target_year = target_term.year;

-- What the contract's own years cost a member month and how ill its members were: completed months where it completes.
CREATE TABLE own_year AS
SELECT *, CASE WHEN cost_months_m > 0 THEN half_up(completed_c * CAST(10000000000000 AS HUGEINT) * 1000000, cost_months_m) END AS pmpm
FROM (
  SELECT t.contract, t.year, t.months_m, half_up(t.prospective_s * 1000000000000, t.risk_months_m) AS risk,
    CASE WHEN c.contract IS NULL THEN t.months_m ELSE f.months_m END AS cost_months_m,
    CASE WHEN c.contract IS NULL THEN t.counted_c ELSE f.completed_c END AS completed_c
  FROM (
    SELECT contract, year, CAST(sum(months_m) AS BIGINT) AS months_m, CAST(sum(counted_c) AS HUGEINT) AS counted_c, sum(prospective_s) AS prospective_s,
      sum(risk_months_m) AS risk_months_m
    FROM month_total WHERE level = 'CONTRACT' GROUP BY ALL) t
  LEFT JOIN completing c ON c.contract = t.contract
  LEFT JOIN completion_year f ON f.contract = t.contract AND f.year = t.year AND f.level = 'CONTRACT');
