package io.corridor.portal.program;

import io.corridor.portal.shell.Format;
import io.corridor.schemas.EvaluationInterval;
import io.corridor.schemas.ProgramEvaluation;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Evaluations in words, one place for list and report. */
final class EvaluationWords {

  private EvaluationWords() {}

  /** A decimal of the record. */
  static @Nullable BigDecimal number(@Nullable CharSequence exact) {
    return exact == null ? null : new BigDecimal(exact.toString());
  }

  /** What it found, as a headline. */
  static String effect(ProgramEvaluation report) {
    BigDecimal effect = number(report.getEffect());
    if (effect == null) {
      return "Nobody could be compared";
    }
    return switch (effect.signum()) {
      case 1 -> "Saved " + Format.rateInDollars(effect) + " a member month";
      case -1 -> "Cost " + Format.rateInDollars(effect.abs()) + " more a member month";
      default -> "No difference";
    };
  }

  /** How sure that is. */
  static String range(ProgramEvaluation report) {
    EvaluationInterval interval = report.getInterval();
    return interval == null
        ? ""
        : "95 percent from "
            + Format.rateInDollars(number(interval.getLow()))
            + " to "
            + Format.rateInDollars(number(interval.getHigh()));
  }

  /** A trait that was compared. */
  static String trait(String name) {
    return switch (name) {
      case "age" -> "Age";
      case "risk" -> "Risk score";
      case "priorCost" -> "Cost of the twelve months before";
      default -> name;
    };
  }

  /** Events that were counted. */
  static String event(String name) {
    return switch (name) {
      case "monthsWithInpatientCare" -> "Months with inpatient care";
      case "monthsWithEmergencyCare" -> "Months with emergency care";
      default -> name;
    };
  }

  /** What a reader must know. */
  static String warning(String code) {
    return switch (code) {
      case "SELECTION" ->
          "Patients chose to take part, or were chosen: controls are like them only in what was"
              + " matched.";
      case "SURVIVORSHIP" ->
          "Who lived longer had longer to enroll and to cost less: months count to death in both"
              + " arms.";
      case "SMALL_NUMBER" -> "Fewer matched patients than the study asks for.";
      case "IMBALANCE" -> "The arms differ in a trait by a tenth of its spread or more.";
      case "MAY_BE_CHANCE" -> "The interval holds zero: the difference may be chance.";
      default -> code;
    };
  }
}
