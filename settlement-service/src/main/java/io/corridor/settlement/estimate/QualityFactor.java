package io.corridor.settlement.estimate;

import static io.corridor.common.rules.Expression.ONE;
import static io.corridor.common.rules.Expression.ZERO;
import static io.corridor.common.rules.Expression.named;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.estimate.QualityResult.Gate;
import io.corridor.settlement.share.View;
import org.jspecify.annotations.Nullable;

/**
 * The part of the share that quality leaves (domain.md 3.5, settlement.md 4): nothing below the
 * gate; above it everything, or growing from the minimum share at the gate to one at the full
 * score. While the gate is not known the expected figure assumes it is met; low and high show what
 * hangs on it.
 *
 * @param citation where the rule stands, and what is known of the gate
 * @param factor the factor with its formula, between zero and one
 */
public record QualityFactor(String citation, Expression factor) {

  /**
   * The factor of a quality programme.
   *
   * @param programme quality programme; null without one
   * @param gate what is known about its gate
   * @param composite exact composite, 0 to 1; null while nothing is reportable
   * @param view how an open gate is taken
   */
  public static QualityFactor of(
      Contract.@Nullable Quality programme, Gate gate, @Nullable Rate composite, View view) {
    if (programme == null || gate == Gate.NONE) {
      return new QualityFactor("contract terms, no quality programme", ONE);
    }
    return switch (gate) {
      case NOT_MET -> new QualityFactor("contract terms, quality gate not met", ZERO);
      case MET -> reached(programme, composite, "met");
      case NONE, UNKNOWN ->
          switch (view) {
            case LOW ->
                new QualityFactor("contract terms, quality gate not known, taken as missed", ZERO);
            case EXPECTED -> reached(programme, composite, "not known yet, assumed met");
            case HIGH ->
                new QualityFactor("contract terms, quality gate not known, taken in full", ONE);
          };
    };
  }

  private static QualityFactor reached(
      Contract.Quality programme, @Nullable Rate composite, String known) {
    if (!programme.scaled()) {
      return new QualityFactor("contract terms, quality gate " + known, ONE);
    }
    String citation = "contract terms, scaled share; gate " + known;
    Expression least = named("minimumShare", programme.minimumShare());
    if (composite == null) {
      return new QualityFactor(citation, least);
    }
    if (programme.fullScore().compareTo(programme.gate()) <= 0) {
      return new QualityFactor(citation + "; full score at the gate", ONE);
    }
    Expression gate = named("gate", programme.gate());
    Expression above = named("composite", composite).minus(gate);
    Expression width = named("fullScore", programme.fullScore()).minus(gate);
    Expression grown = least.plus(ONE.minus(least).times(above).over(width));
    return new QualityFactor(citation, ONE.min(least.max(grown)));
  }
}
