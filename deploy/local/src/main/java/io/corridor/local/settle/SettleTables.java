package io.corridor.local.settle;

import io.corridor.common.money.Money;
import io.corridor.settlement.backtest.BackTest;
import io.corridor.settlement.engine.EstimateResult;
import io.corridor.settlement.engine.EstimateResult.Estimated;
import io.corridor.settlement.engine.EstimateResult.NotEstimated;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.Settlement.Refused;
import io.corridor.settlement.whatif.Bar;
import io.corridor.settlement.whatif.Bars;
import io.corridor.settlement.whatif.WhatIfAnswer;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What-if answers and back-tests as tables for people. */
final class SettleTables {

  private SettleTables() {}

  static String rejected(PastYears.Bad bad) {
    return "rejected %s line %d: %s %s".formatted(bad.file(), bad.line(), bad.code(), bad.field());
  }

  private static String dollars(Money money) {
    return String.format(Locale.US, "%,.2f", money.dollars());
  }

  private static String refused(Refused refused) {
    String about =
        refused.figures().isEmpty() ? refused.detail() : String.join(", ", refused.figures());
    return "refused: " + refused.code() + (about.isEmpty() ? "" : " " + about);
  }

  /** A year of an answer: stages, payment, range and limits of both sides. */
  static void print(PrintWriter out, WhatIfAnswer.Year year) {
    out.println("  year " + year.number());
    out.println("    %-24s %20s %20s".formatted("left after", "as it is", "as asked"));
    List<Bar> before = bars(year.before());
    List<Bar> after = bars(year.after());
    for (Bar.Stage stage : Bar.Stage.values()) {
      int at = stage.ordinal();
      out.println(
          "    %-24s %20s %20s"
              .formatted(
                  stage.name().toLowerCase(Locale.ROOT),
                  before.isEmpty() ? "-" : dollars(before.get(at).to()),
                  after.isEmpty() ? "-" : dollars(after.get(at).to())));
    }
    out.println("    as it is: " + said(year.before()));
    out.println("    as asked: " + said(year.after()));
    year.difference()
        .ifPresent(difference -> out.println("    difference: " + dollars(difference)));
  }

  private static List<Bar> bars(EstimateResult result) {
    return result instanceof Estimated figures ? Bars.of(figures.expected()) : List.of();
  }

  private static String said(EstimateResult result) {
    return switch (result) {
      case NotEstimated not -> refused(not.refused());
      case Estimated figures ->
          "%s (low %s, high %s)%s"
              .formatted(
                  dollars(figures.expected().payment()),
                  dollars(figures.low().payment()),
                  dollars(figures.high().payment()),
                  limits(figures));
    };
  }

  private static String limits(Estimated figures) {
    return figures.expected().limits().isEmpty()
        ? ""
        : "; binding: " + String.join(", ", figures.expected().limits());
  }

  /** A line a year, then the range and the limits. */
  static void print(
      PrintWriter out, String draft, BackTest test, Function<PeriodFacts, String> knownAt) {
    out.println("Back-test of " + draft);
    out.println(
        "%-6s %-16s %18s %18s %16s %16s %16s  %s"
            .formatted("year", "id", "budget", "cost", "low", "expected", "high", "limits"));
    for (BackTest.Year year : test.years()) {
      PeriodFacts facts = year.facts();
      String known = knownAt.apply(facts);
      String start =
          "%-6d %-16s %18s %18s"
              .formatted(
                  facts.period().year(),
                  facts.period().id(),
                  dollars(facts.cost().budget()),
                  dollars(facts.cost().counted()));
      out.println(
          start
              + switch (year.result()) {
                case NotEstimated not -> " " + refused(not.refused());
                case Estimated figures ->
                    " %16s %16s %16s  %s"
                        .formatted(
                            dollars(figures.low().payment()),
                            dollars(figures.expected().payment()),
                            dollars(figures.high().payment()),
                            String.join(", ", figures.expected().limits()));
              }
              + (known.isEmpty() ? "" : "  (known " + known + ")"));
    }
    test.range()
        .ifPresent(range ->
            out.println(
                "%d years with a figure: from %s to %s, together %s"
                    .formatted(
                        range.years(),
                        dollars(range.least()),
                        dollars(range.most()),
                        dollars(range.total()))));
    test.limits().forEach((limit, years) -> out.println("%s binds in %d".formatted(limit, years)));
  }
}
