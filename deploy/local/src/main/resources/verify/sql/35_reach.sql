-- Two alignment years, the newer counting twice (domain.md 1.3 R). Weights stay whole: thirds of cents.

CREATE TABLE alignment_service AS
SELECT s.listing, s.member, s.svc, s.tin, s.npi, s.bucket <> 'SPECIALIST' AS primary_care, s.in_year AS newer, s.allowed_c,
  s.allowed_c * CASE WHEN s.in_year THEN 2 ELSE 1 END AS thirds
FROM service s JOIN listing l ON l.listing = s.listing AND list_contains(l.methods, 'REACH_WEIGHTED');

-- Primary care decides with a tenth of the weighted charges, specialists below it or without any.
CREATE TABLE alignment_side AS
SELECT listing, member, bool_or(primary_care)
    AND 10 * coalesce(sum(thirds) FILTER (WHERE primary_care), 0) >= sum(thirds) AS primary_care
FROM alignment_service GROUP BY ALL;

CREATE TABLE alignment_rank AS
SELECT *, row_number() OVER (PARTITION BY listing, member ORDER BY thirds DESC, last_service DESC, tin) AS place
FROM (
  SELECT s.listing, s.member, s.tin, CAST(sum(thirds) AS BIGINT) AS thirds, max(svc) AS last_service,
    count(DISTINCT svc) AS visits, CAST(sum(allowed_c) AS BIGINT) AS allowed_c,
    CAST(coalesce(sum(s.allowed_c) FILTER (WHERE s.newer), 0) AS BIGINT) AS newer_c,
    CAST(coalesce(sum(s.allowed_c) FILTER (WHERE NOT s.newer), 0) AS BIGINT) AS older_c
  FROM alignment_service s
  JOIN alignment_side d ON d.listing = s.listing AND d.member = s.member AND d.primary_care = s.primary_care
  GROUP BY ALL);

CREATE TABLE alignment_clinician AS
SELECT *, row_number() OVER (PARTITION BY listing, member ORDER BY thirds DESC, last_service DESC, npi) AS place
FROM (
  SELECT s.listing, s.member, s.tin, s.npi, CAST(sum(s.thirds) AS BIGINT) AS thirds, max(s.svc) AS last_service,
    count(DISTINCT s.svc) AS visits, CAST(sum(s.allowed_c) AS BIGINT) AS allowed_c,
    CAST(coalesce(sum(s.allowed_c) FILTER (WHERE s.newer), 0) AS BIGINT) AS newer_c,
    CAST(coalesce(sum(s.allowed_c) FILTER (WHERE NOT s.newer), 0) AS BIGINT) AS older_c
  FROM alignment_service s
  JOIN alignment_side d ON d.listing = s.listing AND d.member = s.member AND d.primary_care = s.primary_care
  JOIN alignment_rank w ON w.listing = s.listing AND w.member = s.member AND w.tin = s.tin AND w.place = 1
  WHERE s.npi IS NOT NULL GROUP BY ALL);

CREATE TABLE alignment_answer AS
SELECT coalesce(f.listing, n.listing) AS listing, coalesce(f.member, n.member) AS member,
  CASE WHEN n.use IS NOT NULL THEN 'VOLUNTARY' ELSE 'CLAIMS' END AS basis,
  CASE WHEN n.use IS NULL THEN f.tin WHEN n.takes_part THEN n.tin END AS tin,
  CASE WHEN n.use IS NULL THEN c.npi WHEN n.takes_part THEN n.npi END AS npi,
  CASE WHEN n.use IS NOT NULL THEN CASE WHEN NOT n.takes_part THEN 'DESIGNATED_ELSEWHERE' END
       WHEN p.tin IS NULL THEN 'NOT_A_PARTICIPANT' END AS reason,
  CASE WHEN n.use IS NOT NULL OR s.tin IS NULL OR f.thirds <> s.thirds THEN 'NONE'
       WHEN f.last_service <> s.last_service THEN 'RECENCY' ELSE 'ID' END AS tie_break
FROM (SELECT * FROM alignment_rank WHERE place = 1) f
FULL JOIN (SELECT n.* FROM named_practice n JOIN listing l ON l.listing = n.listing
    AND list_contains(l.methods, 'REACH_WEIGHTED') WHERE n.use = 'DESIGNATION') n ON n.listing = f.listing AND n.member = f.member
LEFT JOIN alignment_rank s ON s.listing = f.listing AND s.member = f.member AND s.place = 2
LEFT JOIN alignment_clinician c ON c.listing = f.listing AND c.member = f.member AND c.place = 1
LEFT JOIN listing_practice p ON p.listing = f.listing AND p.tin = f.tin;
