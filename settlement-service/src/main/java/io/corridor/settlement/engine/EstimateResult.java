package io.corridor.settlement.engine;

import io.corridor.settlement.engine.Settlement.Refused;
import io.corridor.settlement.engine.Settlement.Settled;
import java.util.Comparator;
import java.util.List;

/** What a period would pay while not all of it is known, or why no figure is given. */
public sealed interface EstimateResult {

  /**
   * Three views, in the order of what they pay. Once everything is known they are equal and are the
   * final result.
   *
   * @param low least favourable result
   * @param expected result on what is known
   * @param high most favourable result
   */
  record Estimated(Settled low, Settled expected, Settled high) implements EstimateResult {

    private static final Comparator<Settled> BY_PAYMENT = Comparator.comparing(Settled::payment);

    /** Puts the views in order: terms that pay a bonus on spending may turn them round. */
    public Estimated {
      List<Settled> views = List.of(low, expected, high);
      low = views.stream().min(BY_PAYMENT).orElseThrow();
      high = views.reversed().stream().max(BY_PAYMENT).orElseThrow();
    }
  }

  /**
   * No figure.
   *
   * @param refused why
   */
  record NotEstimated(Refused refused) implements EstimateResult {}
}
