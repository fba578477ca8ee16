package io.corridor.settlement.mssp;

import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.mssp.MsspRefusal.Code;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The minimum savings rate of an ACO (settlement.md 1.1): its fixed choice, or the table by
 * assigned beneficiaries. The table also replaces a fixed choice while the ACO is too small for
 * one. An ACO too small for the table must state its rate, which cannot be lower than where the
 * table begins.
 */
final class MinimumRate {

  private static final String NAME = "minimumSavingsRate";

  private final MinimumSavingsRates table;

  MinimumRate(MinimumSavingsRates table) {
    this.table = table;
  }

  /** Why the choice cannot stand, if it cannot. */
  Optional<MsspRefusal> refusal(YearTerms terms, PerformanceFacts facts) {
    boolean small = row(terms, facts).isEmpty();
    boolean permitted =
        switch (facts.agreement().choice()) {
          case MinimumRateChoice.ByTable byTable -> terms.choices().table();
          case MinimumRateChoice.Stated(Rate rate) ->
              terms.choices().fixed().contains(rate)
                  || small && rate.compareTo(table.atFewest(terms.periodStart())) >= 0;
        };
    if (!permitted) {
      return Optional.of(
          new MsspRefusal(Code.MINIMUM_SAVINGS_RATE_NOT_PERMITTED, "minimumSavingsRateChoice"));
    }
    if (small && !fixedHolds(terms, facts) && !overridden(terms, facts)) {
      return Optional.of(
          new MsspRefusal(Code.MINIMUM_SAVINGS_RATE_NOT_STATED, "minimumSavingsRateChoice"));
    }
    return Optional.empty();
  }

  /** The rate, unrounded. Call it only where {@link #refusal} has none. */
  BigDecimal of(YearTerms terms, PerformanceFacts facts, Worksheet sheet) {
    if (fixedHolds(terms, facts)) {
      return stated(facts, terms.choices().citation() + ", fixed choice", sheet);
    }
    Optional<MinimumSavingsRates.Band> row = row(terms, facts);
    if (row.isEmpty()) {
      sheet.assume(Assumption.MINIMUM_SAVINGS_RATE_OVERRIDDEN);
      return stated(facts, "stated, because the table begins with more beneficiaries", sheet);
    }
    boolean replaced = facts.agreement().choice() instanceof MinimumRateChoice.Stated;
    String citation =
        replaced
            ? terms.fixedRates().citation() + ", too few beneficiaries for the fixed choice"
            : terms.choices().citation() + ", by assigned beneficiaries";
    Expression beneficiaries = named("assignedBeneficiaries", facts.population().beneficiaries());
    return sheet.step(NAME, citation, row.get().at(beneficiaries, "Beneficiaries")).value();
  }

  /** True when the ACO chose a fixed rate and is large enough to keep it. */
  private static boolean fixedHolds(YearTerms terms, PerformanceFacts facts) {
    return facts.agreement().choice() instanceof MinimumRateChoice.Stated(Rate rate)
        && terms.choices().fixed().contains(rate)
        && facts.population().beneficiaries() >= terms.fixedRates().beneficiaries();
  }

  /** True when the stated rate can only be meant as the one for a small ACO. */
  private static boolean overridden(YearTerms terms, PerformanceFacts facts) {
    return facts.agreement().choice() instanceof MinimumRateChoice.Stated(Rate rate)
        && !terms.choices().fixed().contains(rate);
  }

  private Optional<MinimumSavingsRates.Band> row(YearTerms terms, PerformanceFacts facts) {
    return table.row(facts.population().beneficiaries(), terms.periodStart());
  }

  private static BigDecimal stated(PerformanceFacts facts, String citation, Worksheet sheet) {
    if (!(facts.agreement().choice() instanceof MinimumRateChoice.Stated(Rate rate))) {
      throw new IllegalStateException("no minimum savings rate is stated");
    }
    return sheet.step(NAME, citation, named("statedMinimumRate", rate)).value();
  }
}
