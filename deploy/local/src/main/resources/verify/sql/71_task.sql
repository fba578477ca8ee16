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

CREATE TABLE task AS
SELECT c.*, k.kind,
  CASE k.kind WHEN 'CONTACT' THEN
      CASE c.contactDue WHEN 'TCM_2_BUSINESS_DAYS' THEN end_of_day(c.tcm_day, c.zone) ELSE c.discharged_at + INTERVAL 48 HOUR END
    ELSE end_of_day(c.day + c.visitDays, c.zone) END AS due_at
FROM task_clock c, (SELECT unnest(['CONTACT', 'VISIT']) AS kind) k;

-- What does a task: a contact by outreach that reached the member or booked a visit, within 30 days (the period of
-- transitional care); a visit seen on days 1 to 14, by claim or by a care team. An outreach record that names no
-- stay speaks for all, one that names the facility alone for any stay there.
CREATE TABLE task_done AS
SELECT t.member, t.facility, t.visitNumber, t.kind, min(o.at) AS outreach_at, min(CASE WHEN t.kind = 'VISIT' THEN v.svc END) AS visit_day
FROM task t
LEFT JOIN outreach o ON o.surrogate = t.member AND o.at >= t.discharged_at AND o.at <= t.discharged_at + INTERVAL 30 DAY
  AND CASE t.kind WHEN 'CONTACT' THEN o.outcome IN ('REACHED', 'SCHEDULED')
      ELSE o.channel = 'VISIT' AND o.outcome = 'REACHED'
        AND CAST((o.at AT TIME ZONE 'UTC') AT TIME ZONE t.zone AS DATE) BETWEEN t.day + 1 AND t.due14 END
  AND (o.facility IS NULL OR (o.facility = t.facility AND (o.visitNumber IS NULL OR o.visitNumber = t.visitNumber)))
LEFT JOIN paid_line v ON v.member = t.member AND v.svc BETWEEN t.day + 1 AND t.due14
  AND (v.hcpcs BETWEEN '99202' AND '99215' OR v.hcpcs BETWEEN '99341' AND '99350' OR v.hcpcs IN ('99495', '99496', 'G0438', 'G0439')
    OR v.hcpcs BETWEEN 'G0466' AND 'G0468')
GROUP BY ALL;

-- What ends a task before it is due (Q15: alive, no readmission before due; ecosystem.md 1.3: a death closes open
-- tasks): another inpatient admission, or a death in another stay. What was done on that day or before stands.
CREATE TABLE task_end AS
SELECT t.member, t.facility, t.visitNumber, t.kind, min(CAST((o.at AT TIME ZONE 'UTC') AT TIME ZONE t.zone AS DATE)) AS day
FROM task t
JOIN (
  SELECT member, facility, visitNumber, inpatient_at AS at FROM encounter WHERE NOT cancelled AND inpatient_at IS NOT NULL
  UNION ALL
  SELECT member, facility, visitNumber, discharged_at FROM encounter WHERE ended AND disposition IN ('20', '40', '41', '42')) o
  ON o.member = t.member AND (o.facility, o.visitNumber) <> (t.facility, t.visitNumber)
  AND o.at > t.discharged_at AND o.at <= t.due_at
GROUP BY ALL;

CREATE TABLE task_answer AS
SELECT t.*, d.outreach_at, d.visit_day,
  CASE WHEN d.visit_day IS NOT NULL AND (d.outreach_at IS NULL OR local_midnight(d.visit_day, t.zone) <= d.outreach_at) THEN 'CLAIM'
       WHEN d.outreach_at IS NOT NULL THEN 'OUTREACH' END AS done_by,
  local_midnight((SELECT business_date FROM run), t.zone) >= t.due_at AS past_due,
  e.day IS NOT NULL AND coalesce(least(d.visit_day, CAST((d.outreach_at AT TIME ZONE 'UTC') AT TIME ZONE t.zone AS DATE)) > e.day, true)
    AS taken_away
FROM task t
JOIN task_done d ON d.member = t.member AND d.facility = t.facility AND d.visitNumber = t.visitNumber AND d.kind = t.kind
LEFT JOIN task_end e ON e.member = t.member AND e.facility = t.facility AND e.visitNumber = t.visitNumber AND e.kind = t.kind;

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
FROM task_answer WHERE NOT taken_away;
