-- Member months of members whom nobody is accountable for, as the group that a contract is compared with (docs/budget.md "The comparison
-- group"): in the performance years that a target of any version names, under the terms that hold in each month.

CREATE TABLE comparison_month AS
SELECT m.contract, m.version, m.payer, m.lob, m.year, m.year_from, m.month, m.month_until, coalesce(t.cost.comparison.counties, []) AS counties,
  coalesce(t.cost.comparison.ageBands, []) AS bands, t.cost.risk.model IS NOT NULL AS scored,
  m.month < date_trunc('month', run.business_date) AS ended
FROM contract_month m
JOIN terms t ON t.contract = m.contract AND t.version = m.version, run
WHERE t.cost.comparison IS NOT NULL AND EXISTS (
  SELECT 1 FROM terms v
  WHERE v.contract = m.contract
    AND list_contains(list_transform(from_json(v.cost.targets, '[{"comparisonYear":"INTEGER"}]'), lambda g: g.comparisonYear), m.year));

-- Covered in the month and assigned nowhere on its first day.
CREATE TABLE comparison_member AS
SELECT DISTINCT m.contract, m.version, m.year, m.month, c.member
FROM comparison_month m
JOIN coverage c ON c.payer = m.payer AND c.lob = m.lob AND c.day_from < m.month_until AND c.day_until > m.month
  AND (len(m.counties) = 0 OR list_contains(m.counties, c.county))
WHERE NOT EXISTS (SELECT 1 FROM attributed a WHERE a.month = m.month AND a.member = c.member);

-- Of the months the home of the last covered day tells who lives there.
CREATE TABLE comparison_standing AS
SELECT s.*
FROM member_months('comparison_member') s
JOIN comparison_month m ON m.contract = s.contract AND m.month = s.month
JOIN coverage c ON c.payer = m.payer AND c.lob = m.lob AND c.member = s.member AND s.last_covered >= c.day_from AND s.last_covered < c.day_until
QUALIFY row_number() OVER (PARTITION BY s.contract, s.month, s.member ORDER BY c.day_from DESC, said(c) DESC, coalesce(c.county, '') DESC) = 1
  AND (len(m.counties) = 0 OR coalesce(list_contains(m.counties, c.county), false));

-- Those of months that have ended are scored as the contract's own.
CREATE TABLE comparison_ended AS
SELECT s.* FROM comparison_standing s
JOIN comparison_month m ON m.contract = s.contract AND m.month = s.month AND m.ended AND m.scored;

INSERT INTO month_traits FROM traits('comparison_ended');
