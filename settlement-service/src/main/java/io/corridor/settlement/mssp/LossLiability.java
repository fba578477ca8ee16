package io.corridor.settlement.mssp;

import static io.corridor.common.rules.Workings.DIGITS;
import static io.corridor.common.rules.Workings.in;

import io.corridor.common.money.Amount;
import io.corridor.common.rules.Step;
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
  private static final BigDecimal YEAR_MONTHS = BigDecimal.valueOf(12);

  /**
   * A figure on its way, under the name of the step that made it.
   *
   * @param name name of the step
   * @param value exact dollars, not negative
   */
  record Figure(String name, BigDecimal value) {}

  private final Reconciliation year;
  private final Worksheet sheet;

  private LossLiability(Reconciliation year, Worksheet sheet) {
    this.year = year;
    this.sheet = sheet;
  }

  /**
   * The amount owed before it is rounded, not negative.
   *
   * @param generated losses that count, below zero
   * @param lossRate final loss rate
   */
  static Figure unrounded(
      Reconciliation year, BigDecimal generated, BigDecimal lossRate, Worksheet sheet) {
    LossLiability liability = new LossLiability(year, sheet);
    BigDecimal shared =
        sheet.note(
            "sharedLosses",
            year.terms().sharing().citation(),
            "-generated * lossRate",
            generated.negate().multiply(lossRate, DIGITS),
            in("generated", generated),
            in("lossRate", lossRate));
    return liability.prorated(liability.relieved(liability.limited(shared)));
  }

  private Figure limited(BigDecimal shared) {
    MsspParameters.LossLimit limit = year.terms().lossLimit();
    if (limit == null) {
      return new Figure("sharedLosses", shared);
    }
    BigDecimal share = limit.benchmarkShare().value();
    BigDecimal ofBenchmark =
        sheet.note(
            "benchmarkLossLimit",
            limit.citation(),
            "lossLimitBenchmarkShare * benchmark",
            share.multiply(year.benchmark(), DIGITS),
            in("lossLimitBenchmarkShare", share),
            in("benchmark", year.benchmark()));
    if (limit.revenueShare() == null) {
      return cut(shared, "benchmarkLossLimit", ofBenchmark, Limit.BENCHMARK_LOSS_LIMIT, limit);
    }
    Amount revenue = year.facts().finances().participantRevenue();
    if (revenue == null) {
      sheet.assume(Assumption.PARTICIPANT_REVENUE_UNKNOWN);
      return cut(shared, "benchmarkLossLimit", ofBenchmark, Limit.BENCHMARK_LOSS_LIMIT, limit);
    }
    BigDecimal ofRevenue = ofRevenue(limit.revenueShare().value(), revenue.dollars(), limit);
    return ofRevenue.compareTo(ofBenchmark) <= 0
        ? cut(shared, "revenueLossLimit", ofRevenue, Limit.REVENUE_LOSS_LIMIT, limit)
        : cut(shared, "benchmarkLossLimit", ofBenchmark, Limit.BENCHMARK_LOSS_LIMIT, limit);
  }

  private BigDecimal ofRevenue(
      BigDecimal share, BigDecimal revenue, MsspParameters.LossLimit limit) {
    BigDecimal part = year.terms().partOfYear().value();
    return sheet.note(
        "revenueLossLimit",
        limit.citation(),
        "lossLimitRevenueShare * participantRevenue * partOfYear",
        share.multiply(revenue, DIGITS).multiply(part, DIGITS),
        in("lossLimitRevenueShare", share),
        in("participantRevenue", revenue),
        in("partOfYear", part));
  }

  private Figure cut(
      BigDecimal shared,
      String nameOfMost,
      BigDecimal most,
      Limit binding,
      MsspParameters.LossLimit limit) {
    if (shared.compareTo(most) > 0) {
      sheet.bind(binding);
    }
    return noted(
        "limitedLosses",
        limit.citation() + ", the smaller limit",
        "min(sharedLosses, " + nameOfMost + ")",
        shared.min(most),
        in("sharedLosses", shared),
        in(nameOfMost, most));
  }

  private Figure relieved(Figure limited) {
    return switch (year.facts().disaster()) {
      case Disaster.None none -> limited;
      case Disaster.Reduction(Amount annual) -> less(limited, ofYear(annual.dollars()));
      case Disaster.Affected affected -> less(limited, affected(limited, affected));
    };
  }

  private BigDecimal ofYear(BigDecimal annual) {
    BigDecimal part = year.terms().partOfYear().value();
    return sheet.note(
        "disasterRelief",
        RELIEF,
        "annualDisasterReduction * partOfYear",
        annual.multiply(part, DIGITS),
        in("annualDisasterReduction", annual),
        in("partOfYear", part));
  }

  private BigDecimal affected(Figure limited, Disaster.Affected affected) {
    BigDecimal share = affected.share().value();
    return sheet.note(
        "disasterRelief",
        RELIEF,
        limited.name() + " * affectedMonths * affectedShare / 12",
        limited
            .value()
            .multiply(BigDecimal.valueOf(affected.months()), DIGITS)
            .multiply(share, DIGITS)
            .divide(YEAR_MONTHS, DIGITS),
        in(limited.name(), limited.value()),
        in("affectedMonths", affected.months()),
        in("affectedShare", share));
  }

  private Figure less(Figure limited, BigDecimal relief) {
    if (relief.signum() > 0) {
      sheet.bind(Limit.DISASTER_RELIEF);
    }
    return noted(
        "relievedLosses",
        RELIEF + ", not below zero",
        "max(" + limited.name() + " - disasterRelief, 0)",
        limited.value().subtract(relief, DIGITS).max(BigDecimal.ZERO),
        in(limited.name(), limited.value()),
        in("disasterRelief", relief));
  }

  private Figure prorated(Figure relieved) {
    Long months = year.facts().participatingMonths();
    if (months == null) {
      return relieved;
    }
    return noted(
        "proratedLosses",
        TERMINATION,
        relieved.name() + " * participatingMonths / 12",
        relieved.value().multiply(BigDecimal.valueOf(months), DIGITS).divide(YEAR_MONTHS, DIGITS),
        in(relieved.name(), relieved.value()),
        in("participatingMonths", months));
  }

  private Figure noted(
      String name, String citation, String formula, BigDecimal value, Step.Input... inputs) {
    return new Figure(name, sheet.note(name, citation, formula, value, inputs));
  }
}
