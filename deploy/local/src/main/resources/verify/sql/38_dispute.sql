-- Disputes as they stand on the business date (domain.md 1.8): the state, who did what and when, both clocks, and what was decided.

CREATE TABLE expect_dispute AS
SELECT d.member || '|' || d.dispute AS key, d.dispute, d.member, d.contract,
  CASE WHEN d.status IN ('SUBMITTED', 'UNDER_REVIEW') AND run.business_date > d.decision_due THEN 'EXPIRED' ELSE d.status END AS status,
  s.type, s.fromMonth AS "fromMonth", s.throughMonth AS "throughMonth", s.claimedTin AS "claimedTin", s.claimedNpi AS "claimedNpi",
  s.user_name AS "submittedBy", s.acted_at AS "submittedAt", business_days_after(s.day, s.review_days) AS "reviewDue", d.decision_due AS "decisionDue",
  CASE WHEN d.status NOT IN ('SUBMITTED', 'UNDER_REVIEW') OR run.business_date > d.decision_due THEN 'STOPPED'
    WHEN coalesce(r.day, run.business_date) > business_days_after(s.day, s.review_days) THEN 'LATE' ELSE 'RUNNING' END AS clock,
  r.user_name AS "reviewedBy", r.acted_at AS "reviewedAt", e.user_name AS "decidedBy", e.acted_at AS "decidedAt",
  a.day_from AS "adjustment.from", nullif(a.day_until, DATE '9999-12-31') AS "adjustment.until", a.tin AS "adjustment.tin", a.npi AS "adjustment.npi",
  x.user_name AS "rescindedBy", x.acted_at AS "rescindedAt"
FROM dispute_state d
JOIN dispute_input s ON s.member = d.member AND s.place = d.submitted
LEFT JOIN dispute_input r ON r.member = d.member AND r.place = d.review
LEFT JOIN dispute_action e ON e.member = d.member AND e.place = d.decision
LEFT JOIN dispute_action x ON x.member = d.member AND x.place = d.rescission
LEFT JOIN adjustment a ON a.member = d.member AND a.dispute = d.dispute, run
UNION ALL
-- all actions were refused
SELECT a.member || '|' || a.dispute, a.dispute, a.member, arg_min(a.contract, a.place), 'NOT_SUBMITTED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM dispute_action a
WHERE NOT EXISTS (SELECT 1 FROM dispute_state d WHERE d.member = a.member AND d.dispute = a.dispute)
GROUP BY a.member, a.dispute;

CREATE TABLE expect_dispute_steps AS
SELECT a.member || '|' || a.dispute AS key, CAST(row_number() OVER (PARTITION BY a.member, a.dispute ORDER BY a.place) AS VARCHAR) AS item,
  a.id AS "actionId", a.action, a.user_name AS "user", a.acted_at AS "at", s.refused AS "refused?"
FROM dispute_action a
JOIN dispute_step s ON s.member = a.member AND s.place = a.place;
