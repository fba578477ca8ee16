package io.corridor.settlement.engine;

import io.corridor.common.money.Rate;
import io.corridor.settlement.globalbudget.GlobalBudgetFacts;
import io.corridor.settlement.globalbudget.GlobalBudgetRules;
import io.corridor.settlement.globalbudget.GlobalBudgetTerms;
import io.corridor.settlement.globalbudget.Measure;
import io.corridor.settlement.share.View;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Facts of a period for a global budget. The health status is stated, or the mean risk score; a
 * measure's result is stated ({@code result.NAME}), or its rate. A measure without a result is left
 * out of the expected figure, at its worst in the low and at its best in the high one.
 */
final class GlobalBudgetReader {

  private static final String HEALTH_STATUS = "healthStatus";

  private GlobalBudgetReader() {}

  static Settlement settle(GlobalBudgetTerms terms, Reading reading) {
    PeriodFacts facts = reading.facts();
    Missing missing = reading.missing();
    Rate risk = facts.population().riskScore();
    boolean stated = facts.stated().find(HEALTH_STATUS).isPresent();
    Rate healthStatus = risk == null || stated ? missing.rate(HEALTH_STATUS) : risk;
    if (missing.any()) {
      return reading.refused(missing);
    }
    return reading.withoutQuality(
        GlobalBudgetRules.settle(
            terms,
            new GlobalBudgetFacts(
                facts.period().contractYear(),
                healthStatus,
                facts.population().memberMonths(),
                facts.cost().counted(reading.view()),
                results(terms, reading))),
        "surplus");
  }

  private static Map<String, Rate> results(GlobalBudgetTerms terms, Reading reading) {
    Map<String, Rate> results = new TreeMap<>();
    for (Measure measure : terms.quality().measures()) {
      result(measure.name(), reading.facts())
          .or(() -> open(measure, reading.view()))
          .ifPresent(result -> results.put(measure.name(), result));
    }
    return results;
  }

  private static Optional<Rate> result(String measure, PeriodFacts facts) {
    return facts
        .stated()
        .find("result." + measure)
        .map(Rate::new)
        .or(() -> facts.quality().measure(measure).flatMap(QualityFacts.MeasureFacts::rate));
  }

  private static Optional<Rate> open(Measure measure, View view) {
    Rate first = measure.gates().getFirst();
    boolean rising = measure.gates().getLast().compareTo(first) > 0;
    return switch (view) {
      case LOW -> Optional.of(first.plus(Rate.of(rising ? -1 : 1)));
      case EXPECTED -> Optional.empty();
      case HIGH -> Optional.of(measure.gates().getLast());
    };
  }
}
