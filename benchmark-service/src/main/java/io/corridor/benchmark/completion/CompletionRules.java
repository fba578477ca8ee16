package io.corridor.benchmark.completion;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Completes the months of a contract and category group (domain.md 2.5): mature months by chain
 * ladder, young ones by Bornhuetter-Ferguson on the mean PMPM of the latest mature months. The
 * factors come from the cash ledger; the cost that is completed is what counts after truncation
 * (decisions 3, 4).
 */
public final class CompletionRules {

  private CompletionRules() {}

  /**
   * What is known of a month of service.
   *
   * @param incurred month of service
   * @param toDate counted cost as far as it was paid by the triangle's last month, in the
   *     contract's amount basis
   * @param memberMonths member months
   */
  public record MonthToDate(YearMonth incurred, Money toDate, Rate memberMonths) {}

  /**
   * The completed months, in the order given.
   *
   * @param pattern development of the contract's triangle for the group
   * @param observed the triangle's months
   * @param months months of service, none after the last paid month
   */
  public static Completion complete(
      CompletionPattern pattern, ObservedMonths observed, List<MonthToDate> months) {
    Amount expectation = expectation(pattern, observed, months).orElse(null);
    List<CompletedMonth> completed =
        months.stream().map(month -> complete(pattern, observed, month, expectation)).toList();
    return new Completion(
        completed, expectation, CompletionBand.of(pattern, completed).orElse(null));
  }

  private static CompletedMonth complete(
      CompletionPattern pattern,
      ObservedMonths observed,
      MonthToDate month,
      @Nullable Amount expectation) {
    int age = observed.age(month.incurred());
    return new CompletedMonth(
        month.incurred(),
        age,
        month.toDate(),
        month.memberMonths(),
        pattern.completionFactor(age),
        projection(pattern, age, expectation));
  }

  private static Projection projection(
      CompletionPattern pattern, int age, @Nullable Amount expectation) {
    if (!pattern.terms().developed()) {
      return new Projection.Complete();
    }
    if (pattern.isUnknown()) {
      return new Projection.Unknown();
    }
    if (!isMature(pattern, age) && expectation != null) {
      return new Projection.Expected(pattern.completionFactor(age), expectation);
    }
    return pattern
        .toUltimate(age)
        .<Projection>map(Projection.Developed::new)
        .orElseGet(Projection.Unknown::new);
  }

  private static boolean isMature(CompletionPattern pattern, int age) {
    return pattern.completionFactor(age).compareTo(pattern.terms().matureFrom()) >= 0;
  }

  /**
   * The mean of the latest mature months' completed PMPM, trended; months without members say
   * nothing.
   */
  private static Optional<Amount> expectation(
      CompletionPattern pattern, ObservedMonths observed, List<MonthToDate> months) {
    List<Amount> latest = latestMature(pattern, observed, months);
    if (latest.isEmpty()) {
      return Optional.empty();
    }
    Amount sum = latest.stream().reduce(Amount.ZERO, Amount::plus);
    return Optional.of(
        sum.times(pattern.terms().expectationTrend().value())
            .dividedBy(BigDecimal.valueOf(latest.size())));
  }

  private static List<Amount> latestMature(
      CompletionPattern pattern, ObservedMonths observed, List<MonthToDate> months) {
    if (pattern.isUnknown()) {
      return List.of();
    }
    return months.stream()
        .filter(month -> month.memberMonths().compareTo(Rate.ZERO) > 0)
        .filter(month -> isMature(pattern, observed.age(month.incurred())))
        .sorted(Comparator.comparing(MonthToDate::incurred).reversed())
        .limit(pattern.terms().expectationMonths())
        .map(month -> complete(pattern, observed, month, null).perMemberMonth())
        .toList();
  }
}
