package io.corridor.settlement.mssp;

import static io.corridor.common.rules.Workings.DIGITS;
import static io.corridor.common.rules.Workings.in;

import java.math.BigDecimal;

/**
 * Advances are taken back out of what was earned, never more than that; the balance is carried into
 * later years and agreements (settlement.md 1.7).
 */
final class Recoupment {

  private static final String CITATION = "42 CFR 425.630, repayment of advance payments";

  private Recoupment() {}

  /** The statement of what was earned, a whole number of dollars. */
  static MsspStatement of(Outcome outcome, BigDecimal earned) {
    Worksheet sheet = outcome.sheet();
    BigDecimal owedBefore = outcome.balanceBefore();
    BigDecimal recouped =
        sheet.note(
            "recouped",
            CITATION,
            "min(earned, recoupmentBalance)",
            earned.min(owedBefore),
            in("earned", earned),
            in("recoupmentBalance", owedBefore));
    BigDecimal balance =
        sheet.note(
            "remainingBalance",
            CITATION,
            "recoupmentBalance - recouped",
            owedBefore.subtract(recouped, DIGITS),
            in("recoupmentBalance", owedBefore),
            in("recouped", recouped));
    if (balance.signum() > 0) {
      sheet.bind(Limit.RECOUPMENT_LIMITED_TO_EARNED);
    }
    BigDecimal payment =
        sheet.note(
            "payment",
            CITATION,
            "earned - recouped",
            earned.subtract(recouped, DIGITS),
            in("earned", earned),
            in("recouped", recouped));
    return outcome.statement(earned, BigDecimal.ZERO, recouped, balance, payment);
  }
}
