package io.corridor.benchmark.completion;

import static io.corridor.common.rules.Workings.DIGITS;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The performance year to its end (domain.md 2.10): what the completed months cost, and for every
 * month to come the mean completed PMPM of the latest mature months, times the factor of the
 * calendar month, times trend, times the member months of the last completed month.
 *
 * @param monthsToCome months of the year after the completed ones
 * @param memberMonthsToCome member months expected in them
 * @param base mean completed PMPM of the latest mature months, unrounded
 * @param projected cost of the whole year, half up to the cent
 * @param band the scatter of the completed PMPM of up to twelve latest months, over the root of
 *     their number, for the months to come; null with less than two months
 */
public record YearProjection(
    int monthsToCome,
    Rate memberMonthsToCome,
    Amount base,
    Money projected,
    ContractCompletion.@Nullable Band band) {

  private static final int SCATTER_MONTHS = 12;

  /**
   * How to look ahead.
   *
   * @param trend factor to the months to come
   * @param seasonality factors of calendar months; a month not named has one
   * @param matureMonths latest mature months whose mean is the base
   * @param bandErrors standard errors to each end of the band
   */
  public record Outlook(
      Rate trend, Map<Integer, Rate> seasonality, int matureMonths, Rate bandErrors) {}

  /**
   * The projection; empty without a mature month.
   *
   * @param completed final cost of the year's completed months
   * @param toCome months of the year after them
   */
  public static Optional<YearProjection> of(
      ContractCompletion completion, Money completed, List<YearMonth> toCome, Outlook outlook) {
    List<Amount> mature = completion.latest(outlook.matureMonths(), true);
    if (mature.isEmpty()) {
      return Optional.empty();
    }
    Amount base = mean(mature);
    Rate each = completion.lastMemberMonths();
    Amount rest = Amount.ZERO;
    for (YearMonth month : toCome) {
      Rate season = outlook.seasonality().getOrDefault(month.getMonthValue(), Rate.ONE);
      rest =
          rest.plus(base.times(season.value()).times(outlook.trend().value()).times(each.value()));
    }
    Amount projected = Amount.of(completed).plus(rest);
    Rate memberMonths = each.times(Rate.of(toCome.size()));
    ContractCompletion.Band band =
        reach(completion, memberMonths, outlook)
            .map(off -> new ContractCompletion.Band(projected.minus(off), projected.plus(off)))
            .orElse(null);
    return Optional.of(
        new YearProjection(toCome.size(), memberMonths, base, projected.roundHalfUp(), band));
  }

  private static Amount mean(List<Amount> amounts) {
    return amounts.stream()
        .reduce(Amount.ZERO, Amount::plus)
        .dividedBy(BigDecimal.valueOf(amounts.size()));
  }

  private static Optional<Amount> reach(
      ContractCompletion completion, Rate memberMonths, Outlook outlook) {
    List<Amount> latest = completion.latest(SCATTER_MONTHS, false);
    if (latest.size() < 2) {
      return Optional.empty();
    }
    BigDecimal count = BigDecimal.valueOf(latest.size());
    BigDecimal mean = mean(latest).dollars();
    BigDecimal squares =
        latest.stream()
            .map(amount -> amount.dollars().subtract(mean, DIGITS).pow(2, DIGITS))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal deviation = squares.divide(count.subtract(BigDecimal.ONE), DIGITS).sqrt(DIGITS);
    return Optional.of(
        new Amount(deviation)
            .times(outlook.bandErrors().value())
            .dividedBy(count.sqrt(DIGITS))
            .times(memberMonths.value()));
  }
}
