package io.corridor.benchmark.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A risk score as CMS publishes it: three decimals, 1.000 is the average beneficiary.
 *
 * @param value the score, scale 3
 */
public record RiskScore(BigDecimal value) implements Comparable<RiskScore> {

  /** Decimals of a published score. */
  public static final int SCALE = 3;

  /** Rejects a value that was not rounded. */
  public RiskScore {
    if (value.scale() != SCALE) {
      throw new IllegalArgumentException("a risk score has three decimals");
    }
  }

  /** The score of an exact value, half up at the third decimal. */
  public static RiskScore roundHalfUp(BigDecimal exact) {
    return new RiskScore(exact.setScale(SCALE, RoundingMode.HALF_UP));
  }

  @Override
  public int compareTo(RiskScore other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
