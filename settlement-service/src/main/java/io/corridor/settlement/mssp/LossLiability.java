package io.corridor.settlement.mssp;

import static io.corridor.common.rules.Expression.ZERO;
import static io.corridor.common.rules.Expression.constant;
import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import java.math.BigDecimal;

/**
 * What an ACO owes of the losses that count (settlement.md 1, step 7): the loss rate, then the loss
 * limit, then extreme and uncontrollable circumstances, then a termination during the year.
 * Sequestration does not touch losses.
 */
final class LossLiability {

  private static final String RELIEF =
      "42 CFR 425.605(f), 425.606(i), 425.610(i), extreme and uncontrollable circumstances";
  private static final String TERMINATION = "42 CFR 425.221(b), months before the termination";
  private static final Expression YEAR_MONTHS = constant(12);

  private final Reconciliation year;
  private final Worksheet sheet;

  private LossLiability(Reconciliation year, Worksheet sheet) {
    this.year = year;
    this.sheet = sheet;
  }

  /**
   * The amount owed before it is rounded, not negative, under the name of the step that made it.
   *
   * @param generated losses that count, below zero
   * @param lossRate final loss rate
   */
  static Expression unrounded(
      Reconciliation year, BigDecimal generated, BigDecimal lossRate, Worksheet sheet) {
    LossLiability liability = new LossLiability(year, sheet);
    Expression shared =
        sheet.step(
            "sharedLosses",
            year.terms().sharing().citation(),
            named("generated", generated).negated().times(named("lossRate", lossRate)));
    return liability.prorated(liability.relieved(liability.limited(shared)));
  }

  private Expression limited(Expression shared) {
    MsspParameters.LossLimit limit = year.terms().lossLimit();
    if (limit == null) {
      return shared;
    }
    Expression ofBenchmark =
        sheet.step(
            "benchmarkLossLimit",
            limit.citation(),
            named("lossLimitBenchmarkShare", limit.benchmarkShare())
                .times(named("benchmark", year.benchmark())));
    if (limit.revenueShare() == null) {
      return cut(shared, ofBenchmark, Limit.BENCHMARK_LOSS_LIMIT, limit);
    }
    Amount revenue = year.facts().finances().participantRevenue();
    if (revenue == null) {
      sheet.assume(Assumption.PARTICIPANT_REVENUE_UNKNOWN);
      return cut(shared, ofBenchmark, Limit.BENCHMARK_LOSS_LIMIT, limit);
    }
    Expression ofRevenue =
        sheet.step(
            "revenueLossLimit",
            limit.citation(),
            named("lossLimitRevenueShare", limit.revenueShare())
                .times(named("participantRevenue", revenue))
                .times(partOfYear()));
    return ofRevenue.exceeds(ofBenchmark).holds()
        ? cut(shared, ofBenchmark, Limit.BENCHMARK_LOSS_LIMIT, limit)
        : cut(shared, ofRevenue, Limit.REVENUE_LOSS_LIMIT, limit);
  }

  private Expression partOfYear() {
    return named("partOfYear", year.terms().partOfYear());
  }

  private Expression cut(
      Expression shared, Expression most, Limit binding, MsspParameters.LossLimit limit) {
    if (shared.exceeds(most).holds()) {
      sheet.bind(binding);
    }
    return sheet.step("limitedLosses", limit.citation() + ", the smaller limit", shared.min(most));
  }

  private Expression relieved(Expression limited) {
    return switch (year.facts().disaster()) {
      case Disaster.None none -> limited;
      case Disaster.Reduction(Amount annual) ->
          less(limited, named("annualDisasterReduction", annual).times(partOfYear()));
      case Disaster.Affected(long months, Rate share) ->
          less(
              limited,
              limited
                  .times(named("affectedMonths", months))
                  .times(named("affectedShare", share))
                  .over(YEAR_MONTHS));
    };
  }

  private Expression less(Expression limited, Expression reduction) {
    Expression relief = sheet.step("disasterRelief", RELIEF, reduction);
    if (relief.value().signum() > 0) {
      sheet.bind(Limit.DISASTER_RELIEF);
    }
    return sheet.step(
        "relievedLosses", RELIEF + ", not below zero", limited.minus(relief).max(ZERO));
  }

  private Expression prorated(Expression relieved) {
    Long months = year.facts().participatingMonths();
    return months == null
        ? relieved
        : sheet.step(
            "proratedLosses",
            TERMINATION,
            relieved.times(named("participatingMonths", months)).over(YEAR_MONTHS));
  }
}
