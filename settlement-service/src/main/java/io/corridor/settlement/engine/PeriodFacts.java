package io.corridor.settlement.engine;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.share.Check;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known about one level of a contract in one performance year, whatever shape
 * the contract has. What is null is not known; it is asked for only where it decides. The {@code
 * with…} operations answer "what if": the same engine runs on their result.
 *
 * @param period whose year it is
 * @param population who was attributed
 * @param cost cost against budget
 * @param quality quality score
 * @param stated figures that somebody states
 */
public record PeriodFacts(
    Period period, Population population, CostFacts cost, QualityFacts quality, Stated stated) {

  /**
   * A level of a contract in a performance year.
   *
   * @param contract contract
   * @param level level
   * @param id id at the level: the contract, the ACO, a practice or a clinician
   * @param year number of the performance year, for example 2025
   * @param contractYear number of the year in the contract, the first is 1
   * @param from first day
   * @param until day after the last
   * @param completeTo business date that the figures are complete to; null before the first tick
   */
  public record Period(
      String contract,
      Level level,
      String id,
      int year,
      int contractYear,
      LocalDate from,
      LocalDate until,
      @Nullable LocalDate completeTo) {

    /** Rejects a year before the first, or without a day. */
    public Period {
      Check.that(contractYear >= 1, "the first contract year is 1");
      Check.that(from.isBefore(until), "a performance year must have a day");
    }
  }

  /**
   * Who was attributed.
   *
   * @param members whole persons: the largest month's number
   * @param memberMonths member months to date
   * @param riskScore mean risk score of the members; null where the contract has no risk model
   * @param months the same by month, as far as it is known
   */
  public record Population(
      long members,
      Rate memberMonths,
      @Nullable Rate riskScore,
      NavigableMap<YearMonth, MonthMembers> months) {

    /** Keeps its own copy; rejects negative counts. */
    public Population {
      months = Collections.unmodifiableNavigableMap(new TreeMap<>(months));
      Check.that(members >= 0, "members must not be negative");
      Check.notNegative("member months", memberMonths);
      Check.notNegative("the risk score", riskScore);
    }

    /** The same with what other members of the same months had elsewhere. */
    Population withLeakageOf(Population other) {
      NavigableMap<YearMonth, MonthMembers> leaking = new TreeMap<>();
      months.forEach((month, known) -> {
        MonthMembers from = other.months.get(month);
        leaking.put(
            month,
            new MonthMembers(
                known.memberMonths(),
                known.riskScore(),
                from == null ? null : from.capitationLeakage()));
      });
      return new Population(members, memberMonths, riskScore, leaking);
    }

    /** Members without risk model and without months. */
    public static Population of(long members, Rate memberMonths) {
      return new Population(members, memberMonths, null, new TreeMap<>());
    }
  }

  /**
   * Members of a month, and what they had elsewhere.
   *
   * @param memberMonths member months of the month
   * @param riskScore their mean risk score; null where the contract has no risk model
   * @param capitationLeakage capitated services that others were paid for; null where nobody counts
   *     them
   */
  public record MonthMembers(
      Rate memberMonths, @Nullable Rate riskScore, @Nullable Money capitationLeakage) {

    /** Rejects negative counts. */
    public MonthMembers {
      Check.notNegative("member months", memberMonths);
      Check.notNegative("the risk score", riskScore);
    }
  }

  /** The same facts with other costs. */
  public PeriodFacts withCost(CostFacts other) {
    return new PeriodFacts(period, population, other, quality, stated);
  }

  /**
   * The same facts at another cost: all of it times a factor, in every category and in the stated
   * figures that are cost of care.
   */
  public PeriodFacts withCostTimes(Rate factor) {
    return new PeriodFacts(
        period, population, cost.times(factor), quality, stated.withCostTimes(factor));
  }

  /** The same facts with one amount more (or, negative, less) of counted cost in a category. */
  public PeriodFacts withCostChanged(String category, Money more) {
    return withCost(cost.changed(category, more));
  }

  /** The same facts with some cases fewer in a category, at its mean cost. */
  public PeriodFacts withFewerCases(String category, long cases) {
    return withCost(cost.fewerCases(category, cases));
  }

  /** The same facts with another budget. */
  public PeriodFacts withBudget(Money budget) {
    return withCost(cost.withBudget(budget));
  }

  /** The same facts with other quality. */
  public PeriodFacts withQuality(QualityFacts other) {
    return new PeriodFacts(period, population, cost, other, stated);
  }

  /**
   * The same facts with one case more that meets a measure, or one fewer in an inverse measure.
   * Nothing changes where no case is left.
   */
  public PeriodFacts withOneMoreNumerator(String measure) {
    return withQuality(quality.withOneMoreNumerator(measure));
  }

  /** The same facts with other members. */
  public PeriodFacts withPopulation(Population other) {
    return new PeriodFacts(period, other, cost, quality, stated);
  }

  /** The same facts with a figure stated. */
  public PeriodFacts withStated(String name, BigDecimal value) {
    return withStated(stated.with(name, value));
  }

  /** The same facts with other stated figures. */
  public PeriodFacts withStated(Stated other) {
    return new PeriodFacts(period, population, cost, quality, other);
  }

  /** The same facts in another performance year of the contract. */
  public PeriodFacts withPeriod(Period other) {
    return new PeriodFacts(other, population, cost, quality, stated);
  }
}
