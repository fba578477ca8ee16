-- Lines left out of the count, by reason (domain.md 1.9): lines with a primary-care code of any year in the window that
-- was read. Of several reasons the first: the claim, the line, the place, the clinician, the practice, the year's list, the
-- conditions of the code, what the method asks of it.

CREATE TABLE any_year_code AS
SELECT DISTINCT y.contract, y.version, c.hcpcs
FROM contract_year y, code_primary_care c
UNION
SELECT DISTINCT y.contract, y.version, CAST(unnest(generate_series(99381, 99397)) AS VARCHAR) FROM contract_year y;

-- All lines, not only those that count.
CREATE TABLE coded_line AS
SELECT c.payer, c.claimId AS claim_id, c.surrogate AS member, c.type AS claim_type, c.typeOfBill AS tob, c.billingTin AS tin,
  c.status, coalesce(l.denied, false) AS denied, l.line AS line_no, l."from" AS svc, l.hcpcs, l.placeOfService AS pos,
  rural_revenue(c.typeOfBill, l.revenueCode) AS rural,
  l.renderingNpi AS npi, CASE
    WHEN c.type = 'INSTITUTIONAL' THEN 'PCP'
    WHEN l.specialty IS NOT NULL THEN coalesce(s.bucket, 'OTHER')
    WHEN l.taxonomy IS NOT NULL THEN coalesce(t.bucket, 'OTHER')
    ELSE 'UNKNOWN' END AS bucket
FROM (SELECT * EXCLUDE (lines), unnest(lines) AS l FROM claim_final) c
LEFT JOIN code_specialty s ON s.cms_specialty_code = c.l.specialty
LEFT JOIN code_taxonomy t ON t.taxonomy = c.l.taxonomy
WHERE (c.type = 'PROFESSIONAL' OR (c.type = 'INSTITUTIONAL' AND c.typeOfBill[1:2] IN ('71', '77')))
  -- a reversal without its original waits
  AND (c.status <> 'REVERSED' OR EXISTS (
    SELECT 1 FROM claim_version v WHERE v.payer = c.payer AND v.claimId = c.claimId AND v.status <> 'REVERSED'));

-- What the line and its claim say.
CREATE TABLE judged_line AS
SELECT y.contract, y.version, y.year, l.*, CASE WHEN l.bucket = 'UNKNOWN' AND y.unknown_counts THEN 'PCP' ELSE l.bucket END AS counts_as,
  p.emergency_only, p.wellness,
  CASE
    WHEN l.status IN ('REVERSED', 'PENDED') THEN l.status
    WHEN l.status <> 'PAID' OR l.denied THEN 'DENIED'
    WHEN l.hcpcs = 'G0463' THEN 'TEACHING_HOSPITAL_ONLY'
    WHEN l.hcpcs BETWEEN '99201' AND '99215' AND coalesce(l.pos, '') IN ('21', '23') THEN 'PLACE_OF_SERVICE'
    WHEN l.bucket = 'OTHER' OR (l.bucket = 'SPECIALIST' AND l.tin IS NULL) THEN 'NOT_PRIMARY_CARE'
    WHEN l.tin IS NULL THEN 'NO_PRACTICE'
    WHEN l.bucket = 'UNKNOWN' AND NOT y.unknown_counts THEN 'UNKNOWN_SPECIALTY'
    END AS of_itself,
  CASE
    WHEN p.claim_id IS NOT NULL THEN NULL
    WHEN NOT EXISTS (SELECT 1 FROM year_code c WHERE c.contract = y.contract AND c.version = y.version AND c.year = y.year
      AND c.hcpcs = l.hcpcs) THEN 'NOT_IN_LIST_OF_YEAR'
    WHEN l.hcpcs BETWEEN '99304' AND '99318' THEN 'SKILLED_NURSING_STAY'
    WHEN l.hcpcs BETWEEN '99341' AND '99350' THEN 'NOT_AT_HOME'
    WHEN l.hcpcs IN ('99497', '99498') THEN 'INPATIENT_STAY'
    ELSE 'NO_BASE_SERVICE' END AS of_year
FROM coded_line l
JOIN contract_year y ON y.payer = l.payer
LEFT JOIN any_year_code a ON a.contract = y.contract AND a.version = y.version AND a.hcpcs = l.hcpcs
LEFT JOIN primary_care_line p ON p.contract = y.contract AND p.version = y.version AND p.year = y.year AND p.payer = l.payer
  AND p.claim_id = l.claim_id AND p.line_no = l.line_no
WHERE a.hcpcs IS NOT NULL OR l.rural;

-- Which clinicians the reading asks; without a decision the contract's first method by claims does.
CREATE TABLE reading AS
SELECT d.member || '|' || d.contract || '|' || month_text(d.month) AS key, d.*, coalesce(d.method, l.first_method) AS reads,
  CASE WHEN coalesce(d.method, l.first_method) IN ('PLURALITY_VISITS', 'MOST_RECENT_VISIT', 'HYBRID', 'WELLNESS') OR d.basis = 'STEP_1'
         OR s.primary_care THEN 'PRIMARY'
       WHEN coalesce(d.method, l.first_method) = 'SPECIALIST_FALLBACK' OR d.basis = 'STEP_2' OR NOT s.primary_care THEN 'SPECIALIST'
       ELSE 'ALL' END AS asks,
  emergency(l.emergency_from, l.window_until) AS in_emergency, l.read_from, l.mssp
FROM decision d
JOIN (
  SELECT *, list_filter(methods, lambda m: m <> 'PCP_SELECTION')[1] AS first_method,
    CASE list_filter(methods, lambda m: m <> 'PCP_SELECTION')[1] WHEN 'MSSP' THEN year_window_from WHEN 'SPECIALIST_FALLBACK' THEN year_window_from
      WHEN 'REACH_WEIGHTED' THEN expanded_from ELSE window_from END AS read_from FROM listing) l ON l.listing = d.listing
LEFT JOIN alignment_side s ON s.listing = d.listing AND s.member = d.member AND d.method = 'REACH_WEIGHTED'
WHERE NOT d.withheld AND (d.basis NOT IN ('SELECTION', 'VOLUNTARY', 'ADJUSTMENT', 'CAMPAIGN') OR d.reason = 'NO_HISTORY');

CREATE TABLE expect_explanation_excluded AS
SELECT key, reason AS item, CAST(count(*) AS INTEGER) AS lines
FROM (
  SELECT d.key, CASE
      WHEN j.of_itself IS NOT NULL THEN j.of_itself
      WHEN d.asks = 'PRIMARY' AND j.counts_as = 'SPECIALIST' THEN 'NOT_PRIMARY_CARE'
      WHEN d.asks = 'SPECIALIST' AND j.counts_as <> 'SPECIALIST' THEN 'NOT_SPECIALIST'
      WHEN j.of_year IS NOT NULL THEN j.of_year
      WHEN j.emergency_only AND NOT d.in_emergency THEN
        CASE WHEN j.hcpcs IN ('99441', '99442', '99443') THEN 'OUTSIDE_EMERGENCY' ELSE 'NOT_IN_LIST_OF_YEAR' END
      -- a prolonged service stands beside a base that the method counts
      WHEN d.reads = 'WELLNESS' AND j.hcpcs IN ('99354', '99355') AND NOT EXISTS (
        SELECT 1 FROM primary_care_line b WHERE b.contract = j.contract AND b.version = j.version AND b.year = j.year AND b.member = j.member
          AND b.svc = j.svc AND b.tin = j.tin AND b.npi IS NOT DISTINCT FROM j.npi AND b.wellness) THEN 'NO_BASE_SERVICE'
      WHEN d.reads = 'WELLNESS' AND NOT j.wellness THEN 'NOT_WELLNESS'
      WHEN d.reads = 'MSSP' AND a.acos > 1 THEN 'PRACTICE_IN_SEVERAL_ACOS' END AS reason
  FROM reading d
  JOIN judged_line j ON j.contract = d.contract AND j.version = d.version AND j.year = d.year AND j.member = d.member
    AND j.svc >= CASE WHEN d.method IS NULL THEN d.read_from ELSE d.window_from END AND j.svc < d.window_until
  LEFT JOIN aco_practice a ON a.listing = d.listing AND a.tin = j.tin)
WHERE reason IS NOT NULL
GROUP BY ALL;
