package io.corridor.benchmark.risk;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * A person's risk score for a payment year: the models' scores in the weights of the year.
 *
 * @param paymentYear the year
 * @param models the models that count in it
 * @param normalized blend of the normalized scores: what a budget of Medicare's own beneficiaries
 *     is adjusted by, before any renormalization to a contract's population
 * @param codingAdjusted blend of the coding-adjusted scores: what a Medicare Advantage plan is paid
 *     by
 */
public record PaymentScore(
    int paymentYear, List<AdjustedScore> models, RiskScore normalized, RiskScore codingAdjusted) {

  static PaymentScore blend(int paymentYear, List<AdjustedScore> models) {
    return new PaymentScore(
        paymentYear,
        models,
        blend(models, AdjustedScore::normalized),
        blend(models, AdjustedScore::codingAdjusted));
  }

  /** The weighted sum of scores of three decimals, rounded to three once more. */
  private static RiskScore blend(
      List<AdjustedScore> models, Function<AdjustedScore, RiskScore> score) {
    return RiskScore.roundHalfUp(
        models.stream()
            .map(
                model -> score.apply(model).value().multiply(model.announcement().weight().value()))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
