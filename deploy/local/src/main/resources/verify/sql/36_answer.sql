-- The answer of a month: what was decided, else, where nothing was found, the alignment that stands (domain.md 1.5), on days on
-- which its practice takes part.

CREATE TABLE decision AS
SELECT d.* EXCLUDE (reason, method, basis, step, tin, npi, tie_break),
  CASE WHEN a.tin IS NULL THEN d.reason END AS reason,
  CASE WHEN a.tin IS NULL THEN d.method ELSE 'PROXIMITY' END AS method,
  CASE WHEN a.tin IS NULL THEN d.basis ELSE 'CAMPAIGN' END AS basis,
  CASE WHEN a.tin IS NULL THEN d.step ELSE CAST(list_position(l.methods, 'PROXIMITY') AS INTEGER) END AS step,
  CASE WHEN a.tin IS NULL THEN d.tin ELSE a.tin END AS tin,
  CASE WHEN a.tin IS NULL THEN d.npi ELSE a.npi END AS npi,
  CASE WHEN a.tin IS NULL THEN d.tie_break ELSE 'NONE' END AS tie_break
FROM decided d
JOIN listing_month l ON l.listing = d.listing AND l.month = d.month
LEFT JOIN (
  SELECT DISTINCT m.listing, m.month, s.member, s.tin, s.npi
  FROM listing_month m
  JOIN alignment_span s ON s.contract = m.contract AND m.gate_day >= s.day_from AND m.gate_day < s.day_until
  JOIN participant p ON p.contract = m.contract AND p.version = m.version AND p.tin = s.tin AND m.gate_day >= p.day_from AND m.gate_day < p.day_until
  WHERE list_contains(m.methods, 'PROXIMITY')) a ON a.listing = d.listing AND a.month = d.month AND a.member = d.member AND d.reason = 'NO_HISTORY';

CREATE TABLE attributed AS
SELECT contract, version, year, month, member, tin, npi, method, step FROM decision WHERE reason IS NULL;
