package io.corridor.settlement.engine;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import io.corridor.settlement.engine.PeriodFacts.Period;
import io.corridor.settlement.engine.Settlement.Refused;
import io.corridor.settlement.engine.Settlement.Refused.Code;
import io.corridor.settlement.engine.Settlement.Settled;
import io.corridor.settlement.engine.ShapeTerms.Mssp;
import io.corridor.settlement.estimate.QualityResult.Gate;
import io.corridor.settlement.mssp.Disaster;
import io.corridor.settlement.mssp.MsspRefusal;
import io.corridor.settlement.mssp.MsspRules;
import io.corridor.settlement.mssp.MsspStatement;
import io.corridor.settlement.mssp.PerformanceFacts;
import io.corridor.settlement.mssp.PerformanceFacts.Agreement;
import io.corridor.settlement.mssp.PerformanceFacts.Finances;
import io.corridor.settlement.mssp.PerformanceFacts.Population;
import io.corridor.settlement.mssp.PerformanceFacts.Published;
import io.corridor.settlement.mssp.PerformanceFacts.Quality;
import io.corridor.settlement.share.View;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a period for the Medicare Shared Savings Program. The running budget is the benchmark,
 * the counted cost the expenditure. Stated figures have the names of docs/settle.md; a condition is
 * 1 or 0, the payment date a number like 20261001.
 */
final class MsspReader {

  private final MsspRules rules;

  MsspReader(MsspRules rules) {
    this.rules = rules;
  }

  Settlement settle(Mssp terms, Reading reading) {
    return switch (rules.settle(facts(terms, reading))) {
      case MsspStatement statement -> settled(reading, statement);
      case MsspRefusal refusal ->
          refused(reading, code(refusal.code()), List.of(refusal.field()), refusal.code().name());
    };
  }

  private static Settled settled(Reading reading, MsspStatement statement) {
    return new Settled(
        reading.shape(),
        statement.generated().roundHalfUp(),
        statement.payment().roundHalfUp(),
        statement.limits().stream().map(Enum::name).toList(),
        statement.assumptions().stream().map(Enum::name).toList(),
        statement.steps());
  }

  private static Refused refused(Reading reading, Code code, List<String> figures, String detail) {
    return new Refused(reading.shape(), code, figures, detail, List.of());
  }

  private static Code code(MsspRefusal.Code code) {
    return switch (code) {
      case PERFORMANCE_YEAR_UNKNOWN,
          SIX_MONTH_PERIOD_UNKNOWN,
          TRACK_NOT_OFFERED,
          AGREEMENT_NOT_BEGUN,
          AGREEMENT_YEAR_INVALID,
          MINIMUM_SAVINGS_RATE_NOT_PERMITTED ->
          Code.TERMS_NOT_IN_FORCE;
      case BENCHMARK_NOT_POSITIVE -> Code.NO_BUDGET;
      case MINIMUM_SAVINGS_RATE_NOT_STATED -> Code.MSR_NOT_STATED;
      case NEGATIVE,
          NOT_A_RATIO,
          MONTHS_INVALID,
          GUARDRAIL_CONTRADICTORY,
          PUBLISHED_RATE_CONTRADICTORY,
          PAID_BEFORE_YEAR_END ->
          Code.FACT_CONTRADICTORY;
      case FACT_MISSING -> Code.FACT_MISSING;
    };
  }

  private static PerformanceFacts facts(Mssp terms, Reading reading) {
    PeriodFacts facts = reading.facts();
    Period period = facts.period();
    Stated stated = facts.stated();
    return new PerformanceFacts(
        period.id(),
        period.year(),
        null,
        new Agreement(
            terms.agreementStart(),
            terms.track(),
            period.year() - terms.agreementStart().getYear() + 1L,
            terms.choice()),
        new Population(facts.population().members(), null, condition(stated, "lowRevenue")),
        new Finances(
            Amount.of(facts.cost().budget()),
            Amount.of(facts.cost().counted(reading.view())),
            amount(stated, "twoWayBlendBenchmarkTotal"),
            stated.met("guardrail"),
            amount(stated, "participantRevenue")),
        quality(reading),
        disaster(stated),
        months(stated, "participatingMonths"),
        stated.find("recoupmentBalance").map(Amount::new).orElse(Amount.ZERO),
        paymentDate(terms, period, stated),
        new Published(rate(stated, "publishedShareRate"), rate(stated, "publishedLossRate")));
  }

  private static Quality quality(Reading reading) {
    Stated stated = reading.facts().stated();
    Gate gate = reading.gate();
    boolean open = gate == Gate.UNKNOWN;
    boolean low = open && reading.view() == View.LOW;
    Boolean met =
        switch (gate) {
          case MET -> Boolean.TRUE;
          case NOT_MET -> Boolean.FALSE;
          case NONE -> null;
          case UNKNOWN -> !low;
        };
    Boolean alternative = low ? Boolean.FALSE : null;
    Rate score = gate == Gate.NONE ? null : reading.facts().quality().score().exact();
    if (open && reading.view() != View.EXPECTED) {
      score = low ? Rate.ZERO : Rate.ONE;
    }
    Rate known = rate(stated, "qualityScore");
    Boolean standard = condition(stated, "qualityStandardMet");
    Boolean other = condition(stated, "alternativeStandardMet");
    return new Quality(
        stated.met("qualityReporting"),
        standard == null ? met : standard,
        other == null ? alternative : other,
        known == null ? score : known,
        rate(stated, "healthEquityAdjustedScore"));
  }

  private static Disaster disaster(Stated stated) {
    Amount reduction = amount(stated, "disasterReduction");
    if (reduction != null) {
      return new Disaster.Reduction(new Amount(reduction.dollars().abs()));
    }
    Long months = months(stated, "affectedMonths");
    Rate share = rate(stated, "affectedShare");
    return months == null || share == null ? Disaster.NONE : new Disaster.Affected(months, share);
  }

  private static @Nullable LocalDate paymentDate(Mssp terms, Period period, Stated stated) {
    BigDecimal day = stated.find("paymentDate").orElse(null);
    if (day != null) {
      try {
        return LocalDate.parse(day.toPlainString(), DateTimeFormatter.BASIC_ISO_DATE);
      } catch (DateTimeException none) {
        return null;
      }
    }
    Integer months = terms.monthsToPayment();
    return months == null ? null : period.until().plusMonths(months);
  }

  private static @Nullable Boolean condition(Stated stated, String name) {
    return stated.find(name).map(value -> value.signum() != 0).orElse(null);
  }

  private static @Nullable Rate rate(Stated stated, String name) {
    return stated.find(name).map(Rate::new).orElse(null);
  }

  private static @Nullable Amount amount(Stated stated, String name) {
    return stated.find(name).map(Amount::new).orElse(null);
  }

  private static @Nullable Long months(Stated stated, String name) {
    return stated.find(name).map(BigDecimal::longValue).orElse(null);
  }
}
