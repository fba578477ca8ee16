package io.corridor.settlement.mssp;

import static io.corridor.common.rules.Workings.DIGITS;
import static io.corridor.common.rules.Workings.in;

import io.corridor.common.money.Rate;
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
    return terms.quality().shareFactor(facts.quality(), sheet);
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
      return sheet.note(
          "shareRate", PUBLISHED, "publishedShareRate", factor, in("publishedShareRate", factor));
    }
    BigDecimal maximum = terms.sharing().maximumShare().value();
    BigDecimal scaled = maximum.multiply(factor, DIGITS);
    if (below == null) {
      return sheet.note(
          "shareRate",
          terms.sharing().citation(),
          "maximumShare * qualityFactor",
          scaled,
          in("maximumShare", maximum),
          in("qualityFactor", factor));
    }
    BigDecimal part = below.partOfShare().value();
    return sheet.note(
        "shareRate",
        below.citation(),
        "maximumShare * qualityFactor * partOfShare",
        scaled.multiply(part, DIGITS),
        in("maximumShare", maximum),
        in("qualityFactor", factor),
        in("partOfShare", part));
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
      return sheet.note(
          "lossRate",
          PUBLISHED,
          "publishedLossRate",
          published.value(),
          in("publishedLossRate", published.value()));
    }
    return switch (terms.sharing().lossRate()) {
      case LossRateRule.NoLosses none -> null;
      case LossRateRule.Fixed(Rate rate) ->
          sheet.note(
              "lossRate",
              terms.sharing().citation() + ", fixed",
              "fixedLossRate",
              rate.value(),
              in("fixedLossRate", rate.value()));
      case LossRateRule.QualityScaled(Rate floor, Rate ceiling) ->
          bounded(facts, terms, shareRate, floor.value(), ceiling.value(), sheet);
    };
  }

  private static @Nullable BigDecimal bounded(
      PerformanceFacts facts,
      YearTerms terms,
      @Nullable BigDecimal shareRate,
      BigDecimal floor,
      BigDecimal ceiling,
      Worksheet sheet) {
    BigDecimal unbounded =
        terms
            .quality()
            .lossRate(
                facts.quality(), terms.sharing().maximumShare().value(), shareRate, ceiling, sheet);
    if (unbounded == null) {
      return null;
    }
    return sheet.note(
        "lossRate",
        terms.sharing().citation() + ", floor and ceiling",
        "min(max(unboundedLossRate, lossRateFloor), lossRateCeiling)",
        unbounded.max(floor).min(ceiling),
        in("unboundedLossRate", unbounded),
        in("lossRateFloor", floor),
        in("lossRateCeiling", ceiling));
  }
}
