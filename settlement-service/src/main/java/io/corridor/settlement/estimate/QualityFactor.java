package io.corridor.settlement.estimate;

import static io.corridor.common.rules.Workings.DIGITS;
import static io.corridor.common.rules.Workings.in;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Workings;
import io.corridor.settlement.estimate.QualityResult.Gate;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The part of the share that quality leaves (domain.md 3.5, settlement.md 4): nothing below the
 * gate; above it everything, or growing from the minimum share at the gate to one at the full
 * score. While the gate is not known the expected figure assumes it is met; low and high show what
 * hangs on it.
 */
final class QualityFactor {

  private static final String SCALED =
      "min(1, max(minimumShare, minimumShare + (1 - minimumShare) * (composite - gate)"
          + " / (fullScore - gate)))";

  private QualityFactor() {}

  static BigDecimal of(
      Contract.@Nullable Quality programme,
      Gate gate,
      @Nullable QualityResult score,
      Workings workings) {
    if (programme == null || gate == Gate.NONE) {
      return fixed(workings, "contract terms, no quality programme", BigDecimal.ONE);
    }
    if (gate == Gate.NOT_MET) {
      return fixed(workings, "contract terms, quality gate not met", BigDecimal.ZERO);
    }
    String known = gate == Gate.MET ? "met" : "not known yet, assumed met";
    if (!programme.scaled()) {
      return fixed(workings, "contract terms, quality gate " + known, BigDecimal.ONE);
    }
    Rate composite = score == null ? null : score.exact();
    String citation = "contract terms, scaled share; gate " + known;
    if (composite == null) {
      BigDecimal least = programme.minimumShare().value();
      return workings.note(
          "qualityFactor", citation, "minimumShare", least, in("minimumShare", least));
    }
    return scaled(programme, composite.value(), citation, workings);
  }

  private static BigDecimal scaled(
      Contract.Quality programme, BigDecimal composite, String citation, Workings workings) {
    BigDecimal gate = programme.gate().value();
    BigDecimal full = programme.fullScore().value();
    BigDecimal least = programme.minimumShare().value();
    if (full.compareTo(gate) <= 0) {
      return fixed(workings, citation + "; full score at the gate", BigDecimal.ONE);
    }
    BigDecimal grown =
        BigDecimal.ONE
            .subtract(least)
            .multiply(composite.subtract(gate), DIGITS)
            .divide(full.subtract(gate), DIGITS)
            .add(least, DIGITS);
    return workings.note(
        "qualityFactor",
        citation,
        SCALED,
        grown.max(least).min(BigDecimal.ONE),
        in("minimumShare", least),
        in("composite", composite),
        in("gate", gate),
        in("fullScore", full));
  }

  private static BigDecimal fixed(Workings workings, String citation, BigDecimal factor) {
    return workings.note("qualityFactor", citation, factor.toPlainString(), factor);
  }
}
