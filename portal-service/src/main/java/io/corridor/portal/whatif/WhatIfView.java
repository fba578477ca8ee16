package io.corridor.portal.whatif;

import io.corridor.common.money.Money;
import io.corridor.portal.dashboard.Waterfall;
import io.corridor.portal.shell.Format;
import io.corridor.schemas.WhatIf;
import io.corridor.schemas.WhatIfBar;
import io.corridor.schemas.WhatIfChange;
import io.corridor.schemas.WhatIfResult;
import io.corridor.schemas.WhatIfYear;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answered question as the page shows it.
 *
 * @param headline the finding in a sentence
 * @param asked what was asked, in words
 * @param refusal why there is no answer; empty when there is one
 * @param years years side by side
 * @param asOf what the facts are complete to
 */
public record WhatIfView(
    String headline, List<String> asked, String refusal, List<Year> years, String asOf) {

  /**
   * A year.
   *
   * @param title its name where there is more than one
   * @param before on terms and facts as they are
   * @param after on the changed ones
   * @param difference payment after minus before, in words
   * @param lines the numbers of both as a table
   */
  public record Year(String title, Side before, Side after, String difference, List<Line> lines) {

    /** Both sides, as it is first. */
    public List<Side> sides() {
      return List.of(before, after);
    }
  }

  /**
   * One side.
   *
   * @param payment expected payment
   * @param range low to high; empty where they are equal
   * @param limits limits that bind, in words
   * @param refusal why it cannot be settled; empty otherwise
   * @param waterfall from the first figure to the payment
   * @param span amounts of both sides, for one scale
   */
  public record Side(
      String payment,
      String range,
      List<String> limits,
      String refusal,
      Waterfall waterfall,
      List<Money> span) {}

  /** A row of the table: the same stage on both sides. */
  public record Line(String stage, String before, String after, String difference) {}

  /** Keeps its own copies. */
  public WhatIfView {
    asked = List.copyOf(asked);
    years = List.copyOf(years);
  }

  /** The view of an answer. */
  public static WhatIfView of(WhatIf answer) {
    List<Year> years = new ArrayList<>();
    boolean many = answer.getYears().size() > 1;
    for (WhatIfYear year : answer.getYears()) {
      years.add(year(year, many));
    }
    String refusal =
        answer.getRefusal() == null
            ? ""
            : WhatIfWords.refusal(answer.getRefusal(), answer.getRefusedFor());
    return new WhatIfView(
        headline(answer, refusal),
        answer.getChanges().stream().map(WhatIfView::asked).toList(),
        refusal,
        years,
        answer.getCompleteTo() == null
            ? "facts not complete to any day yet"
            : "facts complete to " + Format.day(answer.getCompleteTo()));
  }

  private static String asked(WhatIfChange change) {
    return WhatIfWords.change(change.getName(), change.getValue());
  }

  private static String headline(WhatIf answer, String refusal) {
    if (!refusal.isEmpty() || answer.getYears().isEmpty()) {
      return "This question has no answer";
    }
    WhatIfYear first = answer.getYears().getFirst();
    BigDecimal difference = first.getDifference();
    if (difference == null) {
      return "One of the two cannot be settled";
    }
    return difference.signum() == 0
        ? "Nothing would change"
        : "You would have "
            + Format.spoken(Money.of(difference))
            + (difference.signum() > 0 ? " more" : " less");
  }

  private static Year year(WhatIfYear year, boolean many) {
    List<Money> span = new ArrayList<>(span(year.getBefore()));
    span.addAll(span(year.getAfter()));
    BigDecimal difference = year.getDifference();
    return new Year(
        many ? "Year " + year.getNumber() : "",
        side(year.getBefore(), span),
        side(year.getAfter(), span),
        difference == null ? Format.UNKNOWN : Format.briefSigned(Money.of(difference)),
        lines(year.getBefore().getBars(), year.getAfter().getBars()));
  }

  private static List<Money> span(WhatIfResult result) {
    List<Money> span = new ArrayList<>();
    for (WhatIfBar bar : result.getBars()) {
      span.add(Money.of(bar.getFrom()));
      span.add(Money.of(bar.getTo()));
    }
    return span;
  }

  private static Side side(WhatIfResult result, List<Money> span) {
    Money low = money(result.getLow());
    Money high = money(result.getHigh());
    boolean ranged = low != null && high != null && !low.equals(high);
    return new Side(
        Format.exact(money(result.getExpected())),
        ranged ? Format.exact(low) + " to " + Format.exact(high) : "",
        result.getLimitsBinding().stream().map(WhatIfWords::limit).toList(),
        result.getRefusal() == null
            ? ""
            : WhatIfWords.refusal(result.getRefusal(), result.getRefusedFor()),
        waterfall(result.getBars()),
        span);
  }

  private static @Nullable Money money(@Nullable BigDecimal dollars) {
    return dollars == null ? null : Money.of(dollars);
  }

  private static Waterfall waterfall(List<WhatIfBar> bars) {
    List<Waterfall.Row> rows = new ArrayList<>();
    for (WhatIfBar bar : bars) {
      Money from = Money.of(bar.getFrom());
      Money to = Money.of(bar.getTo());
      rows.add(
          new Waterfall.Row(
              WhatIfWords.kind(bar),
              WhatIfWords.stage(bar.getStage(), to),
              bar.getBinds() ? "binds" : "",
              from,
              to,
              Format.briefSigned(to.minus(from))));
    }
    return new Waterfall(rows);
  }

  /** Both sides have the same stages in the same order, or one has none. */
  private static List<Line> lines(List<WhatIfBar> before, List<WhatIfBar> after) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      Money then = i < before.size() ? Money.of(before.get(i).getTo()) : null;
      Money now = i < after.size() ? Money.of(after.get(i).getTo()) : null;
      String stage = (i < before.size() ? before : after).get(i).getStage();
      lines.add(
          new Line(
              WhatIfWords.left(stage),
              Format.exact(then),
              Format.exact(now),
              then == null || now == null ? Format.UNKNOWN : Format.briefSigned(now.minus(then))));
    }
    return lines;
  }
}
