-- Cost of member-months (domain.md 2.1-2.3). Months that are member months.

-- The first year in which a code of the list was gone, where the list says so.
CREATE TABLE code_deleted AS
SELECT hcpcs, CAST(nullif(regexp_extract(category, 'deleted (from CPT )?(\d{4})', 2), '') AS INTEGER) AS gone_from
FROM raw_primary_care WHERE contains(category, 'prolonged');

-- PROF_PRIMARY: an eligible primary-care line of a PCP or NPP, or of an unknown clinician when the contract
-- counts those (domain.md 2.2 no. 13): the list of the month's performance year with the conditions of its codes
-- (1.1). There is no window here: telephone visits count in the months of the public health emergency.
CREATE TABLE primary_candidate AS
SELECT e.*, d.gone_from FROM eligible_line e
JOIN contract_year y ON y.contract = e.contract AND y.version = e.version AND y.year = e.year
LEFT JOIN code_deleted d ON d.hcpcs = e.hcpcs
WHERE (e.bucket IN ('PCP', 'NPP') OR (e.bucket = 'UNKNOWN' AND y.unknown_counts))
  AND (NOT e.emergency_only OR e.svc BETWEEN DATE '2020-01-01' AND DATE '2023-05-31');

-- An add-on of the list asks for a base code, which is itself primary care that day, of that clinician and practice; it ends
-- with the year before the one in which it was deleted.
CREATE TABLE primary_line AS
SELECT DISTINCT p.contract, p.version, p.year, p.claim_id, p.line_no
FROM primary_candidate p
WHERE NOT p.prolonged OR (year(p.svc) < p.gone_from AND EXISTS (
  SELECT 1 FROM primary_candidate b
  WHERE b.contract = p.contract AND b.version = p.version AND b.year = p.year AND b.member = p.member AND b.svc = p.svc
    AND NOT b.prolonged AND b.npi IS NOT DISTINCT FROM p.npi AND b.tin IS NOT DISTINCT FROM p.tin));

-- Months whose cost is counted: those of attributed members, and those of the members that a contract is compared with.
CREATE TABLE costed_month AS
SELECT contract, version, year, month, member, false AS compared FROM standing
UNION ALL SELECT contract, version, year, month, member, true FROM comparison_standing;

-- Lines of such months; inside: billed by a practice that takes part on the service day.
CREATE TABLE cost_line AS
SELECT a.contract, a.version, a.year, a.member, a.month, a.compared, l.allowed_c, l.paid_c, l.unpriced, l.units_m, l.ndc, l.npi, l.tin,
  -- who names himself has referred nobody
  CASE WHEN l.referring IS DISTINCT FROM l.npi THEN l.referring END AS referring, l.specialty, l.taxonomy,
  CASE WHEN l.category <> 'PROFESSIONAL' THEN l.category
       WHEN v.claim_id IS NOT NULL THEN 'PROF_PRIMARY' ELSE 'PROF_SPECIALTY' END AS category,
  p.tin IS NOT NULL AS inside
FROM costed_month a
JOIN category_line l ON l.member = a.member AND l.cost_month = a.month
LEFT JOIN primary_line v ON v.contract = a.contract AND v.version = a.version AND v.year = a.year
  AND v.claim_id = l.claim_id AND v.line_no = l.line_no
LEFT JOIN participant p ON p.contract = a.contract AND p.version = a.version AND p.tin = l.tin
  AND l.svc >= p.day_from AND l.svc < p.day_until;
