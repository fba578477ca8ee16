-- Targets that are a share of the premium (domain.md 2.9, medical loss ratio; docs/budget.md): the target ratio of the premium that taxes
-- and fees leave, over the member months of the months whose premium is known.

CREATE TABLE month_premium AS
SELECT * EXCLUDE (place) FROM (
  SELECT j.contract, CAST(j.month || '-01' AS DATE) AS month, j.premium, j.taxesAndFees AS taxes, j.status, row_number() OVER (
      PARTITION BY j.contract, j.month ORDER BY j.version DESC, coalesce(j.receivedAt, as_of) DESC) AS place
  FROM (
    SELECT as_of, json_transform(text, '{"contract":"VARCHAR","month":"VARCHAR","premium":"DECIMAL(18,2)","taxesAndFees":"DECIMAL(18,2)",
      "version":"INTEGER","status":"VARCHAR","receivedAt":"TIMESTAMP"}') AS j
    FROM accepted_line WHERE record_type = 'premium'))
WHERE place = 1 AND status = 'ACTIVE';

CREATE TABLE premium_term AS
SELECT y.contract, y.version, p.year, micro(p.targetRatio) AS ratio_m, coalesce(cents(p.qualityImprovement), 0) AS quality_c
FROM (SELECT contract, year, arg_max(version, month) AS version FROM contract_month GROUP BY ALL) y
JOIN (
  SELECT contract, version, unnest(from_json(cost.premiumTargets,
    '[{"year":"INTEGER","targetRatio":"DECIMAL(18,6)","qualityImprovement":"DECIMAL(18,2)"}]')) AS p
  FROM terms WHERE cost.premiumTargets IS NOT NULL) t ON t.contract = y.contract AND t.version = y.version AND t.p.year = y.year;

-- What the months with a premium brought, and what they cost so far: completed where a month completes.
CREATE TABLE premium_target AS
SELECT *, CASE WHEN refusal IS NULL THEN half_up(CAST(budget_c AS HUGEINT) * 10000000000000 * 1000000, months_m) END AS exact
FROM (
  SELECT t.*, n.net_c, n.months_m, s.spent_c, half_up(CAST(n.net_c AS HUGEINT) * t.ratio_m, 1000000) AS budget_c,
    CASE WHEN coalesce(n.net_c, 0) <= 0 THEN 'NO_PREMIUM' WHEN coalesce(n.months_m, 0) = 0 THEN 'NO_MEMBER_MONTHS' END AS refusal
  FROM premium_term t
  LEFT JOIN (
    SELECT m.contract, m.year, CAST(sum(cents(p.premium) - cents(coalesce(p.taxes, 0))) AS BIGINT) AS net_c, CAST(sum(t.months_m) AS BIGINT) AS months_m
    FROM month_premium p
    JOIN contract_month m ON m.contract = p.contract AND m.month = p.month
    LEFT JOIN month_total t ON t.contract = p.contract AND t.level = 'CONTRACT' AND t.month = p.month
    GROUP BY ALL) n ON n.contract = t.contract AND n.year = t.year
  LEFT JOIN (
    SELECT t.contract, t.year, CAST(sum(CASE WHEN c.completes THEN c.completed_c ELSE t.counted_c END) AS BIGINT) AS spent_c
    FROM month_total t
    LEFT JOIN completion_row c ON c.contract = t.contract AND c.level = 'CONTRACT' AND c.month = t.month
    WHERE t.level = 'CONTRACT' AND EXISTS (SELECT 1 FROM month_premium p WHERE p.contract = t.contract AND p.month = t.month)
    GROUP BY ALL) s ON s.contract = t.contract AND s.year = t.year);

INSERT INTO target BY NAME
SELECT contract, version, year, refusal, exact, CAST(budget_c AS HUGEINT) * 10000000000000 AS budget FROM premium_target;

INSERT INTO expect_parameter BY NAME
SELECT t.contract || '|TARGET|' || t.year AS key, t.contract, 'TARGET' AS name, CAST(t.year AS VARCHAR) AS period,
  month_text(CAST(date_trunc('month', run.business_date) - INTERVAL 1 MONTH AS DATE)) AS through, rate_of(coalesce(o.cost_months_m, 0)) AS memberMonths,
  dollars(CAST(coalesce(o.completed_c, 0) AS BIGINT)) AS completed,
  t.refusal AS "target.refusal", rate_of(half_up(t.exact, 1000000000)) AS "target.pmpm"
FROM premium_target t
LEFT JOIN own_year o ON o.contract = t.contract AND o.year = t.year, run;

INSERT INTO expect_parameter_steps
SELECT contract || '|TARGET|' || year, name, rate_of(value)
FROM (
  SELECT contract, year, unnest(['netPremium', 'budget', 'medicalLossRatio', 'perMemberMonth']) AS name,
    unnest([CAST(net_c AS HUGEINT) * 10000, CAST(budget_c AS HUGEINT) * 10000, half_up((CAST(coalesce(spent_c, 0) AS HUGEINT) + quality_c) * 1000000, net_c),
      half_up(exact, 1000000000)]) AS value
  FROM premium_target WHERE refusal IS NULL);
