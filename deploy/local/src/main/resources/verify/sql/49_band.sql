-- Where completed and projected cost may lie (domain.md 2.5, 2.10; docs/budget.md "Band"). Developed months by Mack's standard error
-- of the chain ladder (ASTIN Bulletin 23, 1993), with what their months share; expected ones by the scatter of the mature months.
-- Variances are square cents with twelve digits after the point.

-- Scatter of the growth from one age to the next: paid cents times squared deviation of a month's own growth, over the months less
-- one; nine digits. Null: not known, as there is one month alone, or no ratio.
CREATE TABLE growth_scatter AS
SELECT w.contract, w.grp, w.lag, w.ratio, coalesce(s.paid_c, 0) AS paid_c,
  CASE WHEN w.ratio IS NULL THEN NULL WHEN coalesce(s.paid_c, 0) = 0 THEN 0 WHEN s.months > 1 THEN half_up(s.squares, CAST(1000000000 AS HUGEINT) * (s.months - 1)) END AS scatter
FROM growth w
LEFT JOIN (
  SELECT a.contract, a.grp, a.lag, sum(a.paid_c) AS paid_c, count(*) FILTER (WHERE a.paid_c > 0) AS months,
    sum(CASE WHEN a.paid_c > 0 THEN a.paid_c * half_up(pow2(half_up(b.paid_c * 1000000000000, a.paid_c) - half_up(g.ratio, 1000)), 1000000) END) AS squares
  FROM paid_by a
  JOIN paid_by b ON b.contract = a.contract AND b.grp = a.grp AND b.month = a.month AND b.lag = a.lag + 1
  JOIN growth g ON g.contract = a.contract AND g.grp = a.grp AND g.lag = a.lag
  JOIN completing c ON c.contract = a.contract
  WHERE a.age - b.lag < c.diagonals
  GROUP BY ALL) s ON s.contract = w.contract AND s.grp = w.grp AND s.lag = w.lag;

-- One month alone: what the two ages before it let expect, the smaller of both and of the way they fall.
CREATE TABLE growth_error AS
WITH RECURSIVE walk AS (
  SELECT contract, grp, lag, ratio, paid_c, scatter, CAST(NULL AS HUGEINT) AS before FROM growth_scatter WHERE lag = 0
  UNION ALL
  SELECT s.contract, s.grp, s.lag, s.ratio, s.paid_c, CASE WHEN s.scatter IS NOT NULL OR s.ratio IS NULL OR w.scatter IS NULL OR w.before IS NULL THEN s.scatter
      WHEN w.before = 0 THEN 0 ELSE least(w.scatter, w.before, half_up(w.scatter * w.scatter, w.before)) END, w.scatter
  FROM walk w JOIN growth_scatter s ON s.contract = w.contract AND s.grp = w.grp AND s.lag = w.lag + 1)
SELECT contract, grp, lag, ratio, paid_c, scatter, half_up(half_up(scatter * 1000000000000000, ratio) * 1000000000000000, ratio) AS error FROM walk;

-- Scatter of what mature months cost a member month: cents with nine digits.
CREATE TABLE mature_scatter AS
SELECT contract, grp, CASE WHEN count(*) > 1 THEN root_of(half_up(sum(pow2(pmpm - mean)), count(*) - 1)) END AS scatter
FROM (
  SELECT *, half_up(sum(pmpm) OVER (PARTITION BY contract, grp), count(*) OVER (PARTITION BY contract, grp)) AS mean
  FROM (
    SELECT contract, grp, expectation_months, row_number() OVER (PARTITION BY contract, grp ORDER BY month DESC) AS place,
      half_up(sum(CAST(counted_c AS HUGEINT)) * any_value(cdf), sum(CAST(months_m AS HUGEINT))) AS pmpm
    FROM completing_group WHERE stage = 'MATURE'
    GROUP BY contract, grp, month, expectation_months HAVING sum(months_m) > 0)
  WHERE place <= expectation_months)
GROUP BY contract, grp;

-- Reach of an expected month, cents with six digits: the scatter, trended, times member months and the share still to come.
CREATE TABLE expected_reach AS
SELECT g.contract, g.month, g.grp, half_up(half_up(half_up(half_up(m.scatter * c.trend_m, 1000000) * g.months_m, 1000000)
    * (1000000000000000 - coalesce(half_up(CAST(1000000000000000 AS HUGEINT) * 1000000000000000, g.cdf), 0)), 1000000000000000), 1000) AS reach
FROM completed_group g
JOIN completing c ON c.contract = g.contract
LEFT JOIN mature_scatter m ON m.contract = g.contract AND m.grp = g.grp
WHERE g.kind = 'EXPECTED';

-- Months and years: the expected months of a group add up, the developed ones share the errors of the growths ahead of them.
CREATE TABLE banded AS
SELECT g.*, p.period
FROM (SELECT g.*, y.year FROM completed_group g JOIN (SELECT DISTINCT contract, month, year FROM completion_row WHERE level = 'CONTRACT' AND completes) y
  ON y.contract = g.contract AND y.month = g.month) g, LATERAL (SELECT unnest([month_text(g.month), CAST(g.year AS VARCHAR)]) AS period) p;

CREATE TABLE band AS
WITH developed AS (
  SELECT b.contract, b.period, b.grp, e.lag, any_value(e.error) AS error, any_value(e.paid_c) AS paid_c, any_value(e.ratio) AS ratio, any_value(d.cdf) AS cdf, sum(b.exact) AS total
  FROM banded b
  JOIN growth_error e ON e.contract = b.contract AND e.grp = b.grp AND e.lag >= b.age
  JOIN (SELECT DISTINCT contract, grp, age, cdf FROM development) d ON d.contract = e.contract AND d.grp = e.grp AND d.age = e.lag
  WHERE b.kind = 'DEVELOPED'
  GROUP BY b.contract, b.period, b.grp, e.lag),
variance AS (
  SELECT contract, period, bool_or(error IS NULL) AS unknown,
    sum(CASE WHEN paid_c > 0 THEN half_up(error * half_up(half_up(total, 1000) * half_up(cdf, 1000000), 1000000000), 1000)
      + half_up(half_up(pow2(half_up(total, 1000)), paid_c) * error, 1000000000) END) AS variance
  FROM developed GROUP BY contract, period
  UNION ALL
  SELECT contract, period, bool_or(reach IS NULL), sum(pow2(reach))
  FROM (SELECT b.contract, b.period, b.grp, CASE WHEN bool_and(r.reach IS NOT NULL) THEN sum(r.reach) END AS reach
    FROM banded b JOIN expected_reach r ON r.contract = b.contract AND r.month = b.month AND r.grp = b.grp GROUP BY b.contract, b.period, b.grp)
  GROUP BY contract, period
  UNION ALL
  SELECT contract, period, bool_or(kind = 'UNKNOWN' OR (kind = 'DEVELOPED' AND cdf IS NULL)), 0 FROM banded GROUP BY contract, period)
SELECT v.contract, v.period, half_up(root_of(greatest(sum(v.variance), 0)) * any_value(c.errors_m), 1000000) AS reach
FROM variance v JOIN completing c ON c.contract = v.contract
GROUP BY v.contract, v.period HAVING NOT bool_or(v.unknown);

-- The projection: the scatter of up to twelve completed months, over the root of their number, times the member months to come.
CREATE TABLE projection_band AS
SELECT y.contract, y.year, half_up(half_up(half_up(root_of(half_up(s.squares, s.months * (s.months - 1))) * y.months_m, 1000000) * c.errors_m, 1000000), 1000) AS reach
FROM projected_year y
JOIN completing c ON c.contract = y.contract
JOIN (
  SELECT contract, count(*) AS months, sum(pow2(pmpm - mean)) AS squares
  FROM (
    SELECT *, half_up(sum(pmpm) OVER (PARTITION BY contract), count(*) OVER (PARTITION BY contract)) AS mean
    FROM (
      SELECT contract, row_number() OVER (PARTITION BY contract ORDER BY month DESC) AS place, half_up(exact * 1000000, months_m) AS pmpm
      FROM completed_month WHERE months_m > 0)
    WHERE place <= 12)
  GROUP BY contract) s ON s.contract = y.contract AND s.months > 1;

-- Ends: of completed cost before it is rounded; of the year's cents and what is to come exactly. Cents with nine digits.
CREATE MACRO low_end(exact, reach) AS dollars(CAST(half_up(exact - reach * 1000, 1000000000) AS BIGINT));
CREATE MACRO high_end(exact, reach) AS dollars(CAST(half_up(exact + reach * 1000, 1000000000) AS BIGINT));

CREATE TABLE expect_parameter_band AS
SELECT f.contract || '|COMPLETION|' || f.period AS key, low_end(f.exact, b.reach) AS "band.low", high_end(f.exact, b.reach) AS "band.high",
  low_end(p.exact, j.reach) AS "projection.band.low", high_end(p.exact, j.reach) AS "projection.band.high"
FROM (SELECT contract, period, year, sum(exact) AS exact FROM banded GROUP BY ALL) f
LEFT JOIN band b ON b.contract = f.contract AND b.period = f.period
LEFT JOIN projected_year p ON p.contract = f.contract AND CAST(p.year AS VARCHAR) = f.period
LEFT JOIN projection_band j ON j.contract = p.contract AND j.year = p.year;

CREATE TABLE expect_budget_band AS
SELECT replace(key, '|COMPLETION|', '|CONTRACT|' || split_part(key, '|', 1) || '|') AS key, "band.low" AS "completion.band.low",
  "band.high" AS "completion.band.high", "projection.band.low" AS "completion.projection.band.low",
  "projection.band.high" AS "completion.projection.band.high"
FROM expect_parameter_band;
