package io.corridor.local.simulate;

/** What a random stream is for. Order is part of the output: add new domains at the end only. */
enum Domain {
  COMMUNITY,
  CLINICIAN,
  MEMBER,
  CONDITIONS,
  FRAILTY,
  ENROLMENT,
  DEATH,
  SOURCE_OF_CARE,
  HISTORY,
  OFFICE,
  SPECIALIST,
  EMERGENCY,
  STAY,
  OUTPATIENT,
  DIAGNOSTICS,
  PHARMACY,
  SCREENING,
  LONG_TERM,
  CLAIM_FLOW,
  ADT,
  OUTREACH,
  MOVES,
  DISORDER_CLAIM,
  DISORDER_ADT,
  DISORDER_ENROLMENT,
  DISORDER_FILE,
  DISORDER_IDENTITY
}
