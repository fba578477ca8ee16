package io.corridor.settlement.engine;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Step;
import io.corridor.settlement.engine.Settlement.Refused;
import io.corridor.settlement.engine.Settlement.Refused.Code;
import io.corridor.settlement.engine.Settlement.Settled;
import io.corridor.settlement.estimate.QualityFactor;
import io.corridor.settlement.estimate.QualityResult.Gate;
import io.corridor.settlement.share.View;
import java.util.ArrayList;
import java.util.List;

/**
 * What every shape's reader begins with.
 *
 * @param agreed agreed terms
 * @param facts facts of the period
 * @param view how open figures are taken
 */
record Reading(AgreedTerms agreed, PeriodFacts facts, View view) {

  /** A settled figure together with the quality that shapes multiply by. */
  private static final String QUALITY = "quality";

  Shape shape() {
    return agreed.shape().shape();
  }

  Missing missing() {
    return new Missing(facts.stated());
  }

  /** The refusal that names what is missing. */
  Refused refused(Missing missing) {
    return new Refused(shape(), Code.FACT_MISSING, missing.names(), "", List.of());
  }

  /** What is known about the quality gate. */
  Gate gate() {
    return agreed.quality() == null ? Gate.NONE : facts.quality().score().gate();
  }

  /** The part that quality leaves, between zero and one. */
  QualityFactor quality() {
    return QualityFactor.of(agreed.quality(), gate(), facts.quality().score().exact(), view);
  }

  /** Quality as a rate. */
  Rate qualityRate() {
    return new Rate(quality().factor().value());
  }

  /**
   * The settlement of a shape whose result quality moves: its steps after the step of quality.
   *
   * @param generated step whose value counts before it is shared
   */
  Settled withQuality(io.corridor.settlement.share.Settled settled, String generated) {
    QualityFactor quality = quality();
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step(
            QUALITY,
            quality.citation(),
            quality.factor().formula(),
            quality.factor().inputs(),
            quality.factor().value()));
    steps.addAll(settled.steps());
    return settled(settled, generated, steps);
  }

  /** The settlement of a shape with quality rules of its own, or none. */
  Settled withoutQuality(io.corridor.settlement.share.Settled settled, String generated) {
    return settled(settled, generated, settled.steps());
  }

  private Settled settled(
      io.corridor.settlement.share.Settled settled, String generated, List<Step> steps) {
    return new Settled(
        shape(),
        steps.stream()
            .filter(step -> step.name().equals(generated))
            .findFirst()
            .map(step -> new Amount(step.value()).roundHalfUp())
            .orElse(settled.payment()),
        settled.payment(),
        settled.limits().stream().map(Enum::name).toList(),
        settled.warnings().stream().map(Enum::name).toList(),
        steps);
  }
}
