-- Follow-up tasks after a discharge (domain.md 3.3 Q15; decisions 15): inpatient or observation, to home or home
-- health (unknown disposition too), alive, with an accountable practice. A cancelled task equals no task.

-- The second business day after the discharge: Monday to Friday, no holidays (HOUSE).
CREATE TABLE discharge AS
SELECT p.member, p.facility, p.visitNumber, p.payer, p.contract, p.tin, p.npi, p.discharged_at, p.zone, t.contactDue, t.visitDays,
  CAST((p.discharged_at AT TIME ZONE 'UTC') AT TIME ZONE p.zone AS DATE) AS day
FROM encounter_practice p
JOIN terms t ON t.contract = p.contract AND t.version = p.version
WHERE p.ended AND NOT p.cancelled AND p.patient_class IN ('INPATIENT', 'OBSERVATION')
  AND (p.disposition IS NULL OR p.disposition IN ('01', '06', '81', '86'));

CREATE TABLE task_clock AS
SELECT d.*, d.day + 7 AS due7, d.day + 14 AS due14,
  -- 0 Sunday ... 6 Saturday: days to the second business day
  d.day + CASE dayofweek(d.day) WHEN 4 THEN 4 WHEN 5 THEN 4 WHEN 6 THEN 3 ELSE 2 END AS tcm_day
FROM discharge d;

-- A readmission of the same member before the task is due takes it away (Q15: no readmission before due).
CREATE TABLE task AS
SELECT c.*, k.kind,
  CASE k.kind WHEN 'CONTACT' THEN
      CASE c.contactDue WHEN 'TCM_2_BUSINESS_DAYS' THEN end_of_day(c.tcm_day, c.zone) ELSE c.discharged_at + INTERVAL 48 HOUR END
    ELSE end_of_day(c.day + c.visitDays, c.zone) END AS due_at
FROM task_clock c, (SELECT unnest(['CONTACT', 'VISIT']) AS kind) k;

CREATE TABLE task_done AS
SELECT t.member, t.facility, t.visitNumber, t.kind,
  min(CASE WHEN t.kind = 'CONTACT' OR o.channel = 'VISIT' THEN o.at END) AS outreach_at,
  min(CASE WHEN t.kind = 'VISIT' THEN v.svc END) AS visit_day
FROM task t
LEFT JOIN outreach o ON o.member = t.member AND o.at >= t.discharged_at AND o.outcome IN ('REACHED', 'SCHEDULED')
  AND (o.facility IS NULL OR (o.facility = t.facility AND (o.visitNumber IS NULL OR o.visitNumber = t.visitNumber)))
LEFT JOIN paid_line v ON v.member = t.member AND v.svc BETWEEN t.day + 1 AND t.due14
  AND (v.hcpcs BETWEEN '99202' AND '99215' OR v.hcpcs BETWEEN '99341' AND '99350' OR v.hcpcs IN ('99495', '99496', 'G0438', 'G0439')
    OR v.hcpcs BETWEEN 'G0466' AND 'G0468')
GROUP BY ALL;

CREATE TABLE task_answer AS
SELECT t.*, d.outreach_at, d.visit_day,
  CASE WHEN d.visit_day IS NOT NULL AND (d.outreach_at IS NULL OR local_midnight(d.visit_day, t.zone) <= d.outreach_at) THEN 'CLAIM'
       WHEN d.outreach_at IS NOT NULL THEN 'OUTREACH' END AS done_by,
  local_midnight((SELECT business_date FROM run), t.zone) >= t.due_at AS past_due,
  EXISTS (
    SELECT 1 FROM encounter r WHERE r.member = t.member AND NOT r.cancelled AND r.patient_class = 'INPATIENT'
      AND r.arrived_at > t.discharged_at AND r.arrived_at < t.due_at
      AND (r.facility, r.visitNumber) <> (t.facility, t.visitNumber)
      AND (d.outreach_at IS NULL OR r.arrived_at < d.outreach_at)
      AND (d.visit_day IS NULL OR r.arrived_at < local_midnight(d.visit_day, t.zone))) AS readmitted
FROM task t
JOIN task_done d ON d.member = t.member AND d.facility = t.facility AND d.visitNumber = t.visitNumber AND d.kind = t.kind;

CREATE TABLE expect_task AS
SELECT member || '|' || facility || '|' || visitNumber || '|' || kind AS key, member, facility, visitNumber, kind, payer, contract,
  tin, npi, CASE WHEN done_by IS NOT NULL THEN 'DONE' WHEN past_due THEN 'MISSED' ELSE 'OPEN' END AS state,
  discharged_at AS openedAt, due_at AS dueAt,
  CASE kind WHEN 'CONTACT' THEN discharged_at + INTERVAL 48 HOUR END AS contactTargetAt,
  CASE kind WHEN 'CONTACT' THEN end_of_day(tcm_day, zone) END AS tcmDeadlineAt,
  CASE kind WHEN 'VISIT' THEN due7 END AS visitDueOn7, CASE kind WHEN 'VISIT' THEN due14 END AS visitDueOn14,
  done_by AS doneBy,
  CASE WHEN done_by = 'CLAIM' THEN local_midnight(visit_day, zone) < due_at
       WHEN done_by = 'OUTREACH' THEN outreach_at <= due_at
       WHEN past_due THEN false END AS onTime
FROM task_answer WHERE NOT readmitted;
