-- Cost of attributed member-months (domain.md 2.1-2.3). Months that are member months.

-- PROF_PRIMARY: an eligible primary-care line of a PCP or NPP, or of an unknown clinician when the contract
-- counts those (domain.md 2.2 no. 13): the list of the month's performance year with the conditions of its codes
-- (1.1). There is no window here: telephone visits count in the months of the public health emergency. Prolonged
-- services count while their codes could be billed: they were deleted for 2023.
CREATE TABLE primary_line AS
SELECT DISTINCT p.contract, p.version, p.year, p.claim_id, p.line_no
FROM primary_care_line p
JOIN contract_year y ON y.contract = p.contract AND y.version = p.version AND y.year = p.year
WHERE (p.bucket IN ('PCP', 'NPP') OR (p.bucket = 'UNKNOWN' AND y.unknown_counts))
  AND (NOT p.emergency_only OR p.svc BETWEEN DATE '2020-01-01' AND DATE '2023-05-31')
  AND (NOT p.prolonged OR p.svc < DATE '2023-01-01');

-- Lines of attributed months; inside: billed by a practice that takes part on the service day.
CREATE TABLE cost_line AS
SELECT a.contract, a.version, a.year, a.member, a.month, l.allowed_c, l.paid_c, l.unpriced,
  CASE WHEN l.category <> 'PROFESSIONAL' THEN l.category
       WHEN v.claim_id IS NOT NULL THEN 'PROF_PRIMARY' ELSE 'PROF_SPECIALTY' END AS category,
  CASE WHEN p.tin IS NOT NULL THEN l.paid_c ELSE 0 END AS inside_paid_c
FROM standing a
JOIN category_line l ON l.member = a.member AND l.cost_month = a.month
LEFT JOIN primary_line v ON v.contract = a.contract AND v.version = a.version AND v.year = a.year
  AND v.claim_id = l.claim_id AND v.line_no = l.line_no
LEFT JOIN participant p ON p.contract = a.contract AND p.version = a.version AND p.tin = l.tin
  AND l.svc >= p.day_from AND l.svc < p.day_until;

-- Cells (member, month, category): raw cents; in scope = basis times weight, rounded half up once a cell.
CREATE TABLE cost_cell AS
SELECT c.*, CAST(half_up(CAST(CASE t.amountBasis WHEN 'ALLOWED' THEN c.allowed_c ELSE c.paid_c END AS HUGEINT)
    * coalesce(w.weight_m, CASE c.category WHEN 'HCBS_WAIVER' THEN 0 ELSE 1000000 END), 1000000) AS BIGINT) AS in_scope_c
FROM (
  SELECT contract, version, year, member, month, category, CAST(sum(allowed_c) AS BIGINT) AS allowed_c,
    CAST(sum(paid_c) AS BIGINT) AS paid_c, CAST(sum(unpriced) AS BIGINT) AS unpriced,
    CAST(sum(inside_paid_c) AS BIGINT) AS inside_paid_c
  FROM cost_line GROUP BY ALL) c
JOIN terms t ON t.contract = c.contract AND t.version = c.version
LEFT JOIN scope_weight w ON w.contract = c.contract AND w.version = c.version AND w.category = c.category;
