-- Facts of a year of the Shared Savings Program: of an estimate, those that it publishes with itself; the agreement's year is counted from its start. What is not
-- known is null, a quality standard that nobody has stated is taken as reached.
CREATE TABLE mssp_fact AS
SELECT e.key, e.statement IS NOT NULL AS frozen, e.year, s->'mssp'->>'track' AS track, CAST(s->'mssp'->>'agreementStart' AS DATE) AS agreement_start,
  CAST(e.year - year(CAST(s->'mssp'->>'agreementStart' AS DATE)) + 1 AS INTEGER) AS agreement_year,
  e.members AS n, CAST(e.budget_9 // 1000000000 AS HUGEINT) AS b_c, CAST((e.counted_9 + e.unpaid_9) // 1000000000 AS HUGEINT) AS e_c,
  CAST(micro(s->>'minimumSavingsRate') AS HUGEINT) AS choice_m, false AS half_year, coalesce(f.full_reporting, 0) = 1 AS full_reporting,
  coalesce(f.standard, 1) = 1 AS standard, coalesce(f.alternative, 0) = 1 AS alternative, f.score_f, f.adjusted_f,
  f.revenue_9 // 1000000000 AS revenue_c, f.disaster_9 // 1000000000 AS disaster_c, f.affected_months_f, f.affected_share_f,
  coalesce(f.low_revenue, 0) = 1 AS low_revenue, f.two_way_9 // 1000000000 AS two_way_c, coalesce(f.guardrail, 0) = 1 AS guardrail,
  f.months, coalesce(f.balance_9 // 1000000000, 0) AS balance_c,
  CAST(make_date(e.year, 12, 31) + to_months(coalesce(CAST(s->'mssp'->>'monthsToPayment' AS INTEGER), 9)) AS DATE) AS paid_on,
  CAST(NULL AS HUGEINT) AS published_share_f, CAST(NULL AS HUGEINT) AS published_loss_f
FROM shape_input e
LEFT JOIN (
  SELECT key, max(CASE name WHEN 'stated.fullReportingYear' THEN CAST(CAST(value AS DECIMAL(18,6)) AS INTEGER) END) AS full_reporting,
    max(CASE name WHEN 'stated.qualityStandardMet' THEN CAST(CAST(value AS DECIMAL(18,6)) AS INTEGER) END) AS standard,
    max(CASE name WHEN 'stated.alternativeStandardMet' THEN CAST(CAST(value AS DECIMAL(18,6)) AS INTEGER) END) AS alternative,
    max(CASE name WHEN 'stated.qualityScore' THEN fine(value) END) AS score_f,
    max(CASE name WHEN 'stated.healthEquityAdjustedScore' THEN fine(value) END) AS adjusted_f,
    max(CASE name WHEN 'stated.participantRevenue' THEN cents9(value) END) AS revenue_9,
    max(CASE name WHEN 'stated.disasterReduction' THEN abs(cents9(value)) END) AS disaster_9,
    max(CASE name WHEN 'stated.affectedMonths' THEN fine(value) END) AS affected_months_f,
    max(CASE name WHEN 'stated.affectedShare' THEN fine(value) END) AS affected_share_f,
    max(CASE name WHEN 'stated.lowRevenue' THEN CAST(CAST(value AS DECIMAL(18,6)) AS INTEGER) END) AS low_revenue,
    max(CASE name WHEN 'stated.twoWayBlendBenchmarkTotal' THEN cents9(value) END) AS two_way_9,
    max(CASE name WHEN 'stated.guardrail' THEN CAST(CAST(value AS DECIMAL(18,6)) AS INTEGER) END) AS guardrail,
    max(CASE name WHEN 'stated.participatingMonths' THEN CAST(CAST(value AS DECIMAL(18,6)) AS INTEGER) END) AS months,
    max(CASE name WHEN 'stated.recoupmentBalance' THEN cents9(value) END) AS balance_9
  FROM shape_fact GROUP BY key) f ON f.key = e.key
WHERE e.shape = 'MSSP';
