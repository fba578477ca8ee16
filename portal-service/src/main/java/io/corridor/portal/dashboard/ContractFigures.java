package io.corridor.portal.dashboard;

import io.corridor.common.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Running cost against budget of a level of a contract in a performance year.
 *
 * @param level CONTRACT or TIN
 * @param id id at the level
 * @param year the year to date; null while there is none
 * @param months months so far, ascending
 */
public record ContractFigures(String level, String id, @Nullable Period year, List<Month> months) {

  /**
   * Amounts of a period.
   *
   * @param members members in it
   * @param memberMonths member months
   * @param counted counted cost
   * @param budget budget
   * @param unpriced encounter lines without a price
   * @param completeTo business date that every partition has reached
   * @param knownAt greatest receipt behind it
   * @param completion its cost with late claims; null where it is not estimated
   */
  public record Period(
      long members,
      BigDecimal memberMonths,
      Money counted,
      Money budget,
      long unpriced,
      @Nullable LocalDate completeTo,
      Instant knownAt,
      @Nullable Completion completion) {

    /** Budget minus counted cost; positive is under budget. */
    public Money difference() {
      return budget.minus(counted);
    }

    /** Counted cost a member month. */
    public Optional<BigDecimal> countedPmpm() {
      return pmpm(counted);
    }

    /** Budget a member month. */
    public Optional<BigDecimal> budgetPmpm() {
      return pmpm(budget);
    }

    private Optional<BigDecimal> pmpm(Money money) {
      return memberMonths.signum() == 0
          ? Optional.empty()
          : Optional.of(money.dollars().divide(memberMonths, MathContext.DECIMAL128));
    }
  }

  /**
   * Cost with the claims that are still expected.
   *
   * @param completed final cost as it is expected, of the months that are completed
   * @param received share of it that has been received; null when it is nothing
   * @param band where it may lie; null where it is not known
   * @param projected cost of the year to its end; null in months, and where it is not projected
   */
  public record Completion(
      Money completed,
      @Nullable BigDecimal received,
      @Nullable Band band,
      @Nullable Projected projected) {}

  /** Cost of a year to its end, and where it may lie. */
  public record Projected(Money cost, @Nullable Band band) {}

  /** Where an amount may lie. */
  public record Band(Money low, Money high) {}

  /** Amounts of a month. */
  public record Month(YearMonth month, Period amounts) {}

  /** Keeps its own copy. */
  public ContractFigures {
    months = List.copyOf(months);
  }

  /** The last month with figures. */
  public Optional<YearMonth> lastMonth() {
    return months.isEmpty() ? Optional.empty() : Optional.of(months.getLast().month());
  }
}
