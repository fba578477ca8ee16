-- The Shared Savings Program (settlement.md 1), every track and performance year: from mssp_fact to a payment in whole dollars, rounded half
-- up once. Money is whole cents, ratios carry twelve digits after the point, amounts on their way nine after the cent.

-- Shares, caps and loss limits by track (settlement.md 1.2; 42 CFR 425.604, .605, .606, .610), in millionths. A loss rate that is not
-- fixed moves with quality between floor and ceiling. Limits: parts of participants' revenue and of the benchmark.
CREATE TABLE mssp_track AS
SELECT * FROM (VALUES
  ('TRACK_1',      500000, 100000, NULL,   NULL,   NULL,   NULL,  [NULL]),
  ('TRACK_1_PLUS', 500000, 100000, 300000, NULL,   NULL,   80000, [40000]),
  ('TRACK_2',      600000, 150000, NULL,   400000, 600000, NULL,  [50000, 75000, 100000]),
  ('TRACK_3',      750000, 200000, NULL,   400000, 750000, NULL,  [150000]),
  ('BASIC_A',      400000, 100000, NULL,   NULL,   NULL,   NULL,  [NULL]),
  ('BASIC_B',      400000, 100000, NULL,   NULL,   NULL,   NULL,  [NULL]),
  ('BASIC_C',      500000, 100000, 300000, NULL,   NULL,   20000, [10000]),
  ('BASIC_D',      500000, 100000, 300000, NULL,   NULL,   40000, [20000]),
  ('BASIC_E',      500000, 100000, 300000, NULL,   NULL,   80000, [40000]),
  ('ENHANCED',     750000, 200000, NULL,   400000, 750000, NULL,  [150000])
  ) AS t(track, share_m, cap_m, loss_m, floor_m, ceiling_m, revenue_m, benchmark_m);

-- What quality does, by performance year (settlement.md 1.3): the score scales the share to 2020; in 2021 and 2022 the standard opens
-- it and the score moves the loss rate alone; from 2023 the alternative standard scales it.
CREATE TABLE mssp_quality AS
SELECT * FROM (VALUES (2013, 2020, 'SCORE'), (2021, 2022, 'GATE'), (2023, 2024, 'ALTERNATIVE')) AS q(year_from, year_to, regime);

-- Part that sequestration leaves, by day of payment (settlement.md 1): two percent, suspended from May 2020, one percent in the second
-- quarter of 2022 (Public Laws 116-136, 116-260, 117-7, 117-71).
CREATE TABLE mssp_sequestration AS
SELECT * FROM (VALUES
  (DATE '2013-04-01', DATE '2020-05-01', 980000), (DATE '2020-05-01', DATE '2022-04-01', 1000000),
  (DATE '2022-04-01', DATE '2022-07-01', 990000), (DATE '2022-07-01', DATE '9999-12-31', 980000)) AS s(day_from, day_until, left_m);

-- Minimum savings rate (1.1): the table, not rounded, or the fixed choice of a two-sided ACO; from July 2019 the table takes its place
-- below 5,000 beneficiaries. Below 500 the stated rate is this one ACO's.
CREATE TABLE mssp_rate AS
SELECT f.*, t.* EXCLUDE (track, benchmark_m), t.benchmark_m[least(f.agreement_year, len(t.benchmark_m))] AS benchmark_m,
  t.loss_m IS NOT NULL OR t.floor_m IS NOT NULL AS two_sided, q.regime,
  CASE WHEN n < 500 OR (choice_m IS NOT NULL AND (n >= 5000 OR f.year < 2019)) THEN choice_m
    ELSE CAST(r.rate_from_m AS HUGEINT) * (r.n_to - r.n_from) - CAST(r.rate_from_m - r.rate_to_m AS HUGEINT) * (least(n, r.n_to) - r.n_from) END AS m_num,
  CASE WHEN n < 500 OR (choice_m IS NOT NULL AND (n >= 5000 OR f.year < 2019)) THEN 1 ELSE r.n_to - r.n_from END AS m_den
FROM mssp_fact f
JOIN mssp_track t ON t.track = f.track
JOIN mssp_quality q ON f.year BETWEEN q.year_from AND q.year_to
LEFT JOIN savings_rate_table r ON f.n >= r.n_from AND (f.n <= r.n_to OR r.n_from = 60000);

-- The guardrail of agreements from 2024 (1.6): a loss of at least the minimum rate is measured on the two-way blend when that makes it
-- smaller; below that benchmark there is neither loss nor savings. A benchmark that is that one already earns nothing either.
CREATE TABLE mssp_benchmark AS
SELECT * EXCLUDE (b_c), CASE WHEN guarded THEN two_way_c ELSE b_c END AS b_c,
  CASE WHEN guarded THEN two_way_c ELSE b_c END - e_c AS s_c, guarded OR guardrail AS spared
FROM (
  SELECT *, coalesce(agreement_start >= DATE '2024-01-01' AND two_sided AND NOT guardrail AND two_way_c > b_c
    AND b_c - e_c < 0 AND (e_c - b_c) * 1000000 * m_den >= m_num * b_c, false) AS guarded
  FROM mssp_rate);

-- What quality leaves of the share, twelve digits (1.3), and the loss rate, eighteen digits.
CREATE TABLE mssp_shared AS
SELECT *,
  CASE WHEN s_c > 0 AND NOT spared AND s_c * 1000000 * m_den >= m_num * b_c THEN s_c
    WHEN s_c > 0 AND NOT spared AND relieved THEN s_c
    WHEN s_c < 0 AND two_sided AND -s_c * 1000000 * m_den >= m_num * b_c THEN s_c ELSE 0 END AS generated_c,
  CASE WHEN relieved AND s_c * 1000000 * m_den < m_num * b_c THEN 2 ELSE 1 END AS divided,
  CASE WHEN published_loss_f IS NOT NULL THEN published_loss_f * 1000000
    WHEN loss_m IS NOT NULL THEN CAST(loss_m AS HUGEINT) * one()
    ELSE greatest(CAST(floor_m AS HUGEINT) * one(), least(CAST(ceiling_m AS HUGEINT) * one(),
      CASE WHEN NOT kept THEN CAST(ceiling_m AS HUGEINT) * one()
        ELSE 1000000 * one() - CAST(share_m AS HUGEINT) * CASE regime WHEN 'SCORE' THEN quality_f ELSE moving_f END END)) END AS loss_18
FROM (
  SELECT *, regime = 'SCORE' OR standard OR (regime = 'ALTERNATIVE' AND alternative) AS kept,
    coalesce(CASE regime WHEN 'ALTERNATIVE' THEN adjusted_f END, score_f) AS moving_f,
    CASE WHEN published_share_f IS NOT NULL THEN half_up(published_share_f * 1000000, share_m)
      WHEN full_reporting THEN one()
      WHEN regime = 'SCORE' THEN CASE WHEN standard THEN score_f ELSE 0 END
      WHEN standard THEN one()
      WHEN regime = 'ALTERNATIVE' AND alternative THEN coalesce(adjusted_f, score_f) ELSE 0 END AS quality_f,
    -- 1.5: low revenue, BASIC track, five thousand beneficiaries, an agreement from 2024 and a standard that is met
    low_revenue AND track LIKE 'BASIC%' AND n >= 5000 AND agreement_start >= DATE '2024-01-01' AND year >= 2024 AND (standard OR alternative) AS relieved
  FROM mssp_benchmark);

-- Losses: rate, the smaller limit, extreme circumstances (dollars of a whole year; half of them in six months), termination.
CREATE TABLE mssp_owed AS
SELECT *, CASE WHEN generated_c < 0 THEN
    half_up(greatest(limited_9 - coalesce(disaster_c * 1000000000 // CASE WHEN half_year THEN 2 ELSE 1 END,
        half_up(half_up(limited_9 * affected_months_f, 12 * one()) * affected_share_f, one()), 0), 0) * coalesce(months, 12),
      CAST(12 AS HUGEINT) * 100000000000) ELSE 0 END AS owed_d
FROM (
  SELECT *, least(half_up(-generated_c * loss_18, 1000000000), b_c * benchmark_m * 1000, coalesce(revenue_c * revenue_m * 1000, b_c * benchmark_m * 1000)) AS limited_9
  FROM mssp_shared);

-- Savings: the cap is compared after sequestration. Advances come out of what is earned.
CREATE TABLE mssp_result AS
SELECT o.*, earned_d, least(earned_d * 100, balance_c) AS recouped_c,
  CASE WHEN generated_c < 0 THEN -owed_d * 100 ELSE earned_d * 100 - least(earned_d * 100, balance_c) END AS payment_c
FROM (
  SELECT m.*, CASE WHEN generated_c > 0 THEN
      half_up(least(generated_c * share_m * quality_f // divided * q.left_m, CAST(cap_m AS HUGEINT) * b_c * one() * 1000000), one() * 1000000000000 * 100) ELSE 0 END AS earned_d
  FROM mssp_owed m
  LEFT JOIN mssp_sequestration q ON m.paid_on >= q.day_from AND m.paid_on < q.day_until) o;

CREATE TABLE expect_estimate_mssp AS
SELECT key, dollars(CAST(generated_c AS BIGINT)) AS "expected.generated", dollars(CAST(payment_c AS BIGINT)) AS "expected.payment",
  rate_of(half_up(m_num, m_den)) AS minimumSavingsRate
FROM mssp_result WHERE NOT frozen;
