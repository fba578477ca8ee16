-- Primary-care lines of a contract year (domain.md 1.1, 42 CFR 425.400(c)).

-- Bucket of a line: CMS specialty on the line; when absent the taxonomy; FQHC and RHC claims (77x, 71x) are
-- primary care; UNKNOWN when the line says nothing.
CREATE TABLE bucket_line AS
SELECT l.*,
  CASE
    WHEN l.claim_type = 'INSTITUTIONAL' AND l.tob[1:2] IN ('71', '77') THEN 'PCP'
    WHEN l.specialty IS NOT NULL THEN coalesce(s.bucket, 'OTHER')
    WHEN l.taxonomy IS NOT NULL THEN coalesce(t.bucket, 'OTHER')
    ELSE 'UNKNOWN' END AS bucket
FROM paid_line l
LEFT JOIN code_specialty s ON s.cms_specialty_code = l.specialty
LEFT JOIN code_taxonomy t ON t.taxonomy = l.taxonomy;

-- Codes of a performance year; a year before the list's first uses the earliest list (decisions 22).
-- Well-child codes are added outside Medicare.
CREATE TABLE contract_year AS
SELECT contract, version, payer, lob, year, bool_or(unknown_counts) AS unknown_counts,
  bool_or(care_management) AS care_management
FROM contract_month GROUP BY ALL;

CREATE TABLE year_code AS
SELECT y.contract, y.version, y.year, c.hcpcs, c.emergency_only,
  c.hcpcs IN ('G0402', 'G0438', 'G0439') OR (y.care_management AND c.care_management) AS wellness
FROM contract_year y
JOIN code_primary_care c
  ON c.first_performance_year <= greatest(y.year, (SELECT min(first_performance_year) FROM code_primary_care))
UNION ALL
-- services counted earlier than listed when the window has a month of the emergency (425.400(c)(2))
SELECT y.contract, y.version, y.year, c.hcpcs, true, false
FROM contract_year y JOIN code_primary_care c ON c.early_in_emergency AND c.first_performance_year > y.year
UNION ALL
SELECT y.contract, y.version, y.year, w.hcpcs, false, true
FROM contract_year y, (SELECT CAST(unnest(generate_series(99381, 99397)) AS VARCHAR) AS hcpcs) w
WHERE y.lob <> 'MEDICARE';

-- Whether a window has a month of the public health emergency, January 2020 to May 2023.
CREATE MACRO emergency(day_from, day_until) AS day_from <= DATE '2023-05-31' AND day_until > DATE '2020-01-01';

CREATE MACRO rural_revenue(tob, rev) AS coalesce(tob[1:2] = '71' AND rev IN ('0521', '0522', '0524', '0525'), false);

-- Eligible lines, with the conditions of single codes.
-- Rural health clinics also by revenue code, until 2018.
CREATE TABLE eligible_line AS
SELECT y.contract, y.version, y.year, l.payer, l.claim_id, l.line_no, l.member, l.svc, l.tin, l.npi, l.hcpcs, l.bucket, l.allowed_c,
  coalesce(c.emergency_only, false) AS emergency_only, coalesce(c.wellness, false) AS wellness,
  coalesce(l.hcpcs IN ('99354', '99355'), false) AS prolonged,
  CASE WHEN l.bucket = 'UNKNOWN' AND y.unknown_counts THEN 'PCP' ELSE l.bucket END AS counts_as
FROM bucket_line l
JOIN contract_year y ON y.payer = l.payer
LEFT JOIN year_code c ON c.contract = y.contract AND c.version = y.version AND c.year = y.year AND c.hcpcs = l.hcpcs
WHERE (c.hcpcs IS NOT NULL OR (y.year <= 2018 AND rural_revenue(l.tob, l.rev)))
  AND (l.claim_type = 'PROFESSIONAL' OR (l.claim_type = 'INSTITUTIONAL' AND l.tob[1:2] IN ('71', '77')))
  -- office codes neither in hospital nor in an emergency department
  AND NOT (coalesce(l.hcpcs, '') BETWEEN '99201' AND '99215' AND coalesce(l.pos, '') IN ('21', '23'))
  -- nursing facility visits: not during a nursing-facility stay (place 31 alone in 2017-18, no rule before)
  AND NOT (coalesce(l.hcpcs, '') BETWEEN '99304' AND '99318' AND y.year >= 2017 AND (
    coalesce(l.pos, '') = '31' OR (y.year >= 2019 AND EXISTS (
      SELECT 1 FROM claim_stay s WHERE s.kind = 'SNF' AND s.member = l.member AND l.svc BETWEEN s.admit AND s.discharge))))
  -- home visits at home alone, 2019-22
  AND NOT (coalesce(l.hcpcs, '') BETWEEN '99341' AND '99350' AND y.year BETWEEN 2019 AND 2022 AND coalesce(l.pos, '') <> '12')
  -- advance care planning not in an inpatient setting, from 2021
  AND NOT (coalesce(l.hcpcs, '') IN ('99497', '99498') AND y.year >= 2021 AND (
    coalesce(l.pos, '') = '21' OR EXISTS (
      SELECT 1 FROM claim_stay s WHERE s.kind = 'INPATIENT' AND s.member = l.member AND l.svc BETWEEN s.admit AND s.discharge)))
  -- hospital clinic visits count for electing teaching hospitals alone, which no record marks
  AND coalesce(l.hcpcs, '') <> 'G0463';

-- Prolonged services count beside a counted service of the same clinician, practice and day.
CREATE TABLE primary_care_line AS
SELECT * FROM eligible_line p
WHERE NOT p.prolonged OR EXISTS (
  SELECT 1 FROM eligible_line b
  WHERE b.contract = p.contract AND b.version = p.version AND b.year = p.year AND NOT b.prolonged
    AND b.member = p.member AND b.svc = p.svc AND b.tin IS NOT DISTINCT FROM p.tin AND b.npi IS NOT DISTINCT FROM p.npi);

-- Services of a listing, with the windows they stand in. Codes that a month of the public health emergency carries need
-- one in the listing's assignment window, or in the expanded one where it has one (425.400(c)(2)).
-- Where visits follow the clinician they belong to the clinician's practice on the list day: the one that billed, else the
-- smallest that takes part, else the smallest; without any they stay.
CREATE TABLE followed AS
SELECT l.listing, a.npi, list(a.tin) AS tins, coalesce(min(a.tin) FILTER (WHERE p.tin IS NOT NULL), min(a.tin)) AS tin
FROM listing l
JOIN affiliation a ON l.anchor >= a.day_from AND l.anchor < a.day_until
LEFT JOIN participant p ON p.contract = l.contract AND p.version = l.version AND p.tin = a.tin
  AND l.anchor >= p.day_from AND l.anchor < p.day_until
WHERE l.follows GROUP BY ALL;

CREATE TABLE service AS
SELECT l.listing, p.member, p.svc, CASE WHEN list_contains(f.tins, p.tin) THEN p.tin ELSE coalesce(f.tin, p.tin) END AS tin, p.npi, p.counts_as AS bucket, p.allowed_c, p.wellness,
  p.svc >= l.window_from AS in_window, p.svc >= l.year_window_from AS in_year
FROM listing l
JOIN primary_care_line p ON p.contract = l.contract AND p.version = l.version AND p.year = l.year
  AND p.svc < l.window_until AND p.svc >= l.expanded_from
LEFT JOIN followed f ON f.listing = l.listing AND f.npi = p.npi
WHERE p.tin IS NOT NULL AND p.counts_as IN ('PCP', 'NPP', 'SPECIALIST')
  AND (NOT p.emergency_only OR emergency(l.emergency_from, l.window_until));
