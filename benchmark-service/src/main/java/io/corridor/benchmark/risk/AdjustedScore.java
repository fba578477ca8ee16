package io.corridor.benchmark.risk;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * One model's score after the two factors of the payment year. CMS rounds to three decimals after
 * each of them.
 *
 * @param raw the raw score with its parts
 * @param announcement the factors used
 * @param normalized raw score divided by the normalization factor
 * @param codingAdjusted normalized score less the coding adjustment; Medicare Advantage only
 */
public record AdjustedScore(
    ModelScore raw,
    PaymentYears.Announcement announcement,
    RiskScore normalized,
    RiskScore codingAdjusted) {

  static AdjustedScore of(ModelScore raw, PaymentYears.Announcement announcement) {
    RiskScore normalized =
        RiskScore.roundHalfUp(
            raw.raw().divide(announcement.normalization().value(), MathContext.DECIMAL128));
    BigDecimal kept = BigDecimal.ONE.subtract(announcement.codingIntensity().value());
    return new AdjustedScore(
        raw, announcement, normalized, RiskScore.roundHalfUp(normalized.value().multiply(kept)));
  }
}
