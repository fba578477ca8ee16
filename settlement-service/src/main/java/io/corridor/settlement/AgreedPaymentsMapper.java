package io.corridor.settlement;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.schemas.CareManagementFeeTerms;
import io.corridor.schemas.FeeThenShareTerms;
import io.corridor.schemas.InfrastructureTerms;
import io.corridor.schemas.InterimTerms;
import io.corridor.schemas.PaidMeasure;
import io.corridor.schemas.PassThroughTerms;
import io.corridor.schemas.PracticeTargetTerms;
import io.corridor.schemas.PreventableEventsTerms;
import io.corridor.schemas.ReceiverShare;
import io.corridor.schemas.SettlementTerms;
import io.corridor.settlement.engine.AgreedPayments;
import io.corridor.settlement.engine.HandedOn;
import io.corridor.settlement.incentive.CareManagementFee;
import io.corridor.settlement.incentive.FeeThenShare;
import io.corridor.settlement.incentive.InfrastructurePayment;
import io.corridor.settlement.incentive.InterimPayment;
import io.corridor.settlement.incentive.PerformancePay;
import io.corridor.settlement.incentive.PracticeTarget;
import io.corridor.settlement.incentive.PreventableEvents;
import io.corridor.settlement.share.Contradiction;
import io.corridor.settlement.share.PassThrough;
import io.corridor.settlement.share.Recoupment;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Payments beside the shape, as they travel, into the records that rules read. */
public final class AgreedPaymentsMapper {

  private AgreedPaymentsMapper() {}

  /**
   * All payments that a contract agrees beside its shape.
   *
   * @throws Contradiction if the terms contradict themselves
   */
  public static AgreedPayments of(SettlementTerms terms) {
    return new AgreedPayments(
        fee(terms.getCareManagementFee()),
        performancePay(terms.getPerformancePay()),
        infrastructure(terms.getInfrastructure()),
        feeThenShare(terms.getFeeThenShare()),
        preventableEvents(terms.getPreventableEvents()),
        practiceTarget(terms.getPracticeTarget()),
        handedOn(terms.getPassThrough()),
        interim(terms.getInterim()));
  }

  private static @Nullable CareManagementFee fee(@Nullable CareManagementFeeTerms terms) {
    return terms == null
        ? null
        : new CareManagementFee(
            new Amount(terms.getPmpm()),
            terms.getRiskAdjusted(),
            Set.copyOf(terms.getConditions()),
            new Recoupment(new Rate(terms.getRecoupmentLimit())));
  }

  private static @Nullable PerformancePay performancePay(List<PaidMeasure> measures) {
    return measures.isEmpty()
        ? null
        : new PerformancePay(
            measures.stream()
                .map(measure ->
                    new PerformancePay.Measure(
                        measure.getName(),
                        PerformancePay.Direction.valueOf(measure.getDirection()),
                        new Rate(measure.getTarget()),
                        measure.getMinimumPatients(),
                        reward(measure)))
                .toList());
  }

  private static PerformancePay.Reward reward(PaidMeasure measure) {
    BigDecimal each = measure.getAmountPerPatient();
    BigDecimal fixed = measure.getAmount();
    if (fixed != null) {
      return new PerformancePay.FixedAmount(Money.of(fixed));
    }
    if (each != null) {
      return new PerformancePay.PerPatient(new Amount(each));
    }
    throw new Contradiction("measure " + measure.getName() + " earns nothing");
  }

  private static @Nullable InfrastructurePayment infrastructure(
      @Nullable InfrastructureTerms terms) {
    if (terms == null) {
      return null;
    }
    NavigableMap<String, Rate> metrics = new TreeMap<>();
    terms
        .getMetrics()
        .forEach(metric -> metrics.put(metric.getName(), new Rate(metric.getWeight())));
    return new InfrastructurePayment(
        Money.of(terms.getMonthlyAmount()),
        YearMonth.from(terms.getFrom()),
        YearMonth.from(terms.getUntil()),
        new Rate(terms.getAtRisk()),
        metrics);
  }

  private static @Nullable FeeThenShare feeThenShare(@Nullable FeeThenShareTerms terms) {
    return terms == null
        ? null
        : new FeeThenShare(
            new Amount(terms.getFeePmpm()), terms.getYearsOfSavings(), new Rate(terms.getShare()));
  }

  private static @Nullable PreventableEvents preventableEvents(
      @Nullable PreventableEventsTerms terms) {
    return terms == null
        ? null
        : new PreventableEvents(
            new Amount(terms.getValuePerEvent()),
            new Rate(terms.getShare()),
            new Rate(terms.getMinimumMemberMonths()));
  }

  private static @Nullable PracticeTarget practiceTarget(@Nullable PracticeTargetTerms terms) {
    return terms == null
        ? null
        : new PracticeTarget(
            new Amount(terms.getTargetPmpm()),
            new Rate(terms.getShare()),
            new Rate(terms.getMinimumMemberMonths()));
  }

  private static @Nullable HandedOn handedOn(@Nullable PassThroughTerms terms) {
    if (terms == null) {
      return null;
    }
    NavigableMap<String, Rate> practices = new TreeMap<>();
    NavigableMap<String, NavigableMap<String, Rate>> clinicians = new TreeMap<>();
    for (ReceiverShare share : terms.getShares()) {
      Rate rate = new Rate(share.getShare());
      if (share.getOf() == null) {
        practices.put(share.getReceiver(), rate);
      } else {
        clinicians
            .computeIfAbsent(share.getOf(), tin -> new TreeMap<>())
            .put(share.getReceiver(), rate);
      }
    }
    BigDecimal further = terms.getToClinicians();
    Rate passedOn = further == null ? Rate.ZERO : new Rate(further);
    NavigableMap<String, PassThrough> toClinicians = new TreeMap<>();
    clinicians.forEach((tin, shares) -> toClinicians.put(tin, new PassThrough(passedOn, shares)));
    return new HandedOn(new PassThrough(new Rate(terms.getToPractices()), practices), toClinicians);
  }

  private static @Nullable InterimPayment interim(@Nullable InterimTerms terms) {
    return terms == null
        ? null
        : new InterimPayment(
            terms.getEveryMonths(),
            new Rate(terms.getPaidPart()),
            new Rate(terms.getReserve()),
            terms.getTrueUp(),
            new Recoupment(new Rate(terms.getRecoupmentLimit())));
  }
}
