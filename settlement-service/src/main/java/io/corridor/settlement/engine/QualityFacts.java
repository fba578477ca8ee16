package io.corridor.settlement.engine;

import io.corridor.common.money.Rate;
import io.corridor.settlement.estimate.QualityResult;
import io.corridor.settlement.estimate.QualityResult.Gate;
import io.corridor.settlement.share.Check;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The quality score of a level, with the measures behind it.
 *
 * @param score gate and composite, as published and exact
 * @param gateAt composite that the contract asks for; null without a quality programme
 * @param measures measures of the programme, ascending by name
 */
public record QualityFacts(
    QualityResult score, @Nullable Rate gateAt, List<MeasureFacts> measures) {

  private static final int MOST_POINTS = 10;

  /**
   * Result of a measure.
   *
   * @param name measure
   * @param numerator cases that met it
   * @param denominator cases
   * @param factor what a case counts for in the rate: 1, or 12,000 where member months are the
   *     cases and the rate is a thousand years'
   * @param points points from 0 to 10; null while it is not reportable
   * @param weight weight in the composite
   * @param threshold rate from which it has points
   * @param benchmark rate from which it has all; below the threshold in an inverse measure
   */
  public record MeasureFacts(
      String name,
      long numerator,
      long denominator,
      long factor,
      @Nullable Integer points,
      Rate weight,
      Rate threshold,
      Rate benchmark) {

    /** Rejects impossible counts. */
    public MeasureFacts {
      Check.that(
          numerator >= 0 && denominator >= 0, "cases of measure " + name + " must not be negative");
    }

    /** True where less is better. */
    public boolean inverse() {
      return benchmark.compareTo(threshold) < 0;
    }

    /** Performance with 34 digits; empty without cases. */
    public Optional<Rate> rate() {
      return denominator == 0
          ? Optional.empty()
          : Optional.of(
              Rate.ratio(
                  BigDecimal.valueOf(numerator).multiply(BigDecimal.valueOf(factor)),
                  BigDecimal.valueOf(denominator)));
    }

    /** One case better; the same where none is left to win. */
    MeasureFacts oneBetter() {
      if (inverse() ? numerator == 0 : numerator >= denominator) {
        return this;
      }
      MeasureFacts better =
          new MeasureFacts(
              name,
              inverse() ? numerator - 1 : numerator + 1,
              denominator,
              factor,
              points,
              weight,
              threshold,
              benchmark);
      return points == null ? better : better.withPoints(better.attainment());
    }

    private MeasureFacts withPoints(int earned) {
      return new MeasureFacts(
          name, numerator, denominator, factor, earned, weight, threshold, benchmark);
    }

    /**
     * Attainment points (domain.md 3.5): all from the benchmark on, none below the threshold,
     * between them {@code round(9 (p - t) / (b - t) + 0.5)}, half up.
     */
    private int attainment() {
      BigDecimal cases = BigDecimal.valueOf(denominator);
      BigDecimal sign = inverse() ? BigDecimal.ONE.negate() : BigDecimal.ONE;
      BigDecimal met =
          BigDecimal.valueOf(numerator).multiply(BigDecimal.valueOf(factor)).multiply(sign);
      BigDecimal from = threshold.value().multiply(sign).multiply(cases);
      BigDecimal full = benchmark.value().multiply(sign).multiply(cases);
      if (met.compareTo(full) >= 0) {
        return MOST_POINTS;
      }
      if (met.compareTo(from) < 0) {
        return 0;
      }
      return BigDecimal.valueOf(MOST_POINTS - 1)
          .multiply(met.subtract(from))
          .divide(full.subtract(from), 0, RoundingMode.FLOOR)
          .add(BigDecimal.ONE)
          .intValueExact();
    }
  }

  /** Keeps its own copy. */
  public QualityFacts {
    measures = List.copyOf(measures);
  }

  /** No quality programme. */
  public static QualityFacts none() {
    return new QualityFacts(new QualityResult(Gate.NONE, null, null, null), null, List.of());
  }

  /** A score without measures behind it. */
  public static QualityFacts of(Gate gate, @Nullable Rate composite) {
    return new QualityFacts(new QualityResult(gate, composite, composite, null), null, List.of());
  }

  /** The same with another composite; the gate follows where it is known. */
  public QualityFacts withComposite(Rate composite) {
    Gate gate =
        gateAt == null ? score.gate() : composite.compareTo(gateAt) >= 0 ? Gate.MET : Gate.NOT_MET;
    return new QualityFacts(
        new QualityResult(gate, composite, composite, score.completeTo()), gateAt, measures);
  }

  /** The result of a measure. */
  public Optional<MeasureFacts> measure(String name) {
    return measures.stream().filter(measure -> measure.name().equals(name)).findFirst();
  }

  /** One case better in a measure, with its points, the composite and the gate. */
  QualityFacts withOneMoreNumerator(String name) {
    List<MeasureFacts> changed = new ArrayList<>();
    measures.forEach(
        measure -> changed.add(measure.name().equals(name) ? measure.oneBetter() : measure));
    if (changed.equals(measures)) {
      return this;
    }
    QualityFacts better = new QualityFacts(score, gateAt, changed);
    return composite(changed).map(better::withComposite).orElse(better);
  }

  /** Weighted points over ten, 34 digits; empty while nothing is reportable. */
  private static Optional<Rate> composite(List<MeasureFacts> measures) {
    Rate earned = Rate.ZERO;
    Rate whole = Rate.ZERO;
    for (MeasureFacts measure : measures) {
      Integer points = measure.points();
      if (points != null) {
        earned = earned.plus(measure.weight().times(Rate.of(points)));
        whole = whole.plus(measure.weight().times(Rate.of(MOST_POINTS)));
      }
    }
    return whole.isZero()
        ? Optional.empty()
        : Optional.of(Rate.ratio(earned.value(), whole.value()));
  }

  /** Business date that the score is complete to. */
  public @Nullable LocalDate completeTo() {
    return score.completeTo();
  }
}
