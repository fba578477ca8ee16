-- The alignment campaign (domain.md 1.6): letters, answers and declines as people recorded them in portal.campaign.v1, the
-- search for the nearest site on the first of a month, and how long an alignment stands.

CREATE TABLE campaign_month AS
SELECT m.contract, m.version, m.payer, m.lob, m.year, m.month, m.follows, t.zone,
  coalesce(c.waitDays, 60) AS wait_days, coalesce(c.declineDays, 30) AS decline_days,
  CAST(coalesce(c.maxMiles, 30) * 1000 AS BIGINT) AS max_thousandths, coalesce(c.specialistsFirst, false) AS specialists_first,
  coalesce(c.sites, []) AS sites, coalesce(c.centroids, []) AS centroids
FROM contract_month m
JOIN (SELECT *, attribution.campaign AS c FROM terms) t ON t.contract = m.contract AND t.version = m.version AND t.c IS NOT NULL;

-- Whom a campaign is for: the gate is open and no method found anything. Of whom a method found a practice, though it be
-- outside the contract, is held. A closed gate, an adjustment to nobody and services that make nobody assignable are neither.
CREATE TABLE campaign_member_month AS
SELECT d.contract, d.member, d.month, d.reason IS NOT DISTINCT FROM 'NO_HISTORY' AS open,
  d.method IS NOT NULL AND coalesce(d.reason NOT IN ('ADJUSTED', 'NOT_ASSIGNABLE', 'NO_SERVICE_OF_ACO_PHYSICIAN'), true) AS held
FROM decided d JOIN campaign_month c ON c.contract = d.contract AND c.month = d.month;

-- What people recorded; a repeated id is the same action. Merged ids are one person.
CREATE TABLE campaign_action AS
SELECT a.* EXCLUDE (member), coalesce(r.root, a.member) AS member, z.zone,
  CAST((a.acted_at AT TIME ZONE 'UTC') AT TIME ZONE z.zone AS DATE) AS day
FROM (
  SELECT json_extract_string(body, '$.contract') AS contract, json_extract_string(body, '$.member') AS member,
    json_extract_string(body, '$.actionId') AS id, json_extract_string(body, '$.action') AS kind, json_extract_string(body, '$.user') AS user_name,
    CAST(json_extract_string(body, '$.at') AS TIMESTAMP) AS acted_at
  FROM found WHERE topic = 'portal.campaign.v1'
  QUALIFY row_number() OVER (PARTITION BY key, json_extract_string(body, '$.actionId') ORDER BY json_extract_string(body, '$.at')) = 1) a
JOIN (SELECT contract, arg_max(zone, version) AS zone FROM terms GROUP BY contract) z ON z.contract = a.contract
LEFT JOIN identity_root r ON r.member = a.member, run
WHERE run.cut IS NULL OR a.acted_at < run.cut;

-- Actions, firsts of months and selections of those to whom a letter was sent, in order of time: the first begins its day,
-- a selection holds from the end of it, once that day has come.
CREATE TABLE campaign_event AS
SELECT *, row_number() OVER (PARTITION BY contract, member ORDER BY day, part, acted_at, id) AS place
FROM (
  SELECT contract, member, day, 2 AS part, acted_at, id, kind, user_name FROM campaign_action
  UNION ALL
  SELECT l.contract, l.member, m.month, 1, CAST(NULL AS TIMESTAMP), NULL, 'FIRST', NULL
  FROM (SELECT DISTINCT contract, member FROM campaign_action WHERE kind = 'LETTER_SENT') l
  JOIN campaign_month m ON m.contract = l.contract
  UNION ALL
  SELECT DISTINCT l.contract, l.member, s.day_from, 3, CAST(NULL AS TIMESTAMP), NULL, 'SELECTED', NULL
  FROM (SELECT DISTINCT contract, member FROM campaign_action WHERE kind = 'LETTER_SENT') l
  JOIN (SELECT DISTINCT contract, payer FROM terms) t ON t.contract = l.contract
  JOIN run ON true
  JOIN selection s ON s.member = l.member AND s.payer = t.payer AND s.chosen_by = 'MEMBER' AND s.day_from <= run.until);

-- Where the member lives on the first: the coverage of that day, the one begun last.
CREATE TABLE campaign_home AS
SELECT e.contract, e.member, e.day, c.zip, c.county
FROM campaign_event e
JOIN campaign_month m ON m.contract = e.contract AND m.month = e.day
JOIN coverage c ON c.member = e.member AND c.payer = m.payer AND c.lob = m.lob AND e.day >= c.day_from AND e.day < c.day_until
WHERE e.kind = 'FIRST'
QUALIFY row_number() OVER (PARTITION BY e.contract, e.member, e.day ORDER BY c.day_from DESC, c.record_id DESC) = 1;

-- Thousandths of a mile between two points in degrees: haversine, earth's radius 3958.7613 miles, half up. A distance is no ratio:
-- this is the one place where binary floating point gives a figure.
CREATE MACRO thousandths(lat1, lon1, lat2, lon2) AS CAST(floor(0.5 + 1000 * 2 * 3958.7613 * asin(least(1.0, sqrt(
  pow(sin(radians(CAST(lat2 AS DOUBLE) - CAST(lat1 AS DOUBLE)) / 2), 2)
  + cos(radians(CAST(lat1 AS DOUBLE))) * cos(radians(CAST(lat2 AS DOUBLE)))
    * pow(sin(radians(CAST(lon2 AS DOUBLE) - CAST(lon1 AS DOUBLE)) / 2), 2))))) AS BIGINT);

-- Sites of the terms that are open on the first, of practices that take part on it, with room.
CREATE TABLE campaign_site AS
SELECT m.contract, m.version, m.year, m.month, m.max_thousandths, m.specialists_first, m.follows, m.centroids, s.s AS site,
  -- panels over capacities are exact to the twelfth digit
  CASE WHEN s.s.capacity IS NULL THEN 0 ELSE coalesce(s.s.panel, 0) * CAST(1000000000000 AS HUGEINT) // s.s.capacity END AS filling
FROM (SELECT *, unnest(sites) AS s FROM campaign_month) s
JOIN campaign_month m ON m.contract = s.contract AND m.month = s.month
WHERE m.month >= s.s."from" AND (s.s.lastDay IS NULL OR m.month <= s.s.lastDay)
  AND (s.s.capacity IS NULL OR coalesce(s.s.panel, 0) < s.s.capacity)
  AND EXISTS (SELECT 1 FROM participant p WHERE p.contract = m.contract AND p.version = m.version AND p.tin = s.s.tin
    AND m.month >= p.day_from AND m.month < p.day_until);

-- Practices whose listed specialists saw the member in the twelve months before.
CREATE TABLE campaign_specialist AS
SELECT DISTINCT e.contract, e.member, e.day, p.tin
FROM campaign_event e
JOIN campaign_month m ON m.contract = e.contract AND m.month = e.day AND m.specialists_first
JOIN primary_care_line p ON p.contract = m.contract AND p.version = m.version AND p.year = m.year AND p.member = e.member
  AND p.counts_as = 'SPECIALIST' AND p.svc >= CAST(e.day - INTERVAL 12 MONTH AS DATE) AND p.svc < e.day
  AND (NOT p.emergency_only OR emergency(CAST(e.day - INTERVAL 12 MONTH AS DATE), e.day))
WHERE e.kind = 'FIRST';

-- Sites near enough, in the order in which they are offered.
CREATE TABLE campaign_offer AS
SELECT contract, member, day, list(struct_pack(site := site.site, tin := site.tin, npi := site.npi, measure := measure, thousandths := miles,
    by_specialist := by_specialist)
  ORDER BY by_specialist DESC, CASE WHEN miles IS NULL THEN 1 ELSE 0 END, miles, filling, site.site) AS sites
FROM (
  SELECT *, CASE WHEN zip = site.zip THEN 'SAME_ZIP' WHEN located THEN 'MILES' ELSE 'SAME_COUNTY' END AS measure,
    CASE WHEN zip = site.zip THEN 0 WHEN located THEN thousandths(here.latitude, here.longitude, there.latitude, there.longitude) END AS miles
  FROM (
    SELECT h.contract, h.member, h.day, h.zip, h.county, s.site, s.filling, s.max_thousandths,
      list_filter(s.centroids, lambda c: c.zip = h.zip)[1] AS here, list_filter(s.centroids, lambda c: c.zip = s.site.zip)[1] AS there,
      coalesce(len(list_filter(s.centroids, lambda c: c.zip = h.zip)) > 0 AND len(list_filter(s.centroids, lambda c: c.zip = s.site.zip)) > 0, false) AS located,
      x.tin IS NOT NULL AS by_specialist
    FROM campaign_home h
    JOIN campaign_site s ON s.contract = h.contract AND s.month = h.day
    LEFT JOIN campaign_specialist x ON x.contract = h.contract AND x.member = h.member AND x.day = h.day AND x.tin = s.site.tin))
WHERE CASE measure WHEN 'SAME_ZIP' THEN true WHEN 'MILES' THEN miles <= max_thousandths ELSE coalesce(county = site.county, false) END
GROUP BY contract, member, day;
