-- Clinicians whom members selected: method A, the first half of H, and voluntary alignment (domain.md 1.3, 1.4).

-- Practices that take part on the anchor day, and those of other ACOs: of other contracts of the program with the payer
-- and line of business (in their terms of that day), and those that the contract lists.
CREATE TABLE aco_practice AS
SELECT listing, tin, count(DISTINCT aco) AS acos, any_value(aco) AS aco, bool_or(own) AS own
FROM (
  SELECT l.listing, p.tin, l.aco, true AS own FROM listing l
  JOIN participant p ON p.contract = l.contract AND p.version = l.version AND l.anchor >= p.day_from AND l.anchor < p.day_until
  UNION ALL
  SELECT l.listing, p.tin, t.aco, false
  FROM listing l
  JOIN terms t ON t.payer = l.payer AND t.lineOfBusiness = l.lob AND t.contract <> l.contract AND t.aco <> l.aco
    AND list_contains(t.attribution.methods, 'MSSP') AND t.effectiveFrom <= l.anchor
    AND NOT EXISTS (SELECT 1 FROM terms n WHERE n.contract = t.contract AND n.version > t.version AND n.effectiveFrom <= l.anchor)
  JOIN participant p ON p.contract = t.contract AND p.version = t.version AND l.anchor >= p.day_from AND l.anchor < p.day_until
  WHERE l.mssp
  UNION ALL
  SELECT l.listing, o.o.tin, o.o.aco, false
  FROM listing l
  JOIN (SELECT contract, version, unnest(attribution.otherAcos) AS o FROM terms) o
    ON o.contract = l.contract AND o.version = l.version
    AND l.anchor >= o.o."from" AND (o.o.lastDay IS NULL OR l.anchor <= o.o.lastDay)
  WHERE l.mssp)
GROUP BY listing, tin;

-- Under the program a practice in several ACOs is nobody's.
CREATE TABLE listing_practice AS SELECT listing, tin FROM aco_practice WHERE own AND acos = 1;

-- The selection covering the anchor day; MEMBER beats STAFF beats AUTO, then the later start, then the smaller npi.
CREATE TABLE selected AS
SELECT l.listing, l.anchor, s.member, s.npi, 'SELECTION' AS use
FROM listing l
JOIN selection s ON s.payer = l.payer AND l.anchor >= s.day_from AND l.anchor < s.day_until
WHERE list_has_any(l.methods, ['PCP_SELECTION', 'HYBRID'])
QUALIFY row_number() OVER (PARTITION BY l.listing, s.member ORDER BY
  CASE s.chosen_by WHEN 'MEMBER' THEN 1 WHEN 'STAFF' THEN 2 WHEN 'AUTO' THEN 3 ELSE 4 END, s.day_from DESC, s.npi) = 1;

-- The designation: what the member chose and what was in force on the last day before the deadline.
CREATE TABLE designated AS
SELECT l.listing, l.anchor, s.member, s.npi, 'DESIGNATION' AS use
FROM listing l
JOIN selection s ON s.payer = l.payer AND s.chosen_by = 'MEMBER'
  AND l.year_from - l.lead_days - 1 >= s.day_from AND l.year_from - l.lead_days - 1 < s.day_until
WHERE list_has_any(l.methods, ['MSSP', 'REACH_WEIGHTED'])
QUALIFY row_number() OVER (PARTITION BY l.listing, s.member ORDER BY s.day_from DESC, s.npi) = 1;

-- The practice of a named clinician: the smallest affiliated one that takes part, else the smallest affiliated.
CREATE TABLE named_practice AS
SELECT n.listing, n.use, n.member, n.npi, a.tin, p.tin IS NOT NULL AS takes_part
FROM (SELECT * FROM selected UNION ALL SELECT * FROM designated) n
LEFT JOIN affiliation a ON a.npi = n.npi AND n.anchor >= a.day_from AND n.anchor < a.day_until
LEFT JOIN listing_practice p ON p.listing = n.listing AND p.tin = a.tin
QUALIFY row_number() OVER (PARTITION BY n.listing, n.use, n.member
  ORDER BY CASE WHEN p.tin IS NOT NULL THEN 0 ELSE 1 END, a.tin) = 1;
