-- The smallest visit that keeps a member, or wins one whom nobody has (docs/attribution.md "forecast"): wellness visits of a
-- physician on the first days of the month after the business month; fewest days, then fewest dollars a day. Whatever they are
-- ranked by, they are the most recent. Where an adjustment, a selection or a designation decides, no visit does.

-- Whom and when: the present practice in the first other month; of a member whom nobody has the best placed one that takes part,
-- by what decides now, in the next month. Who declines now or then that claims are shared is told of no visit.
CREATE TABLE present_rank AS
SELECT listing, method, member, tin, place FROM practice_rank
UNION ALL
SELECT listing, 'MSSP', member, tin, place FROM program_practice
UNION ALL
SELECT listing, 'REACH_WEIGHTED', member, tin, place FROM alignment_rank;

CREATE TABLE asked_visit AS
SELECT 'KEEPS' AS use, f.contract, f.member, f.changes_on AS month, f.tin, coalesce(f.then_tin = f.tin, false) AS stands
FROM forecast f
JOIN decision d ON d.contract = f.contract AND d.member = f.member AND d.month = f.month AND NOT d.withheld
WHERE f.tin IS NOT NULL AND f.changes_on IS NOT NULL
UNION ALL
SELECT 'WINS', f.contract, f.member, n.month, r.tin, coalesce(n.reason IS NULL AND n.tin = r.tin, false)
FROM forecast f
JOIN decision d ON d.contract = f.contract AND d.member = f.member AND d.month = f.month AND NOT d.withheld AND d.basis NOT IN ('SELECTION', 'VOLUNTARY')
JOIN decision n ON n.contract = f.contract AND n.member = f.member AND n.month = f.month + INTERVAL 1 MONTH
JOIN present_rank r ON r.listing = d.listing AND r.method = d.method AND r.member = d.member
JOIN listing_practice p ON p.listing = d.listing AND p.tin = r.tin
WHERE f.tin IS NULL
QUALIFY row_number() OVER (PARTITION BY f.contract, f.member ORDER BY r.place) = 1;

-- The method that would decide with such a visit: the first that counts visits of physicians, unless one before it, or the
-- selection itself, has something to go by.
CREATE TABLE visit_case AS
SELECT a.use, a.contract, a.member, a.tin, d.listing, l.method, l.criteria
FROM asked_visit a
JOIN decision d ON d.contract = a.contract AND d.member = a.member AND d.month = a.month
JOIN gate g ON g.listing = d.listing AND g.month = d.month AND g.member = d.member AND g.reason IS NULL
JOIN (
  SELECT l.listing, l.window_until, l.method, o.criteria
  FROM (SELECT *, unnest(methods) AS method, generate_subscripts(methods, 1) AS place FROM listing) l
  LEFT JOIN rank_order o ON o.listing = l.listing AND o.method = l.method
  WHERE l.method IN ('PLURALITY_VISITS', 'MOST_RECENT_VISIT', 'WELLNESS', 'HYBRID', 'MSSP', 'REACH_WEIGHTED')
  QUALIFY row_number() OVER (PARTITION BY l.listing ORDER BY l.place) = 1) l ON l.listing = d.listing
JOIN listing_practice p ON p.listing = d.listing AND p.tin = a.tin, run
WHERE NOT a.stands AND NOT d.withheld AND coalesce(d.basis NOT IN ('SELECTION', 'VOLUNTARY', 'ADJUSTMENT'), true)
  AND l.window_until > CAST(date_trunc('month', run.business_date) + INTERVAL 1 MONTH AS DATE);

-- What the others have, against whom the practice is measured: by ranked methods practices, under the program entities of the first
-- step, then the practices of the ACO; of alignment years primary care in thirds of cents.
CREATE TABLE visit_standing AS
SELECT listing, method, member, tin, visits, allowed_c FROM practice_rank
UNION ALL
SELECT listing, 'REACH_WEIGHTED', member, tin, 0, CAST(sum(thirds) AS BIGINT) FROM alignment_service WHERE primary_care GROUP BY ALL;

CREATE TABLE program_gap AS
WITH charge AS (
  SELECT listing, member, entity, own, tin, sum(allowed_c) AS allowed_c FROM program_service WHERE in_year AND bucket <> 'SPECIALIST' GROUP BY ALL),
entity AS (SELECT listing, member, entity, own, sum(allowed_c) AS allowed_c FROM charge GROUP BY ALL)
SELECT c.use, c.contract, c.member, CAST(greatest(0,
    coalesce((SELECT max(e.allowed_c) FROM entity e WHERE e.listing = c.listing AND e.member = c.member AND NOT e.own), 0)
      - coalesce((SELECT sum(e.allowed_c) FROM entity e WHERE e.listing = c.listing AND e.member = c.member AND e.own), 0),
    coalesce((SELECT max(h.allowed_c) FROM charge h WHERE h.listing = c.listing AND h.member = c.member AND h.own AND h.tin <> c.tin), 0)
      - coalesce((SELECT max(h.allowed_c) FROM charge h WHERE h.listing = c.listing AND h.member = c.member AND h.own AND h.tin = c.tin), 0)) AS BIGINT) AS gap_c
FROM visit_case c WHERE c.method = 'MSSP';

CREATE TABLE smallest_visit AS
WITH measured AS (
  SELECT c.use, c.contract, c.member, c.method, c.tin, c.listing, coalesce(c.criteria[2], 'ID') AS second, coalesce(c.criteria[3], 'ID') AS third,
    c.method IN ('PLURALITY_VISITS', 'HYBRID') AS by_visits,
    coalesce(max(s.visits) FILTER (WHERE s.tin = c.tin), 0) AS own_visits, coalesce(max(s.allowed_c) FILTER (WHERE s.tin = c.tin), 0) AS own_c,
    coalesce(max(s.visits) FILTER (WHERE s.tin <> c.tin), 0) AS visits, coalesce(max(s.allowed_c) FILTER (WHERE s.tin <> c.tin), 0) AS most_c,
    coalesce(list({'tin': s.tin, 'visits': s.visits, 'allowed_c': s.allowed_c}) FILTER (WHERE s.tin <> c.tin), []) AS others
  FROM visit_case c
  LEFT JOIN visit_standing s ON s.listing = c.listing AND s.method = c.method AND s.member = c.member
  GROUP BY ALL),
days AS (
  SELECT * EXCLUDE (others), CASE WHEN by_visits THEN greatest(1, visits - own_visits) ELSE 1 END AS days,
    list_max(list_transform(list_filter(others, lambda o: o.visits = visits), lambda o: o.allowed_c)) AS tied_c,
    list_min(list_transform(list_filter(others, lambda o: o.visits = visits), lambda o: o.tin)) AS tied_tin
  FROM measured)
SELECT d.use, d.contract, d.member, d.tin,
  -- a tie that only the id breaks takes another day
  CASE WHEN by_visits AND own_visits + days = visits AND second = 'ID' AND d.tin > tied_tin THEN days + 1 ELSE days END AS days,
  CASE WHEN by_visits AND own_visits + days = visits AND second = 'ALLOWED' THEN
      greatest(0, (tied_c - own_c + CASE WHEN third = 'RECENCY' OR d.tin < tied_tin THEN 0 ELSE 1 END + days - 1) // days)
    -- the newer year counts twice; primary care must reach a tenth of all
    WHEN method = 'REACH_WEIGHTED' THEN greatest(0, (most_c - own_c + 1) // 2, coalesce(a.tenth_c, 0))
    ELSE coalesce(g.gap_c, 0) END AS allowed_c
FROM days d
LEFT JOIN program_gap g ON g.use = d.use AND g.contract = d.contract AND g.member = d.member
LEFT JOIN (
  SELECT listing, member, CAST((sum(thirds) - 10 * coalesce(sum(thirds) FILTER (WHERE primary_care), 0) + 17) // 18 AS BIGINT) AS tenth_c
  FROM alignment_service GROUP BY ALL) a ON a.listing = d.listing AND a.member = d.member AND d.method = 'REACH_WEIGHTED'
UNION ALL
-- who is accountable anyway is so after any visit
SELECT a.use, a.contract, a.member, a.tin, 1, 0 FROM asked_visit a
JOIN decision d ON d.contract = a.contract AND d.member = a.member AND d.month = a.month AND NOT d.withheld
WHERE a.stands;

CREATE TABLE expect_forecast AS
SELECT f.member || '|' || f.contract AS key, f.member, f.contract, month_text(f.month) AS month, f.tin, f.npi, f.changes_on AS "changesOn", f.then_tin AS "thenTin",
  f.then_npi AS "thenNpi", f.reason, k.tin AS "keeps.tin", CAST(k.days AS INTEGER) AS "keeps.days", dollars(k.allowed_c) AS "keeps.allowed",
  w.tin AS "wins.tin", CAST(w.days AS INTEGER) AS "wins.days", dollars(w.allowed_c) AS "wins.allowed"
FROM forecast f
LEFT JOIN smallest_visit k ON k.use = 'KEEPS' AND k.contract = f.contract AND k.member = f.member
LEFT JOIN smallest_visit w ON w.use = 'WINS' AND w.contract = f.contract AND w.member = f.member
WHERE f.tin IS NOT NULL OR f.changes_on IS NOT NULL OR w.tin IS NOT NULL;
