-- The decision of a month by precedence (domain.md 1.5): the gate, an approved adjustment, then the contract's methods in their order.
-- The first that finds anything to go by decides, though its winner be outside the contract.

CREATE TABLE method_answer AS
-- A, and H until its year has ended: the selection decides finally
SELECT n.listing, n.member, m.method, 'SELECTION' AS basis, n.tin, n.npi, 'NONE' AS tie_break, CAST(NULL AS BOOLEAN) AS assignable,
  CASE WHEN n.tin IS NULL THEN 'PCP_NOT_IN_NETWORK' WHEN NOT n.takes_part THEN 'NOT_A_PARTICIPANT' END AS reason
FROM named_practice n
JOIN (SELECT listing, kind, unnest(methods) AS method FROM listing) m ON m.listing = n.listing
WHERE n.use = 'SELECTION' AND (m.method = 'PCP_SELECTION' OR (m.method = 'HYBRID' AND m.kind <> 'FINAL'))
UNION ALL
SELECT r.listing, r.member, r.method, 'CLAIMS', r.tin, c.npi, t.used, NULL,
  CASE WHEN p.tin IS NULL THEN 'NOT_A_PARTICIPANT' END
FROM practice_rank r
JOIN tie_break t ON t.listing = r.listing AND t.method = r.method AND t.member = r.member
LEFT JOIN clinician_rank c ON c.listing = r.listing AND c.method = r.method AND c.member = r.member AND c.place = 1
LEFT JOIN listing_practice p ON p.listing = r.listing AND p.tin = r.tin
WHERE r.place = 1 AND NOT (r.method = 'HYBRID' AND EXISTS (
  SELECT 1 FROM named_practice n JOIN listing l ON l.listing = n.listing
  WHERE n.listing = r.listing AND n.member = r.member AND n.use = 'SELECTION' AND l.kind <> 'FINAL'))
UNION ALL
SELECT listing, member, 'MSSP', basis, tin, npi, tie_break, assignable, reason FROM program_answer
UNION ALL
SELECT listing, member, 'REACH_WEIGHTED', basis, tin, npi, tie_break, NULL, reason FROM alignment_answer;

CREATE TABLE decided AS
SELECT g.contract, g.version, g.year, g.month, g.member, g.listing,
  -- the window that the claims were read in, else the contract's
  CASE WHEN g.reason IS NOT NULL OR j.dispute IS NOT NULL THEN m.window_from
       WHEN d.basis = 'STEP_3' OR (d.method = 'REACH_WEIGHTED' AND d.basis = 'CLAIMS') THEN m.expanded_from
       WHEN d.basis IN ('STEP_1', 'STEP_2', 'PRE_STEP') OR d.method = 'SPECIALIST_FALLBACK' THEN m.year_window_from
       ELSE m.window_from END AS window_from,
  m.window_until,
  CASE WHEN g.reason IS NOT NULL THEN g.reason WHEN j.dispute IS NOT NULL THEN CASE WHEN j.tin IS NULL THEN 'ADJUSTED' END
       WHEN d.method IS NULL THEN 'NO_HISTORY' ELSE d.reason END AS reason,
  CASE WHEN g.reason IS NOT NULL THEN NULL WHEN j.dispute IS NOT NULL THEN 'MANUAL_ADJUSTMENT' ELSE d.method END AS method,
  CASE WHEN g.reason IS NOT NULL THEN NULL WHEN j.dispute IS NOT NULL THEN 'ADJUSTMENT' ELSE d.basis END AS basis,
  coalesce(CASE WHEN g.reason IS NULL AND j.dispute IS NULL THEN list_position(m.methods, d.method) END, 0) AS step,
  CASE WHEN j.dispute IS NULL THEN d.tin ELSE j.tin END AS tin, CASE WHEN j.dispute IS NULL THEN d.npi ELSE j.npi END AS npi,
  CASE WHEN j.dispute IS NULL THEN d.tie_break ELSE 'NONE' END AS tie_break, CASE WHEN j.dispute IS NULL THEN d.assignable END AS assignable,
  -- who declined that claims are shared is assigned all the same, without what was counted
  EXISTS (SELECT 1 FROM choice o WHERE o.member = g.member AND o.payer = m.payer AND o.what = 'DATA_SHARING'
    AND m.gate_day >= o.day_from AND m.gate_day < o.day_until) AS withheld
FROM gate g
JOIN listing_month m ON m.listing = g.listing AND m.month = g.month
-- an approved adjustment comes before every method
LEFT JOIN adjustment j ON j.contract = g.contract AND j.member = g.member AND m.gate_day >= j.day_from AND m.gate_day < j.day_until
LEFT JOIN (
  SELECT a.* FROM method_answer a JOIN listing l ON l.listing = a.listing
  QUALIFY row_number() OVER (PARTITION BY a.listing, a.member ORDER BY list_position(l.methods, a.method)) = 1) d
  ON d.listing = g.listing AND d.member = g.member;
