package io.corridor.quality.scoring;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Points, composite and gate (domain.md 3.5). The terms carry no baseline, so points are attainment
 * alone. A measure below its minimum number of cases is not reportable and gives its weight away.
 */
public final class ScoreRules {

  private final TreeMap<String, MeasureResult> results = new TreeMap<>();
  private final Map<String, Contract.Measure> terms = new LinkedHashMap<>();
  private final Rate gate;

  private ScoreRules(List<MeasureResult> results, Contract.Quality programme) {
    results.stream()
        .filter(result -> programme.names(result.measure()))
        .forEach(result -> this.results.put(result.measure(), result));
    for (Contract.Measure measure : programme.measures()) {
      terms.put(measure.measure(), measure);
      this.results.computeIfAbsent(measure.measure(), MeasureResult::none);
    }
    this.gate = programme.gate();
  }

  /** The score of results under a quality programme: its measures and no others. */
  public static QualityScore score(List<MeasureResult> results, Contract.Quality programme) {
    return new ScoreRules(results, programme).score();
  }

  private QualityScore score() {
    Map<String, Integer> points = new TreeMap<>();
    results.forEach(
        (measure, result) -> points(result).ifPresent(earned -> points.put(measure, earned)));
    Set<String> reportable = new TreeSet<>(points.keySet());
    Map<String, Rate> weights = Weights.of(List.copyOf(terms.values()), reportable);
    Optional<Rate> composite = composite(points, weights);
    List<QualityScore.Scored> scored =
        results.values().stream()
            .map(result ->
                new QualityScore.Scored(
                    result,
                    earned(points, result.measure()),
                    weights.getOrDefault(result.measure(), Rate.ZERO)))
            .toList();
    return new QualityScore(scored, composite, gate(composite));
  }

  private static OptionalInt earned(Map<String, Integer> points, String measure) {
    Integer earned = points.get(measure);
    return earned == null ? OptionalInt.empty() : OptionalInt.of(earned);
  }

  private Optional<Integer> points(MeasureResult result) {
    Contract.Measure asked = terms.get(result.measure());
    if (asked == null
        || result.denominator() == 0
        || result.denominator() < asked.minimumDenominator()) {
      return Optional.empty();
    }
    return MeasureType.of(result.measure())
        .map(type ->
            Attainment.points(result, asked.threshold(), asked.benchmark(), type.lowerIsBetter()));
  }

  private static Optional<Rate> composite(Map<String, Integer> points, Map<String, Rate> weights) {
    BigDecimal earned = BigDecimal.ZERO;
    BigDecimal whole = BigDecimal.ZERO;
    for (Map.Entry<String, Integer> entry : points.entrySet()) {
      BigDecimal weight = weights.getOrDefault(entry.getKey(), Rate.ZERO).value();
      earned = earned.add(weight.multiply(BigDecimal.valueOf(entry.getValue())));
      whole = whole.add(weight);
    }
    return whole.signum() == 0
        ? Optional.empty()
        : Optional.of(
            new Rate(earned.divide(whole.multiply(BigDecimal.TEN), MathContext.DECIMAL128)));
  }

  private QualityScore.Gate gate(Optional<Rate> composite) {
    if (composite.isEmpty()) {
      return QualityScore.Gate.UNKNOWN;
    }
    return composite.get().compareTo(gate) >= 0 ? QualityScore.Gate.MET : QualityScore.Gate.NOT_MET;
  }
}
