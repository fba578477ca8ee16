-- Encounter state and alerts from ADT messages (domain.md 4 no. 1, 3.3 Q15, 7; schemas AdtEvent and Alert). Messages
-- are ordered by eventAt, trigger, messageId; a resend with the same content is one message.

CREATE TABLE encounter_event AS
SELECT *, row_number() OVER (PARTITION BY member, facility, visitNumber ORDER BY eventAt, trigger, messageId) AS place
FROM (
  SELECT s.member, a.payer, a.facility, a.visitNumber, a.trigger, a.eventAt, any_value(a.zone) AS zone, a.patientClass,
    a.unit, a.diagnosis, a.disposition, min(a.messageId) AS messageId, bool_and(a.derived) AS derived
  FROM adt_message a
  JOIN member_surrogate s ON s.payer = a.payer AND s.source_id = a.member
  GROUP BY s.member, a.payer, a.facility, a.visitNumber, a.trigger, a.eventAt, a.patientClass, a.unit, a.diagnosis, a.disposition);

-- Last place of each kind of message: arrival, its cancellation, discharge, its cancellation.
CREATE TABLE encounter AS
SELECT e.*,
  coalesce(e.cancelled_at_place, 0) > coalesce(e.arrived_place, 0) AS cancelled,
  e.ended_place IS NOT NULL AND e.ended_place > coalesce(e.undone_place, 0) AND e.ended_place > coalesce(e.arrived_place, 0)
    AND e.ended_place > coalesce(e.cancelled_at_place, 0) AS ended
FROM (
  SELECT member, payer, facility, visitNumber, arg_min(zone, place) AS zone, bool_and(derived) AS derived,
    max(place) FILTER (WHERE trigger IN ('A01', 'A04', 'A06')) AS arrived_place,
    max(place) FILTER (WHERE trigger = 'A11') AS cancelled_at_place,
    max(place) FILTER (WHERE trigger = 'A03') AS ended_place,
    max(place) FILTER (WHERE trigger = 'A13') AS undone_place,
    min(eventAt) AS first_at, min(eventAt) FILTER (WHERE trigger IN ('A01', 'A04', 'A06')) AS arrived_at,
    arg_max(eventAt, place) FILTER (WHERE trigger = 'A03') AS discharged_at,
    arg_max(disposition, place) FILTER (WHERE trigger = 'A03') AS disposition,
    arg_max(patientClass, place) AS patient_class,
    arg_max(diagnosis, place) FILTER (WHERE diagnosis IS NOT NULL) AS diagnosis
  FROM encounter_event GROUP BY ALL) e;

-- The practice accountable on the local day of the first message; of several contracts the smallest id.
CREATE TABLE encounter_practice AS
SELECT * EXCLUDE (place) FROM (
  SELECT e.*, a.contract, a.version, a.tin, a.npi,
    row_number() OVER (PARTITION BY e.member, e.facility, e.visitNumber ORDER BY a.contract) AS place
  FROM encounter e
  LEFT JOIN attributed a ON a.member = e.member
    AND a.month = CAST(date_trunc('month', (e.first_at AT TIME ZONE 'UTC') AT TIME ZONE e.zone) AS DATE))
WHERE place = 1;

CREATE TABLE expect_alert AS
SELECT member || '|' || facility || '|' || visitNumber AS key, member, facility, visitNumber, payer, contract, tin, npi,
  CASE
    WHEN cancelled THEN 'CANCELLED'
    WHEN ended AND disposition IN ('20', '40', '41', '42') THEN 'DIED'
    WHEN ended AND disposition IN ('02', '05', '43', '65', '66') THEN 'TRANSFERRED'
    WHEN ended THEN 'DISCHARGED'
    WHEN patient_class = 'EMERGENCY' THEN 'ED'
    WHEN patient_class = 'OBSERVATION' THEN 'OBSERVATION'
    ELSE 'ADMITTED' END AS state,
  patient_class AS patientClass, arrived_at AS startedAt,
  CASE WHEN ended THEN discharged_at END AS endedAt,
  zone, arrived_at IS NULL AS inferredStart, CASE WHEN ended THEN disposition END AS disposition, diagnosis, derived
FROM encounter_practice;
