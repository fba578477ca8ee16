package io.corridor.settlement.mssp;

import static io.corridor.common.rules.Expression.named;

import io.corridor.common.rules.Expression;
import java.math.BigDecimal;

/**
 * The payment cap is compared with what sequestration leaves, so that a capped payment is the cap
 * itself (settlement.md 1, step 6: capped results are published at exactly a tenth of the
 * benchmark). No published result lies where only one of the two orders would cut it; this is the
 * simplest reading.
 */
final class CapAfterSequestration implements SavingsPayment {

  @Override
  public Expression unrounded(
      Reconciliation year,
      BigDecimal generated,
      BigDecimal shareRate,
      MsspParameters.Sequestration sequestration,
      Worksheet sheet) {
    MsspParameters.Sharing sharing = year.terms().sharing();
    Expression shared =
        sheet.step(
            "sharedSavings",
            sharing.citation() + "; " + sequestration.citation(),
            named("generated", generated)
                .times(named("shareRate", shareRate))
                .times(named("sequestration", sequestration.factor())));
    Expression cap =
        sheet.step(
            "paymentCap",
            sharing.citation() + ", performance payment limit",
            named("paymentCapShare", sharing.paymentCap())
                .times(named("benchmark", year.benchmark())));
    if (shared.exceeds(cap).holds()) {
      sheet.bind(Limit.PAYMENT_CAP);
    }
    return sheet.step(
        "cappedSavings", sharing.citation() + ", compared after sequestration", shared.min(cap));
  }
}
