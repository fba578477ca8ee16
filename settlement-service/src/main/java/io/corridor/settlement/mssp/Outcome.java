package io.corridor.settlement.mssp;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What counts and the final rates, on the way to a statement.
 *
 * @param year the reconciliation
 * @param generated savings or losses that count
 * @param shareRate final sharing rate; null when it is not known
 * @param lossRate final loss rate; null for a one-sided ACO and when it is not known
 * @param sheet what was written down so far
 */
record Outcome(
    Reconciliation year,
    BigDecimal generated,
    @Nullable BigDecimal shareRate,
    @Nullable BigDecimal lossRate,
    Worksheet sheet) {

  /** Advances not repaid before this year. */
  BigDecimal balanceBefore() {
    return year.facts().recoupmentBalance().dollars();
  }

  /** The statement. */
  MsspStatement statement(
      BigDecimal earned,
      BigDecimal owed,
      BigDecimal recouped,
      BigDecimal balance,
      BigDecimal payment) {
    return new MsspStatement(
        year.facts().acoId(),
        year.facts().performanceYear(),
        new Amount(generated),
        Money.of(earned),
        Money.of(owed),
        new Amount(recouped),
        new Amount(balance),
        new Amount(payment),
        new Rate(year.savingsRate()),
        new Rate(year.minimumRate()),
        rate(shareRate),
        rate(lossRate),
        sheet.limits(),
        sheet.assumptions(),
        sheet.steps());
  }

  private static @Nullable Rate rate(@Nullable BigDecimal value) {
    return value == null ? null : new Rate(value);
  }
}
