-- Service category of each line (domain.md 2.2), first match wins; a contract matters for PROF_PRIMARY alone.

CREATE TABLE category_number AS
SELECT unnest(['HCBS_WAIVER','LTSS','SNF','ED','BH','INPATIENT','PHARMACY','RADIOLOGY','LAB','HOME_HEALTH','DME',
  'OUTPATIENT','PROF_PRIMARY','PROF_SPECIALTY']) AS category,
  unnest(generate_series(1, 14)) AS number;

-- Emergency lines: revenue 0450-0459 or 0981, HCPCS 99281-99285, or place 23; rolled into the stay when the
-- day lies within [admission - 1, admission] of an inpatient claim of the same member at the same facility.
CREATE TABLE line_flag AS
SELECT l.payer, l.claim_id, l.line_no,
  (l.rev BETWEEN '0450' AND '0459' OR l.rev = '0981' OR l.hcpcs BETWEEN '99281' AND '99285' OR l.pos = '23') IS TRUE
    AS emergency,
  EXISTS (
    SELECT 1 FROM claim_stay s WHERE s.kind = 'INPATIENT' AND s.member = l.member AND s.facility = l.facility
      AND l.svc BETWEEN s.admit - 1 AND s.admit) AS rolled,
  (CASE
     WHEN l.code_system = 'ICD9' THEN
       l.principal BETWEEN '290' AND '319~' AND l.principal[1:3] NOT IN ('290', '293', '294')
     ELSE l.principal BETWEEN 'F10' AND 'F99~' END) IS TRUE
  -- a psychiatric facility: a room of one on any line of the stay's claim, or its DRG
  OR (l.tob[1:2] = '11' AND EXISTS (SELECT 1 FROM paid_line o WHERE o.payer = l.payer AND o.claim_id = l.claim_id
        AND o.rev IN ('0114', '0124', '0134', '0144', '0154', '0204'))) IS TRUE
  OR (l.drg IN ('876', '880', '881', '882', '883', '884', '885', '886', '887', '894', '895', '896', '897')) IS TRUE
  OR (l.hcpcs BETWEEN '90785' AND '90899' OR l.hcpcs BETWEEN 'H0001' AND 'H2037') IS TRUE AS behavioral
FROM paid_line l;

CREATE TABLE category_line AS
SELECT l.*, f.emergency AND coalesce(l.tob[1:2], '') NOT IN ('11', '12') AS emergency, f.rolled,
  CASE
    WHEN l.hcpcs = 'T2025' THEN 'HCBS_WAIVER'
    WHEN l.tob[1:2] IN ('65', '66') OR l.hcpcs IN ('T1019', 'T1020', 'S5170')
      OR l.hcpcs BETWEEN 'S5125' AND 'S5130' OR l.hcpcs BETWEEN 'S5100' AND 'S5105' THEN 'LTSS'
    WHEN l.tob[1:2] IN ('21', '18') OR l.pos = '31' THEN 'SNF'
    -- an emergency line of an inpatient claim itself belongs to that claim
    WHEN f.emergency AND coalesce(l.tob[1:2], '') NOT IN ('11', '12') THEN CASE WHEN f.rolled THEN 'INPATIENT' ELSE 'ED' END
    WHEN f.behavioral THEN 'BH'
    WHEN l.tob[1:2] IN ('11', '12') THEN 'INPATIENT'
    WHEN l.claim_type = 'PHARMACY' THEN 'PHARMACY'
    WHEN l.hcpcs SIMILAR TO '[0-9]{5}' AND l.hcpcs BETWEEN '70010' AND '79999'
      OR l.rev[1:3] IN ('032', '033', '034', '035', '040', '061') THEN 'RADIOLOGY'
    WHEN l.hcpcs SIMILAR TO '[0-9]{5}' AND l.hcpcs BETWEEN '80047' AND '89398'
      OR l.rev[1:3] IN ('030', '031') OR l.hcpcs SIMILAR TO '[0-9]{4}U' THEN 'LAB'
    WHEN l.tob[1:2] IN ('32', '33', '34') THEN 'HOME_HEALTH'
    WHEN l.claim_type = 'PROFESSIONAL' AND (l.hcpcs BETWEEN 'A4206' AND 'A9999' OR l.hcpcs[1] IN ('E', 'K', 'L')) THEN 'DME'
    WHEN l.claim_type = 'INSTITUTIONAL' THEN 'OUTPATIENT'
    WHEN l.pos = '21' THEN 'PROF_SPECIALTY'
    ELSE 'PROFESSIONAL' END AS category,
  -- Incurred month (domain.md 2.1): the admission for inpatient and nursing-facility claims.
  CAST(date_trunc('month', CASE WHEN l.tob[1:2] IN ('11', '12', '21', '18') THEN coalesce(l.admitted, l.claim_from)
       ELSE l.svc END) AS DATE) AS cost_month
FROM paid_line l
JOIN line_flag f ON f.payer = l.payer AND f.claim_id = l.claim_id AND f.line_no = l.line_no;
