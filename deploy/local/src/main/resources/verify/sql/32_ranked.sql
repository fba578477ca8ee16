-- Methods that rank practices by what they did (domain.md 1.3 B, C, E, F): practice first, clinician second.

-- Lines that a method counts: PCP and NPP for B, C and the claims half of H; wellness visits among them for E;
-- listed specialists of 12 months for F.
CREATE TABLE counted_line AS
SELECT s.listing, m.method, s.member, s.svc, s.tin, s.npi, s.allowed_c
FROM (SELECT listing, unnest(methods) AS method FROM listing) m
JOIN service s ON s.listing = m.listing
WHERE CASE m.method
  WHEN 'PLURALITY_VISITS' THEN s.in_window AND s.bucket IN ('PCP', 'NPP')
  WHEN 'MOST_RECENT_VISIT' THEN s.in_window AND s.bucket IN ('PCP', 'NPP')
  WHEN 'HYBRID' THEN s.in_window AND s.bucket IN ('PCP', 'NPP')
  WHEN 'WELLNESS' THEN s.in_window AND s.bucket IN ('PCP', 'NPP') AND s.wellness
  WHEN 'SPECIALIST_FALLBACK' THEN s.in_year AND s.bucket = 'SPECIALIST'
  ELSE false END;

-- What a method ranks by, in order; the smaller id ends it. The most recent visit decides C and E, visits and then
-- the contract's tie breaks the others.
CREATE TABLE rank_order AS
SELECT listing, method, CASE WHEN method IN ('MOST_RECENT_VISIT', 'WELLNESS') THEN ['RECENCY', 'VISITS', 'ALLOWED']
    ELSE list_concat(['VISITS'], tie_breaks) END AS criteria
FROM (SELECT listing, tie_breaks, unnest(methods) AS method FROM listing);

CREATE MACRO measured(criterion, visits, last_visit, allowed_c) AS CAST(CASE criterion WHEN 'VISITS' THEN visits
  WHEN 'RECENCY' THEN datediff('day', DATE '1900-01-01', last_visit) WHEN 'ALLOWED' THEN allowed_c ELSE 0 END AS BIGINT);

CREATE TABLE practice_rank AS
SELECT *, row_number() OVER (PARTITION BY listing, method, member ORDER BY k1 DESC, k2 DESC, k3 DESC, tin) AS place
FROM (
  SELECT c.*, o.criteria, measured(o.criteria[1], visits, last_visit, allowed_c) AS k1,
    measured(o.criteria[2], visits, last_visit, allowed_c) AS k2, measured(o.criteria[3], visits, last_visit, allowed_c) AS k3
  FROM (SELECT listing, method, member, tin, count(DISTINCT svc) AS visits, max(svc) AS last_visit,
      CAST(sum(allowed_c) AS BIGINT) AS allowed_c FROM counted_line GROUP BY ALL) c
  JOIN rank_order o ON o.listing = c.listing AND o.method = c.method);

-- What decided the first place among practices (domain.md 1.9).
CREATE TABLE tie_break AS
SELECT a.listing, a.method, a.member,
  CASE WHEN b.tin IS NULL OR a.k1 <> b.k1 THEN 'NONE' WHEN a.k2 <> b.k2 THEN a.criteria[2]
       WHEN a.k3 <> b.k3 THEN a.criteria[3] ELSE 'ID' END AS used
FROM practice_rank a
LEFT JOIN practice_rank b ON b.listing = a.listing AND b.method = a.method AND b.member = a.member AND b.place = 2
WHERE a.place = 1;

-- Clinicians among the lines of the winning practice.
CREATE TABLE clinician_rank AS
SELECT *, row_number() OVER (PARTITION BY listing, method, member ORDER BY k1 DESC, k2 DESC, k3 DESC, npi) AS place
FROM (
  SELECT c.*, measured(o.criteria[1], visits, last_visit, allowed_c) AS k1,
    measured(o.criteria[2], visits, last_visit, allowed_c) AS k2, measured(o.criteria[3], visits, last_visit, allowed_c) AS k3
  FROM (
    SELECT c.listing, c.method, c.member, c.tin, c.npi, count(DISTINCT c.svc) AS visits, max(c.svc) AS last_visit,
      CAST(sum(c.allowed_c) AS BIGINT) AS allowed_c
    FROM counted_line c
    JOIN practice_rank w ON w.listing = c.listing AND w.method = c.method AND w.member = c.member AND w.tin = c.tin AND w.place = 1
    WHERE c.npi IS NOT NULL
    GROUP BY ALL) c
  JOIN rank_order o ON o.listing = c.listing AND o.method = c.method);
