package io.corridor.settlement.mssp;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import io.corridor.settlement.mssp.PerformanceFacts.Agreement;
import io.corridor.settlement.mssp.PerformanceFacts.Finances;
import io.corridor.settlement.mssp.PerformanceFacts.Population;
import io.corridor.settlement.mssp.PerformanceFacts.Published;
import io.corridor.settlement.mssp.PerformanceFacts.Quality;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Facts of which a test states only what matters to it; the rest is a plain ACO. */
final class FactsBuilder {

  private final int performanceYear;
  private final Track track;
  private LocalDate agreementStart;
  private long agreementYear = 1;
  private MinimumRateChoice choice = MinimumRateChoice.TABLE;
  private @Nullable SixMonthPeriod period;
  private long beneficiaries = 10_000;
  private @Nullable Boolean lowRevenue;
  private String benchmark = "100000000";
  private String expenditure = "100000000";
  private @Nullable String twoWay;
  private boolean benchmarkIsTwoWay;
  private @Nullable String revenue;
  private boolean fullReporting;
  private @Nullable Boolean standardMet = true;
  private @Nullable Boolean alternativeMet;
  private @Nullable String score;
  private @Nullable String adjusted;
  private Disaster disaster = Disaster.NONE;
  private @Nullable Long months;
  private String balance = "0";
  private @Nullable LocalDate paymentDate;
  private @Nullable String publishedShare;
  private @Nullable String publishedLoss;

  private FactsBuilder(int performanceYear, Track track, LocalDate agreementStart) {
    this.performanceYear = performanceYear;
    this.track = track;
    this.agreementStart = agreementStart;
    this.paymentDate = LocalDate.of(performanceYear + 1, 10, 1);
  }

  static FactsBuilder anAco(int performanceYear, Track track, String agreementStart) {
    return new FactsBuilder(performanceYear, track, LocalDate.parse(agreementStart));
  }

  FactsBuilder totals(String benchmarkTotal, String expenditureTotal) {
    benchmark = benchmarkTotal;
    expenditure = expenditureTotal;
    return this;
  }

  /** Benchmark of 100 million, and savings (positive) or losses of this many dollars. */
  FactsBuilder saving(String dollars) {
    return totals(
        "100000000", new BigDecimal("100000000").subtract(new BigDecimal(dollars)).toPlainString());
  }

  FactsBuilder beneficiaries(long number) {
    beneficiaries = number;
    return this;
  }

  FactsBuilder choosing(String ratio) {
    choice = new MinimumRateChoice.Stated(Rate.of(ratio));
    return this;
  }

  FactsBuilder agreementYear(long year) {
    agreementYear = year;
    return this;
  }

  FactsBuilder agreementStart(String day) {
    agreementStart = LocalDate.parse(day);
    return this;
  }

  FactsBuilder during(SixMonthPeriod sixMonths) {
    period = sixMonths;
    return this;
  }

  FactsBuilder lowRevenue(@Nullable Boolean low) {
    lowRevenue = low;
    return this;
  }

  FactsBuilder twoWay(String total) {
    twoWay = total;
    return this;
  }

  FactsBuilder benchmarkIsTwoWay() {
    benchmarkIsTwoWay = true;
    return this;
  }

  FactsBuilder revenue(String dollars) {
    revenue = dollars;
    return this;
  }

  FactsBuilder fullReporting() {
    fullReporting = true;
    return this;
  }

  FactsBuilder standard(@Nullable Boolean met, @Nullable Boolean alternative) {
    standardMet = met;
    alternativeMet = alternative;
    return this;
  }

  FactsBuilder score(String ratio) {
    score = ratio;
    return this;
  }

  FactsBuilder adjusted(String ratio) {
    adjusted = ratio;
    return this;
  }

  FactsBuilder disaster(Disaster circumstances) {
    disaster = circumstances;
    return this;
  }

  FactsBuilder disasterReduction(String dollars) {
    return disaster(new Disaster.Reduction(new Amount(new BigDecimal(dollars))));
  }

  FactsBuilder participating(long numberOfMonths) {
    months = numberOfMonths;
    return this;
  }

  FactsBuilder balance(String dollars) {
    balance = dollars;
    return this;
  }

  FactsBuilder paid(@Nullable String day) {
    paymentDate = day == null ? null : LocalDate.parse(day);
    return this;
  }

  FactsBuilder published(@Nullable String shareRate, @Nullable String lossRate) {
    publishedShare = shareRate;
    publishedLoss = lossRate;
    return this;
  }

  PerformanceFacts facts() {
    return new PerformanceFacts(
        "A1",
        performanceYear,
        period,
        new Agreement(agreementStart, track, agreementYear, choice),
        new Population(beneficiaries, null, lowRevenue),
        new Finances(
            dollars(benchmark),
            dollars(expenditure),
            twoWay == null ? null : dollars(twoWay),
            benchmarkIsTwoWay,
            revenue == null ? null : dollars(revenue)),
        new Quality(fullReporting, standardMet, alternativeMet, rate(score), rate(adjusted)),
        disaster,
        months,
        dollars(balance),
        paymentDate,
        new Published(rate(publishedShare), rate(publishedLoss)));
  }

  private static Amount dollars(String text) {
    return new Amount(new BigDecimal(text));
  }

  private static @Nullable Rate rate(@Nullable String text) {
    return text == null ? null : Rate.of(text);
  }
}
