package io.corridor.settlement.engine;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Step;
import io.corridor.settlement.engine.PaymentBeside.Kind;
import io.corridor.settlement.engine.PeriodFacts.Period;
import io.corridor.settlement.incentive.CareManagementFee;
import io.corridor.settlement.incentive.FeeThenShare;
import io.corridor.settlement.incentive.InfrastructurePayment;
import io.corridor.settlement.incentive.PerformancePay;
import io.corridor.settlement.incentive.PerformancePay.Result;
import io.corridor.settlement.incentive.PracticeTarget;
import io.corridor.settlement.incentive.PreventableEvents;
import io.corridor.settlement.incentive.PreventableEvents.Year;
import io.corridor.settlement.share.Contradiction;
import io.corridor.settlement.share.Settled;
import io.corridor.settlement.share.View;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Payments beside the shape on what is known to date. Stated figures: conditions in force ({@code
 * attested.2025-03.carePlan} 1), results of a quarter ({@code quarter.1.Q01.met}, {@code
 * .patients}), metrics met ({@code metric.registry} 1), savings of earlier years ({@code
 * savings.2023}), preventable events ({@code events.2025.count}, of earlier years also {@code
 * .memberMonths}).
 */
public final class PaymentsBeside {

  private static final int MONTHS_OF_A_QUARTER = 3;
  private static final int YEARS_OF_A_TREND = 2;

  private final PeriodFacts facts;
  private final List<PaymentBeside> payments = new ArrayList<>();

  private PaymentsBeside(PeriodFacts facts) {
    this.facts = facts;
  }

  /** All payments that are agreed, in the order of {@link Kind}. */
  public static List<PaymentBeside> of(AgreedPayments agreed, PeriodFacts facts) {
    PaymentsBeside all = new PaymentsBeside(facts);
    CareManagementFee fee = agreed.careManagementFee();
    if (fee != null) {
      all.add(Kind.CARE_MANAGEMENT_FEE, () -> all.fee(fee));
    }
    PerformancePay pay = agreed.performancePay();
    if (pay != null) {
      all.add(Kind.PERFORMANCE_PAY, () -> all.performancePay(pay));
    }
    InfrastructurePayment infrastructure = agreed.infrastructure();
    if (infrastructure != null) {
      all.add(Kind.INFRASTRUCTURE, () -> all.infrastructure(infrastructure));
    }
    FeeThenShare turning = agreed.feeThenShare();
    if (turning != null) {
      all.add(Kind.FEE_THEN_SHARE, () -> all.feeThenShare(turning));
    }
    PreventableEvents events = agreed.preventableEvents();
    if (events != null) {
      all.add(Kind.PREVENTABLE_EVENTS, () -> all.preventableEvents(events));
    }
    PracticeTarget target = agreed.practiceTarget();
    if (target != null) {
      all.add(Kind.PRACTICE_TARGET, () -> all.practiceTarget(target));
    }
    return all.payments;
  }

  private void add(Kind kind, Supplier<PaymentBeside> payment) {
    try {
      payments.add(payment.get());
    } catch (Contradiction contradiction) {
      payments.add(
          new PaymentBeside(
              kind,
              null,
              List.of(String.valueOf(contradiction.getMessage())),
              List.of(),
              List.of()));
    }
  }

  private static PaymentBeside paid(Kind kind, Settled settled) {
    return new PaymentBeside(
        kind,
        settled.payment(),
        List.of(),
        settled.limits().stream().map(Enum::name).toList(),
        settled.steps());
  }

  private static PaymentBeside waiting(Kind kind, Missing missing) {
    return new PaymentBeside(kind, null, missing.names(), List.of(), List.of());
  }

  /** The fee of each month to date, each rounded as it is paid. */
  private PaymentBeside fee(CareManagementFee fee) {
    Money sum = Money.ZERO;
    Set<String> limits = new TreeSet<>();
    List<Step> steps = new ArrayList<>();
    FeeMonths known = FeeMonths.of(fee, facts);
    if (!known.missing().isEmpty()) {
      return new PaymentBeside(
          Kind.CARE_MANAGEMENT_FEE, null, known.missing(), List.of(), List.of());
    }
    for (Map.Entry<YearMonth, CareManagementFee.Month> month : known.months().entrySet()) {
      Settled paid =
          fee.settle(new CareManagementFee.Facts(month.getValue(), new TreeMap<>(), Money.ZERO))
              .settled();
      sum = sum.plus(paid.payment());
      paid.limits().forEach(limit -> limits.add(limit.name()));
      steps.addAll(named(paid.steps(), month.getKey().toString()));
    }
    return new PaymentBeside(Kind.CARE_MANAGEMENT_FEE, sum, List.of(), List.copyOf(limits), steps);
  }

  private static List<Step> named(List<Step> steps, String when) {
    return steps.stream()
        .map(step ->
            new Step(
                step.name() + "." + when.replace('-', '.'),
                step.citation(),
                step.formula(),
                step.inputs(),
                step.value()))
        .toList();
  }

  private PaymentBeside performancePay(PerformancePay pay) {
    Missing missing = new Missing(facts.stated());
    List<Result> results = new ArrayList<>();
    for (int quarter = 1; quarter <= 4; quarter++) {
      for (PerformancePay.Measure measure : pay.measures()) {
        String name = "quarter." + quarter + "." + measure.name();
        boolean known =
            facts.stated().find(name + ".met").isPresent()
                || facts.stated().find(name + ".patients").isPresent();
        if (known) {
          int met = missing.rate(name + ".met").value().intValue();
          int patients = missing.rate(name + ".patients").value().intValue();
          if (!missing.any()) {
            results.add(new Result(measure.name(), quarter, met, patients));
          }
        } else if (ended(quarter)) {
          missing.add(name + ".met");
        }
      }
    }
    return missing.any()
        ? waiting(Kind.PERFORMANCE_PAY, missing)
        : paid(Kind.PERFORMANCE_PAY, pay.settle(results));
  }

  /** True once the figures are complete to the end of a quarter. */
  private boolean ended(int quarter) {
    LocalDate complete = facts.period().completeTo();
    LocalDate end = facts.period().from().plusMonths((long) MONTHS_OF_A_QUARTER * quarter);
    return complete != null && !complete.isBefore(end);
  }

  private PaymentBeside infrastructure(InfrastructurePayment payment) {
    Period period = facts.period();
    Set<String> met = new TreeSet<>();
    for (String metric : payment.metrics().keySet()) {
      if (facts.stated().met("metric." + metric)) {
        met.add(metric);
      }
    }
    return paid(
        Kind.INFRASTRUCTURE,
        payment.settle(YearMonth.from(period.from()), firstMonthNotBegun(), met));
  }

  /** The first month of the year that has not begun on the day the figures are complete to. */
  private YearMonth firstMonthNotBegun() {
    Period period = facts.period();
    YearMonth end = YearMonth.from(period.until());
    LocalDate complete = period.completeTo();
    if (complete == null || complete.isBefore(period.from())) {
      return YearMonth.from(period.from());
    }
    YearMonth next = YearMonth.from(complete).plusMonths(1);
    return next.isBefore(end) ? next : end;
  }

  private PaymentBeside feeThenShare(FeeThenShare terms) {
    Missing missing = new Missing(facts.stated());
    List<Money> earlier = new ArrayList<>();
    Period period = facts.period();
    for (int back = period.contractYear() - 1; back >= 1; back--) {
      earlier.add(missing.money("savings." + (period.year() - back)));
    }
    Money savings = facts.cost().budget().minus(facts.cost().counted(View.EXPECTED));
    return missing.any()
        ? waiting(Kind.FEE_THEN_SHARE, missing)
        : paid(
            Kind.FEE_THEN_SHARE, terms.settle(earlier, facts.population().memberMonths(), savings));
  }

  private PaymentBeside preventableEvents(PreventableEvents terms) {
    Missing missing = new Missing(facts.stated());
    String current = String.valueOf(facts.period().year());
    Set<String> years = facts.stated().under("events").headSet(current);
    if (years.size() < YEARS_OF_A_TREND) {
      for (int back = YEARS_OF_A_TREND; back >= 1; back--) {
        missing.rate("events." + (facts.period().year() - back) + ".count");
      }
    }
    List<Year> history = new ArrayList<>();
    for (String year : years) {
      Rate memberMonths = missing.rate("events." + year + ".memberMonths");
      if (!memberMonths.isZero()) {
        history.add(year("events." + year, memberMonths, missing));
      }
    }
    if (!missing.any() && history.size() < YEARS_OF_A_TREND) {
      return paid(Kind.PREVENTABLE_EVENTS, PreventableEvents.withoutTrend());
    }
    Year now = year("events." + current, facts.population().memberMonths(), missing);
    return missing.any()
        ? waiting(Kind.PREVENTABLE_EVENTS, missing)
        : paid(Kind.PREVENTABLE_EVENTS, terms.settle(history, now));
  }

  private static Year year(String name, Rate memberMonths, Missing missing) {
    BigDecimal count = missing.rate(name + ".count").value();
    return new Year(count.longValue(), memberMonths);
  }

  private PaymentBeside practiceTarget(PracticeTarget target) {
    return paid(
        Kind.PRACTICE_TARGET,
        target.settle(facts.population().memberMonths(), facts.cost().counted(View.EXPECTED)));
  }
}
