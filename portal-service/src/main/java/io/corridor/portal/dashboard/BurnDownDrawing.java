package io.corridor.portal.dashboard;

import io.corridor.common.money.Money;
import io.corridor.portal.dashboard.BurnDown.Point;
import io.corridor.portal.dashboard.ContractFigures.Band;
import io.corridor.portal.dashboard.ContractFigures.Projected;
import io.corridor.portal.shell.Format;
import io.corridor.portal.shell.svg.Drawing;
import io.corridor.portal.shell.svg.Scale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A burn-down as a drawing of two panels on the same months; places are tenths of a pixel. */
final class BurnDownDrawing {

  private static final long TOP = 340;
  private static final long PANEL = 1780;
  private static final long SECOND = 2860;

  private final BurnDown burnDown;
  private final List<Point> points;
  private final boolean narrow;
  private final long second;
  private final long left;
  private final Scale months;
  private final Drawing drawing;

  BurnDownDrawing(BurnDown burnDown, boolean narrow) {
    this.burnDown = burnDown;
    this.points = burnDown.points();
    this.narrow = narrow;
    this.second = narrow ? 2200 : 2060;
    this.left = narrow ? 440 : 540;
    int width = narrow ? 340 : 760;
    this.months = new Scale(0, points.size(), left, width * 10L - (narrow ? 180 : 1500));
    this.drawing = new Drawing(width, narrow ? 564 : 556);
  }

  Drawing draw() {
    int first = Math.max(0, burnDown.known() - BurnDown.IMMATURE);
    long muteFrom = months.at(first);
    long muteWidth = months.at(burnDown.known()) - muteFrom;
    drawing.rect("g-mute", muteFrom, TOP, muteWidth, PANEL);
    drawing.rect("g-mute", muteFrom, SECOND, muteWidth, second);
    budgetLeft();
    difference();
    labels();
    return drawing;
  }

  private void budgetLeft() {
    Money total = burnDown.total();
    long step = Scale.step(total.cents(), 4);
    long most = -Math.floorDiv(-total.cents(), step) * step;
    long least = 0;
    for (Money cost : costs()) {
      least = Math.min(least, total.minus(cost).cents());
    }
    long bottom = Math.floorDiv(least, step) * step;
    Scale dollars = new Scale(bottom, most, TOP + PANEL, TOP);
    drawing.text(
        "t-b", 0, 160, narrow ? "Budget left, $ million" : "Budget left to spend, $ million");
    grid(dollars, bottom, most, step, false);
    Panel panel = new Panel(dollars, total, (point, cost) -> total.minus(cost));
    List<long[]> plan = line(panel, Point::budget);
    drawing.polyline("l-bud", plan.subList(0, burnDown.known() + 1));
    drawing.polyline("l-bud l-plan", plan.subList(burnDown.known(), plan.size()));
    leftNow(total, dollars.at(0), cost(panel).getLast());
  }

  private void leftNow(Money total, long plan, long[] end) {
    Money leftNow = total.minus(costs().stream().reduce((first, last) -> last).orElse(Money.ZERO));
    String words =
        millions(leftNow) + (burnDown.projected() == null ? " left now" : " left at end");
    if (narrow) {
      drawing.text("t-blue end", months.at(points.size()), TOP - 60, words);
      return;
    }
    long y = Math.max(TOP + 60, end[1] + 45);
    drawing.text("t-blue", months.at(points.size()) + 100, y, words);
    drawing.text("t-m", months.at(points.size()) + 100, clear(plan + 45, y, 180), "Budget plan: 0");
    drawing.text(
        "mid t-s t-m",
        (months.at(Math.max(0, burnDown.known() - BurnDown.IMMATURE)) + months.at(burnDown.known()))
            / 2,
        TOP + 150,
        "still filling in");
  }

  /** Costs that are drawn, ascending by month, the one at the year's end last. */
  private List<Money> costs() {
    List<Money> costs = new ArrayList<>();
    for (Point point : points) {
      Money cost = burnDown.completes() ? point.completed() : point.counted();
      if (cost != null) {
        costs.add(cost);
      }
    }
    Projected projected = burnDown.projected();
    if (projected != null) {
      costs.add(projected.cost());
    }
    return costs;
  }

  private void difference() {
    long reach = 1;
    for (Point point : points) {
      reach = Math.max(reach, gate(point).cents());
      reach = Math.max(reach, size(point.difference()));
      reach = Math.max(reach, size(point.expected()));
    }
    reach = Math.max(reach, size(burnDown.expectedAtEnd()));
    long step = Scale.step(reach, 3);
    long most = -Math.floorDiv(-reach, step) * step;
    Scale dollars = new Scale(-most, most, SECOND + second, SECOND);
    drawing.text(
        "t-b",
        0,
        SECOND - 180,
        narrow
            ? "Under (+) or over (−), $ million"
            : "Under (+) or over (−) budget, running total, $ million");
    corridor(dollars);
    grid(dollars, -most, most, step, true);
    List<long[]> line =
        cost(new Panel(dollars, Money.ZERO, (point, cost) -> point.budget().minus(cost)));
    int drawn = burnDown.completes() ? burnDown.completed() : burnDown.known();
    for (int i = 1; i <= drawn; i++) {
      boolean open = i > burnDown.known() - BurnDown.IMMATURE;
      drawing.circle(open ? "p-est" : "p-sol", line.get(i)[0], line.get(i)[1], open ? 40 : 32);
    }
    ends(dollars, line.getLast());
  }

  private static long size(@Nullable Money money) {
    return money == null ? 0 : Math.abs(money.cents());
  }

  /**
   * One of the two panels.
   *
   * @param dollars its scale
   * @param begin what stands at the year's begin
   * @param value what stands for a cost up to a month
   */
  private record Panel(Scale dollars, Money begin, BiFunction<Point, Money, Money> value) {}

  /**
   * The line of cost: solid with late claims, dashed to the year's end, and what was received
   * dotted beside it; without completion what was received, solid.
   *
   * @return its places
   */
  private List<long[]> cost(Panel panel) {
    List<long[]> counted = line(panel, Point::counted);
    if (!burnDown.completes()) {
      drawing.polyline("l-est", counted);
      return counted;
    }
    List<long[]> completed = line(panel, Point::completed);
    List<long[]> whole = new ArrayList<>(completed);
    Projected projected = burnDown.projected();
    if (projected != null) {
      long[] end = place(panel, points.size(), projected.cost());
      band(panel, projected.band());
      drawing.polyline("l-proj", List.of(completed.getLast(), end));
      whole.add(end);
    }
    drawing.polyline("l-paid", counted);
    drawing.polyline("l-est", completed);
    return whole;
  }

  /** Where the cost may lie, from the last completed month to the year's end. */
  private void band(Panel panel, @Nullable Band end) {
    Band now = burnDown.band();
    if (end == null || now == null) {
      return;
    }
    int last = burnDown.completed();
    drawing.area(
        "a-band",
        List.of(
            place(panel, last, now.low()),
            place(panel, points.size(), end.low()),
            place(panel, points.size(), end.high()),
            place(panel, last, now.high())));
  }

  private List<long[]> line(Panel panel, Function<Point, @Nullable Money> cost) {
    List<long[]> line = new ArrayList<>();
    line.add(new long[] {months.at(0), at(panel.dollars(), panel.begin())});
    for (int i = 0; i < points.size(); i++) {
      Money money = cost.apply(points.get(i));
      if (money != null) {
        line.add(place(panel, i + 1, money));
      }
    }
    return line;
  }

  /** The place of a cost at the end of a month, counted from 1. */
  private long[] place(Panel panel, int month, Money cost) {
    Money value = panel.value().apply(points.get(month - 1), cost);
    return new long[] {months.at(month), at(panel.dollars(), value)};
  }

  /** A place inside the panel: a band may reach farther than the scale. */
  private static long at(Scale dollars, Money money) {
    return dollars.at(Math.clamp(money.cents(), dollars.valueFrom(), dollars.valueTo()));
  }

  private void corridor(Scale dollars) {
    if (burnDown.gateRate() == null) {
      return;
    }
    List<long[]> up = line(new Panel(dollars, Money.ZERO, (point, gate) -> gate), this::gate);
    List<long[]> down =
        line(new Panel(dollars, Money.ZERO, (point, gate) -> gate.negated()), this::gate);
    List<long[]> wedge = new ArrayList<>(up);
    wedge.addAll(down.reversed());
    drawing.area("g-corr", wedge);
    drawing.polyline("g-corrl", up);
    drawing.polyline("g-corrl", down);
  }

  private void ends(Scale dollars, long[] end) {
    long x = months.at(points.size());
    boolean over = end[1] > dollars.at(0);
    if (narrow) {
      boolean right = end[0] > 1700;
      drawing.text(
          right ? "t-blue end" : "t-blue",
          right ? end[0] + 60 : end[0],
          over ? end[1] + 200 : end[1] - 110,
          finding());
      long y = dollars.at(0) + (over ? -260 : 150);
      drawing.text("t-s end", x - 60, y, corridorWords());
      if (burnDown.gateRate() != null) {
        String gates = "gates ±" + millions(gate(points.getLast()));
        drawing.text("t-s end", x - 60, y + 160, gates);
      }
      return;
    }
    drawing.text("t-blue t-l", x + 120, end[1] + 45, finding());
    Band savings = burnDown.savingsAtEnd();
    if (savings != null) {
      drawing.text(
          "t-s",
          x + 120,
          end[1] + 215,
          signedMillions(savings.low()) + " to " + signedMillions(savings.high()));
    }
    if (burnDown.gateRate() != null) {
      gates(dollars, end[1] + 45);
      long y = dollars.at(0) + (over ? -90 : 170);
      drawing.text("t-s", months.at(points.size() * 2L / 3) - 200, y, corridorWords());
    }
  }

  /** Both gates' labels beside their lines, clear of each other and of the finding. */
  private void gates(Scale dollars, long finding) {
    long x = months.at(points.size()) + 120;
    Money gate = gate(points.getLast());
    long beneath = burnDown.savingsAtEnd() == null ? 180 : 350;
    long up = clear(dollars.at(gate.cents()) + 40, finding, beneath);
    long down = clear(Math.max(dollars.at(-gate.cents()) + 40, up + 180), finding, beneath);
    drawing.text("t-s", x, up, "savings gate " + signedMillions(gate));
    drawing.text("t-s", x, down, "loss gate " + signedMillions(gate.negated()));
  }

  /** The last figure of the line of cost, in words. */
  private String finding() {
    Money end = burnDown.expectedAtEnd();
    if (end != null) {
      return signedMillions(end) + " projected";
    }
    Money expected = burnDown.expected();
    if (expected != null) {
      return signedMillions(expected) + " expected";
    }
    Money difference = points.get(burnDown.known() - 1).difference();
    return difference == null ? "" : signedMillions(difference) + " so far";
  }

  /** Keeps a label from lying on another one, whose text goes on beneath it for a while. */
  private static long clear(long y, long other, long beneath) {
    return y < other ? Math.min(y, other - 180) : Math.max(y, other + beneath);
  }

  private String corridorWords() {
    return burnDown.gateRate() == null
        ? ""
        : "Corridor ±" + Format.percentPlain(burnDown.gateRate());
  }

  private Money gate(Point point) {
    BigDecimal rate = burnDown.gateRate();
    return rate == null
        ? Money.ZERO
        : Money.of(point.budget().dollars().multiply(rate).setScale(2, RoundingMode.HALF_UP));
  }

  private void grid(Scale dollars, long from, long to, long step, boolean signed) {
    long right = months.at(points.size());
    int digits = Math.max(0, BigDecimal.valueOf(step, 8).stripTrailingZeros().scale());
    for (long at = from; at <= to; at += step) {
      drawing.line(at == 0 ? "g-axis" : "g-line", left, dollars.at(at), right, dollars.at(at));
      String text = Format.number(BigDecimal.valueOf(at, 8), digits);
      drawing.text("end t-m", left - 80, dollars.at(at) + 45, signed && at > 0 ? "+" + text : text);
    }
  }

  private void labels() {
    long y = narrow ? 5250 : 5130;
    int known = burnDown.known();
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      long x = (months.at(i) + months.at(i + 1)) / 2;
      String name =
          narrow
              ? point.month().getMonth().getDisplayName(TextStyle.NARROW, Locale.US)
              : Format.monthName(point.month());
      boolean open = i >= known - BurnDown.IMMATURE && i < known;
      drawing.text(narrow ? "mid t-m t-s" : open ? "mid t-b" : "mid", x, y, name);
      if (!narrow && point.received() != null) {
        String share = Format.number(point.received().movePointRight(2), 0) + "%";
        drawing.text("mid t-s t-m", x, y + 180, share);
      }
    }
    if (narrow) {
      drawing.text("t-s t-m", 0, y + 240, "Grey: claims of these months still come in");
    } else if (burnDown.completes()) {
      drawing.text(
          "t-s t-m", 540, y + 370, "Share of cost received so far. Grey months still move.");
    } else {
      drawing.text(
          "t-s t-m", 540, y + 220, "Share of claims received: not known. Grey months still move.");
    }
  }

  private static String millions(Money money) {
    BigDecimal millions = money.dollars().movePointLeft(6);
    return Format.number(millions, millions.abs().compareTo(BigDecimal.TEN) < 0 ? 2 : 1);
  }

  private static String signedMillions(Money money) {
    return (money.cents() > 0 ? "+" : "") + millions(money);
  }
}
