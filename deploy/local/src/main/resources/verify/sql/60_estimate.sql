-- Interim estimate of a performance year (settlement.md 1, 1.1, 4): first dollar, one- and two-sided. Ratios
-- stay fractions (numerator, denominator) until the result is rounded half up to the cent.

-- Claims still to come, of levels and years that are completed: from the first tick on (docs/budget.md), which the parameters tell.
CREATE TABLE claims_to_come AS
SELECT contract, level, id, year, completed_c - counted_c AS unpaid_c
FROM completion_year c
WHERE EXISTS (SELECT 1 FROM found f WHERE f.topic = 'benchmark.parameters.v1' AND f.key = c.contract || '|COMPLETION|' || c.year
  AND f.op NOT IN ('END', 'RETRACT'));

-- Every level and year with a budget that the terms settle, whatever the shape: benchmark and cost to date, members (the largest
-- month), quality.
CREATE TABLE estimate_figure AS
SELECT p.contract, p.level, p.id, a.year, a.version, a.contract_year, a.s AS agreed, a.s->>'shape' AS shape, p.members, p.months_m,
  u.contract IS NOT NULL AS completes, coalesce(u.unpaid_c, 0) AS coming, CAST(p.budget_c AS HUGEINT) AS b, CAST(p.counted_c + coalesce(u.unpaid_c, 0) AS HUGEINT) AS e,
  CAST(p.budget_c - p.counted_c - coalesce(u.unpaid_c, 0) AS HUGEINT) AS s, t.minLives AS min_lives,
  t.quality IS NOT NULL AND coalesce(len(t.quality.measures), 0) > 0 AS has_quality,
  micro(t.quality.gate) AS gate_m, t.quality.scaled AS scaled, micro(t.quality.fullScore) AS full_m, micro(t.quality.minimumShare) AS minimum_m,
  q.numerator AS q_num, q.denominator AS q_den
FROM period_total p
JOIN agreed a ON a.contract = p.contract AND CAST(a.year AS VARCHAR) = p.period AND list_contains(a.agreed_levels, p.level)
JOIN terms t ON t.contract = a.contract AND t.version = a.version
LEFT JOIN claims_to_come u ON u.contract = p.contract AND u.level = p.level AND u.id = p.id AND u.year = a.year
LEFT JOIN composite q ON q.contract = p.contract AND q.year = a.year AND q.level = p.level AND q.id = p.id;

-- One- and two-sided shared savings.
CREATE TABLE estimate_input AS
SELECT *, shape = 'TWO_SIDED' AS two_sided, micro(agreed->>'sharePercent') AS share_m,
  micro(agreed->>'lossSharePercent') AS loss_share_m, micro(agreed->>'minimumSavingsRate') AS stated_m,
  micro(agreed->>'paymentCapPercent') AS cap_m, micro(agreed->>'lossCapPercent') AS loss_cap_m
FROM estimate_figure WHERE shape IN ('ONE_SIDED', 'TWO_SIDED');

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
-- Quality factor as a fraction: 1, 0 below the gate, or min(1, sMin + (1 - sMin)(Q - G) / (F - G)). While no score is known the
-- gate is taken as reached: the whole share, or the least of a scaled one.
CREATE TABLE estimate_result AS
SELECT *,
  CASE WHEN s > 0 AND s * 1000000 * m_den >= m_num * b THEN s
       WHEN s < 0 AND two_sided AND -s * 1000000 * m_den >= m_num * b THEN s ELSE 0 END AS generated,
  CASE WHEN gate = 'NONE' THEN 1 WHEN gate = 'NOT_MET' THEN 0 WHEN NOT scaled OR full_m <= gate_m THEN 1
       WHEN gate = 'UNKNOWN' THEN minimum_m
       WHEN CAST(q_num AS HUGEINT) * 1000000 >= CAST(full_m AS HUGEINT) * q_den THEN 1
       ELSE CAST(minimum_m AS HUGEINT) * (full_m - gate_m) * q_den
         + CAST(1000000 - minimum_m AS HUGEINT) * (CAST(q_num AS HUGEINT) * 1000000 - CAST(gate_m AS HUGEINT) * q_den) END AS f_num,
  CASE WHEN gate = 'MET' AND scaled AND full_m > gate_m AND CAST(q_num AS HUGEINT) * 1000000 < CAST(full_m AS HUGEINT) * q_den
       THEN CAST(1000000 AS HUGEINT) * (full_m - gate_m) * q_den
    WHEN gate = 'UNKNOWN' AND scaled AND full_m > gate_m THEN 1000000 ELSE 1 END AS f_den
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
SELECT contract || '|' || level || '|' || id || '|' || year AS key, contract, level, id, CAST(year AS VARCHAR) AS period, shape,
  version AS termsVersion, contract_year AS contractYear, rate_of(months_m) AS memberMonths, members,
  dollars(b) AS benchmarkExpenditure, dollars(e) AS expenditure, dollars(s) AS savings,
  CASE WHEN b <> 0 THEN rate_of(half_up(s * 1000000, b)) END AS savingsRate,
  CASE WHEN NOT has_quality THEN 'NONE' WHEN q_num IS NULL THEN 'UNKNOWN'
    WHEN CAST(q_num AS HUGEINT) * 1000000 >= CAST(gate_m AS HUGEINT) * q_den THEN 'MET' ELSE 'NOT_MET' END AS qualityGate
FROM estimate_figure;

CREATE TABLE expect_estimate_refusal AS
SELECT contract || '|' || level || '|' || id || '|' || year AS key, refusal FROM estimate_payment;

CREATE TABLE expect_estimate_outcome AS
SELECT contract || '|' || level || '|' || id || '|' || year AS key, rate_of(half_up(m_num, m_den)) AS minimumSavingsRate,
  dollars(half_up(s * 1000000 * m_den - m_num * b, CAST(1000000 AS HUGEINT) * m_den)) AS distanceToMinimum,
  dollars(generated) AS "expected.generated", dollars(payment) AS "expected.payment"
FROM estimate_payment WHERE refusal IS NULL;
