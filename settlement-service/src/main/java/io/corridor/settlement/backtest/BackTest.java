package io.corridor.settlement.backtest;

import io.corridor.common.money.Money;
import io.corridor.settlement.engine.AgreedTerms;
import io.corridor.settlement.engine.EstimateResult;
import io.corridor.settlement.engine.EstimateResult.Estimated;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.SettlementEngine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a draft contract would have paid in past years.
 *
 * @param years results, ascending by year
 */
public record BackTest(List<Year> years) {

  /** A past year and the terms it is settled under. */
  public record Case(AgreedTerms terms, PeriodFacts facts) {}

  /**
   * A past year.
   *
   * @param facts what was known
   * @param result what the draft would have paid on it
   */
  public record Year(PeriodFacts facts, EstimateResult result) {

    /** The figures, unless refused. */
    public Optional<Estimated> estimated() {
      return result instanceof Estimated figures ? Optional.of(figures) : Optional.empty();
    }
  }

  /**
   * The range of expected payments over the years that have one.
   *
   * @param least smallest
   * @param most largest
   * @param total sum of all
   * @param years how many
   */
  public record Range(Money least, Money most, Money total, int years) {}

  /** Keeps its own copy. */
  public BackTest {
    years = List.copyOf(years);
  }

  /** Settles each year by the same engine as ever; the order of the cases does not matter. */
  public static BackTest of(SettlementEngine engine, List<Case> cases) {
    List<Year> years = new ArrayList<>();
    for (Case past : cases) {
      years.add(new Year(past.facts(), engine.estimate(past.terms(), past.facts())));
    }
    years.sort(
        Comparator.comparing((Year year) -> year.facts().period().year())
            .thenComparing(year -> year.facts().period().contract())
            .thenComparing(year -> year.facts().period().id()));
    return new BackTest(years);
  }

  /** The range of what the years would have paid; empty when none has a figure. */
  public Optional<Range> range() {
    List<Money> payments =
        years.stream()
            .flatMap(year -> year.estimated().stream())
            .map(figures -> figures.expected().payment())
            .toList();
    if (payments.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Range(
            payments.stream().min(Comparator.naturalOrder()).orElseThrow(),
            payments.stream().max(Comparator.naturalOrder()).orElseThrow(),
            payments.stream().reduce(Money.ZERO, Money::plus),
            payments.size()));
  }

  /** How many years each limit would have bound, by code. */
  public Map<String, Integer> limits() {
    Map<String, Integer> limits = new TreeMap<>();
    for (Year year : years) {
      year.estimated()
          .ifPresent(figures ->
              figures.expected().limits().forEach(limit -> limits.merge(limit, 1, Integer::sum)));
    }
    return limits;
  }
}
