-- The facts that an estimate publishes with itself, against those that the feed gives: cost and members of the level to date, the
-- counts of the quality programme, and the figures that somebody states (docs/feed-format.md, attestation and premium: the highest
-- version holds, a later receipt among equal ones; a voided figure is none).

CREATE TABLE stated_figure AS
SELECT * EXCLUDE (place) FROM (
  SELECT j.contract, j.level, j.id, j.year, j.name, j.value, j.status, row_number() OVER (
      PARTITION BY j.contract, j.level, j.id, j.year, j.name ORDER BY j.version DESC, coalesce(j.receivedAt, as_of) DESC) AS place
  FROM (
    SELECT as_of, json_transform(text, '{"contract":"VARCHAR","level":"VARCHAR","id":"VARCHAR","year":"INTEGER","name":"VARCHAR",
      "value":"DECIMAL(24,6)","version":"INTEGER","status":"VARCHAR","receivedAt":"TIMESTAMP"}') AS j
    FROM accepted_line WHERE record_type = 'attestation'))
WHERE place = 1 AND status = 'ACTIVE';

CREATE TABLE expect_estimate_inputs AS
WITH month AS (
  SELECT f.contract, f.level, f.id, f.year, t.period, t.months_m, t.risk_months_m, t.prospective_s, t.leakage_c
  FROM estimate_figure f
  JOIN period_total t ON t.contract = f.contract AND t.level = f.level AND t.id = f.id AND t.period[1:4] = CAST(f.year AS VARCHAR)),
part AS (
  SELECT contract, level, id, year, unnest([
    {'name': 'cost.budget', 'value': CAST(dollars(b) AS DECIMAL(24,6))}, {'name': 'cost.counted', 'value': CAST(dollars(e - coming) AS DECIMAL(24,6))},
    {'name': 'members.count', 'value': CAST(members AS DECIMAL(24,6))}, {'name': 'members.months', 'value': CAST(rate_of(months_m) AS DECIMAL(24,6))}]) AS f
  FROM estimate_figure
  UNION ALL
  SELECT contract, level, id, year, {'name': 'cost.unpaid.expected', 'value': CAST(dollars(coming) AS DECIMAL(24,6))}
  FROM estimate_figure WHERE completes
  UNION ALL
  SELECT contract, level, id, year, {'name': CASE WHEN len(period) = 4 THEN 'members.riskScore' ELSE 'members.month.' || period || '.riskScore' END,
    'value': CAST(rate_of(half_up(prospective_s * 1000, risk_months_m)) AS DECIMAL(24,6))}
  FROM month WHERE risk_months_m > 0
  UNION ALL
  SELECT contract, level, id, year, {'name': 'members.month.' || period || '.months', 'value': CAST(rate_of(months_m) AS DECIMAL(24,6))}
  FROM month WHERE len(period) = 7
  UNION ALL
  SELECT contract, level, id, year, {'name': 'members.month.' || period || '.capitationLeakage', 'value': CAST(dollars(leakage_c) AS DECIMAL(24,6))}
  FROM month WHERE len(period) = 7 AND leakage_c IS NOT NULL
  UNION ALL
  SELECT f.contract, f.level, f.id, f.year, unnest([
    {'name': 'quality.measure.' || m.measure || '.numerator', 'value': CAST(m.numerator AS DECIMAL(24,6))},
    {'name': 'quality.measure.' || m.measure || '.denominator', 'value': CAST(m.denominator AS DECIMAL(24,6))},
    {'name': 'quality.measure.' || m.measure || '.points', 'value': CAST(m.points AS DECIMAL(24,6))}])
  FROM estimate_figure f
  JOIN measure_score m ON m.contract = f.contract AND m.year = f.year AND m.level = f.level AND m.id = f.id
  UNION ALL
  SELECT contract, level, id, year, {'name': 'stated.' || name, 'value': value} FROM stated_figure
  UNION ALL
  SELECT f.contract, 'ACO', o.aco, f.year, {'name': 'stated.' || f.name, 'value': f.value}
  FROM stated_figure f JOIN settled_aco o USING (contract)
  WHERE f.level = 'CONTRACT' AND NOT EXISTS (SELECT 1 FROM stated_figure s
    WHERE s.contract = f.contract AND s.level = 'ACO' AND s.id = o.aco AND s.year = f.year AND s.name = f.name)
  UNION ALL
  SELECT p.contract, l.level, l.id, a.year, unnest([
    {'name': 'stated.premium', 'value': CAST(sum(p.premium) AS DECIMAL(24,6))}, {'name': 'stated.taxesAndFees', 'value': CAST(sum(p.taxes) AS DECIMAL(24,6))}])
  FROM month_premium p
  JOIN agreed a ON a.contract = p.contract AND a.year = year(p.month)
  JOIN (SELECT DISTINCT contract, 'CONTRACT' AS level, contract AS id FROM agreed
    UNION ALL SELECT contract, 'ACO', aco FROM settled_aco) l ON l.contract = p.contract, run
  WHERE p.month <= run.business_date
    AND NOT EXISTS (SELECT 1 FROM stated_figure s WHERE s.contract = p.contract AND s.level IN ('CONTRACT', l.level) AND s.year = a.year
      AND s.name = 'premium')
  GROUP BY p.contract, l.level, l.id, a.year)
SELECT p.contract || '|' || p.level || '|' || p.id || '|' || p.year AS key, p.f.name AS item, p.f.value AS value
FROM part p
JOIN estimate_figure e ON e.contract = p.contract AND e.level = p.level AND e.id = p.id AND e.year = p.year
WHERE p.f.value IS NOT NULL;
