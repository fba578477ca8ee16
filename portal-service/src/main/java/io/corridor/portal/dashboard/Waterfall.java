package io.corridor.portal.dashboard;

import io.corridor.common.money.Money;
import io.corridor.portal.shell.Format;
import io.corridor.portal.shell.svg.Drawing;
import io.corridor.portal.shell.svg.Scale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From savings to payment: start, gates as pins, what is taken away, and the result, made from the
 * estimate's steps. Rows that did not bind stay and say so.
 *
 * @param rows rows from top to bottom
 */
public record Waterfall(List<Row> rows) {

  /** What a row draws. */
  public enum Kind {
    /** First and last bar. */
    TOTAL,
    /** Pin of a gate that is passed or not reached. */
    PIN_OK,
    /** Pin of a gate that is not met. */
    PIN_FAILED,
    /** Something taken away or given back. */
    CHANGE,
    /** Result, with its range. */
    RESULT
  }

  /**
   * A row.
   *
   * @param kind what it draws
   * @param label what it is
   * @param note small line below the label, or nothing
   * @param from amount before it
   * @param to amount after it
   * @param value what stands at the right
   */
  public record Row(Kind kind, String label, String note, Money from, Money to, String value) {}

  private static final long ROW = 460;
  private static final long BAR = 240;

  /** Keeps its own copy. */
  public Waterfall {
    rows = List.copyOf(rows);
  }

  /** The rows of an estimate; none when it is refused. */
  public static Waterfall of(EstimateView estimate) {
    Money expected = estimate.expected();
    if (estimate.refusal() != null || expected == null) {
      return new Waterfall(List.of());
    }
    List<Row> rows = new ArrayList<>();
    Money savings = estimate.savings();
    rows.add(
        new Row(
            Kind.TOTAL,
            savings.isNegative() ? "Cost over budget" : "Savings to date",
            "budget − cost",
            Money.ZERO,
            savings,
            millions(savings)));
    Money generated = money(estimate, "generated", savings);
    gate(rows, estimate, savings, generated);
    Money left =
        generated.isNegative()
            ? losses(rows, estimate, generated)
            : shared(rows, estimate, generated);
    cap(rows, estimate, left, expected);
    rows.add(
        new Row(
            Kind.RESULT,
            expected.isNegative() ? "Estimated amount owed" : "Estimated payment",
            "",
            Money.ZERO,
            expected,
            millions(expected)));
    return new Waterfall(rows);
  }

  private static void gate(List<Row> rows, EstimateView estimate, Money savings, Money generated) {
    String label = "Savings gate, " + Format.percentPlain(estimate.minimumRate());
    Money distance = estimate.distance();
    boolean counts = !generated.isZero() || savings.isZero();
    String note =
        distance == null
            ? ""
            : counts && !generated.isNegative()
                ? "passed by " + millions(distance)
                : generated.isNegative() ? "loss gate passed" : "not passed";
    rows.add(
        new Row(
            counts ? Kind.PIN_OK : Kind.PIN_FAILED,
            label,
            note,
            savings,
            savings,
            counts ? "passed" : "not met"));
    if (!counts) {
      rows.add(
          new Row(
              Kind.CHANGE,
              "Below the gate",
              "nothing is shared",
              savings,
              Money.ZERO,
              signed(Money.ZERO.minus(savings))));
    }
  }

  private static Money shared(List<Row> rows, EstimateView estimate, Money generated) {
    BigDecimal share = estimate.input("sharedSavings", "sharePercent").orElse(BigDecimal.ONE);
    Money afterShare = rounded(generated.dollars().multiply(share));
    rows.add(
        change(
            "Payer’s share, " + Format.percentPlain(BigDecimal.ONE.subtract(share)),
            "",
            generated,
            afterShare));
    Money afterQuality = money(estimate, "sharedSavings", afterShare);
    String score =
        estimate.qualityScore() == null
            ? "Quality, not known"
            : "Quality, score " + Format.number(estimate.qualityScore(), 2);
    String note =
        switch (estimate.qualityGate()) {
          case "NOT_MET" -> "gate not met";
          case "UNKNOWN" -> "assumed met";
          case "NONE" -> "no quality terms";
          default -> "";
        };
    rows.add(change(score, note, afterShare, afterQuality));
    return afterQuality;
  }

  private static Money losses(List<Row> rows, EstimateView estimate, Money generated) {
    BigDecimal share = estimate.input("sharedLosses", "lossSharePercent").orElse(BigDecimal.ONE);
    Money owed = money(estimate, "sharedLosses", generated.negated()).negated();
    rows.add(
        change(
            "Payer bears, " + Format.percentPlain(BigDecimal.ONE.subtract(share)),
            "",
            generated,
            owed));
    return owed;
  }

  private static void cap(List<Row> rows, EstimateView estimate, Money left, Money expected) {
    String step = left.isNegative() ? "lossCap" : "paymentCap";
    if (estimate.value(step).isEmpty()) {
      return;
    }
    String label =
        "Cap, "
            + Format.percentPlain(estimate.input(step, step + "Percent").orElse(null))
            + " of budget";
    rows.add(
        left.equals(expected)
            ? new Row(Kind.PIN_OK, label, "not reached", left, left, "0.00")
            : change(label, "reached", left, expected));
  }

  private static Row change(String label, String note, Money from, Money to) {
    Money difference = to.minus(from);
    return new Row(
        Kind.CHANGE, label, note, from, to, difference.isZero() ? "0.00" : signed(difference));
  }

  private static Money money(EstimateView estimate, String step, Money otherwise) {
    return estimate.value(step).map(Waterfall::rounded).orElse(otherwise);
  }

  private static Money rounded(BigDecimal dollars) {
    return Money.of(dollars.setScale(2, RoundingMode.HALF_UP));
  }

  /** Millions with two digits; three when that would hide the amount. */
  private static String millions(Money money) {
    BigDecimal millions = money.dollars().movePointLeft(6);
    boolean small = millions.abs().compareTo(new BigDecimal("0.1")) < 0 && !money.isZero();
    return Format.number(millions, small ? 3 : 2);
  }

  private static String signed(Money money) {
    return money.isNegative() ? millions(money) : "+" + millions(money);
  }

  /** The drawing at a width, with room for labels at the left. */
  public Drawing drawing(int width, long labels, @Nullable Money low, @Nullable Money high) {
    List<Money> span = new ArrayList<>();
    for (Row row : rows) {
      span.add(row.from());
      span.add(row.to());
    }
    return drawing(width, labels, low, high, span);
  }

  /** The drawing on a scale that holds all of these amounts, so that two can be compared. */
  public Drawing drawing(
      int width, long labels, @Nullable Money low, @Nullable Money high, List<Money> span) {
    long least = Math.min(0, span.stream().mapToLong(Money::cents).min().orElse(0));
    long most = Math.max(0, span.stream().mapToLong(Money::cents).max().orElse(0));
    least = low == null ? least : Math.min(least, low.cents());
    most = high == null ? most : Math.max(most, high.cents());
    long step = Scale.step(Math.max(most - least, 100), 5);
    long first = Math.floorDiv(least, step) * step;
    long last = Math.max(first + step, -Math.floorDiv(-most, step) * step);
    long bottom = 40 + ROW * rows.size();
    Scale scale = new Scale(first, last, labels, width * 10L - 560);
    Drawing drawing = new Drawing(width, (int) (bottom / 10 + 28));
    for (long at = first; at <= last; at += step) {
      drawing.line(at == 0 ? "g-axis" : "g-line", scale.at(at), 40, scale.at(at), bottom);
      drawing.text("mid t-m t-s", scale.at(at), bottom + 180, axis(at, step));
    }
    drawing.text("t-s t-m", 0, bottom + 180, "$ million");
    long y = 40;
    for (Row row : rows) {
      draw(drawing, scale, row, y, width * 10L - 20, row.kind() == Kind.RESULT);
      y += ROW;
    }
    if (low != null && high != null && !low.equals(high)) {
      range(drawing, scale, low, high, bottom - 85);
    }
    return drawing;
  }

  private static String axis(long cents, long step) {
    BigDecimal millions = BigDecimal.valueOf(cents, 8);
    int digits = Math.max(0, BigDecimal.valueOf(step, 8).stripTrailingZeros().scale());
    return Format.number(millions, digits);
  }

  private static void draw(
      Drawing drawing, Scale scale, Row row, long y, long right, boolean last) {
    boolean bold = row.kind() == Kind.TOTAL || row.kind() == Kind.RESULT;
    long middle = y + 190;
    drawing.text(
        bold ? "t-b" : "", 0, row.note().isEmpty() ? middle + 40 : middle - 10, row.label());
    if (!row.note().isEmpty()) {
      drawing.text("t-s t-m", 0, middle + 140, row.note());
    }
    long from = scale.at(row.from().cents());
    long to = scale.at(row.to().cents());
    long left = Math.min(from, to);
    switch (row.kind()) {
      case TOTAL -> drawing.rect("w-tot", left, y + 70, Math.abs(to - from), BAR);
      case CHANGE ->
          drawing.rect(
              row.to().compareTo(row.from()) < 0 ? "w-dn" : "w-up",
              left,
              y + 70,
              Math.abs(to - from),
              BAR);
      case RESULT ->
          drawing.rect(
              row.to().isNegative() ? "w-dn" : "w-up", left, y + 70, Math.abs(to - from), BAR);
      case PIN_OK -> pin(drawing, to, middle, true);
      case PIN_FAILED -> pin(drawing, to, middle, false);
    }
    if (!last) {
      drawing.line("w-con", to, y + 70 + BAR, to, y + ROW + 70);
    }
    String css =
        bold
            ? row.kind() == Kind.RESULT ? "end t-b t-l" : "end t-b"
            : row.kind() == Kind.CHANGE && row.to().compareTo(row.from()) < 0 ? "end t-or" : "end";
    drawing.text(css, right, middle + 40, row.value());
  }

  private static void pin(Drawing drawing, long x, long y, boolean met) {
    drawing.line(met ? "w-gate" : "s-crit", x, y - 150, x, y + 150);
    drawing.circle(met ? "f-ok" : "f-crit", x, y, 80);
    drawing.path(
        "s-surf f-none",
        met
            ? "M" + Drawing.px(x - 35) + " " + Drawing.px(y + 3) + "l2.6 2.8 4.6-5.6"
            : "M" + Drawing.px(x - 30) + " " + Drawing.px(y - 30) + "l6 6m0-6l-6 6");
  }

  private static void range(Drawing drawing, Scale scale, Money low, Money high, long y) {
    long from = scale.at(low.cents());
    long to = scale.at(high.cents());
    drawing.line("w-rng", from, y, to, y);
    drawing.line("w-rng", from, y - 40, from, y + 40);
    drawing.line("w-rng", to, y - 40, to, y + 40);
  }
}
