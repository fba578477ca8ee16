package io.corridor.benchmark.risk;

import io.corridor.common.care.Person;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The prospective scores of a member in the months of a payment year. Enrollment decides the
 * segment month by month; the diagnoses are the same all year.
 *
 * @param paymentYear the year
 * @param months score of each member month
 */
public record RiskYear(int paymentYear, SortedMap<YearMonth, PaymentScore> months) {

  /** Keeps its own copy. */
  public RiskYear {
    for (YearMonth month : months.keySet()) {
      if (month.getYear() != paymentYear) {
        throw new IllegalArgumentException("a month lies outside the payment year");
      }
    }
    months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
  }

  /**
   * Scores the months in which a person is a member.
   *
   * @param facts enrollment facts by month, all of the payment year
   */
  public static RiskYear of(
      RiskAdjustment adjustment,
      Person person,
      int paymentYear,
      SortedMap<YearMonth, SegmentFacts> facts,
      DiagnosisHistory diagnoses) {
    Map<SegmentFacts, PaymentScore> once = new HashMap<>();
    SortedMap<YearMonth, PaymentScore> months = new TreeMap<>();
    facts.forEach((month, segment) ->
        months.put(
            month,
            once.computeIfAbsent(
                segment, any -> adjustment.prospective(person, any, paymentYear, diagnoses))));
    return new RiskYear(paymentYear, months);
  }

  /**
   * The mean over the member months, unrounded.
   *
   * @param score which of the scores
   * @throws IllegalStateException without any month
   */
  public Rate mean(Function<PaymentScore, RiskScore> score) {
    if (months.isEmpty()) {
      throw new IllegalStateException("no member month has no mean");
    }
    BigDecimal sum =
        months.values().stream()
            .map(month -> score.apply(month).value())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Rate.ratio(sum, BigDecimal.valueOf(months.size()));
  }
}
