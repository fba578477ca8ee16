-- Payments beside the shape, for the year to date (docs/contract-shapes.md, "Beside the main shape"; docs/settlement.md, "Stated
-- figures"), on the facts that an estimate publishes with itself. A payment of which a figure is not known is not compared.

CREATE TABLE payment_figure AS
SELECT e.key, e.contract, e.year, e.settlement AS s,
  max(CASE f.name WHEN 'members.months' THEN fine(f.value) // 1000000 END) AS months_m,
  max(CASE f.name WHEN 'cost.budget' THEN cents9(f.value) END) AS budget_9,
  max(CASE f.name WHEN 'cost.counted' THEN cents9(f.value) END)
    + coalesce(max(CASE f.name WHEN 'cost.unpaid.expected' THEN cents9(f.value) END), 0) AS cost_9
FROM published_estimate e
JOIN shape_fact f ON f.key = e.key
WHERE e.statement IS NULL
GROUP BY ALL;

-- Months of the year that have begun, and those in which the level has members.
CREATE TABLE begun_month AS
SELECT contract, year, list(month) AS begun FROM contract_month GROUP BY ALL;

CREATE TABLE payment_month AS
SELECT key, regexp_extract(name, '^members\.month\.([0-9-]{7})\.months$', 1) AS month, fine(value) // 1000000 AS months_m
FROM shape_fact WHERE regexp_matches(name, '^members\.month\.[0-9-]{7}\.months$');

-- A fee for every patient of a month in which all conditions are attested, by the month's risk where that is agreed.
CREATE TABLE management_fee AS
SELECT key, 'CARE_MANAGEMENT_FEE' AS kind, half_up(sum(CASE WHEN in_force = asked THEN
    cents9(f->>'pmpm') * months_m // 1000000 * CASE WHEN (f->>'riskAdjusted') = 'true' THEN risk_f ELSE one() END ELSE 0 END), one() * 1000000000) AS payment_c
FROM (
  SELECT b.key, b.f, m.month, m.months_m, len(b.conditions) AS asked, max(fine(r.value)) AS risk_f, count(a.name) AS in_force
  FROM (SELECT key, s->'careManagementFee' AS f, coalesce(from_json(s->'careManagementFee'->'conditions', '["VARCHAR"]'), []) AS conditions
    FROM payment_figure WHERE (s->'careManagementFee') IS NOT NULL) b
  JOIN payment_month m ON m.key = b.key
  LEFT JOIN shape_fact r ON r.key = b.key AND r.name = 'members.month.' || m.month || '.riskScore'
  LEFT JOIN shape_fact a ON a.key = b.key AND starts_with(a.name, 'stated.attested.' || m.month || '.')
    AND list_contains(b.conditions, a.name[25:]) AND fine(a.value) > 0
  GROUP BY ALL)
GROUP BY key;

-- Each measure that reaches its target in a quarter, with enough patients, earns an amount, or one for each patient who meets it.
CREATE TABLE performance_pay AS
SELECT key, 'PERFORMANCE_PAY' AS kind, half_up(sum(CASE WHEN patients_f >= minimum_f AND patients_f > 0
    AND CASE direction WHEN 'AT_MOST' THEN met_f * one() <= target_f * patients_f ELSE met_f * one() >= target_f * patients_f END
    THEN coalesce(amount_9 * one(), each_9 * met_f) ELSE 0 END), one() * 1000000000) AS payment_c
FROM (
  SELECT b.key, m.direction, fine(m.target) AS target_f, fine(m.minimumPatients) AS minimum_f, cents9(m.amount) AS amount_9, cents9(m.amountPerPatient) AS each_9,
    fine(t.value) AS met_f, fine(p.value) AS patients_f
  FROM (SELECT key, unnest(from_json(s->'performancePay', '[{"name":"VARCHAR","direction":"VARCHAR","target":"VARCHAR","minimumPatients":"VARCHAR","amount":"VARCHAR","amountPerPatient":"VARCHAR"}]')) AS m
    FROM payment_figure WHERE (s->'performancePay') IS NOT NULL) b
  CROSS JOIN (SELECT unnest(range(1, 5)) AS quarter) q
  LEFT JOIN shape_fact t ON t.key = b.key AND t.name = 'stated.quarter.' || q.quarter || '.' || m.name || '.met'
  LEFT JOIN shape_fact p ON p.key = b.key AND p.name = 'stated.quarter.' || q.quarter || '.' || m.name || '.patients')
GROUP BY key;

-- A monthly amount between two days, a part of it only as far as metrics are met.
CREATE TABLE infrastructure_payment AS
SELECT b.key, 'INFRASTRUCTURE' AS kind, half_up(cents9(f->>'monthlyAmount') * len(list_filter(m.begun, lambda d: d >= CAST(f->>'from' AS DATE) AND d <= CAST(f->>'lastDay' AS DATE)))
    * (one() - times(fine(f->>'atRisk'), one() - coalesce(w.earned_f, 0))), one() * 1000000000) AS payment_c
FROM (SELECT key, contract, year, s->'infrastructure' AS f FROM payment_figure WHERE (s->'infrastructure') IS NOT NULL) b
JOIN begun_month m ON m.contract = b.contract AND m.year = b.year
LEFT JOIN (
  SELECT e.key, sum(fine(e.metric.weight)) AS earned_f
  FROM (SELECT key, unnest(from_json(s->'infrastructure'->'metrics', '[{"name":"VARCHAR","weight":"VARCHAR"}]')) AS metric FROM payment_figure) e
  JOIN shape_fact a ON a.key = e.key AND a.name = 'stated.metric.' || e.metric.name AND fine(a.value) > 0
  GROUP BY e.key) w ON w.key = b.key;

-- A fee until the contract has saved in so many years in a row, then a share of savings for good.
CREATE TABLE fee_then_share AS
WITH saved AS (
  SELECT v.key, CAST(v.name[16:19] AS INTEGER) AS y
  FROM shape_fact v JOIN published_estimate e ON e.key = v.key
  WHERE regexp_matches(v.name, '^stated\.savings\.[0-9]{4}$') AND fine(v.value) > 0
    AND CAST(v.name[16:19] AS INTEGER) BETWEEN e.year - e.contract_year + 1 AND e.year - 1),
row_of_years AS (
  SELECT key, max(years) AS years FROM (
    SELECT key, count(*) AS years FROM (SELECT key, y - row_number() OVER (PARTITION BY key ORDER BY y) AS island FROM saved) GROUP BY key, island)
  GROUP BY key)
SELECT b.key, 'FEE_THEN_SHARE' AS kind, half_up(CASE WHEN coalesce(r.years, 0) >= CAST(f->>'yearsOfSavings' AS INTEGER)
    THEN greatest(budget_9 - cost_9, 0) * fine(f->>'share')
    ELSE cents9(f->>'feePmpm') * months_m // 1000000 * one() END, one() * 1000000000) AS payment_c
FROM (SELECT *, s->'feeThenShare' AS f FROM payment_figure WHERE (s->'feeThenShare') IS NOT NULL) b
LEFT JOIN row_of_years r ON r.key = b.key;

-- Events below the practice's own trend: last year's rate and the mean yearly change before it. More events cost nothing.
CREATE TABLE preventable_events AS
SELECT b.key, 'PREVENTABLE_EVENTS' AS kind, CASE WHEN b.months_m < micro(f->>'minimumMemberMonths') THEN 0
    ELSE half_up(greatest(half_up(h.rate_18 * b.months_m, 1000000) - fine(c.value) * 1000000, 0) // 1000000 * (cents9(f->>'valuePerEvent') // 1000000) * fine(f->>'share'), one() * one() * 1000) END AS payment_c
FROM (SELECT *, s->'preventableEvents' AS f FROM payment_figure WHERE (s->'preventableEvents') IS NOT NULL) b
JOIN shape_fact c ON c.key = b.key AND c.name = 'stated.events.' || b.year || '.count'
JOIN (
  SELECT key, arg_max(rate_18, y) + CASE WHEN count(*) > 1 THEN half_up(arg_max(rate_18, y) - arg_min(rate_18, y), count(*) - 1) ELSE 0 END AS rate_18
  FROM (
    SELECT n.key, CAST(n.name[15:18] AS INTEGER) AS y, half_up(fine(n.value) * one() * 1000000, fine(m.value)) AS rate_18
    FROM shape_fact n
    JOIN shape_fact m ON m.key = n.key AND m.name = replace(n.name, '.count', '.memberMonths')
    JOIN payment_figure b ON b.key = n.key
    WHERE regexp_matches(n.name, '^stated\.events\.[0-9]{4}\.count$') AND CAST(n.name[15:18] AS INTEGER) < b.year)
  GROUP BY key) h ON h.key = b.key;

-- A practice's own target: a share of what lies below it, never owed.
CREATE TABLE practice_target AS
SELECT key, 'PRACTICE_TARGET' AS kind, CASE WHEN months_m < micro(f->>'minimumMemberMonths') THEN 0
    ELSE half_up(greatest(cents9(f->>'targetPmpm') * months_m // 1000000 - cost_9, 0) * fine(f->>'share'), one() * 1000000000) END AS payment_c
FROM (SELECT *, s->'practiceTarget' AS f FROM payment_figure WHERE (s->'practiceTarget') IS NOT NULL);

-- Every kind that the terms name; without an amount while the estimate says that figures are missing.
CREATE TABLE expect_estimate_payments AS
SELECT k.key, k.kind AS item, CASE WHEN len(m.found_payment.missing) = 0 THEN dollars(CAST(p.payment_c AS BIGINT)) END AS payment
FROM (
  SELECT key, unnest(list_filter([
    CASE WHEN (s->'careManagementFee') IS NOT NULL THEN 'CARE_MANAGEMENT_FEE' END, CASE WHEN (s->'performancePay') IS NOT NULL THEN 'PERFORMANCE_PAY' END,
    CASE WHEN (s->'infrastructure') IS NOT NULL THEN 'INFRASTRUCTURE' END, CASE WHEN (s->'feeThenShare') IS NOT NULL THEN 'FEE_THEN_SHARE' END,
    CASE WHEN (s->'preventableEvents') IS NOT NULL THEN 'PREVENTABLE_EVENTS' END,
    CASE WHEN (s->'practiceTarget') IS NOT NULL THEN 'PRACTICE_TARGET' END], lambda i: i IS NOT NULL)) AS kind FROM payment_figure) k
LEFT JOIN (
  SELECT * FROM management_fee UNION ALL SELECT * FROM performance_pay UNION ALL SELECT * FROM infrastructure_payment
  UNION ALL SELECT * FROM fee_then_share UNION ALL SELECT * FROM preventable_events UNION ALL SELECT * FROM practice_target) p
  ON p.key = k.key AND p.kind = k.kind
LEFT JOIN (
  SELECT key, unnest(from_json(json_extract(body, '$.payments'), '[{"kind":"VARCHAR","missing":["VARCHAR"]}]')) AS found_payment
  FROM found WHERE topic = 'settlement.estimate.v1') m ON m.key = k.key AND m.found_payment.kind = k.kind;
