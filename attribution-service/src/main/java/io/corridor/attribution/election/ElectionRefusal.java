package io.corridor.attribution.election;

/** Why an election had no effect. Codes are stable: they are retired, never reused. */
public enum ElectionRefusal {
  /** Another election has the same id. */
  LIST_CHOICE_ID_TAKEN,
  /** The contract is not known, or has no such performance year. */
  LIST_CHOICE_UNKNOWN_YEAR,
  /** The contract leaves no choice of the list. */
  LIST_CHOICE_NOT_OFFERED,
  /** The contract states the list of the year itself. */
  LIST_CHOICE_STATED,
  /** Neither PROSPECTIVE nor RETROSPECTIVE. */
  LIST_CHOICE_WORD,
  /** The deadline has passed. */
  LIST_CHOICE_LOCKED
}
