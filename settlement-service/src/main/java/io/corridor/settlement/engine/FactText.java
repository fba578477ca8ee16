package io.corridor.settlement.engine;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.engine.CostFacts.CategoryCost;
import io.corridor.settlement.engine.CostFacts.Unpaid;
import io.corridor.settlement.engine.PeriodFacts.MonthMembers;
import io.corridor.settlement.engine.PeriodFacts.Period;
import io.corridor.settlement.engine.PeriodFacts.Population;
import io.corridor.settlement.engine.QualityFacts.MeasureFacts;
import io.corridor.settlement.estimate.QualityResult;
import io.corridor.settlement.estimate.QualityResult.Gate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a period as names and exact texts, and back: what an estimate was worked out from, so
 * that anyone can work it out again. What is not known has no name.
 */
public final class FactText {

  private static final String STATED = "stated.";
  private static final String MONTH = "members.month.";
  private static final String CATEGORY = "cost.category.";
  private static final String MEASURE = "quality.measure.";
  private static final String COMPLETE_TO = "completeTo";

  private final NavigableMap<String, String> texts;

  private FactText(NavigableMap<String, String> texts) {
    this.texts = texts;
  }

  /** All facts by name, ascending. */
  public static NavigableMap<String, String> of(PeriodFacts facts) {
    FactText all = new FactText(new TreeMap<>());
    all.put(COMPLETE_TO, facts.period().completeTo());
    all.population(facts.population());
    all.cost(facts.cost());
    all.quality(facts.quality());
    facts.stated().figures().forEach((name, value) -> all.put(STATED + name, plain(value)));
    return all.texts;
  }

  private void population(Population population) {
    put("members.count", population.members());
    put("members.months", plain(population.memberMonths().value()));
    rate("members.riskScore", population.riskScore());
    population
        .months()
        .forEach((month, members) -> {
          rate(MONTH + month + ".months", members.memberMonths());
          rate(MONTH + month + ".riskScore", members.riskScore());
          Money leakage = members.capitationLeakage();
          if (leakage != null) {
            put(MONTH + month + ".capitationLeakage", leakage);
          }
        });
  }

  private void cost(CostFacts cost) {
    put("cost.budget", cost.budget());
    put("cost.inScope", cost.inScope());
    put("cost.counted", cost.counted());
    cost.categories()
        .forEach((name, category) -> {
          put(CATEGORY + name + ".counted", category.counted());
          put(CATEGORY + name + ".cases", category.cases());
          rate(CATEGORY + name + ".expected", category.expected());
        });
    Unpaid unpaid = cost.unpaid();
    if (unpaid != null) {
      put("cost.unpaid.low", unpaid.low());
      put("cost.unpaid.expected", unpaid.expected());
      put("cost.unpaid.high", unpaid.high());
    }
  }

  private void quality(QualityFacts quality) {
    put("quality.gate", quality.score().gate());
    rate("quality.published", quality.score().published());
    rate("quality.composite", quality.score().exact());
    put("quality.completeTo", quality.score().completeTo());
    rate("quality.gateAt", quality.gateAt());
    for (MeasureFacts measure : quality.measures()) {
      String name = MEASURE + measure.name() + ".";
      put(name + "numerator", measure.numerator());
      put(name + "denominator", measure.denominator());
      put(name + "factor", measure.factor());
      put(name + "points", measure.points());
      rate(name + "weight", measure.weight());
      rate(name + "threshold", measure.threshold());
      rate(name + "benchmark", measure.benchmark());
    }
  }

  private void put(String name, @Nullable Object value) {
    if (value != null) {
      texts.put(name, value.toString());
    }
  }

  private void put(String name, Money money) {
    texts.put(name, money.dollars().toPlainString());
  }

  private void rate(String name, @Nullable Rate rate) {
    put(name, rate == null ? null : plain(rate.value()));
  }

  private static String plain(BigDecimal value) {
    return value.toPlainString();
  }

  /**
   * The facts that {@link #of} wrote down.
   *
   * @param period the period; the day it is complete to is read
   */
  public static PeriodFacts facts(Period period, NavigableMap<String, String> texts) {
    FactText all = new FactText(texts);
    return new PeriodFacts(
        new Period(
            period.contract(),
            period.level(),
            period.id(),
            period.year(),
            period.contractYear(),
            period.from(),
            period.until(),
            all.day(COMPLETE_TO)),
        all.population(),
        all.cost(),
        all.quality(),
        all.stated());
  }

  private Population population() {
    NavigableMap<YearMonth, MonthMembers> months = new TreeMap<>();
    for (String month : under(MONTH)) {
      months.put(
          YearMonth.parse(month),
          new MonthMembers(
              needed(MONTH + month + ".months"),
              rate(MONTH + month + ".riskScore"),
              texts.containsKey(MONTH + month + ".capitationLeakage")
                  ? money(MONTH + month + ".capitationLeakage")
                  : null));
    }
    return new Population(
        Long.parseLong(text("members.count")),
        needed("members.months"),
        rate("members.riskScore"),
        months);
  }

  private CostFacts cost() {
    NavigableMap<String, CategoryCost> categories = new TreeMap<>();
    for (String name : under(CATEGORY)) {
      String cases = texts.get(CATEGORY + name + ".cases");
      categories.put(
          name,
          new CategoryCost(
              money(CATEGORY + name + ".counted"),
              cases == null ? null : Long.valueOf(cases),
              rate(CATEGORY + name + ".expected")));
    }
    Unpaid unpaid =
        texts.containsKey("cost.unpaid.low")
            ? new Unpaid(
                money("cost.unpaid.low"), money("cost.unpaid.expected"), money("cost.unpaid.high"))
            : null;
    return new CostFacts(
        money("cost.budget"), money("cost.inScope"), money("cost.counted"), categories, unpaid);
  }

  private QualityFacts quality() {
    List<MeasureFacts> measures = new ArrayList<>();
    for (String measure : under(MEASURE)) {
      String name = MEASURE + measure + ".";
      String points = texts.get(name + "points");
      measures.add(
          new MeasureFacts(
              measure,
              Long.parseLong(text(name + "numerator")),
              Long.parseLong(text(name + "denominator")),
              Long.parseLong(text(name + "factor")),
              points == null ? null : Integer.valueOf(points),
              needed(name + "weight"),
              needed(name + "threshold"),
              needed(name + "benchmark")));
    }
    return new QualityFacts(
        new QualityResult(
            Gate.valueOf(text("quality.gate")),
            rate("quality.published"),
            rate("quality.composite"),
            day("quality.completeTo")),
        rate("quality.gateAt"),
        measures);
  }

  private Stated stated() {
    NavigableMap<String, BigDecimal> figures = new TreeMap<>();
    texts
        .tailMap(STATED, true)
        .forEach((name, value) -> {
          if (name.startsWith(STATED)) {
            figures.put(name.substring(STATED.length()), new BigDecimal(value));
          }
        });
    return new Stated(figures);
  }

  /** What stands in names between the prefix and their last point. */
  private NavigableSet<String> under(String prefix) {
    NavigableSet<String> parts = new TreeSet<>();
    for (String name : texts.tailMap(prefix, true).keySet()) {
      if (!name.startsWith(prefix)) {
        break;
      }
      parts.add(name.substring(prefix.length(), name.lastIndexOf('.')));
    }
    return parts;
  }

  private String text(String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new IllegalArgumentException("the fact " + name + " is not written down");
    }
    return text;
  }

  private Money money(String name) {
    return Money.of(text(name));
  }

  private Rate needed(String name) {
    return Rate.of(text(name));
  }

  private @Nullable Rate rate(String name) {
    String text = texts.get(name);
    return text == null ? null : Rate.of(text);
  }

  private @Nullable LocalDate day(String name) {
    String text = texts.get(name);
    return text == null ? null : LocalDate.parse(text);
  }
}
