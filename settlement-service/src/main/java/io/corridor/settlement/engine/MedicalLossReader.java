package io.corridor.settlement.engine;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.engine.PeriodFacts.Period;
import io.corridor.settlement.medicalloss.MedicalLossFacts;
import io.corridor.settlement.medicalloss.MedicalLossFacts.Completion;
import io.corridor.settlement.medicalloss.MedicalLossFacts.PaidPart;
import io.corridor.settlement.medicalloss.MedicalLossFacts.Unpaid;
import io.corridor.settlement.medicalloss.MedicalLossRules;
import io.corridor.settlement.medicalloss.MedicalLossTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Facts of a period for a medical loss ratio. Stated: {@code premium}, {@code taxesAndFees}, {@code
 * qualityImprovement}; claims still to come are the budget's, or stated as {@code unpaidClaims} or
 * {@code completionFactor}. The run-out is counted from the end of the year to the day that the
 * cost is complete to, or stated as {@code runoutMonths}.
 */
final class MedicalLossReader {

  private static final String UNPAID = "unpaidClaims";
  private static final String FACTOR = "completionFactor";

  private MedicalLossReader() {}

  static Settlement settle(MedicalLossTerms terms, Reading reading) {
    Missing missing = reading.missing();
    Money premium = missing.money("premium");
    Money taxes = missing.money("taxesAndFees");
    Money improvement = missing.money("qualityImprovement");
    Completion completion = completion(reading, missing);
    if (missing.any()) {
      return reading.refused(missing);
    }
    return reading.withQuality(
        MedicalLossRules.settle(
            terms,
            new MedicalLossFacts(
                premium,
                taxes,
                reading.facts().cost().counted(),
                completion,
                improvement,
                reading.qualityRate(),
                runout(reading.facts()))),
        "gainPool");
  }

  private static Completion completion(Reading reading, Missing missing) {
    CostFacts.Unpaid unpaid = reading.facts().cost().unpaid();
    if (unpaid != null) {
      return new Unpaid(unpaid.in(reading.view()));
    }
    Rate factor = reading.facts().stated().find(FACTOR).map(Rate::new).orElse(null);
    return factor == null ? new Unpaid(missing.money(UNPAID)) : new PaidPart(factor);
  }

  private static int runout(PeriodFacts facts) {
    Period period = facts.period();
    LocalDate complete = period.completeTo();
    long counted = complete == null ? 0 : ChronoUnit.MONTHS.between(period.until(), complete);
    return facts
        .stated()
        .find("runoutMonths")
        .map(BigDecimal::intValue)
        .orElse((int) Math.max(0, counted));
  }
}
