-- The answer of a month: what was decided, else, where nothing was found, the alignment that stands (domain.md 1.5).

CREATE TABLE decision AS
SELECT d.* EXCLUDE (reason, method, basis, step, tin, npi, tie_break),
  CASE WHEN a.tin IS NULL THEN d.reason WHEN p.tin IS NULL THEN 'NOT_A_PARTICIPANT' END AS reason,
  CASE WHEN a.tin IS NULL THEN d.method ELSE 'PROXIMITY' END AS method,
  CASE WHEN a.tin IS NULL THEN d.basis ELSE 'CAMPAIGN' END AS basis,
  CASE WHEN a.tin IS NULL THEN d.step ELSE CAST(list_position(l.methods, 'PROXIMITY') AS INTEGER) END AS step,
  CASE WHEN a.tin IS NULL THEN d.tin ELSE a.tin END AS tin,
  CASE WHEN a.tin IS NULL THEN d.npi ELSE a.npi END AS npi,
  CASE WHEN a.tin IS NULL THEN d.tie_break ELSE 'NONE' END AS tie_break
FROM decided d
JOIN listing_month l ON l.listing = d.listing AND l.month = d.month
LEFT JOIN alignment_span a ON a.contract = d.contract AND a.member = d.member AND d.reason = 'NO_HISTORY'
  AND list_contains(l.methods, 'PROXIMITY') AND l.gate_day >= a.day_from AND l.gate_day < a.day_until
LEFT JOIN listing_practice p ON p.listing = d.listing AND p.tin = a.tin;

CREATE TABLE attributed AS
SELECT contract, version, year, month, member, tin, npi, method, step FROM decision WHERE reason IS NULL;
