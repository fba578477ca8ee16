-- Eligibility gate (domain.md 1.2, 42 CFR 425.401(a)), month by month.

-- Members of a contract: those with a coverage span of its payer and line of business.
CREATE TABLE contract_member AS
SELECT DISTINCT t.contract, c.payer, c.member
FROM (SELECT DISTINCT contract, payer, lineOfBusiness AS lob FROM terms) t
JOIN coverage c ON c.payer = t.payer AND c.lob = t.lob;

-- Under the program: the first day of each month of the assignment window, all coverage that holds on it. No group
-- health plan, no month with one part alone, at least one with both.
CREATE TABLE window_coverage AS
SELECT w.listing, cm.member,
  -- the earliest month that fails says why
  arg_min(CASE WHEN d.managed THEN 'GROUP_HEALTH_PLAN' ELSE 'ONE_PART_ONLY' END, w.day)
    FILTER (WHERE d.managed OR d.part_a <> d.part_b) AS fails,
  bool_or(d.part_a AND d.part_b) AS both_parts
FROM (SELECT listing, contract, payer, lob, unnest(generate_series(CAST(year_window_from AS TIMESTAMP),
    CAST(window_until AS TIMESTAMP) - INTERVAL 1 DAY, INTERVAL 1 MONTH)) AS day FROM listing WHERE mssp) w
JOIN contract_member cm ON cm.contract = w.contract
JOIN LATERAL (
  SELECT bool_or(c.part_a) AS part_a, bool_or(c.part_b) AS part_b, bool_or(c.managed_care) AS managed
  FROM coverage c WHERE c.member = cm.member AND c.payer = w.payer AND c.lob = w.lob
    AND CAST(w.day AS DATE) >= c.day_from AND CAST(w.day AS DATE) < c.day_until
  HAVING count(*) > 0) d ON true
GROUP BY w.listing, cm.member;

-- Residence by the record at the end of the window: that of the span begun last; unknown stands against nobody.
CREATE TABLE residence AS
SELECT l.listing, cm.member, c.state IN (SELECT state FROM code_foreign_residence) AS abroad
FROM listing l
JOIN contract_member cm ON cm.contract = l.contract
JOIN coverage c ON c.member = cm.member AND c.payer = l.payer AND c.lob = l.lob AND c.day_from < l.window_until
WHERE l.mssp
QUALIFY row_number() OVER (PARTITION BY l.listing, cm.member ORDER BY c.day_from DESC, c.record_id DESC) = 1;

-- On the day: of several covering spans opted out or dual in any, parts A and B together over all, managed care in
-- any. A member is alive in the month of death.
CREATE TABLE gate_day AS
SELECT m.listing, m.contract, m.version, m.year, m.kind, m.month, cm.member,
  CASE
    WHEN count(c.member) = 0 THEN 'NOT_ENROLLED'
    WHEN any_value(p.death) IS NOT NULL AND date_trunc('month', any_value(p.death)) < m.month THEN 'DECEASED'
    WHEN bool_or(c.opted_out) OR EXISTS (SELECT 1 FROM choice o WHERE o.member = cm.member AND o.payer = m.payer
      AND o.what = 'ATTRIBUTION' AND m.gate_day >= o.day_from AND m.gate_day < o.day_until) THEN 'OPTED_OUT'
    WHEN m.exclude_duals AND bool_or(c.dual) THEN 'DUAL'
    WHEN m.parts_required AND (NOT bool_or(c.part_a) OR NOT bool_or(c.part_b) OR bool_or(c.managed_care))
      THEN 'PARTS_OR_MANAGED_CARE'
    WHEN bool_or(c.exclusive_program IS NOT NULL) THEN 'EXCLUSIVE_PROGRAM'
    END AS reason
FROM listing_month m
JOIN contract_member cm ON cm.contract = m.contract
LEFT JOIN coverage c ON c.member = cm.member AND c.payer = m.payer AND c.lob = m.lob
  AND m.gate_day >= c.day_from AND m.gate_day < c.day_until
LEFT JOIN person p ON p.member = cm.member
GROUP BY m.listing, m.contract, m.version, m.year, m.kind, m.month, m.gate_day, m.payer, cm.member, m.exclude_duals, m.parts_required;

-- Whom a fixed list lost on a day stays off it, for the reason of that day; then what the program asks of the window.
CREATE TABLE gate AS
SELECT d.* EXCLUDE (kind, reason), coalesce(
  CASE WHEN d.kind = 'FIXED' THEN
    first(d.reason IGNORE NULLS) OVER (PARTITION BY d.listing, d.member ORDER BY d.month ROWS UNBOUNDED PRECEDING) ELSE d.reason END,
  CASE WHEN NOT l.mssp THEN NULL WHEN w.fails IS NOT NULL THEN w.fails
       WHEN NOT coalesce(w.both_parts, false) THEN 'NO_MONTH_WITH_BOTH_PARTS' WHEN r.abroad THEN 'NOT_RESIDENT' END) AS reason
FROM gate_day d
JOIN listing l ON l.listing = d.listing
LEFT JOIN window_coverage w ON w.listing = d.listing AND w.member = d.member
LEFT JOIN residence r ON r.listing = d.listing AND r.member = d.member;
