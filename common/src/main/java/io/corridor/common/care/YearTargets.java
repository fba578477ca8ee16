package io.corridor.common.care;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Budgets and indexes that other methods make than those of {@link TargetTerms}, by performance
 * year.
 *
 * @param programs benchmarks of the Shared Savings Program
 * @param premiums shares of premium
 * @param uses utilization indexes
 */
public record YearTargets(
    List<ProgramBenchmarkTerms> programs, List<Premium> premiums, List<Use> uses) {

  /** None of them. */
  public static final YearTargets NONE = new YearTargets(List.of(), List.of(), List.of());

  /** Copies the terms. */
  public YearTargets {
    programs = List.copyOf(programs);
    premiums = List.copyOf(premiums);
    uses = List.copyOf(uses);
  }

  /**
   * A budget as a share of premium (domain.md 2.9, medical loss ratio).
   *
   * @param year performance year
   * @param targetRatio ratio of care to net premium
   * @param qualityImprovement spent to improve quality; it counts as care
   */
  public record Premium(int year, Rate targetRatio, Money qualityImprovement) {}

  /**
   * Use of services held against what was expected (domain.md 2.9, utilization index).
   *
   * @param year performance year
   * @param services services
   * @param credibleFrom member months from which an own index stands alone; null: always
   */
  public record Use(int year, List<Service> services, @Nullable Rate credibleFrom) {

    /** Copies the services. */
    public Use {
      services = List.copyOf(services);
    }
  }

  /**
   * A service.
   *
   * @param category service category whose cases are counted
   * @param weight weight in the index
   * @param expected what is expected
   */
  public record Service(String category, Rate weight, Expected expected) {}

  /** What is expected of a service. */
  public sealed interface Expected {}

  /** Cases of 1,000 member-years. */
  public record Stated(Rate perThousand) implements Expected {}

  /** The contract's own use in a base year times growth. */
  public record Own(int baseYear, Rate trend) implements Expected {}

  /** The program's benchmark of a year. */
  public Optional<ProgramBenchmarkTerms> program(int year) {
    return programs.stream().filter(terms -> terms.year() == year).findFirst();
  }

  /** The share of premium of a year. */
  public Optional<Premium> premium(int year) {
    return premiums.stream().filter(terms -> terms.year() == year).findFirst();
  }

  /** The utilization index of a year. */
  public Optional<Use> use(int year) {
    return uses.stream().filter(terms -> terms.year() == year).findFirst();
  }
}
