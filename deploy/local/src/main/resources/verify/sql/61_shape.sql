-- Contract shapes (settlement.md 5 a-f, docs/contract-shapes.md) on the facts that an estimate publishes with itself: what they
-- pay under the contract's terms, rounded half up to the cent once. Ratios carry twelve digits after the point, money nine
-- after the cent. Only estimates that were not refused; what is open is taken as the expected view takes it.

-- Estimates, and the levels of final statements and restatements, whose facts are frozen; a statement's key comes before the level's.
CREATE TABLE published_estimate AS
SELECT e.*, a.version, a.contract_year, a.s, a.settlement
FROM (
  SELECT key, CAST(NULL AS VARCHAR) AS statement, json_extract_string(body, '$.contract') AS contract, CAST(json_extract_string(body, '$.period') AS INTEGER) AS year,
    json_extract_string(body, '$.level') AS level, json_extract_string(body, '$.id') AS id, json_extract_string(body, '$.shape') AS shape,
    json_extract_string(body, '$.refusal') AS refusal, from_json(json_extract(body, '$.inputs'), '[{"name":"VARCHAR","value":"VARCHAR"}]') AS inputs
  FROM found
  WHERE topic = 'settlement.estimate.v1' AND op NOT IN ('END', 'RETRACT') AND body <> 'null'
  UNION ALL
  SELECT key || '|' || l.level || '|' || l.id, key, contract, year, l.level, l.id, shape, l.refusal, l.inputs
  FROM (
    SELECT key, json_extract_string(body, '$.contract') AS contract, CAST(json_extract_string(body, '$.period') AS INTEGER) AS year,
      json_extract_string(body, '$.shape') AS shape, unnest(from_json(json_extract(body, '$.levels'),
        '[{"level":"VARCHAR","id":"VARCHAR","refusal":"VARCHAR","inputs":[{"name":"VARCHAR","value":"VARCHAR"}]}]')) AS l
    FROM found WHERE topic = 'settlement.statement.v1' AND json_extract_string(body, '$.kind') IN ('FINAL', 'RESTATEMENT'))) e
JOIN agreed a ON a.contract = e.contract AND a.year = e.year;

CREATE TABLE shape_fact AS
SELECT key, f.name, f.value FROM (SELECT key, unnest(inputs) AS f FROM published_estimate);

-- A practice whose quality is not known is measured with its pool all the same.
CREATE TABLE shape_estimate AS
SELECT * FROM published_estimate
WHERE (refusal IS NULL OR (statement IS NOT NULL AND refusal = 'QUALITY_NOT_KNOWN')) AND shape = (s->>'shape')
  AND (statement IS NOT NULL OR shape NOT IN ('ONE_SIDED', 'TWO_SIDED'));

-- The facts that every shape may use.
CREATE TABLE shape_total AS
SELECT e.*, t.quality, max(CASE f.name WHEN 'members.count' THEN CAST(f.value AS BIGINT) END) AS members,
  max(CASE WHEN f.name = 'members.months' THEN fine(f.value) // 1000000 END) AS months_m,
  max(CASE f.name WHEN 'members.riskScore' THEN fine(f.value) END) AS risk_f,
  max(CASE f.name WHEN 'stated.healthStatus' THEN fine(f.value) END) AS health_f,
  max(CASE f.name WHEN 'cost.budget' THEN cents9(f.value) END) AS budget_9,
  max(CASE f.name WHEN 'cost.inScope' THEN cents9(f.value) END) AS in_scope_9,
  max(CASE f.name WHEN 'cost.counted' THEN cents9(f.value) END) AS counted_9,
  coalesce(max(CASE f.name WHEN 'cost.unpaid.expected' THEN cents9(f.value) END), 0) AS unpaid_9,
  max(CASE f.name WHEN 'quality.gate' THEN f.value END) AS gate, max(CASE f.name WHEN 'quality.composite' THEN fine(f.value) END) AS composite_f
FROM shape_estimate e
JOIN terms t ON t.contract = e.contract AND t.version = e.version
LEFT JOIN shape_fact f ON f.key = e.key
GROUP BY ALL;

-- The contract's quality programme as a factor: nothing below the gate, everything or a growing share above it.
CREATE TABLE shape_input AS
SELECT *, CASE WHEN quality IS NULL OR coalesce(len(quality.measures), 0) = 0 OR gate = 'NONE' THEN one()
    WHEN gate = 'NOT_MET' THEN 0 WHEN NOT coalesce(quality.scaled, false) THEN one() WHEN composite_f IS NULL THEN least_f
    WHEN full_f <= gate_f OR composite_f >= full_f THEN one()
    ELSE least_f + half_up((one() - least_f) * greatest(composite_f - gate_f, 0), full_f - gate_f) END AS quality_f
FROM (
  SELECT *, fine(coalesce(quality.gate, 0)) AS gate_f, fine(coalesce(quality.fullScore, 1)) AS full_f, fine(coalesce(quality.minimumShare, 0)) AS least_f
  FROM shape_total);

-- a) Global budget: what is left is shared by a score of gates, and so is a bonus.
CREATE TABLE gate_score AS
SELECT key, setting, weight_m, CASE WHEN k = 0 THEN 0 WHEN k = len(g) THEN k * one()
    ELSE k * one() + half_up((x - g[k]) * one(), g[k + 1] - g[k]) END AS score_f
FROM (
  SELECT *, len(list_filter(g, lambda i: i <= x)) AS k
  FROM (
    SELECT key, m.setting, CASE WHEN m.kind = 'OUTCOME' THEN CAST(micro(outcome) AS HUGEINT) ELSE 1000000 END AS weight_m,
      CASE WHEN rising THEN value_f ELSE -value_f END AS x,
      list_transform(m.gates, lambda i: CASE WHEN rising THEN fine(i) ELSE -fine(i) END) AS g
    FROM (
      SELECT e.*, fine(m.gates[1]) <= fine(m.gates[-1]) AS rising,
        coalesce(fine(d.value), half_up(CAST(n.value AS HUGEINT) * one(), nullif(CAST(q.value AS HUGEINT), 0))) AS value_f
      FROM (
        SELECT key, s->'globalBudget'->>'outcomeWeight' AS outcome,
          unnest(from_json(s->'globalBudget'->'measures', '[{"name":"VARCHAR","setting":"VARCHAR","kind":"VARCHAR","gates":["VARCHAR"]}]')) AS m
        FROM shape_input WHERE shape = 'GLOBAL_BUDGET') e
      LEFT JOIN shape_fact n ON n.key = e.key AND n.name = 'quality.measure.' || m.name || '.numerator'
      LEFT JOIN shape_fact q ON q.key = e.key AND q.name = 'quality.measure.' || m.name || '.denominator'
      LEFT JOIN shape_fact d ON d.key = e.key AND d.name = 'stated.result.' || m.name)
    WHERE value_f IS NOT NULL));

CREATE TABLE global_payment AS
SELECT key, half_up(CASE WHEN budget_9 >= actual_9 THEN (budget_9 - actual_9) * between_points(share, score_f)
      ELSE (budget_9 - actual_9) * (one() - between_points(share, score_f)) END
    + between_points(bonus, score_f) * (CASE WHEN base = 'BUDGET' THEN budget_9 ELSE actual_9 END), one() * 1000000000) AS payment_c
FROM (
  SELECT e.key, e.counted_9 + e.unpaid_9 AS actual_9, s->'globalBudget'->>'bonusBase' AS base,
    list_transform(from_json(s->'globalBudget'->'surplusShare', '[{"at":"VARCHAR","value":"VARCHAR"}]'), lambda i: {'at': fine(i.at), 'value': fine(i.value)}) AS share,
    list_transform(from_json(s->'globalBudget'->'bonus', '[{"at":"VARCHAR","value":"VARCHAR"}]'), lambda i: {'at': fine(i.at), 'value': fine(i.value)}) AS bonus,
    half_up(half_up(CAST(micro(s->'globalBudget'->>'basePmpm') AS HUGEINT)
        * list_reduce(list_transform(from_json(s->'globalBudget'->'trends', '["VARCHAR"]')[1:contract_year], lambda i: one() + fine(i)), lambda a, b: times(a, b))
        * coalesce(risk_f, health_f) // 1000000, fine(s->'globalBudget'->>'baseHealthStatus')) * months_m, 10000000) AS budget_9,
    coalesce(CASE WHEN a.f IS NULL THEN h.f WHEN h.f IS NULL THEN a.f
      ELSE times(a.f, fine(s->'globalBudget'->>'ambulatoryPart')) + times(h.f, one() - fine(s->'globalBudget'->>'ambulatoryPart')) END, 0) AS score_f
  FROM shape_input e
  LEFT JOIN (SELECT key, half_up(sum(weight_m * score_f), sum(weight_m)) AS f FROM gate_score WHERE setting = 'AMBULATORY' GROUP BY key) a ON a.key = e.key
  LEFT JOIN (SELECT key, half_up(sum(weight_m * score_f), sum(weight_m)) AS f FROM gate_score WHERE setting = 'HOSPITAL' GROUP BY key) h ON h.key = e.key
  WHERE shape = 'GLOBAL_BUDGET');

-- b) Total cost through corridors. A category of few member months leans on the market; the charge of the stop-loss is for the
-- member months that the benchmark is for.
CREATE TABLE category_benchmark AS
SELECT key, sum(months_m) AS months_m, sum(half_up(half_up((own_m * z + market_m * (one() - z)) * risk_f, one() * 1000000) * months_m, 10000000)) AS benchmark_9
FROM (
  SELECT e.key, CAST(micro(c.ownPmpm) AS HUGEINT) AS own_m, CAST(micro(c.marketPmpm) AS HUGEINT) AS market_m, fine(r.value) AS risk_f, CAST(micro(m.value) AS HUGEINT) AS months_m,
    CASE WHEN coalesce(micro(minimum), 0) <= micro(m.value) THEN one()
      ELSE root(half_up(CAST(micro(m.value) AS HUGEINT) * one() * one(), CAST(micro(minimum) AS HUGEINT))) END AS z
  FROM (
    SELECT key, s->'totalCost'->>'minimumMemberMonths' AS minimum,
      unnest(from_json(s->'totalCost'->'ratingCategories', '[{"name":"VARCHAR","ownPmpm":"VARCHAR","marketPmpm":"VARCHAR"}]')) AS c
    FROM shape_input WHERE shape = 'TOTAL_COST') e
  JOIN shape_fact m ON m.key = e.key AND m.name = 'stated.ratingCategory.' || c.name || '.memberMonths'
  JOIN shape_fact r ON r.key = e.key AND r.name = 'stated.ratingCategory.' || c.name || '.riskScore')
GROUP BY key;

CREATE TABLE drug_growth AS
SELECT key, greatest(sum(cents9(cost) - half_up(cents9(base) * fine(units) // one() * (one() + fine(growth)), one())), 0) AS growth_9
FROM (
  SELECT e.key, d.basePrice AS base, u.value AS units, c.value AS cost, e.growth
  FROM (
    SELECT key, coalesce(s->'totalCost'->>'budgetedDrugPriceGrowth', '0') AS growth,
      unnest(from_json(s->'totalCost'->'drugPrices', '[{"drug":"VARCHAR","basePrice":"VARCHAR"}]')) AS d
    FROM shape_input WHERE shape = 'TOTAL_COST') e
  JOIN shape_fact u ON u.key = e.key AND u.name = 'stated.drug.' || d.drug || '.units'
  JOIN shape_fact c ON c.key = e.key AND c.name = 'stated.drug.' || d.drug || '.cost')
GROUP BY key;

CREATE TABLE total_cost AS
SELECT e.key, e.s, e.quality_f, coalesce(b.benchmark_9, e.budget_9) AS benchmark_9, coalesce(b.benchmark_9, e.budget_9) - (
    CASE WHEN raw.value IS NOT NULL THEN cents9(raw.value) - cents9(coalesce(waiver.value, '0'))
        - times(cents9(coalesce(long.value, '0')), one() - fine(coalesce(weights[least(contract_year, len(weights))], '1'))) - coalesce(g.growth_9, 0)
      WHEN r.recovered_9 IS NOT NULL THEN e.in_scope_9 + e.unpaid_9 ELSE e.counted_9 + e.unpaid_9 END
    - CASE WHEN raw.value IS NOT NULL OR r.recovered_9 IS NOT NULL THEN coalesce(r.recovered_9, 0) ELSE 0 END
    + half_up(cents9(coalesce(s->'totalCost'->'stopLoss'->>'chargePmpm', '0')) * coalesce(b.months_m, e.months_m), 1000000)) AS margin_9
FROM (SELECT *, from_json(s->'totalCost'->'longTermWeights', '["VARCHAR"]') AS weights FROM shape_input WHERE shape = 'TOTAL_COST') e
LEFT JOIN category_benchmark b ON b.key = e.key
LEFT JOIN drug_growth g ON g.key = e.key
LEFT JOIN (SELECT key, value FROM shape_fact WHERE name = 'stated.rawCost') raw ON raw.key = e.key
LEFT JOIN (SELECT key, value FROM shape_fact WHERE name = 'stated.waiverServices') waiver ON waiver.key = e.key
LEFT JOIN (SELECT key, value FROM shape_fact WHERE name = 'stated.longTermServices') long ON long.key = e.key
LEFT JOIN (
  SELECT f.key, sum(times(greatest(cents9(f.value) - cents9(e.s->'totalCost'->'stopLoss'->>'attachment'), 0), fine(e.s->'totalCost'->'stopLoss'->>'recoveredShare'))) AS recovered_9
  FROM shape_fact f JOIN shape_input e ON e.key = f.key WHERE f.name LIKE 'stated.memberCost.%' GROUP BY f.key) r ON r.key = e.key;

CREATE TABLE total_payment AS
SELECT t.key, half_up(CASE WHEN margin_9 >= 0 THEN coalesce(c.shared_9, 0) * quality_f
    ELSE -coalesce(c.shared_9, 0) * (one() - times(fine(coalesce(s->'totalCost'->>'lossRelief', '0')), quality_f)) END, one() * 1000000000) AS payment_c
FROM total_cost t
LEFT JOIN (
  SELECT key, sum(times(greatest(least(abs(margin_9), coalesce(times(benchmark_9, fine(band.to)), abs(margin_9))) - times(benchmark_9, fine(band."from")), 0), fine(band.share))) AS shared_9
  FROM (
    SELECT key, margin_9, benchmark_9, unnest(from_json(s->'totalCost'->(CASE WHEN margin_9 >= 0 THEN 'gains' ELSE 'losses' END),
      '[{"from":"VARCHAR","to":"VARCHAR","share":"VARCHAR"}]')) AS band FROM total_cost)
  GROUP BY key) c ON c.key = t.key;

-- c) Medical loss ratio.
CREATE TABLE ratio_payment AS
SELECT key, half_up(CASE WHEN pool_9 >= 0 THEN least(pool_9 * gain_f // one() * quality_f, coalesce(net_9 * gain_cap_f, pool_9 * one()))
    ELSE -least(-pool_9 * loss_f, coalesce(net_9 * loss_cap_f, -pool_9 * one())) END, one() * 1000000000) AS payment_c
FROM (
  SELECT e.key, e.quality_f, p.premium_9 - p.taxes_9 AS net_9,
    times(p.premium_9 - p.taxes_9, fine(s->'medicalLoss'->>'target'))
      - (CASE WHEN p.factor_f IS NOT NULL THEN half_up(e.counted_9 * one(), p.factor_f) ELSE e.counted_9 + coalesce(p.unpaid_9, e.unpaid_9) END) - p.improvement_9 AS pool_9,
    fine(s->'medicalLoss'->>'gainShare') AS gain_f, fine(s->'medicalLoss'->>'gainCap') AS gain_cap_f,
    fine(coalesce(s->'medicalLoss'->>'lossShare', '0')) AS loss_f, fine(s->'medicalLoss'->>'lossCap') AS loss_cap_f
  FROM shape_input e
  JOIN (
    SELECT key, max(CASE name WHEN 'stated.premium' THEN cents9(value) END) AS premium_9, max(CASE name WHEN 'stated.taxesAndFees' THEN cents9(value) END) AS taxes_9,
      coalesce(max(CASE name WHEN 'stated.qualityImprovement' THEN cents9(value) END), 0) AS improvement_9,
      max(CASE name WHEN 'stated.unpaidClaims' THEN cents9(value) END) AS unpaid_9, max(CASE name WHEN 'stated.completionFactor' THEN fine(value) END) AS factor_f
    FROM shape_fact GROUP BY key) p ON p.key = e.key
  WHERE shape = 'MEDICAL_LOSS_RATIO');

-- d) Utilization index. Practices below the minimum of member months are measured as one pool: counts and member months are added.
CREATE TABLE use_pool AS
SELECT *, CASE WHEN level = 'TIN' AND months_m < micro(coalesce(s->'utilization'->>'minimumMemberMonths', '0'))
    THEN coalesce(statement, contract || '|' || year) ELSE key END AS pool
FROM shape_input WHERE shape = 'UTILIZATION_INDEX';

CREATE TABLE use_index AS
SELECT pool, half_up(sum(weight_f * least(index_f, ceiling_f)), sum(weight_f)) AS composite_f
FROM (
  SELECT pool, fine(c.weight) AS weight_f, ceiling_f,
    CASE WHEN c.direction = 'MORE_IS_BETTER' THEN coalesce(half_up(sum(expected_f) * one(), nullif(sum(actual_f), 0)), ceiling_f)
      ELSE half_up(sum(actual_f) * one(), sum(expected_f)) END AS index_f
  FROM (
    SELECT e.pool, c, ceiling_f, fine(x.value) AS expected_f, fine(coalesce(a.value, n.value)) AS actual_f
    FROM (
      SELECT key, pool, fine(s->'utilization'->>'indexCeiling') AS ceiling_f,
        unnest(from_json(s->'utilization'->'categories', '[{"name":"VARCHAR","weight":"VARCHAR","direction":"VARCHAR"}]')) AS c
      FROM use_pool) e
    JOIN shape_fact x ON x.key = e.key AND x.name = 'stated.use.' || c.name || '.expected'
    LEFT JOIN shape_fact a ON a.key = e.key AND a.name = 'stated.use.' || c.name || '.actual'
    LEFT JOIN shape_fact n ON n.key = e.key AND n.name = 'cost.category.' || c.name || '.cases')
  GROUP BY pool, c, ceiling_f HAVING sum(expected_f) > 0)
GROUP BY pool;

-- Cents with eighteen digits after the point; a pool's whole is rounded once and its odd cents go to the largest remainders.
CREATE TABLE use_payment AS
SELECT key, exact // unit + CASE WHEN row_number() OVER (PARTITION BY pool ORDER BY exact % unit DESC, id)
    <= half_up(sum(exact) OVER (PARTITION BY pool), unit) - sum(exact // unit) OVER (PARTITION BY pool) THEN 1 ELSE 0 END AS payment_c
FROM (
  SELECT p.key, p.id, p.pool, CAST(10000000000 AS HUGEINT) * 1000000 AS unit,
    times(between_points(w.scale, one() + times(w.z, u.composite_f - one())), p.quality_f) * p.months_m AS exact
  FROM use_pool p
  JOIN use_index u ON u.pool = p.pool
  JOIN (
    SELECT pool, any_value(list_transform(from_json(s->'utilization'->'payoutPmpm', '[{"at":"VARCHAR","value":"VARCHAR"}]'), lambda i: {'at': fine(i.at), 'value': fine(i.value)})) AS scale,
      CASE WHEN sum(months_m) >= any_value(micro(s->'utilization'->>'fullCredibilityMemberMonths')) THEN one()
        ELSE root(half_up(CAST(sum(months_m) AS HUGEINT) * one() * one(), any_value(CAST(micro(s->'utilization'->>'fullCredibilityMemberMonths') AS HUGEINT)))) END AS z
    FROM use_pool GROUP BY pool) w ON w.pool = p.pool);

-- e) Capitation, put right month by month; leakage is what others were paid for capitated services, up to its cap of the year. A month
-- whose services are stated counts those alone, another one what was counted from claims.
CREATE TABLE capitation_payment AS
SELECT key, half_up(sum(entitled_9) - least(sum(leaked_9), coalesce(times(sum(entitled_9), any_value(cap_f)), sum(leaked_9))) - sum(paid_9), 1000000000) AS payment_c
FROM (
  SELECT key, cap_f, month,
    half_up(half_up(rate_m * coalesce(max(value_f) FILTER (WHERE what = 'stated.riskScore'), max(value_f) FILTER (WHERE what = 'members.riskScore')), 1000000)
      * (coalesce(max(value_f) FILTER (WHERE what = 'stated.memberMonths'), max(value_f) FILTER (WHERE what = 'members.months')) // 1000000), 10000000) AS entitled_9,
    coalesce(CASE WHEN count(*) FILTER (WHERE what LIKE 'stated.elsewhere.%') = 0 THEN sum(cents) FILTER (WHERE what = 'members.capitationLeakage')
      ELSE sum(cents) FILTER (WHERE what LIKE 'stated.elsewhere.%' AND list_contains(codes, what[18:]) AND NOT list_contains(carved, what[18:])) END, 0) AS leaked_9,
    coalesce(sum(cents) FILTER (WHERE what = 'stated.paid'), 0) AS paid_9
  FROM (
    SELECT e.key, CAST(micro(s->'capitation'->>'ratePmpm') AS HUGEINT) AS rate_m, fine(s->'capitation'->>'leakageCap') AS cap_f,
      coalesce(from_json(s->'capitation'->'capitatedCodes', '["VARCHAR"]'), []) AS codes, coalesce(from_json(s->'capitation'->'carvedOutCodes', '["VARCHAR"]'), []) AS carved,
      regexp_extract(f.name, 'month\.([0-9-]{7})\.', 1) AS month, regexp_replace(f.name, 'month\.[0-9-]{7}\.', '') AS what, fine(f.value) AS value_f, cents9(f.value) AS cents
    FROM shape_input e JOIN shape_fact f ON f.key = e.key AND regexp_matches(f.name, '^(stated|members)\.month\.[0-9-]{7}\.')
    WHERE shape = 'CAPITATION')
  GROUP BY key, cap_f, month, rate_m, codes, carved)
GROUP BY key;

-- f) Episode bundles.
CREATE TABLE bundle_episode AS
SELECT a.key, cents9(a.value) AS cost_9, fine(c.value) AS mix_f
FROM shape_fact a
JOIN shape_fact c ON c.key = a.key AND c.name = regexp_replace(a.name, 'allowed$', 'caseMix')
WHERE regexp_matches(a.name, '^stated\.episode\..*\.allowed$');

CREATE TABLE bundle_payment AS
SELECT key, CASE WHEN episodes < minimum AND below = 'DROP' THEN 0
    ELSE half_up(greatest(CASE WHEN episodes < minimum THEN 0 ELSE -times(target_9, loss_f) END, least(times(target_9, gain_f),
      CASE WHEN target_9 >= cost_9 THEN times(target_9 - cost_9, one() + moved) ELSE times(target_9 - cost_9, one() - moved) END)), 1000000000) END AS payment_c
FROM (
  SELECT e.key, coalesce(CAST(s->'bundle'->>'minimumEpisodes' AS INTEGER), 20) AS minimum, s->'bundle'->>'belowMinimum' AS below,
    fine(s->'bundle'->>'stopLoss') AS loss_f, fine(s->'bundle'->>'stopGain') AS gain_f, times(fine(s->'bundle'->>'qualityAdjustment'), 2 * quality_f - one()) AS moved,
    count(b.key) AS episodes,
    half_up(half_up(any_value(mean_9) * any_value(trend_f), one()) * (one() - fine(s->'bundle'->>'discount')) // one()
      * coalesce(sum(b.mix_f) FILTER (WHERE kind <> 'EXCLUDE' OR b.cost_9 BETWEEN lowest_9 AND highest_9), 0), one()) AS target_9,
    coalesce(sum(CASE WHEN kind = 'WINSORIZE' THEN greatest(least(b.cost_9, highest_9), lowest_9) ELSE b.cost_9 END)
      FILTER (WHERE kind <> 'EXCLUDE' OR b.cost_9 BETWEEN lowest_9 AND highest_9), 0) AS cost_9
  FROM (
    SELECT i.*, coalesce(s->'bundle'->>'outliers', 'WINSORIZE') AS kind,
      coalesce(cents9(s->'bundle'->'reference'->>'historicMean'), r.mean_9) AS mean_9, coalesce(fine(s->'bundle'->'reference'->>'trend'), r.trend_f) AS trend_f,
      coalesce(cents9(s->'bundle'->'reference'->>'lowest'), r.lowest_9) AS lowest_9, coalesce(cents9(s->'bundle'->'reference'->>'highest'), r.highest_9) AS highest_9
    FROM shape_input i
    LEFT JOIN (
      SELECT key, max(CASE name WHEN 'stated.reference.historicMean' THEN cents9(value) END) AS mean_9, max(CASE name WHEN 'stated.reference.trend' THEN fine(value) END) AS trend_f,
        max(CASE name WHEN 'stated.reference.lowest' THEN cents9(value) END) AS lowest_9, max(CASE name WHEN 'stated.reference.highest' THEN cents9(value) END) AS highest_9
      FROM shape_fact GROUP BY key) r ON r.key = i.key
    WHERE shape = 'BUNDLE') e
  LEFT JOIN bundle_episode b ON b.key = e.key
  GROUP BY e.key, s, quality_f);

CREATE TABLE shape_payment AS
SELECT * FROM global_payment UNION ALL SELECT * FROM total_payment UNION ALL SELECT * FROM ratio_payment UNION ALL SELECT * FROM use_payment
UNION ALL SELECT * FROM capitation_payment UNION ALL SELECT * FROM bundle_payment;

CREATE TABLE expect_estimate_shape AS
SELECT p.key, dollars(p.payment_c) AS "expected.payment"
FROM shape_payment p JOIN shape_estimate e ON e.key = p.key AND e.statement IS NULL;
