package io.corridor.settlement.mssp;

import io.corridor.common.money.Rate;
import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * The terms of one ACO's performance period, picked from the dated parameters.
 *
 * @param periodStart first day of the performance period
 * @param partOfYear share of the calendar year that the period is, below one for six months
 * @param sharing terms of sharing
 * @param lossLimit largest loss; null for a one-sided track
 * @param quality quality regime
 * @param choices permitted ways to set the minimum savings rate
 * @param fixedRates beneficiaries that a fixed choice needs
 */
record YearTerms(
    LocalDate periodStart,
    Rate partOfYear,
    MsspParameters.Sharing sharing,
    MsspParameters.@Nullable LossLimit lossLimit,
    QualityRegime quality,
    MsspParameters.Choices choices,
    MsspParameters.FixedRatePopulation fixedRates) {

  /** Either the terms or the reason why there are none. */
  sealed interface Found {}

  /** The terms. */
  record Terms(YearTerms terms) implements Found {}

  /** The reason. */
  record Missing(MsspRefusal refusal) implements Found {}

  /** Picks the terms for facts. */
  static Found of(MsspParameters parameters, PerformanceFacts facts) {
    LocalDate start = LocalDate.of(facts.performanceYear(), Month.JANUARY, 1);
    Rate part = Rate.ONE;
    if (facts.period() != null) {
      var sixMonths = parameters.sixMonths(facts.performanceYear(), facts.period());
      if (sixMonths.isEmpty()) {
        return missing(MsspRefusal.Code.SIX_MONTH_PERIOD_UNKNOWN, "sixMonthPeriod");
      }
      start = sixMonths.get().firstDay();
      part = sixMonths.get().shareOfYear();
    }
    if (!parameters.describes(start)) {
      return missing(MsspRefusal.Code.PERFORMANCE_YEAR_UNKNOWN, "performanceYear");
    }
    PerformanceFacts.Agreement agreement = facts.agreement();
    var sharing = parameters.sharing(agreement.track(), start, agreement.start());
    var choices = parameters.choices(agreement.track(), agreement.start());
    if (sharing.isEmpty() || choices.isEmpty()) {
      return missing(MsspRefusal.Code.TRACK_NOT_OFFERED, "track");
    }
    return new Terms(
        new YearTerms(
            start,
            part,
            sharing.get(),
            parameters.lossLimit(agreement.track(), start, agreement.year()).orElse(null),
            parameters.regime(start).orElseThrow(),
            choices.get(),
            parameters.fixedRatePopulation(start).orElseThrow()));
  }

  private static Missing missing(MsspRefusal.Code code, String field) {
    return new Missing(new MsspRefusal(code, field));
  }

  /** Day after the calendar year, before which nothing of it is paid. */
  LocalDate yearEnd() {
    return LocalDate.of(periodStart.getYear() + 1, Month.JANUARY, 1);
  }
}
