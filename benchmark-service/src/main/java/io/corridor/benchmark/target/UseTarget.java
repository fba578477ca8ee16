package io.corridor.benchmark.target;

import io.corridor.common.care.YearTargets;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.common.rules.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of the services of a utilization index (domain.md 2.9): a rate that the contract
 * states, risk-adjusted for its members, or its own rate of a base year times growth.
 *
 * @param services what is expected, in the order of the terms
 * @param steps how the contract's own rates came about
 */
public record UseTarget(List<Service> services, List<Step> steps) {

  private static final String CITATION = "domain.md 2.9, utilization index";
  private static final BigDecimal MONTHS_OF_A_THOUSAND = BigDecimal.valueOf(12_000);

  /** Keeps its own copies. */
  public UseTarget {
    services = List.copyOf(services);
    steps = List.copyOf(steps);
  }

  /**
   * A service.
   *
   * @param category service category
   * @param weight weight in the index
   * @param perThousand cases expected of 1,000 member-years, unrounded
   */
  public record Service(String category, Rate weight, Rate perThousand) {

    /** Cases expected of some member months, unrounded. */
    public Rate expected(Rate memberMonths) {
      return new Rate(
          Rate.ratio(perThousand.value().multiply(memberMonths.value()), MONTHS_OF_A_THOUSAND)
              .value());
    }
  }

  /** Cases and member months of a performance year of the contract. */
  public record OwnUse(long cases, Rate memberMonths) {}

  /** What a performance year of the contract tells of a category; empty without member months. */
  @FunctionalInterface
  public interface History {

    /** The use of a year. */
    Optional<OwnUse> year(int year, String category);
  }

  /** The target of the terms; empty when a base year has no member months. */
  public static Optional<UseTarget> of(YearTargets.Use terms, History history) {
    Worksheet sheet = new Worksheet();
    List<Service> services = new ArrayList<>();
    for (YearTargets.Service service : terms.services()) {
      Rate expected =
          switch (service.expected()) {
            case YearTargets.Stated stated -> stated.perThousand();
            case YearTargets.Own own -> own(sheet, service.category(), own, history);
          };
      if (expected == null) {
        return Optional.empty();
      }
      services.add(new Service(service.category(), service.weight(), expected));
    }
    return Optional.of(new UseTarget(services, sheet.steps()));
  }

  private static @Nullable Rate own(
      Worksheet sheet, String category, YearTargets.Own own, History history) {
    OwnUse use = history.year(own.baseYear(), category).orElse(null);
    if (use == null) {
      return null;
    }
    Expression rate =
        Expression.named(category + ".baseCases", use.cases())
            .times(Expression.constant(MONTHS_OF_A_THOUSAND))
            .over(Expression.named(category + ".baseMemberMonths", use.memberMonths()))
            .times(Expression.named(category + ".trend", own.trend()));
    return new Rate(sheet.step(category + ".perThousand", CITATION, rate).value());
  }

  /**
   * The index of some use.
   *
   * @param actual cases of each service, in their order
   * @param credibleFrom member months from which it stands alone; null: always
   */
  public UtilizationIndex index(List<Long> actual, Rate memberMonths, @Nullable Rate credibleFrom) {
    List<UtilizationIndex.Service> used = new ArrayList<>();
    for (int i = 0; i < services.size(); i++) {
      Service service = services.get(i);
      used.add(
          new UtilizationIndex.Service(
              service.category(),
              Rate.of(actual.get(i)),
              service.expected(memberMonths),
              service.weight(),
              false));
    }
    Credibility credibility =
        credibleFrom == null
            ? new Credibility(Rate.ONE, Rate.ONE)
            : new Credibility(memberMonths, credibleFrom);
    return UtilizationIndex.of(used, credibility);
  }
}
