package io.corridor.portal.dashboard;

import io.corridor.common.money.Money;
import io.corridor.portal.dashboard.ContractFigures.Band;
import io.corridor.portal.dashboard.ContractFigures.Completion;
import io.corridor.portal.dashboard.ContractFigures.Month;
import io.corridor.portal.dashboard.ContractFigures.Period;
import io.corridor.portal.dashboard.ContractFigures.Projected;
import io.corridor.portal.shell.Format;
import io.corridor.portal.shell.svg.Drawing;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Budget left to spend and, on the same months, the running difference from budget with the
 * corridor. Months to come are planned at the last month's budget, dashed. Where the contract asks
 * for completion, cost is drawn with the claims that are still expected, and to the year's end
 * where it asks for a projection; else as received. The last three months with figures are greyed,
 * because their claims are still coming in.
 *
 * @param points months of the performance year in order, with figures as far as there are any
 * @param gateRate half-width of the corridor as a share of budget; null when it is not known
 * @param band where the cost of the completed months may lie; null when it is not known
 * @param projected cost of the year to its end; null when it is not projected
 */
public record BurnDown(
    List<Point> points,
    @Nullable BigDecimal gateRate,
    @Nullable Band band,
    @Nullable Projected projected) {

  /**
   * A month.
   *
   * @param month the month
   * @param budget budget of the months up to it, planned ones included
   * @param counted counted cost up to it; null when it has not begun
   * @param completed cost up to it with late claims; null when it, or a month before, is not
   *     completed
   * @param received share of the month's own cost received so far; null when it is not known
   */
  public record Point(
      YearMonth month,
      Money budget,
      @Nullable Money counted,
      @Nullable Money completed,
      @Nullable BigDecimal received) {

    /** Running difference on the claims received; positive is under budget. */
    @Nullable Money difference() {
      return counted == null ? null : budget.minus(counted);
    }

    /** Running difference with late claims; positive is under budget. */
    @Nullable Money expected() {
      return completed == null ? null : budget.minus(completed);
    }
  }

  /** A row of the table beneath; what is not known of a month is a dash. */
  public record Line(
      String month,
      String budget,
      String counted,
      String difference,
      String running,
      String completed,
      String received) {}

  /** How many months are still filling in. */
  static final int IMMATURE = 3;

  /** Keeps its own copy. */
  public BurnDown {
    points = List.copyOf(points);
  }

  /** The months of a year from the figures so far. */
  public static BurnDown of(
      ContractFigures figures, List<YearMonth> year, @Nullable BigDecimal gateRate) {
    List<Point> points = new ArrayList<>();
    Money budget = Money.ZERO;
    Money counted = Money.ZERO;
    Money latest = Money.ZERO;
    Money completed = Money.ZERO;
    for (YearMonth month : year) {
      Month known =
          figures.months().stream()
              .filter(candidate -> candidate.month().equals(month))
              .findFirst()
              .orElse(null);
      Completion completion = known == null ? null : known.amounts().completion();
      if (known != null) {
        latest = known.amounts().budget();
        counted = counted.plus(known.amounts().counted());
      }
      budget = budget.plus(latest);
      completed =
          completed == null || completion == null ? null : completed.plus(completion.completed());
      points.add(
          new Point(
              month,
              budget,
              known == null ? null : counted,
              completed,
              completion == null ? null : completion.received()));
    }
    Period whole = figures.year();
    Completion completion = whole == null ? null : whole.completion();
    return completion == null
        ? new BurnDown(points, gateRate, null, null)
        : new BurnDown(points, gateRate, completion.band(), completion.projected());
  }

  /** How many months have figures. */
  int known() {
    return (int) points.stream().filter(point -> point.counted() != null).count();
  }

  /** How many months, from the first on, are completed. */
  int completed() {
    return (int) points.stream().filter(point -> point.completed() != null).count();
  }

  /** True when cost is drawn with the claims that are still expected. */
  public boolean completes() {
    return completed() > 0;
  }

  /** Budget of the whole year, months to come as planned. */
  Money total() {
    return points.getLast().budget();
  }

  /** Difference from budget with late claims in the last completed month; null without one. */
  @Nullable Money expected() {
    return completes() ? points.get(completed() - 1).expected() : null;
  }

  /** Difference from the planned budget at the year's end; null when it is not projected. */
  @Nullable Money expectedAtEnd() {
    return projected == null ? null : total().minus(projected.cost());
  }

  /** Where that difference may lie, the smaller one first; null when it is not known. */
  @Nullable Band savingsAtEnd() {
    Band cost = projected == null ? null : projected.band();
    return cost == null ? null : new Band(total().minus(cost.high()), total().minus(cost.low()));
  }

  /** True when there is something to draw. */
  public boolean drawable() {
    return known() > 0 && total().cents() > 0;
  }

  /** What the blue lines are. */
  public String figcaption() {
    if (!completes()) {
      return "Solid blue: counted cost on the claims received so far; late claims are not estimated.";
    }
    return "Solid blue: counted cost with the late claims that are expected; dotted: on the claims"
        + " received so far."
        + (projected == null
            ? ""
            : " Dashed: to the year’s end at the pace of the mature months; the shade is where it"
                + " may lie.");
  }

  /** The wide drawing. */
  public Drawing wide() {
    return new BurnDownDrawing(this, false).draw();
  }

  /** A narrower drawing of its own, with one letter a month. */
  public Drawing narrow() {
    return new BurnDownDrawing(this, true).draw();
  }

  /** The numbers, for the table beneath. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    Money before = Money.ZERO;
    Money countedBefore = Money.ZERO;
    Money completedBefore = Money.ZERO;
    for (Point point : points) {
      Money counted = point.counted();
      if (counted == null) {
        break;
      }
      Money budget = point.budget().minus(before);
      Money cost = counted.minus(countedBefore);
      Money completed = point.completed();
      lines.add(
          new Line(
              Format.month(point.month()),
              Format.dollars(budget),
              Format.dollars(cost),
              signedDollars(budget.minus(cost)),
              signedDollars(point.budget().minus(counted)),
              completed == null ? Format.UNKNOWN : Format.dollars(completed.minus(completedBefore)),
              Format.percent(point.received())));
      before = point.budget();
      countedBefore = counted;
      completedBefore = completed == null ? completedBefore : completed;
    }
    return lines;
  }

  private static String signedDollars(Money money) {
    return (money.cents() > 0 ? "+" : "") + Format.dollars(money);
  }
}
