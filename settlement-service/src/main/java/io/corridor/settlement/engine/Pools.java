package io.corridor.settlement.engine;

import io.corridor.common.money.Money;
import io.corridor.settlement.engine.EstimateResult.Estimated;
import io.corridor.settlement.engine.Settlement.Settled;
import io.corridor.settlement.engine.ShapeTerms.Utilization;
import io.corridor.settlement.share.Contradiction;
import io.corridor.settlement.share.View;
import io.corridor.settlement.utilization.PracticePool;
import io.corridor.settlement.utilization.UtilizationFacts;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Virtual panels: practices under the minimum of member months of a utilization index are measured
 * as one and paid each for its own months and quality; the parts sum to the pool's payment.
 */
public final class Pools {

  private Pools() {}

  /**
   * The estimates of practices that are too small to be measured alone, by practice. Empty where
   * the shape has no pool. A practice with a missing figure is in no pool: its own estimate names
   * the figure.
   *
   * @param agreed terms of the year
   * @param practices facts of all practices of the contract in the year, by TIN
   */
  public static NavigableMap<String, EstimateResult> estimate(
      AgreedTerms agreed, NavigableMap<String, PeriodFacts> practices) {
    NavigableMap<String, EstimateResult> estimates = new TreeMap<>();
    if (!(agreed.shape() instanceof Utilization terms)
        || terms.terms().minimumMemberMonths().isZero()) {
      return estimates;
    }
    Map<View, NavigableMap<String, Settled>> views = new EnumMap<>(View.class);
    for (View view : View.values()) {
      views.put(view, divided(agreed, terms, practices, view));
    }
    NavigableMap<String, Settled> expected = views.getOrDefault(View.EXPECTED, new TreeMap<>());
    expected.forEach((tin, settled) ->
        estimates.put(
            tin,
            new Estimated(
                of(views, View.LOW, tin, settled), settled, of(views, View.HIGH, tin, settled))));
    return estimates;
  }

  private static Settled of(
      Map<View, NavigableMap<String, Settled>> views, View view, String tin, Settled otherwise) {
    return views.getOrDefault(view, new TreeMap<>()).getOrDefault(tin, otherwise);
  }

  private static NavigableMap<String, Settled> divided(
      AgreedTerms agreed,
      Utilization terms,
      NavigableMap<String, PeriodFacts> practices,
      View view) {
    NavigableMap<String, UtilizationFacts> known = new TreeMap<>();
    practices.forEach((tin, facts) -> {
      Missing missing = new Missing(facts.stated());
      try {
        UtilizationFacts use =
            UtilizationReader.facts(terms.terms(), new Reading(agreed, facts, view), missing);
        if (!missing.any()) {
          known.put(tin, use);
        }
      } catch (Contradiction contradiction) {
        // Its own estimate is refused with the contradiction.
      }
    });
    NavigableMap<String, UtilizationFacts> small = PracticePool.tooSmall(terms.terms(), known);
    if (small.isEmpty()) {
      return new TreeMap<>();
    }
    PracticePool.Divided divided = new PracticePool(small).settle(terms.terms());
    NavigableMap<String, Settled> parts = new TreeMap<>();
    divided.parts().forEach((tin, part) -> parts.put(tin, part(divided, part)));
    return parts;
  }

  private static Settled part(PracticePool.Divided divided, Money part) {
    io.corridor.settlement.share.Settled whole = divided.whole();
    return new Settled(
        Shape.UTILIZATION_INDEX,
        part,
        part,
        whole.limits().stream().map(Enum::name).toList(),
        whole.warnings().stream().map(Enum::name).toList(),
        whole.steps());
  }
}
