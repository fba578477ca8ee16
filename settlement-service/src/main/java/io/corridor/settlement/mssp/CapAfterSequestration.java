package io.corridor.settlement.mssp;

import static io.corridor.common.rules.Workings.DIGITS;
import static io.corridor.common.rules.Workings.in;

import java.math.BigDecimal;

/**
 * The payment cap is compared with what sequestration leaves, so that a capped payment is the cap
 * itself (settlement.md 1, step 6: capped results are published at exactly a tenth of the
 * benchmark). No published result lies where only one of the two orders would cut it; this is the
 * simplest reading.
 */
final class CapAfterSequestration implements SavingsPayment {

  @Override
  public BigDecimal unrounded(
      Reconciliation year,
      BigDecimal generated,
      BigDecimal shareRate,
      MsspParameters.Sequestration sequestration,
      Worksheet sheet) {
    MsspParameters.Sharing sharing = year.terms().sharing();
    BigDecimal factor = sequestration.factor().value();
    BigDecimal shared =
        sheet.note(
            "sharedSavings",
            sharing.citation() + "; " + sequestration.citation(),
            "generated * shareRate * sequestration",
            generated.multiply(shareRate, DIGITS).multiply(factor, DIGITS),
            in("generated", generated),
            in("shareRate", shareRate),
            in("sequestration", factor));
    BigDecimal capShare = sharing.paymentCap().value();
    BigDecimal cap =
        sheet.note(
            "paymentCap",
            sharing.citation() + ", performance payment limit",
            "paymentCapShare * benchmark",
            capShare.multiply(year.benchmark(), DIGITS),
            in("paymentCapShare", capShare),
            in("benchmark", year.benchmark()));
    if (shared.compareTo(cap) > 0) {
      sheet.bind(Limit.PAYMENT_CAP);
    }
    return sheet.note(
        "cappedSavings",
        sharing.citation() + ", compared after sequestration",
        "min(sharedSavings, paymentCap)",
        shared.min(cap),
        in("sharedSavings", shared),
        in("paymentCap", cap));
  }
}
