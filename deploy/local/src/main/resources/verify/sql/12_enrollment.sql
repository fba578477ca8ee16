-- Enrolment facts in their final state, by the same order as claims; a voided fact is gone.
-- Days are half-open from here on: until is the day after the last day, 9999-12-31 while open.

CREATE TABLE enrollment_final AS
SELECT e.* EXCLUDE (place), s.member AS surrogate
FROM (
  SELECT *, row_number() OVER (
      PARTITION BY payer, recordId ORDER BY version DESC, received_at DESC, text DESC) AS place
  FROM enrollment_version) e
JOIN member_surrogate s ON s.payer = e.payer AND s.source_id = e.member
WHERE place = 1 AND status = 'ACTIVE';

CREATE TABLE coverage AS
SELECT payer, surrogate AS member, coverage.lineOfBusiness AS lob, coverage."from" AS day_from,
  coalesce(coverage.lastDay + 1, DATE '9999-12-31') AS day_until,
  coverage.partA AS part_a, coverage.partB AS part_b, coverage.managedCare AS managed_care,
  coverage.dual, coverage.optedOut AS opted_out, coverage.waiver, coverage.state,
  coverage.county, coverage.zip,
  coverage.exclusiveProgram AS exclusive_program, coverage.esrd, coverage.disabled, coverage.originalReason AS original_reason,
  coverage.medicaidStatus AS medicaid_status, coverage.longTermInstitution AS institution, coverage.newEnrollee AS new_enrollee, coverage.socialNeeds AS social_needs,
  recordId AS record_id, received_at
FROM enrollment_final WHERE kind = 'COVERAGE';

CREATE TABLE selection AS
SELECT payer, surrogate AS member, selection.npi, selection.chosenBy AS chosen_by,
  selection."from" AS day_from, coalesce(selection.lastDay + 1, DATE '9999-12-31') AS day_until
FROM enrollment_final WHERE kind = 'PCP_SELECTION';

CREATE TABLE choice AS
SELECT payer, surrogate AS member, choice.what, choice."from" AS day_from, coalesce(choice.lastDay + 1, DATE '9999-12-31') AS day_until
FROM enrollment_final WHERE kind = 'CHOICE';

CREATE TABLE person_record AS
SELECT payer, surrogate AS member, person.birthDate AS birth, person.sex, person.language FROM enrollment_final WHERE kind = 'PERSON';

-- One person record a member: of several, the one received last, then the greater record id.
CREATE TABLE person AS
SELECT payer, surrogate AS member, person.birthDate AS birth, person.sex, person.deathDate AS death
FROM (
  SELECT *, row_number() OVER (PARTITION BY payer, surrogate ORDER BY received_at DESC, recordId DESC) AS p
  FROM enrollment_final WHERE kind = 'PERSON') WHERE p = 1;

CREATE TABLE affiliation AS
SELECT npi, tin, site, "from" AS day_from, coalesce(lastDay + 1, DATE '9999-12-31') AS day_until
FROM (
  SELECT *, row_number() OVER (
      PARTITION BY npi, tin, "from" ORDER BY version DESC, received_at DESC, text DESC) AS place
  FROM affiliation_version) WHERE place = 1 AND status = 'ACTIVE';

CREATE TABLE outreach AS
SELECT o.* EXCLUDE (place), s.member AS surrogate
FROM (
  SELECT *, row_number() OVER (
      PARTITION BY payer, outreachId ORDER BY version DESC, received_at DESC, text DESC) AS place
  FROM outreach_version) o
JOIN member_surrogate s ON s.payer = o.payer AND s.source_id = o.member
WHERE place = 1 AND status = 'ACTIVE';
