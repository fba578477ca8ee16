package io.corridor.settlement.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.engine.PaymentBeside.Kind;
import io.corridor.settlement.engine.PeriodFacts.MonthMembers;
import io.corridor.settlement.engine.PeriodFacts.Population;
import io.corridor.settlement.incentive.CareManagementFee;
import io.corridor.settlement.incentive.FeeThenShare;
import io.corridor.settlement.incentive.InfrastructurePayment;
import io.corridor.settlement.incentive.PerformancePay;
import io.corridor.settlement.incentive.PracticeTarget;
import io.corridor.settlement.incentive.PreventableEvents;
import io.corridor.settlement.share.Recoupment;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PaymentsBesideTest {

  private static final AgreedPayments ALL =
      new AgreedPayments(
          new CareManagementFee(
              amount("4.50"), false, Set.of("carePlan"), new Recoupment(Rate.ONE)),
          new PerformancePay(
              List.of(
                  new PerformancePay.Measure(
                      "Q01",
                      PerformancePay.Direction.AT_LEAST,
                      Rate.of("0.75"),
                      20,
                      new PerformancePay.FixedAmount(Money.of("250"))))),
          new InfrastructurePayment(
              Money.of("1000.01"),
              YearMonth.of(2025, 1),
              YearMonth.of(2026, 1),
              Rate.of("0.2"),
              metrics()),
          new FeeThenShare(amount("3"), 2, Rate.of("0.5")),
          new PreventableEvents(amount("3000"), Rate.of("0.5"), Rate.ZERO),
          new PracticeTarget(amount("100"), Rate.of("0.3"), Rate.ZERO),
          null,
          null);

  private static Amount amount(String dollars) {
    return new Amount(new BigDecimal(dollars));
  }

  private static TreeMap<String, Rate> metrics() {
    TreeMap<String, Rate> metrics = new TreeMap<>();
    metrics.put("registry", Rate.of("0.75"));
    metrics.put("extendedHours", Rate.of("0.25"));
    return metrics;
  }

  /** 9,000 member months, two of which months are known; complete to the end of its run-out. */
  private static PeriodFacts facts(int contractYear) {
    TreeMap<YearMonth, MonthMembers> months = new TreeMap<>();
    months.put(YearMonth.of(2025, 3), new MonthMembers(Rate.of(1_000), null, null));
    months.put(YearMonth.of(2025, 4), new MonthMembers(Rate.of(1_000), null, null));
    return WorkedExamples.facts(contractYear, 800, "1000000", "880000")
        .withPopulation(new Population(800, Rate.of(9_000), null, months));
  }

  private static PaymentBeside of(Kind kind, PeriodFacts facts) {
    return PaymentsBeside.of(ALL, facts).stream()
        .filter(payment -> payment.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("1,000 patients at 4.50 in the month that is attested, nothing in the other")
  void fee() {
    PaymentBeside fee =
        of(
            Kind.CARE_MANAGEMENT_FEE,
            WorkedExamples.stated(facts(1), "attested.2025-03.carePlan", "1"));
    assertThat(fee.payment()).isEqualTo(Money.of("4500"));
    assertThat(fee.limits()).containsExactly("CONDITION_NOT_MET");
    assertThat(fee.steps()).extracting(step -> step.name()).contains("fee.2025.03");
  }

  @Test
  @DisplayName("a quarter that is over without a result is named; three of four met earn 750")
  void performancePay() {
    PeriodFacts facts = facts(1);
    for (int quarter = 1; quarter <= 3; quarter++) {
      String name = "quarter." + quarter + ".Q01.";
      facts = WorkedExamples.stated(facts, name + "met", "80", name + "patients", "100");
    }
    assertThat(of(Kind.PERFORMANCE_PAY, facts).missing()).containsExactly("quarter.4.Q01.met");
    PeriodFacts whole =
        WorkedExamples.stated(facts, "quarter.4.Q01.met", "70", "quarter.4.Q01.patients", "100");
    assertThat(of(Kind.PERFORMANCE_PAY, whole).payment()).isEqualTo(Money.of("750"));
  }

  @Test
  @DisplayName("12 months of 1,000.01, a fifth at risk, three quarters of it earned: 11,400.11")
  void infrastructure() {
    PaymentBeside paid =
        of(Kind.INFRASTRUCTURE, WorkedExamples.stated(facts(1), "metric.registry", "1"));
    assertThat(paid.payment()).isEqualTo(Money.of("11400.11"));
  }

  @Test
  @DisplayName("27,000 of fees at first; half of 120,000 after two years of savings")
  void feeThenShare() {
    assertThat(of(Kind.FEE_THEN_SHARE, facts(1)).payment()).isEqualTo(Money.of("27000"));
    assertThat(of(Kind.FEE_THEN_SHARE, facts(3)).missing())
        .containsExactly("savings.2023", "savings.2024");
    assertThat(
            of(
                    Kind.FEE_THEN_SHARE,
                    WorkedExamples.stated(facts(3), "savings.2023", "10", "savings.2024", "20"))
                .payment())
        .isEqualTo(Money.of("60000"));
  }

  @Test
  @DisplayName("a rate that fell from 120 to 110 is expected at 100: 75 of 9,000 months, 60 came")
  void preventableEvents() {
    PeriodFacts facts =
        WorkedExamples.stated(
            facts(1),
            "events.2023.count",
            "120",
            "events.2023.memberMonths",
            "12000",
            "events.2024.count",
            "110",
            "events.2024.memberMonths",
            "12000");
    assertThat(of(Kind.PREVENTABLE_EVENTS, facts).missing()).containsExactly("events.2025.count");
    assertThat(
            of(Kind.PREVENTABLE_EVENTS, WorkedExamples.stated(facts, "events.2025.count", "60"))
                .payment())
        .isEqualTo(Money.of("22500"));
  }

  @Test
  @DisplayName("900,000 - 880,000 at 30 %: 6,000")
  void practiceTarget() {
    assertThat(of(Kind.PRACTICE_TARGET, facts(1)).payment()).isEqualTo(Money.of("6000"));
  }

  @Test
  void nothingAgreedPaysNothing() {
    assertThat(PaymentsBeside.of(AgreedPayments.NONE, facts(1))).isEmpty();
  }
}
