package io.corridor.settlement.whatif;

import io.corridor.common.money.Rate;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.PeriodFacts.Population;
import io.corridor.settlement.engine.QualityFacts;
import io.corridor.settlement.estimate.QualityResult;
import io.corridor.settlement.whatif.ChangeRefusal.Code;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Changes of facts: {@code cost} and {@code budget} by a part of themselves, {@code members} by a
 * part of themselves, {@code quality} by points of the composite, {@code gate} as it would be
 * found, {@code stated.<name>} to another figure.
 */
final class FactChanges {

  private static final String STATED = "stated.";

  private FactChanges() {}

  /** The facts with a change made; empty when the change is none of facts. */
  static Optional<PeriodFacts> made(PeriodFacts facts, Change change) {
    if (change.name().startsWith(STATED)) {
      String figure = change.name().substring(STATED.length());
      return Optional.of(facts.withStated(figure, Values.number(change)));
    }
    return switch (change.name()) {
      case "cost" -> Optional.of(facts.withCostTimes(Values.factor(change)));
      case "budget" ->
          Optional.of(
              facts.withBudget(facts.cost().budget().times(Values.factor(change)).roundHalfUp()));
      case "members" -> Optional.of(members(facts, Values.factor(change)));
      case "quality" -> Optional.of(facts.withQuality(quality(facts.quality(), change)));
      case "gate" -> Optional.of(facts.withQuality(gate(facts.quality(), change)));
      default -> Optional.empty();
    };
  }

  private static PeriodFacts members(PeriodFacts facts, Rate factor) {
    Population now = facts.population();
    BigDecimal members = BigDecimal.valueOf(now.members()).multiply(factor.value());
    return facts.withPopulation(
        new Population(
            members.setScale(0, RoundingMode.HALF_UP).longValueExact(),
            now.memberMonths().times(factor),
            now.riskScore(),
            now.months()));
  }

  private static QualityFacts quality(QualityFacts quality, Change change) {
    Rate now = quality.score().exact();
    if (now == null) {
      throw new ChangeException(Code.NO_FACTS, change.asked());
    }
    BigDecimal moved = now.value().add(Values.number(change));
    return quality.withComposite(new Rate(moved.max(BigDecimal.ZERO).min(BigDecimal.ONE)));
  }

  private static QualityFacts gate(QualityFacts quality, Change change) {
    QualityResult.Gate gate = Values.named(change, QualityResult.Gate.class);
    QualityResult now = quality.score();
    return new QualityFacts(
        new QualityResult(gate, now.published(), now.exact(), now.completeTo()),
        quality.gateAt(),
        quality.measures());
  }
}
