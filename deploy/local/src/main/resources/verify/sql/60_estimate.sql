-- Interim estimate of a performance year (settlement.md 1, 1.1, 4): first dollar, one- and two-sided. Ratios
-- stay fractions (numerator, denominator) until the result is rounded half up to the cent.

-- Minimum savings rate by table: linear between the ends of a row (settlement.md 1.1), in millionths.
CREATE TABLE savings_rate_table AS
SELECT * FROM (VALUES
  (500, 999, 122000, 87000), (1000, 2999, 87000, 50000), (3000, 4999, 50000, 39000), (5000, 5999, 39000, 36000),
  (6000, 6999, 36000, 34000), (7000, 7999, 34000, 32000), (8000, 8999, 32000, 31000), (9000, 9999, 31000, 30000),
  (10000, 14999, 30000, 27000), (15000, 19999, 27000, 25000), (20000, 49999, 25000, 22000),
  (50000, 59999, 22000, 20000), (60000, 60001, 20000, 20000)) AS r(n_from, n_to, rate_from_m, rate_to_m);

-- Claims still to come, where the estimate says that it counts them.
CREATE TABLE claims_to_come AS
SELECT c.contract, c.year, c.completed_c - c.counted_c AS unpaid_c
FROM completion_year c
WHERE c.level = 'CONTRACT' AND EXISTS (
  SELECT 1 FROM found f WHERE f.topic = 'settlement.estimate.v1' AND f.key = c.contract || '|CONTRACT|' || c.contract || '|' || c.year
    AND f.op NOT IN ('END', 'RETRACT') AND contains(f.body, '"cost.unpaid.expected"'));

-- Inputs: benchmark and cost to date at contract level, members (the largest month), terms, quality.
CREATE TABLE estimate_input AS
SELECT p.contract, CAST(p.period AS INTEGER) AS year, p.members, p.months_m, CAST(p.budget_c AS HUGEINT) AS b,
  CAST(p.counted_c + coalesce(u.unpaid_c, 0) AS HUGEINT) AS e, CAST(p.budget_c - p.counted_c - coalesce(u.unpaid_c, 0) AS HUGEINT) AS s, t.minLives AS min_lives,
  t.settlement.shape = 'TWO_SIDED' AS two_sided, micro(t.settlement.sharePercent) AS share_m,
  micro(t.settlement.lossSharePercent) AS loss_share_m, micro(t.settlement.minimumSavingsRate) AS stated_m,
  micro(t.settlement.paymentCapPercent) AS cap_m, micro(t.settlement.lossCapPercent) AS loss_cap_m,
  t.quality IS NOT NULL AND coalesce(len(t.quality.measures), 0) > 0 AS has_quality,
  q.numerator AS q_num, q.denominator AS q_den, q.gate_m, q.scaled, q.full_m, q.minimum_m
FROM period_total p
JOIN (SELECT contract, year, arg_max(version, month) AS version FROM contract_month GROUP BY ALL) y
  ON y.contract = p.contract AND CAST(y.year AS VARCHAR) = p.period
JOIN terms t ON t.contract = y.contract AND t.version = y.version
LEFT JOIN claims_to_come u ON u.contract = p.contract AND u.year = y.year
LEFT JOIN composite q ON q.contract = p.contract AND CAST(q.year AS VARCHAR) = p.period AND q.level = 'CONTRACT'
WHERE p.level = 'CONTRACT' AND t.settlement.shape IN ('ONE_SIDED', 'TWO_SIDED');

-- Minimum rate as a fraction m_num / m_den of millionths; the table needs 500 members (decisions 20).
CREATE TABLE estimate_rate AS
SELECT i.*,
  CASE WHEN i.stated_m IS NOT NULL THEN CAST(i.stated_m AS HUGEINT)
       WHEN r.n_from IS NULL THEN NULL
       ELSE CAST(r.rate_from_m AS HUGEINT) * (r.n_to - r.n_from)
         - CAST(r.rate_from_m - r.rate_to_m AS HUGEINT) * (least(i.members, r.n_to) - r.n_from) END AS m_num,
  CASE WHEN i.stated_m IS NOT NULL THEN 1 ELSE r.n_to - r.n_from END AS m_den,
  CASE
    WHEN i.b = 0 THEN 'NO_BUDGET'
    WHEN i.members < i.min_lives THEN 'BELOW_MIN_LIVES'
    WHEN i.stated_m IS NULL AND i.members < 500 THEN 'MSR_NOT_STATED' END AS refusal,
  CASE WHEN NOT i.has_quality THEN 'NONE' WHEN i.q_num IS NULL THEN 'UNKNOWN'
       WHEN CAST(i.q_num AS HUGEINT) * 1000000 >= CAST(i.gate_m AS HUGEINT) * i.q_den THEN 'MET' ELSE 'NOT_MET' END AS gate
FROM estimate_input i
LEFT JOIN savings_rate_table r ON i.members >= r.n_from AND (i.members <= r.n_to OR r.n_from = 60000);

-- Step 5: generated amount, first dollar; equality counts. Step 6: share times quality, then the cap.
-- Quality factor as a fraction: 1, 0 below the gate, or min(1, sMin + (1 - sMin)(Q - G) / (F - G)).
CREATE TABLE estimate_result AS
SELECT *,
  CASE WHEN s > 0 AND s * 1000000 * m_den >= m_num * b THEN s
       WHEN s < 0 AND two_sided AND -s * 1000000 * m_den >= m_num * b THEN s ELSE 0 END AS generated,
  CASE WHEN gate = 'NONE' THEN 1 WHEN gate = 'NOT_MET' THEN 0 WHEN gate = 'UNKNOWN' THEN NULL
       WHEN NOT scaled OR full_m <= gate_m THEN 1
       WHEN CAST(q_num AS HUGEINT) * 1000000 >= CAST(full_m AS HUGEINT) * q_den THEN 1
       ELSE CAST(minimum_m AS HUGEINT) * (full_m - gate_m) * q_den
         + CAST(1000000 - minimum_m AS HUGEINT) * (CAST(q_num AS HUGEINT) * 1000000 - CAST(gate_m AS HUGEINT) * q_den) END AS f_num,
  CASE WHEN gate = 'MET' AND scaled AND full_m > gate_m AND CAST(q_num AS HUGEINT) * 1000000 < CAST(full_m AS HUGEINT) * q_den
       THEN CAST(1000000 AS HUGEINT) * (full_m - gate_m) * q_den ELSE 1 END AS f_den
FROM estimate_rate;

CREATE TABLE estimate_payment AS
SELECT *,
  CASE
    WHEN generated > 0 THEN CASE
      -- the cap is compared before rounding: G * share * factor against cap * B
      WHEN cap_m IS NOT NULL AND generated * share_m * f_num > CAST(cap_m AS HUGEINT) * b * f_den
        THEN half_up(CAST(cap_m AS HUGEINT) * b, 1000000)
      ELSE half_up(generated * share_m * f_num, CAST(1000000 AS HUGEINT) * f_den) END
    WHEN generated < 0 THEN -CASE
      WHEN loss_cap_m IS NOT NULL AND -generated * loss_share_m > CAST(loss_cap_m AS HUGEINT) * b
        THEN half_up(CAST(loss_cap_m AS HUGEINT) * b, 1000000)
      ELSE half_up(-generated * loss_share_m, 1000000) END
    ELSE 0 END AS payment
FROM estimate_result;

CREATE TABLE expect_estimate AS
SELECT contract || '|CONTRACT|' || contract || '|' || year AS key, contract, CAST(year AS VARCHAR) AS period, refusal,
  rate_of(months_m) AS memberMonths, members, dollars(b) AS benchmarkExpenditure, dollars(e) AS expenditure,
  dollars(s) AS savings, CASE WHEN b <> 0 THEN rate_of(half_up(s * 1000000, b)) END AS savingsRate, gate AS qualityGate
FROM estimate_payment;

CREATE TABLE expect_estimate_outcome AS
SELECT contract || '|CONTRACT|' || contract || '|' || year AS key, rate_of(half_up(m_num, m_den)) AS minimumSavingsRate,
  dollars(half_up(s * 1000000 * m_den - m_num * b, CAST(1000000 AS HUGEINT) * m_den)) AS distanceToMinimum,
  dollars(generated) AS "expected.generated"
FROM estimate_payment WHERE refusal IS NULL;

-- Where quality is known the payment is; a loss does not depend on quality.
CREATE TABLE expect_estimate_payment AS
SELECT contract || '|CONTRACT|' || contract || '|' || year AS key, dollars(payment) AS "expected.payment"
FROM estimate_payment WHERE refusal IS NULL AND (f_num IS NOT NULL OR generated <= 0);
