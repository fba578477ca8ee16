-- Arithmetic of the oracle. Money is whole cents (BIGINT, HUGEINT inside products), rates are millionths.
-- Division of integers is "//"; "/" would give binary floating point and is used nowhere (domain.md 0).

CREATE MACRO cents(dollars) AS CAST(dollars * 100 AS BIGINT);

CREATE MACRO dollars(c) AS CAST(CAST(c AS DECIMAL(20,0)) * CAST('0.01' AS DECIMAL(3,2)) AS DECIMAL(18,2));

CREATE MACRO micro(rate) AS CAST(CAST(rate AS DECIMAL(18,6)) * 1000000 AS BIGINT);

CREATE MACRO rate_of(m) AS CAST(CAST(m AS DECIMAL(24,0)) * CAST('0.000001' AS DECIMAL(7,6)) AS DECIMAL(18,6));

-- n / d rounded half up, away from zero below zero; d > 0 (decisions 1: the one rounding step).
CREATE MACRO half_up(n, d) AS
  (2 * CAST(n AS HUGEINT) + sign(n) * CAST(d AS HUGEINT)) // (2 * CAST(d AS HUGEINT));

-- Largest whole number whose square is not above n (n below 10^36): Newton from above.
CREATE MACRO root_of(n) AS list_reduce(range(0, 100), lambda x, i: CASE WHEN n = 0 THEN CAST(0 AS HUGEINT)
    ELSE least(x, (x + n // greatest(x, 1)) // 2) END, CAST(1000000000000000000 AS HUGEINT));

-- Largest integer not above n / d; d > 0.
CREATE MACRO floor_div(n, d) AS
  CASE WHEN CAST(n AS HUGEINT) >= 0 OR CAST(n AS HUGEINT) % d = 0 THEN CAST(n AS HUGEINT) // d
       ELSE CAST(n AS HUGEINT) // d - 1 END;

CREATE MACRO pow2(n) AS CAST(n AS HUGEINT) * CAST(n AS HUGEINT);

CREATE MACRO month_text(d) AS strftime(d, '%Y-%m');

-- Whole birthdays passed; a Feb-29 birthday counts on Mar-1 in other years (domain.md 0).
CREATE MACRO age_on(birth, day) AS
  year(day) - year(birth) -
  CASE WHEN (month(day), dayofmonth(day)) < (month(birth), dayofmonth(birth)) THEN 1 ELSE 0 END;

-- Attainment points of p = num / den against threshold and benchmark in millionths (domain.md 3.5):
-- 10 from the benchmark on, 0 below the threshold, else 9 (p - t) / (b - t) + 0.5 rounded half up.
CREATE MACRO attainment(num, den, t_m, b_m) AS
  CASE WHEN CAST(num AS HUGEINT) * 1000000 >= CAST(b_m AS HUGEINT) * den THEN 10
       WHEN CAST(num AS HUGEINT) * 1000000 < CAST(t_m AS HUGEINT) * den THEN 0
       ELSE floor_div(9 * (CAST(num AS HUGEINT) * 1000000 - CAST(t_m AS HUGEINT) * den)
         + (CAST(b_m AS HUGEINT) - t_m) * den, (CAST(b_m AS HUGEINT) - t_m) * den) END;

-- The instant (UTC) at which a local day begins in a zone.
CREATE MACRO local_midnight(day, zone) AS
  (CAST(day AS TIMESTAMP) AT TIME ZONE zone) AT TIME ZONE 'UTC';

-- The last instant of a local day; instants on topics have milliseconds.
CREATE MACRO end_of_day(day, zone) AS local_midnight(day + 1, zone) - INTERVAL 1 MILLISECOND;

-- Settlement: ratios carry twelve digits after the point, money nine after the cent.

-- A word or a date among the facts is no number.
CREATE MACRO fine(t) AS CAST(TRY_CAST(t AS DECIMAL(38,12)) * CAST('1000000000000' AS DECIMAL(13,0)) AS HUGEINT);

CREATE MACRO one() AS CAST(1000000000000 AS HUGEINT);

CREATE MACRO times(a, b) AS half_up(a * b, one());

-- Dollars with at most six digits after the point to cents with nine.
CREATE MACRO cents9(t) AS fine(t) // 10;

-- Largest integer whose square is not above n; binary floating point gives no more than where to look.
CREATE MACRO root(n) AS (
  SELECT max(r) FROM (SELECT CAST(floor(sqrt(CAST(n AS DOUBLE))) AS HUGEINT) + unnest(range(-4, 5)) AS r) WHERE r >= 0 AND r * r <= n);

-- Straight between points {at, value} that ascend, level beyond the first and last.
CREATE MACRO between_points(p, x) AS
  CASE WHEN x <= p[1].at THEN p[1].value WHEN x >= p[-1].at THEN p[-1].value
    ELSE p[len(list_filter(p, lambda i: i.at <= x))].value
      + half_up((p[len(list_filter(p, lambda i: i.at <= x)) + 1].value - p[len(list_filter(p, lambda i: i.at <= x))].value)
          * (x - p[len(list_filter(p, lambda i: i.at <= x))].at),
        p[len(list_filter(p, lambda i: i.at <= x)) + 1].at - p[len(list_filter(p, lambda i: i.at <= x))].at) END;
