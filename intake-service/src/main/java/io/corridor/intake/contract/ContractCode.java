package io.corridor.intake.contract;

/** What is wrong with a contract file. Codes are stable: they are retired, never reused. */
public enum ContractCode {
  /** The file cannot be read, is too large, or is not UTF-8. */
  CONTRACT_UNREADABLE,
  /** The file is not YAML, or not exactly one document. */
  CONTRACT_YAML,
  /** A field the format does not have. */
  CONTRACT_UNKNOWN_FIELD,
  /** A field that stands twice in one mapping. */
  CONTRACT_FIELD_TWICE,
  /** A required field is absent or empty. */
  CONTRACT_MISSING_FIELD,
  /** A mapping, list or scalar where another is expected. */
  CONTRACT_TYPE,
  /** A number that is none, has too many decimals, or lies outside its range. */
  CONTRACT_NUMBER,
  /** A share that does not lie between 0 and 1. */
  CONTRACT_RATE,
  /** A day that does not exist. */
  CONTRACT_DATE,
  /** A last day before the first. */
  CONTRACT_DATE_ORDER,
  /** A word that is not one of the field's values. */
  CONTRACT_WORD,
  /** An identifier that keys cannot hold. */
  CONTRACT_ID,
  /** Performance years with a gap, an overlap, out of order, or not in whole months. */
  CONTRACT_YEARS,
  /** No participant, or one without a valid TIN. */
  CONTRACT_PARTICIPANT,
  /** A participant listed twice with overlapping days. */
  CONTRACT_PARTICIPANT_TWICE,
  /** A service category that does not exist, stands twice, or cannot have its weight. */
  CONTRACT_CATEGORY,
  /** A budget that lacks a year, names another, or mixes ALL with categories. */
  CONTRACT_BUDGET,
  /** A measure that does not exist, stands twice, or cannot be scored. */
  CONTRACT_MEASURE,
  /** A quality gate that contradicts itself. */
  CONTRACT_QUALITY,
  /** A risk model with a table, a table without one, or weights with a gap or an overlap. */
  CONTRACT_RISK,
  /** Weights by year or drug prices that name nothing known, stand twice or lack their table. */
  CONTRACT_SCOPE,
  /** A budget by a method that lacks what the method needs, or contradicts itself. */
  CONTRACT_TARGET,
  /** Loss terms of a one-sided contract, or a two-sided one without them. */
  CONTRACT_LOSS_TERMS,
  /** Another file has the same version of the same contract. */
  CONTRACT_VERSION_TWICE,
  /** Warning: below 500 members no table gives a minimum savings rate, and none is stated. */
  CONTRACT_MINIMUM_RATE,
  /** Warning: the weights of measures do not sum to 1; each counts by its share of the sum. */
  CONTRACT_WEIGHTS,
  /** Terms of another shape than the contract's, or the shape's own terms are absent. */
  CONTRACT_SHAPE,
  /** Corridor bands that overlap, leave a gap, or are empty. */
  CONTRACT_CORRIDOR,
  /** A scale that has no points, does not ascend, or runs the wrong way. */
  CONTRACT_SCALE,
  /** A name that steps cannot bear, or that stands twice. */
  CONTRACT_NAME,
  /** Weights that have the wrong sum. */
  CONTRACT_WEIGHT_SUM,
  /** Outcome measures have less weight than the contract asks for. */
  CONTRACT_OUTCOME_WEIGHT,
  /** A service that is both paid by capitation and carved out. */
  CONTRACT_SERVICE_TWICE,
  /** A payment beside the shape that contradicts itself. */
  CONTRACT_PAYMENT,
  /** Levels that the shape does not settle. */
  CONTRACT_LEVEL
}
