package io.corridor.settlement.share;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One side of a risk corridor (settlement.md 5 b): bands of the margin as a part of the benchmark,
 * each with its share. The margin is shared band by band, never at one rate on the whole, so the
 * payment has no step. Gains and losses may have different bands; a side without bands shares
 * nothing.
 *
 * @param bands bands from zero upwards, each beginning where the one before ends
 */
public record Corridor(List<Band> bands) {

  /** A side that shares nothing. */
  public static final Corridor NONE = new Corridor(List.of());

  /**
   * A band.
   *
   * @param from where it begins, as a part of the benchmark
   * @param until where it ends; null if it has no end
   * @param share part of the margin inside it that is shared
   */
  public record Band(Rate from, @Nullable Rate until, Rate share) {

    /** Rejects a band that is empty or reversed, or a share outside zero to one. */
    public Band {
      Check.share("the share of a corridor band", share);
      Check.that(until == null || from.compareTo(until) < 0, "a corridor band must not be empty");
    }
  }

  /** Rejects bands that overlap or leave a gap. */
  public Corridor {
    bands = List.copyOf(bands);
    Rate edge = Rate.ZERO;
    for (Band band : bands) {
      Check.that(
          edge != null && band.from().equals(edge),
          "corridor bands must begin at 0 and follow one another without gap or overlap");
      edge = band.until();
    }
  }

  /**
   * What is shared of a margin.
   *
   * @param side name of the side, which the steps bear
   * @param margin margin of this side, not negative
   * @param benchmark benchmark whose parts are the bands' edges, not negative
   */
  public Expression shared(
      Calculation steps, String side, String rule, Expression margin, Expression benchmark) {
    List<Expression> parts = new ArrayList<>();
    for (int i = 0; i < bands.size(); i++) {
      String name = side + ".band" + (i + 1);
      Expression inside = inside(bands.get(i), name, margin, benchmark);
      Expression share = Expression.named(name + ".share", bands.get(i).share());
      parts.add(steps.step(name, rule, inside.times(share)));
    }
    if (endsBefore(margin, benchmark)) {
      steps.limitedBy(Limit.CORRIDOR_END);
    }
    return Expression.sum(parts);
  }

  private static Expression inside(
      Band band, String name, Expression margin, Expression benchmark) {
    Expression start = Expression.named(name + ".from", band.from()).times(benchmark);
    Rate until = band.until();
    Expression reached =
        until == null
            ? margin
            : margin.min(Expression.named(name + ".until", until).times(benchmark));
    return reached.minus(start).atLeastZero();
  }

  private boolean endsBefore(Expression margin, Expression benchmark) {
    Rate end = bands.isEmpty() ? null : bands.getLast().until();
    return end != null && margin.value().compareTo(end.value().multiply(benchmark.value())) > 0;
  }
}
