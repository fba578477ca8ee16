package io.corridor.benchmark.target.mssp;

import io.corridor.common.money.Rate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules that hold for an agreement, picked from the dated parameters by its start and number.
 *
 * @param weights weights of the three benchmark years in whole parts
 * @param trend trend to the third benchmark year
 * @param adjustment what moves the historical benchmark
 * @param update update to the performance year
 * @param riskRatio change of risk to the performance year
 * @param citation where the rules stand
 */
record AgreementTerms(
    List<Long> weights,
    TrendRule trend,
    AdjustmentRule adjustment,
    UpdateRule update,
    RiskRatioRule riskRatio,
    String citation) {

  /**
   * Terms of the regional adjustment.
   *
   * @param shareIfLower share of the difference when the ACO costs less than its region
   * @param shareIfHigher share when it costs more
   * @param capIncrease largest increase as a share of the national per capita of the type
   * @param capDecrease largest decrease
   * @param offset true when a decrease shrinks with dual share and risk
   */
  record RegionalTerms(
      Rate shareIfLower, Rate shareIfHigher, Rate capIncrease, Rate capDecrease, boolean offset) {}

  /** Terms of the prior savings adjustment: the part given back and its cap. */
  record PriorSavingsTerms(Rate share, Rate cap) {}

  /**
   * Terms of the health equity adjustment.
   *
   * @param cap share of the national per capita that all adjustments may reach
   * @param minimumShare share of low-income beneficiaries from which it is made
   */
  record EquityTerms(Rate cap, Rate minimumShare) {}

  /** What moves the historical benchmark. */
  sealed interface AdjustmentRule {

    /** Nothing: before July 2019. */
    record None() implements AdjustmentRule {}

    /**
     * Everything else starts with the region.
     *
     * @param regional terms of the regional adjustment
     * @param priorSavings terms of the prior savings adjustment; null before 2024, when the region
     *     alone moved the benchmark, upwards and downwards
     * @param equity terms of the health equity adjustment; null before 2025
     */
    record Regional(
        RegionalTerms regional,
        @Nullable PriorSavingsTerms priorSavings,
        @Nullable EquityTerms equity)
        implements AdjustmentRule {}
  }
}
