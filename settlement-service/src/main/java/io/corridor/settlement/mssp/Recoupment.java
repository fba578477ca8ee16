package io.corridor.settlement.mssp;

import static io.corridor.common.rules.Expression.named;

import io.corridor.common.rules.Expression;
import java.math.BigDecimal;

/**
 * Advances are taken back out of what was earned, never more than that; the balance is carried into
 * later years and agreements (settlement.md 1.7).
 */
final class Recoupment {

  private static final String CITATION = "42 CFR 425.630, repayment of advance payments";

  private Recoupment() {}

  /** The statement of what was earned, a whole number of dollars. */
  static MsspStatement of(Outcome outcome, Expression earned) {
    Worksheet sheet = outcome.sheet();
    Expression owedBefore = named("recoupmentBalance", outcome.balanceBefore());
    Expression recouped = sheet.step("recouped", CITATION, earned.min(owedBefore));
    Expression balance = sheet.step("remainingBalance", CITATION, owedBefore.minus(recouped));
    if (balance.value().signum() > 0) {
      sheet.bind(Limit.RECOUPMENT_LIMITED_TO_EARNED);
    }
    Expression payment = sheet.step("payment", CITATION, earned.minus(recouped));
    return outcome.statement(
        earned.value(), BigDecimal.ZERO, recouped.value(), balance.value(), payment.value());
  }
}
