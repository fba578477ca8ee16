-- Encounter state and alerts from ADT messages (ecosystem.md 1.3; domain.md 4 no. 1, 3.3 Q15, 7). Messages are
-- ordered by eventAt, trigger, messageId, however late; a resend with the same content is one message.

CREATE TABLE encounter_event AS
SELECT *,
  -- a life of an encounter ends with A11: how many ended before, and whether an arrival was seen before
  count(*) FILTER (WHERE trigger = 'A11') OVER earlier AS life,
  count(*) FILTER (WHERE arrival) OVER earlier > 0 AS arrived_before
FROM (
  SELECT *, row_number() OVER (PARTITION BY member, facility, visitNumber ORDER BY eventAt, trigger, messageId) AS place,
    trigger = 'A06' OR (trigger = 'A01' AND patientClass <> 'OUTPATIENT')
      OR (trigger = 'A04' AND patientClass IN ('EMERGENCY', 'INPATIENT', 'OBSERVATION')) AS arrival
  FROM (
    SELECT s.member, a.payer, a.facility, a.visitNumber, a.trigger, a.eventAt, any_value(a.zone) AS zone,
      -- an outpatient who is taken in is an inpatient, unless the message says observation
      CASE WHEN a.trigger = 'A06' AND a.patientClass <> 'OBSERVATION' THEN 'INPATIENT' ELSE a.patientClass END AS patientClass,
      a.diagnosis, a.disposition, min(a.messageId) AS messageId, bool_and(a.derived) AS derived
    FROM adt_message a
    JOIN member_surrogate s ON s.payer = a.payer AND s.source_id = a.member
    GROUP BY s.member, a.payer, a.facility, a.visitNumber, a.trigger, a.eventAt, a.patientClass, a.unit, a.diagnosis, a.disposition))
WINDOW earlier AS (PARTITION BY member, facility, visitNumber ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING);

-- A cancelled admission never was: what counts is the last life that began, by an arrival or by a discharge whose
-- admission was not seen.
CREATE TABLE encounter_life AS
SELECT member, facility, visitNumber, max(life) AS life, arg_max(begun_place, life) AS begun_place
FROM (
  SELECT member, facility, visitNumber, life, min(place) AS begun_place
  FROM encounter_event
  WHERE arrival OR (trigger = 'A03' AND patientClass <> 'OUTPATIENT' AND NOT arrived_before)
  GROUP BY ALL)
GROUP BY ALL;

CREATE TABLE lived_event AS
SELECT e.*, e.arrival AND e.place = l.begun_place AS begins,
  -- an arrival after a discharge goes on with the visit, as a cancelled discharge does
  coalesce(max(CASE WHEN e.trigger = 'A13' OR e.arrival THEN e.place END) OVER encounter, 0) AS reopened_place,
  (max(CASE WHEN e.trigger = 'A11' THEN e.place END) OVER encounter) IS NOT NULL AS cancelled,
  -- messages that may say or change the class of the stay
  e.arrival OR e.trigger IN ('A03', 'A08') AS says_class
FROM encounter_event e
JOIN encounter_life l ON l.member = e.member AND l.facility = e.facility AND l.visitNumber = e.visitNumber AND l.life = e.life
WHERE e.place >= l.begun_place
WINDOW encounter AS (PARTITION BY e.member, e.facility, e.visitNumber);

-- State: the class is the last of inpatient and observation, never back to emergency; the discharge the first
-- since the visit was last open, its status the last that a message gave since then.
CREATE TABLE encounter_state AS
SELECT member, facility, visitNumber, any_value(cancelled) AS cancelled,
  min(eventAt) FILTER (WHERE begins) AS arrived_at,
  min(eventAt) FILTER (WHERE trigger = 'A03' AND place > reopened_place) AS discharged_at,
  arg_max(disposition, place) FILTER (WHERE trigger IN ('A03', 'A08') AND disposition IS NOT NULL
    AND place > reopened_place) AS disposition,
  coalesce(
    arg_max(patientClass, place) FILTER (WHERE says_class AND patientClass IN ('INPATIENT', 'OBSERVATION')),
    max(patientClass) FILTER (WHERE says_class AND patientClass = 'EMERGENCY'),
    arg_min(patientClass, place)) AS patient_class,
  coalesce(max(place) FILTER (WHERE says_class AND patientClass = 'OBSERVATION'), 0) AS observed_place
FROM lived_event GROUP BY ALL;

-- One row an encounter: what the messages of its last life say, and the zone, first day and diagnosis of all.
-- inpatient_at: when an inpatient stay became one; unknown without a seen admission.
CREATE TABLE encounter AS
SELECT s.* EXCLUDE (discharged_at, observed_place), a.* EXCLUDE (member, facility, visitNumber),
  NOT s.cancelled AND s.discharged_at IS NOT NULL AS ended,
  s.discharged_at,
  (SELECT CASE WHEN s.arrived_at IS NOT NULL THEN
       CASE WHEN min(e.eventAt) > s.discharged_at THEN s.arrived_at ELSE min(e.eventAt) END END
   FROM lived_event e
   WHERE e.member = s.member AND e.facility = s.facility AND e.visitNumber = s.visitNumber AND s.patient_class = 'INPATIENT'
     AND e.says_class AND e.patientClass = 'INPATIENT' AND e.place > s.observed_place) AS inpatient_at
FROM encounter_state s
JOIN (
  SELECT member, facility, visitNumber, arg_min(payer, place) AS payer, arg_min(zone, place) AS zone, min(eventAt) AS first_at,
    bool_and(derived) AS derived, arg_max(diagnosis, place) FILTER (WHERE diagnosis IS NOT NULL) AS diagnosis
  FROM encounter_event GROUP BY member, facility, visitNumber) a
  ON a.member = s.member AND a.facility = s.facility AND a.visitNumber = s.visitNumber;

-- The practice accountable on the local day of the first message; of several contracts of the payer the smallest id.
CREATE TABLE encounter_practice AS
SELECT * EXCLUDE (place) FROM (
  SELECT e.*, a.contract, a.version, a.tin, a.npi,
    row_number() OVER (PARTITION BY e.member, e.facility, e.visitNumber ORDER BY a.contract) AS place
  FROM encounter e
  LEFT JOIN attributed a ON a.member = e.member
    AND a.month = CAST(date_trunc('month', (e.first_at AT TIME ZONE 'UTC') AT TIME ZONE e.zone) AS DATE))
WHERE place = 1;

-- A cancelled encounter is retracted: it has no current alert.
CREATE TABLE expect_alert AS
SELECT member || '|' || facility || '|' || visitNumber AS key, member, facility, visitNumber, payer, contract, tin, npi,
  CASE
    WHEN ended AND disposition IN ('20', '40', '41', '42') THEN 'DIED'
    WHEN ended AND disposition IN ('02', '05', '43', '62', '63', '65', '66', '70', '82', '85', '88', '90', '91', '93', '94', '95') THEN 'TRANSFERRED'
    WHEN ended THEN 'DISCHARGED'
    WHEN patient_class = 'EMERGENCY' THEN 'ED'
    WHEN patient_class = 'OBSERVATION' THEN 'OBSERVATION'
    ELSE 'ADMITTED' END AS state,
  patient_class AS patientClass, arrived_at AS startedAt, CASE WHEN ended THEN discharged_at END AS endedAt, zone,
  arrived_at IS NULL AS inferredStart, CASE WHEN ended THEN disposition END AS disposition, diagnosis, derived
FROM encounter_practice
WHERE NOT cancelled;
