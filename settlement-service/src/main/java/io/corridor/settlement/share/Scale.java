package io.corridor.settlement.share;

import static io.corridor.common.rules.Workings.DIGITS;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * A piecewise linear scale of the terms: straight between its points, level beyond its ends. As a
 * formula: {@code interpolate(x, x1, y1, x2, y2, …)}.
 *
 * @param points points in ascending order, at least one
 */
public record Scale(List<Point> points) {

  /**
   * A point of a scale.
   *
   * @param at position
   * @param value value there
   */
  public record Point(Rate at, Rate value) {}

  /** Rejects a scale that is empty or does not ascend. */
  public Scale {
    points = List.copyOf(points);
    Check.that(!points.isEmpty(), "a scale must have a point");
    for (int i = 1; i < points.size(); i++) {
      Check.that(
          points.get(i - 1).at().compareTo(points.get(i).at()) < 0,
          "the points of a scale must ascend");
    }
  }

  /** The value at a position, with the scale in the formula. */
  public Expression at(Expression position) {
    List<BigDecimal> numbers =
        points.stream()
            .flatMap(point -> Stream.of(point.at().value(), point.value().value()))
            .toList();
    return position.through("interpolate", numbers, valueAt(position.value()));
  }

  private BigDecimal valueAt(BigDecimal position) {
    if (position.compareTo(points.getFirst().at().value()) <= 0) {
      return points.getFirst().value().value();
    }
    for (int i = 1; i < points.size(); i++) {
      if (position.compareTo(points.get(i).at().value()) <= 0) {
        return between(points.get(i - 1), points.get(i), position);
      }
    }
    return points.getLast().value().value();
  }

  private static BigDecimal between(Point from, Point to, BigDecimal position) {
    BigDecimal rise = to.value().value().subtract(from.value().value(), DIGITS);
    BigDecimal along = position.subtract(from.at().value(), DIGITS);
    BigDecimal width = to.at().value().subtract(from.at().value(), DIGITS);
    return from.value().value().add(rise.multiply(along, DIGITS).divide(width, DIGITS), DIGITS);
  }

  /** True if the value never falls from one point to the next. */
  public boolean neverFalls() {
    return ordered(1);
  }

  /** True if the value never rises from one point to the next. */
  public boolean neverRises() {
    return ordered(-1);
  }

  private boolean ordered(int direction) {
    for (int i = 1; i < points.size(); i++) {
      int step = points.get(i).value().compareTo(points.get(i - 1).value());
      if (step * direction < 0) {
        return false;
      }
    }
    return true;
  }
}
