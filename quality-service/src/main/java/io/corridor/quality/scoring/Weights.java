package io.corridor.quality.scoring;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Weights of the composite after measures without enough cases gave theirs away (domain.md 3.5):
 * pro rata to the reportable measures of the same type; if there is none, to all. Outcome measures
 * that had a tenth of the weight and would fall below it are scaled up to exactly a tenth.
 */
final class Weights {

  private static final MathContext DIGITS = MathContext.DECIMAL128;
  private static final BigDecimal TENTH = new BigDecimal("0.1");

  private final Map<String, BigDecimal> stated = new LinkedHashMap<>();
  private final Map<String, BigDecimal> moved = new LinkedHashMap<>();
  private final Set<String> reportable;

  private Weights(List<Contract.Measure> measures, Set<String> reportable) {
    measures.forEach(measure -> stated.put(measure.measure(), measure.weight().value()));
    this.reportable = reportable;
    stated.forEach((measure, weight) ->
        moved.put(measure, reportable.contains(measure) ? weight : BigDecimal.ZERO));
  }

  /** Weights by measure; zero for those not reportable. */
  static Map<String, Rate> of(List<Contract.Measure> measures, Set<String> reportable) {
    Weights weights = new Weights(measures, reportable);
    weights.stated.keySet().stream()
        .filter(measure -> !reportable.contains(measure))
        .forEach(weights::giveAway);
    weights.keepOutcomeShare();
    Map<String, Rate> rates = new LinkedHashMap<>();
    weights.moved.forEach((measure, weight) -> rates.put(measure, new Rate(weight)));
    return rates;
  }

  private void giveAway(String measure) {
    BigDecimal weight = weight(measure);
    String type = type(measure);
    boolean sameType =
        sum(stated, other -> reportable.contains(other) && type(other).equals(type)).signum() > 0;
    Predicate<String> takes =
        other -> reportable.contains(other) && (!sameType || type(other).equals(type));
    BigDecimal whole = sum(stated, takes);
    if (whole.signum() == 0) {
      return;
    }
    moved.replaceAll((other, has) ->
        takes.test(other)
            ? has.add(weight.multiply(weight(other)).divide(whole, DIGITS), DIGITS)
            : has);
  }

  private void keepOutcomeShare() {
    BigDecimal before = sum(stated, Weights::isOutcome);
    BigDecimal all = sum(stated, measure -> true);
    BigDecimal now = sum(moved, Weights::isOutcome);
    BigDecimal total = sum(moved, measure -> true);
    boolean promised = before.compareTo(all.multiply(TENTH)) >= 0;
    if (!promised || now.signum() == 0 || now.compareTo(total.multiply(TENTH)) >= 0) {
      return;
    }
    BigDecimal outcomes = total.multiply(TENTH);
    BigDecimal others = total.subtract(outcomes);
    BigDecimal othersNow = total.subtract(now);
    moved.replaceAll((measure, weight) ->
        isOutcome(measure)
            ? weight.multiply(outcomes).divide(now, DIGITS)
            : weight.multiply(others).divide(othersNow, DIGITS));
  }

  private BigDecimal weight(String measure) {
    return stated.getOrDefault(measure, BigDecimal.ZERO);
  }

  private static BigDecimal sum(Map<String, BigDecimal> weights, Predicate<String> which) {
    return weights.entrySet().stream()
        .filter(entry -> which.test(entry.getKey()))
        .map(Map.Entry::getValue)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean isOutcome(String measure) {
    return type(measure).equals(MeasureType.OUTCOME);
  }

  private static String type(String measure) {
    return MeasureType.of(measure).map(MeasureType::type).orElse(measure);
  }
}
