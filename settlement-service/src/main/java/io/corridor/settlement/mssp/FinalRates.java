package io.corridor.settlement.mssp;

import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The final sharing rate and the final loss rate (settlement.md 1.2, 1.3). */
final class FinalRates {

  private static final String PUBLISHED = "as published, rounded there";

  private FinalRates() {}

  /**
   * The part of the maximum share that quality leaves, or a published final sharing rate in its
   * place; null when the facts do not tell.
   */
  static @Nullable BigDecimal beforeReduction(
      PerformanceFacts facts, YearTerms terms, Worksheet sheet) {
    Rate published = facts.published().shareRate();
    if (published != null) {
      return published.value();
    }
    Expression factor = terms.quality().shareFactor(facts.quality(), sheet);
    return factor == null ? null : factor.value();
  }

  /**
   * The final sharing rate, noted as {@code shareRate}.
   *
   * @param factor what {@link #beforeReduction} gave
   * @param below reduction for sharing below the minimum, or null for none
   */
  static BigDecimal share(
      PerformanceFacts facts,
      YearTerms terms,
      BigDecimal factor,
      MsspParameters.@Nullable BelowMinimum below,
      Worksheet sheet) {
    if (facts.published().shareRate() != null) {
      sheet.assume(Assumption.PUBLISHED_SHARE_RATE);
      return sheet.step("shareRate", PUBLISHED, named("publishedShareRate", factor)).value();
    }
    Expression scaled =
        named("maximumShare", terms.sharing().maximumShare()).times(named("qualityFactor", factor));
    Expression rate =
        below == null
            ? sheet.step("shareRate", terms.sharing().citation(), scaled)
            : sheet.step(
                "shareRate",
                below.citation(),
                scaled.times(named("partOfShare", below.partOfShare())));
    return rate.value();
  }

  /**
   * The final loss rate, noted as {@code lossRate}; null for a one-sided ACO and when the facts do
   * not tell.
   */
  static @Nullable BigDecimal loss(
      PerformanceFacts facts, YearTerms terms, @Nullable BigDecimal shareRate, Worksheet sheet) {
    if (!terms.sharing().twoSided()) {
      return null;
    }
    Rate published = facts.published().lossRate();
    if (published != null) {
      sheet.assume(Assumption.PUBLISHED_LOSS_RATE);
      return sheet.step("lossRate", PUBLISHED, named("publishedLossRate", published)).value();
    }
    return switch (terms.sharing().lossRate()) {
      case LossRateRule.NoLosses none -> null;
      case LossRateRule.Fixed(Rate rate) ->
          sheet
              .step(
                  "lossRate", terms.sharing().citation() + ", fixed", named("fixedLossRate", rate))
              .value();
      case LossRateRule.QualityScaled(Rate floor, Rate ceiling) ->
          bounded(facts, terms, shareRate, floor, ceiling, sheet);
    };
  }

  private static @Nullable BigDecimal bounded(
      PerformanceFacts facts,
      YearTerms terms,
      @Nullable BigDecimal shareRate,
      Rate floor,
      Rate ceiling,
      Worksheet sheet) {
    Expression unbounded =
        terms
            .quality()
            .lossRate(facts.quality(), terms.sharing().maximumShare(), shareRate, ceiling, sheet);
    if (unbounded == null) {
      return null;
    }
    return sheet
        .step(
            "lossRate",
            terms.sharing().citation() + ", floor and ceiling",
            unbounded.max(named("lossRateFloor", floor)).min(named("lossRateCeiling", ceiling)))
        .value();
  }
}
