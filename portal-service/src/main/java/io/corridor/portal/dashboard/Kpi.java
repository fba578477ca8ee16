package io.corridor.portal.dashboard;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Money;
import io.corridor.portal.dashboard.DashboardQueries.ScoreView;
import io.corridor.portal.shell.Format;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A figure with what it is compared with and how sure it is.
 *
 * @param label what it is
 * @param value the figure
 * @param comparison what it is compared with
 * @param asOf as-of and completeness
 * @param term definition to link, or nothing
 */
public record Kpi(String label, String value, String comparison, String asOf, String term) {

  /** Five figures at most, the first one leading. */
  public static List<Kpi> of(
      ContractFigures figures,
      BurnDown burnDown,
      @Nullable EstimateView estimate,
      @Nullable ScoreView score,
      Contract terms,
      boolean whole) {
    ContractFigures.Period year = figures.year();
    List<Kpi> kpis = new ArrayList<>();
    if (whole) {
      kpis.add(payment(estimate, burnDown.completes()));
    }
    kpis.add(
        savings(
            year,
            burnDown,
            !whole || terms.settlement().minimumSavingsRate() == null
                ? null
                : terms.settlement().minimumSavingsRate().value(),
            estimate));
    kpis.add(pmpm(figures));
    kpis.add(quality(score, terms));
    kpis.add(
        new Kpi(
            "Assigned members",
            year == null ? Format.UNKNOWN : Format.count(year.members()),
            year == null ? "" : Format.number(year.memberMonths(), 0) + " member months to date",
            figures
                .lastMonth()
                .map(month -> "the largest month up to " + Format.month(month))
                .orElse(""),
            "assigned"));
    return kpis;
  }

  private static Kpi payment(@Nullable EstimateView estimate, boolean lateClaims) {
    if (estimate == null) {
      return new Kpi("Estimated payment to you", Format.UNKNOWN, "no estimate yet", "", "payment");
    }
    Money expected = estimate.expected();
    if (estimate.refusal() != null || expected == null) {
      return new Kpi(
          "Estimated payment to you", Format.UNKNOWN, estimate.refusalText(), "", "payment");
    }
    Money low = estimate.low();
    Money high = estimate.high();
    String range =
        estimate.ranged()
            ? "range " + Format.brief(low) + " to " + Format.brief(high)
            : "on what is known today";
    return new Kpi(
        expected.isNegative() ? "Estimated amount you owe" : "Estimated payment to you",
        Format.brief(expected),
        range,
        lateClaims ? "interim; with late claims expected" : "interim; late claims not estimated",
        "payment");
  }

  private static Kpi savings(
      ContractFigures.@Nullable Period year,
      BurnDown burnDown,
      @Nullable BigDecimal stated,
      @Nullable EstimateView estimate) {
    if (year == null) {
      return new Kpi("Savings to date", Format.UNKNOWN, "no cost yet", "", "savings");
    }
    BigDecimal minimum = estimate == null ? stated : estimate.minimumRate();
    BigDecimal rate =
        year.budget().isZero()
            ? null
            : year.difference().dollars().divide(year.budget().dollars(), MathContext.DECIMAL128);
    return new Kpi(
        "Savings to date",
        Format.brief(year.difference()),
        Format.percentTwo(rate)
            + " of budget"
            + (minimum == null ? "" : "; gate " + Format.percentTwo(minimum)),
        expected(burnDown),
        "savings");
  }

  /** What the savings come to with late claims and at the year's end, where that is known. */
  private static String expected(BurnDown burnDown) {
    Money end = burnDown.expectedAtEnd();
    if (end != null) {
      return "projected for the year: " + Format.brief(end);
    }
    Money expected = burnDown.expected();
    return expected == null
        ? "on claims received so far"
        : "with late claims " + Format.brief(expected);
  }

  private static Kpi pmpm(ContractFigures figures) {
    Optional<BigDecimal> counted =
        Optional.ofNullable(figures.year()).flatMap(ContractFigures.Period::countedPmpm);
    Optional<BigDecimal> budget =
        Optional.ofNullable(figures.year()).flatMap(ContractFigures.Period::budgetPmpm);
    String against =
        counted.isPresent() && budget.isPresent()
            ? Format.rateInDollarsSigned(counted.get().subtract(budget.get()))
                + " against budget "
                + Format.rateInDollars(budget.get())
            : "";
    return new Kpi(
        "Cost PMPM",
        Format.rateInDollars(counted.orElse(null)),
        against,
        figures.months().isEmpty()
            ? ""
            : Format.monthName(figures.months().getFirst().month())
                + "–"
                + Format.monthName(figures.months().getLast().month())
                + ", claims received so far",
        "pmpm");
  }

  private static Kpi quality(@Nullable ScoreView score, Contract terms) {
    if (terms.quality() == null) {
      return new Kpi("Quality", Format.UNKNOWN, "no quality terms", "", "gate");
    }
    if (score == null || score.composite() == null) {
      return new Kpi("Quality", Format.UNKNOWN, "nothing reportable yet", "", "gate");
    }
    String gate =
        switch (score.gate()) {
          case "MET" -> "gate met";
          case "NOT_MET" -> "gate not met";
          default -> "gate not known";
        };
    return new Kpi(
        "Quality",
        Format.number(score.composite(), 2),
        gate + "; needs " + Format.number(terms.quality().gate().value(), 2),
        score.completeTo() == null ? "" : "results through " + Format.shortDay(score.completeTo()),
        "gate");
  }
}
