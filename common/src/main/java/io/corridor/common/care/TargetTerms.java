package io.corridor.common.care;

import io.corridor.common.money.Rate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the budget of a performance year is made (domain.md 2.9); every amount is dollars of a member
 * month.
 *
 * @param year performance year
 * @param baseline cost before it
 * @param update growth to it
 * @param risk adjustment for the change of risk; null: none
 * @param priorSavings savings given back; null: none
 * @param efficiency floor of an efficient contract; null: none
 * @param credibility belief in a small population's own target; null: always believed
 * @param byCategory true when the budget is told by category too
 */
public record TargetTerms(
    int year,
    Base baseline,
    Update update,
    @Nullable RiskLimits risk,
    @Nullable PriorSavings priorSavings,
    @Nullable Efficiency efficiency,
    @Nullable Credibility credibility,
    boolean byCategory) {

  /** Cost before the performance year. */
  public sealed interface Base {}

  /** An amount that the contract states. */
  public record Stated(Rate pmpm) implements Base {}

  /** The contract's own history, base years ascending. */
  public record Historical(List<BaseYear> years) implements Base {

    /** Copies the years. */
    public Historical {
      years = List.copyOf(years);
    }
  }

  /** The region's comparison group. */
  public record Regional(Region region) implements Base {}

  /** What the region costs, risk-standardized. */
  public sealed interface Region {}

  /** An amount that the contract states. */
  public record StatedRegion(Rate pmpm) implements Region {}

  /** The contract's comparison group in a performance year. */
  public record Compared(int year) implements Region {}

  /** History moved towards the region. */
  public record Blended(
      Historical own, Regional region, Rate weightIfHigher, Rate weightIfLower, Rate cap)
      implements Base {}

  /**
   * A base year.
   *
   * @param year the year
   * @param weight weight in whole parts
   * @param trend growth to the last base year
   * @param pmpm cost of a member month; null: the contract's own
   * @param risk mean risk; null: the contract's own
   */
  public record BaseYear(
      int year, int weight, Rate trend, @Nullable Rate pmpm, @Nullable Rate risk) {}

  /** Growth to the performance year. */
  public sealed interface Update {}

  /** Growth of the nation. */
  public record National(Rate growth) implements Update {}

  /** Growth of the region. */
  public record RegionalGrowth(Rate growth) implements Update {}

  /** Both, weighted. */
  public record Blend(Rate national, Rate regional, Rate nationalWeight) implements Update {}

  /** Growth that the contract fixes. */
  public record Fixed(Rate growth) implements Update {}

  /** Agreed trends that never rise. */
  public record Declining(List<Rate> trends) implements Update {

    /** Copies the trends. */
    public Declining {
      trends = List.copyOf(trends);
    }
  }

  /** Limits of the change of risk; null where there is none. */
  public record RiskLimits(@Nullable Rate cap, @Nullable Rate floor) {}

  /** Savings of the years before and what of them is given back. */
  public record PriorSavings(List<Rate> pmpm, Rate share, @Nullable Rate cap) {

    /** Copies the savings. */
    public PriorSavings {
      pmpm = List.copyOf(pmpm);
    }
  }

  /** Floor of an efficient contract. */
  public record Efficiency(Rate threshold, Region region, Rate previous) {}

  /** The performance year whose comparison group the target is held against, if any. */
  public Optional<Integer> comparisonYear() {
    Region region =
        switch (baseline) {
          case Regional regional -> regional.region();
          case Blended blended -> blended.region().region();
          case Stated _, Historical _ -> efficiency == null ? null : efficiency.region();
        };
    return region instanceof Compared compared ? Optional.of(compared.year()) : Optional.empty();
  }

  /** The year in whose terms the baseline stands: the last base year, of a region its own. */
  public Optional<Integer> lastBaseYear() {
    return switch (baseline) {
      case Historical own -> Optional.of(own.years().getLast().year());
      case Blended blended -> Optional.of(blended.own().years().getLast().year());
      case Regional _ -> comparisonYear();
      case Stated _ -> Optional.empty();
    };
  }

  /** Member months of full belief, and the market's target. */
  public record Credibility(Rate full, Rate market) {}
}
