-- What would change an answer (domain.md 1.9): the smallest thing of each kind, where an adjustment, a selection or visits decide. A closed
-- gate says COVERAGE alone, an adjustment ADJUSTMENT. A selection can always change what claims decided, where the contract asks
-- for one. The best placed practice after the first needs as many further visits as it is short of, as a tie goes to the later
-- visit. Without another practice any other needs as many as the first has. A winner outside the contract could take part.

CREATE TABLE would_change AS
SELECT d.member || '|' || d.contract || '|' || month_text(d.month) AS key, d.reason, d.method, d.basis,
  CASE WHEN g.reason IS NOT NULL THEN 'GATE' WHEN d.basis = 'ADJUSTMENT' THEN 'ADJUSTMENT' WHEN d.basis = 'SELECTION' THEN 'SELECTION'
    WHEN d.reason = 'NO_HISTORY' THEN 'NOTHING' ELSE 'VISITS' END AS decided_by,
  list_contains(l.methods, 'PCP_SELECTION') AS asks_selection, f.visits, s.tin AS other_tin, coalesce(s.visits, 0) AS other_visits
FROM decision d
JOIN listing l ON l.listing = d.listing
JOIN gate g ON g.listing = d.listing AND g.month = d.month AND g.member = d.member
LEFT JOIN practice_rank f ON f.listing = d.listing AND f.method = d.method AND f.member = d.member AND f.place = 1
LEFT JOIN practice_rank s ON s.listing = d.listing AND s.method = d.method AND s.member = d.member AND s.place = 2
-- Current lists by selection and visits whose ties go to the later visit. Other methods ask for dollars, physicians or the day of a
-- visit, and a list that is fixed for another day: those are not recomputed.
WHERE NOT d.withheld AND l.kind = 'ROLLING' AND NOT l.follows AND l.tie_breaks[1] = 'RECENCY'
  AND list_has_all(['PCP_SELECTION', 'PLURALITY_VISITS', 'PROXIMITY'], l.methods) AND d.basis IS DISTINCT FROM 'CAMPAIGN';

CREATE TABLE expect_would_change AS
SELECT key, unnest(items).kind AS item, unnest(items).tin AS tin, CAST(unnest(items).visits AS INTEGER) AS visits
FROM (
  SELECT key, list_filter([
    struct_pack(kind := CASE decided_by WHEN 'GATE' THEN 'COVERAGE' WHEN 'ADJUSTMENT' THEN 'ADJUSTMENT' END, tin := CAST(NULL AS VARCHAR), visits := CAST(NULL AS BIGINT)),
    struct_pack(kind := CASE WHEN decided_by = 'SELECTION' OR (decided_by IN ('NOTHING', 'VISITS') AND asks_selection) THEN 'SELECTION' END, tin := NULL, visits := NULL),
    struct_pack(kind := CASE WHEN decided_by IN ('NOTHING', 'VISITS') THEN 'VISITS' END, tin := CASE decided_by WHEN 'VISITS' THEN other_tin END,
      visits := CASE decided_by WHEN 'VISITS' THEN greatest(1, visits - other_visits) ELSE 1 END),
    struct_pack(kind := CASE WHEN decided_by = 'VISITS' AND reason = 'NOT_A_PARTICIPANT' THEN 'PARTICIPATION' END, tin := NULL, visits := NULL)],
    lambda i: i.kind IS NOT NULL) AS items
  FROM would_change);
