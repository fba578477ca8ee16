package io.corridor.portal.dashboard;

import io.corridor.common.money.Money;
import io.corridor.portal.dashboard.ContractFigures.Month;
import io.corridor.portal.shell.Format;
import io.corridor.portal.shell.svg.Drawing;
import io.corridor.portal.shell.svg.Scale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Budget left to spend and, on the same months, the running difference from budget with the
 * corridor. Months to come are planned at the last month's budget, dashed; cost is never projected
 * here. The last three months with figures are greyed, because their claims are still coming in.
 *
 * @param points months of the performance year in order, with figures as far as there are any
 * @param gateRate half-width of the corridor as a share of budget; null when it is not known
 */
public record BurnDown(List<Point> points, @Nullable BigDecimal gateRate) {

  /**
   * A month.
   *
   * @param month the month
   * @param budget budget of the months up to it, planned ones included
   * @param counted counted cost up to it; null when it has not begun
   */
  public record Point(YearMonth month, Money budget, @Nullable Money counted) {

    /** Running difference; positive is under budget. */
    @Nullable Money difference() {
      return counted == null ? null : budget.minus(counted);
    }
  }

  /** A row of the table beneath. */
  public record Line(
      String month, String budget, String counted, String difference, String running) {}

  /** How many months are still filling in. */
  static final int IMMATURE = 3;

  private static final long TOP = 340;
  private static final long PANEL = 1780;
  private static final long SECOND = 2860;

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
    for (YearMonth month : year) {
      Month known =
          figures.months().stream()
              .filter(candidate -> candidate.month().equals(month))
              .findFirst()
              .orElse(null);
      if (known != null) {
        latest = known.amounts().budget();
        counted = counted.plus(known.amounts().counted());
      }
      budget = budget.plus(latest);
      points.add(new Point(month, budget, known == null ? null : counted));
    }
    return new BurnDown(points, gateRate);
  }

  private int known() {
    return (int) points.stream().filter(point -> point.counted() != null).count();
  }

  /** True when there is something to draw. */
  public boolean drawable() {
    return known() > 0 && points.getLast().budget().cents() > 0;
  }

  /** The wide drawing. */
  public Drawing wide() {
    return draw(760, 540, 1500, 5560, false);
  }

  /** A narrower drawing of its own, with one letter a month. */
  public Drawing narrow() {
    return draw(340, 440, 180, 5640, true);
  }

  private Drawing draw(int width, long left, long rightMargin, long height, boolean narrow) {
    Drawing drawing = new Drawing(width, (int) (height / 10));
    Scale months = new Scale(0, points.size(), left, width * 10L - rightMargin);
    int first = Math.max(0, known() - IMMATURE);
    long muteFrom = months.at(first);
    long muteWidth = months.at(known()) - muteFrom;
    drawing.rect("g-mute", muteFrom, TOP, muteWidth, PANEL);
    drawing.rect("g-mute", muteFrom, SECOND, muteWidth, narrow ? 2200 : 2060);
    left(drawing, months, left, narrow);
    difference(drawing, months, left, narrow);
    labels(drawing, months, narrow);
    return drawing;
  }

  private void left(Drawing drawing, Scale months, long left, boolean narrow) {
    Money total = points.getLast().budget();
    long step = Scale.step(total.cents(), 4);
    long most = -Math.floorDiv(-total.cents(), step) * step;
    long most1 = total.cents();
    long least = 0;
    for (Point point : points) {
      Money counted = point.counted();
      least = counted == null ? least : Math.min(least, most1 - counted.cents());
    }
    long bottom = Math.floorDiv(least, step) * step;
    Scale dollars = new Scale(bottom, most, TOP + PANEL, TOP);
    drawing.text(
        "t-b", 0, 160, narrow ? "Budget left, $ million" : "Budget left to spend, $ million");
    grid(drawing, dollars, bottom, most, step, left, months.at(points.size()), false);
    List<long[]> plan = new ArrayList<>();
    List<long[]> toCome = new ArrayList<>();
    List<long[]> cost = new ArrayList<>();
    plan.add(new long[] {months.at(0), dollars.at(total.cents())});
    cost.add(new long[] {months.at(0), dollars.at(total.cents())});
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      long[] at = {months.at(i + 1), dollars.at(total.cents() - point.budget().cents())};
      (i < known() ? plan : toCome).add(at);
      Money counted = point.counted();
      if (counted != null) {
        cost.add(new long[] {months.at(i + 1), dollars.at(total.cents() - counted.cents())});
      }
    }
    toCome.addFirst(plan.getLast());
    drawing.polyline("l-bud", plan);
    drawing.polyline("l-bud l-plan", toCome);
    drawing.polyline("l-est", cost);
    long[] end = cost.getLast();
    Money leftNow = total.minus(lastCounted());
    if (narrow) {
      drawing.text("t-blue end", months.at(points.size()), TOP - 60, millions(leftNow) + " left");
    } else {
      drawing.text(
          "t-blue",
          months.at(points.size()) + 100,
          Math.max(TOP + 60, end[1]),
          millions(leftNow) + " left now");
      drawing.text("t-m", months.at(points.size()) + 100, TOP + PANEL + 50, "Budget plan: 0");
      drawing.text(
          "mid t-s t-m",
          (months.at(Math.max(0, known() - IMMATURE)) + months.at(known())) / 2,
          TOP + 150,
          "still filling in");
    }
  }

  private Money lastCounted() {
    Money last = Money.ZERO;
    for (Point point : points) {
      last = point.counted() == null ? last : point.counted();
    }
    return last;
  }

  private void difference(Drawing drawing, Scale months, long left, boolean narrow) {
    long reach = 1;
    for (Point point : points) {
      Money difference = point.difference();
      reach = Math.max(reach, gate(point).cents());
      reach = difference == null ? reach : Math.max(reach, Math.abs(difference.cents()));
    }
    long step = Scale.step(reach, 3);
    long most = -Math.floorDiv(-reach, step) * step;
    long height = narrow ? 2200 : 2060;
    Scale dollars = new Scale(-most, most, SECOND + height, SECOND);
    drawing.text(
        "t-b",
        0,
        SECOND - 180,
        narrow
            ? "Under (+) or over (−), $ million"
            : "Under (+) or over (−) budget, running total, $ million");
    corridor(drawing, months, dollars);
    grid(drawing, dollars, -most, most, step, left, months.at(points.size()), true);
    List<long[]> line = new ArrayList<>();
    line.add(new long[] {months.at(0), dollars.at(0)});
    int number = 0;
    for (Point point : points) {
      Money difference = point.difference();
      number++;
      if (difference != null) {
        line.add(new long[] {months.at(number), dollars.at(difference.cents())});
      }
    }
    drawing.polyline("l-est", line);
    for (int i = 1; i < line.size(); i++) {
      boolean open = i > known() - IMMATURE;
      drawing.circle(open ? "p-est" : "p-sol", line.get(i)[0], line.get(i)[1], open ? 40 : 32);
    }
    ends(drawing, months, dollars, line.getLast(), narrow);
  }

  private void corridor(Drawing drawing, Scale months, Scale dollars) {
    if (gateRate == null) {
      return;
    }
    List<long[]> up = new ArrayList<>();
    List<long[]> down = new ArrayList<>();
    up.add(new long[] {months.at(0), dollars.at(0)});
    down.add(new long[] {months.at(0), dollars.at(0)});
    int number = 0;
    for (Point point : points) {
      number++;
      up.add(new long[] {months.at(number), dollars.at(gate(point).cents())});
      down.add(new long[] {months.at(number), dollars.at(-gate(point).cents())});
    }
    List<long[]> wedge = new ArrayList<>(up);
    wedge.addAll(down.reversed());
    drawing.area("g-corr", wedge);
    drawing.polyline("g-corrl", up);
    drawing.polyline("g-corrl", down);
  }

  private void ends(Drawing drawing, Scale months, Scale dollars, long[] end, boolean narrow) {
    Point last = points.get(known() - 1);
    Money difference = last.difference();
    String now = difference == null ? "" : signedMillions(difference) + " so far";
    long x = months.at(points.size());
    if (narrow) {
      long y = end[1] < dollars.at(0) ? end[1] - 110 : end[1] + 200;
      boolean right = end[0] > 1700;
      drawing.text(right ? "t-blue end" : "t-blue", right ? end[0] + 60 : end[0], y, now);
      drawing.text("t-s end", x - 60, dollars.at(0) + 150, corridorWords());
      if (gateRate != null) {
        String gates = "gates ±" + millions(gate(points.getLast()));
        drawing.text("t-s end", x - 60, dollars.at(0) + 310, gates);
      }
      return;
    }
    drawing.text("t-blue t-l", x + 120, end[1] + 45, now);
    if (gateRate != null) {
      long up = dollars.at(gate(points.getLast()).cents());
      long down = dollars.at(-gate(points.getLast()).cents());
      drawing.text(
          "t-s",
          x + 120,
          apart(up + 40, end[1] + 45),
          "savings gate " + signedMillions(gate(points.getLast())));
      drawing.text(
          "t-s",
          x + 120,
          apart(down + 40, end[1] + 45),
          "loss gate " + signedMillions(gate(points.getLast()).negated()));
      drawing.text(
          "t-s", months.at(points.size() * 2L / 3) - 200, dollars.at(0) + 170, corridorWords());
    }
  }

  /** Keeps a label from lying on another one. */
  private static long apart(long y, long other) {
    return Math.abs(y - other) >= 180 ? y : y < other ? other - 180 : other + 180;
  }

  private String corridorWords() {
    return gateRate == null ? "" : "Corridor ±" + Format.percentPlain(gateRate);
  }

  private Money gate(Point point) {
    return gateRate == null
        ? Money.ZERO
        : Money.of(point.budget().dollars().multiply(gateRate).setScale(2, RoundingMode.HALF_UP));
  }

  private static void grid(
      Drawing drawing,
      Scale dollars,
      long from,
      long to,
      long step,
      long left,
      long right,
      boolean signed) {
    int digits = Math.max(0, BigDecimal.valueOf(step, 8).stripTrailingZeros().scale());
    for (long at = from; at <= to; at += step) {
      drawing.line(at == 0 ? "g-axis" : "g-line", left, dollars.at(at), right, dollars.at(at));
      String text = Format.number(BigDecimal.valueOf(at, 8), digits);
      drawing.text("end t-m", left - 80, dollars.at(at) + 45, signed && at > 0 ? "+" + text : text);
    }
  }

  private void labels(Drawing drawing, Scale months, boolean narrow) {
    long y = narrow ? 5250 : 5130;
    int first = known() - IMMATURE;
    for (int i = 0; i < points.size(); i++) {
      YearMonth month = points.get(i).month();
      long x = (months.at(i) + months.at(i + 1)) / 2;
      String name =
          narrow
              ? month.getMonth().getDisplayName(TextStyle.NARROW, Locale.US)
              : Format.monthName(month);
      drawing.text(
          narrow ? "mid t-m t-s" : i >= first && i < known() ? "mid t-b" : "mid", x, y, name);
    }
    if (narrow) {
      drawing.text("t-s t-m", 0, y + 240, "Grey: claims of these months still come in");
    } else {
      drawing.text(
          "t-s t-m",
          540,
          y + 220,
          "Share of claims received: not known yet. Grey months still move.");
    }
  }

  private static String millions(Money money) {
    BigDecimal millions = money.dollars().movePointLeft(6);
    return Format.number(millions, millions.abs().compareTo(BigDecimal.TEN) < 0 ? 2 : 1);
  }

  private static String signedMillions(Money money) {
    return (money.cents() > 0 ? "+" : "") + millions(money);
  }

  /** The numbers, for the table beneath. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    Money before = Money.ZERO;
    Money beforeCost = Money.ZERO;
    for (Point point : points) {
      Money counted = point.counted();
      if (counted == null) {
        break;
      }
      Money budget = point.budget().minus(before);
      Money cost = counted.minus(beforeCost);
      lines.add(
          new Line(
              Format.month(point.month()),
              Format.dollars(budget),
              Format.dollars(cost),
              signedDollars(budget.minus(cost)),
              signedDollars(point.budget().minus(counted))));
      before = point.budget();
      beforeCost = counted;
    }
    return lines;
  }

  private static String signedDollars(Money money) {
    return (money.cents() > 0 ? "+" : "") + Format.dollars(money);
  }
}
