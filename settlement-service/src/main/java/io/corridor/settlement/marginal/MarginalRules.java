package io.corridor.settlement.marginal;

import io.corridor.common.money.Money;
import io.corridor.settlement.engine.AgreedTerms;
import io.corridor.settlement.engine.EstimateResult.Estimated;
import io.corridor.settlement.engine.EstimateResult.NotEstimated;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.QualityFacts.MeasureFacts;
import io.corridor.settlement.engine.SettlementEngine;
import io.corridor.settlement.marginal.SmallChange.CaseAvoided;
import io.corridor.settlement.marginal.SmallChange.Event;
import io.corridor.settlement.marginal.SmallChange.GapsClosed;
import io.corridor.settlement.marginal.SmallChange.OnePercent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Marginal values (issue "settlement", ecosystem.md): never a formula of their own, always the
 * difference of two settlements by the same engine.
 */
public final class MarginalRules {

  private final SettlementEngine engine;

  /** Values by an engine. */
  public MarginalRules(SettlementEngine engine) {
    this.engine = engine;
  }

  /**
   * What each small change would be worth: one gap of each measure and the gaps to its next point,
   * one admission, one emergency visit, one percent of cost.
   *
   * @param before the estimate on the facts as they are
   */
  public List<Worth> of(AgreedTerms terms, PeriodFacts facts, Estimated before) {
    List<Worth> worths = new ArrayList<>();
    for (SmallChange change : changes(facts)) {
      worths.add(worth(terms, facts, before, change));
    }
    return worths;
  }

  private static List<SmallChange> changes(PeriodFacts facts) {
    List<SmallChange> changes = new ArrayList<>();
    facts.quality().measures().stream()
        .sorted(Comparator.comparing(MeasureFacts::name))
        .filter(measure -> measure.points() != null && Gaps.open(measure) > 0)
        .forEach(measure -> {
          changes.add(new GapsClosed(measure.name(), 1));
          OptionalLong next = Gaps.toNextPoint(measure);
          if (next.isPresent() && next.getAsLong() > 1) {
            changes.add(new GapsClosed(measure.name(), next.getAsLong()));
          }
        });
    for (Event event : Event.values()) {
      Money cost = facts.cost().meanCost(event.category());
      if (cost != null) {
        changes.add(new CaseAvoided(event, cost));
      }
    }
    changes.add(OnePercent.of(facts));
    return changes;
  }

  private Worth worth(AgreedTerms terms, PeriodFacts facts, Estimated before, SmallChange change) {
    PeriodFacts after = change.on(facts);
    boolean sameScore =
        change instanceof GapsClosed && after.quality().score().equals(facts.quality().score());
    if (sameScore) {
      return nothing(change, List.of(Worth.POINT_NOT_REACHED));
    }
    return switch (engine.estimate(terms, after)) {
      case Estimated changed -> worth(change, before, changed);
      case NotEstimated not -> nothing(change, List.of(not.refused().code().name()));
    };
  }

  private static Worth nothing(SmallChange change, List<String> because) {
    return new Worth(change, Money.ZERO, Money.ZERO, Money.ZERO, because);
  }

  private static Worth worth(SmallChange change, Estimated before, Estimated after) {
    Money expected = after.expected().payment().minus(before.expected().payment());
    List<Money> views =
        List.of(
            after.low().payment().minus(before.low().payment()),
            expected,
            after.high().payment().minus(before.high().payment()));
    return new Worth(
        change,
        views.stream().min(Comparator.naturalOrder()).orElseThrow(),
        expected,
        views.stream().max(Comparator.naturalOrder()).orElseThrow(),
        expected.isZero() ? because(before, after) : List.of());
  }

  /** What binds before the change; what binds only after it stops its last cent. */
  private static List<String> because(Estimated before, Estimated after) {
    if (!before.expected().limits().isEmpty()) {
      return before.expected().limits();
    }
    return after.expected().limits().isEmpty()
        ? List.of(Worth.NO_EFFECT)
        : after.expected().limits();
  }
}
