-- Cases of care variation (domain.md 4 no. 6, docs/variation.md "A case"): a procedure of a member on a day, what all who took part
-- in it cost, and who did it. Raw allowed cost, before scope and truncation.

-- Hospital stays claim by claim, from the admission to the last day of the claim; interim bills of one stay stand each by itself.
CREATE TABLE case_stay AS
SELECT payer, claim_id, member, coalesce(admitted, claim_from) AS first_day, claim_through AS last_day, sum(allowed_c) AS allowed_c
FROM paid_line WHERE tob[1:2] IN ('11', '12')
GROUP BY ALL;

-- A claim belongs to the group of its line with the greatest allowed, then to the smaller group, then to that of the first line; that line
-- says day, clinician and place, the whole claim what it cost. A stay's claim is the stay, whatever its lines say.
CREATE TABLE case_claim AS
SELECT l.payer, l.claim_id, l.member, l.claim_type = 'PROFESSIONAL' AS clinical, l.svc AS day, g."group", l.npi, l.pos, c.allowed_c
FROM paid_line l
JOIN raw_clinical_group g ON g.code = l.hcpcs AND (g."from" IS NULL OR l.svc >= CAST(g."from" AS DATE))
  AND (g."until" IS NULL OR l.svc < CAST(g."until" AS DATE))
JOIN (SELECT payer, claim_id, sum(allowed_c) AS allowed_c FROM paid_line GROUP BY ALL) c ON c.payer = l.payer AND c.claim_id = l.claim_id
WHERE coalesce(l.tob[1:2], '') NOT IN ('11', '12')
QUALIFY row_number() OVER (PARTITION BY l.payer, l.claim_id ORDER BY l.allowed_c DESC, g."group", l.line_no) = 1;

-- The clinician whose claims of the case have the greatest allowed, then the smaller number; a case is where there is one.
CREATE TABLE case_clinician AS
SELECT member, day, "group", npi
FROM case_claim WHERE clinical AND npi IS NOT NULL
GROUP BY member, day, "group", npi
QUALIFY row_number() OVER (PARTITION BY member, day, "group" ORDER BY sum(allowed_c) DESC, npi) = 1;

-- The place on that clinician's claims; of several the one with the greatest allowed, then the smaller code.
CREATE TABLE case_place AS
SELECT c.member, c.day, c."group", c.pos
FROM case_claim c
JOIN case_clinician n ON n.member = c.member AND n.day = c.day AND n."group" = c."group" AND n.npi = c.npi
WHERE c.clinical
GROUP BY c.member, c.day, c."group", c.pos
QUALIFY row_number() OVER (PARTITION BY c.member, c.day, c."group" ORDER BY sum(c.allowed_c) DESC, c.pos) = 1;

-- A stay's cost goes to the first case that it covers, by day, then group, whoever the member is accounted to then.
CREATE TABLE case_of_stay AS
SELECT s.payer, s.claim_id, s.allowed_c, n.member, n.day, n."group"
FROM case_stay s
JOIN case_clinician n ON n.member = s.member AND n.day BETWEEN s.first_day AND s.last_day
QUALIFY row_number() OVER (PARTITION BY s.payer, s.claim_id ORDER BY n.day, n."group") = 1;

CREATE TABLE care_case AS
SELECT n.*,
  CAST((SELECT sum(c.allowed_c) FROM case_claim c WHERE c.member = n.member AND c.day = n.day AND c."group" = n."group")
    + coalesce((SELECT sum(s.allowed_c) FROM case_of_stay s WHERE s.member = n.member AND s.day = n.day AND s."group" = n."group"), 0) AS BIGINT)
    AS cost_c,
  CASE WHEN EXISTS (SELECT 1 FROM case_stay s WHERE s.member = n.member AND n.day BETWEEN s.first_day AND s.last_day) THEN 'INPATIENT'
       WHEN p.pos IN ('19', '22') THEN 'HOPD' WHEN p.pos = '24' THEN 'ASC' WHEN p.pos = '11' THEN 'OFFICE' ELSE 'OTHER' END AS site
FROM case_clinician n
JOIN case_place p ON p.member = n.member AND p.day = n.day AND p."group" = n."group";

-- Cases of months that ask for the report and in which the member stands in the contract, whoever the clinician is.
CREATE TABLE reported_case AS
SELECT a.contract, a.month, c.*, strftime(c.day, '%Y') || '-Q' || quarter(c.day) AS quarter, r.prospective_m,
  -- laboratory and radiology of the 30 days before and of the day; a radiological procedure is one of them
  (SELECT count(*) FROM category_line l WHERE l.member = c.member AND l.category IN ('LAB', 'RADIOLOGY')
    AND l.svc BETWEEN c.day - 30 AND c.day) AS tests
FROM care_case c
JOIN standing a ON a.member = c.member AND a.month = CAST(date_trunc('month', c.day) AS DATE)
JOIN terms t ON t.contract = a.contract AND t.version = a.version AND list_contains(t.cost.reports, 'CARE_VARIATION')
LEFT JOIN month_risk r ON r.contract = a.contract AND r.member = a.member AND r.month = a.month;

CREATE TABLE expect_member_case AS
SELECT DISTINCT member || '|' || contract || '|' || quarter AS key, member, contract, quarter FROM reported_case;

CREATE TABLE expect_member_case_cases AS
SELECT member || '|' || contract || '|' || quarter AS key,
  CAST(row_number() OVER (PARTITION BY contract, member, quarter ORDER BY day, "group") AS VARCHAR) AS item,
  day, "group", npi, site, dollars(cost_c) AS cost, tests, rate_of(prospective_m * 1000) AS risk
FROM reported_case;
