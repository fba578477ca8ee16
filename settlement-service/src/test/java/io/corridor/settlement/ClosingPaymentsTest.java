package io.corridor.settlement;

import static io.corridor.settlement.ClosingYear.ONE;
import static io.corridor.settlement.ClosingYear.TWO;
import static io.corridor.settlement.ClosingYear.balances;
import static io.corridor.settlement.ClosingYear.command;
import static io.corridor.settlement.ClosingYear.due;
import static io.corridor.settlement.ClosingYear.entries;
import static io.corridor.settlement.ClosingYear.frozen;
import static io.corridor.settlement.ClosingYear.give;
import static io.corridor.settlement.ClosingYear.half;
import static io.corridor.settlement.ClosingYear.period;
import static io.corridor.settlement.ClosingYear.roster;
import static io.corridor.settlement.ClosingYear.state;
import static io.corridor.settlement.ClosingYear.statement;
import static io.corridor.settlement.Records.rate;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.Entry;
import io.corridor.schemas.FeeThenShareTerms;
import io.corridor.schemas.InfrastructureTerms;
import io.corridor.schemas.PaidMeasure;
import io.corridor.schemas.PassThroughTerms;
import io.corridor.schemas.PracticeTargetTerms;
import io.corridor.schemas.PreventableEventsTerms;
import io.corridor.schemas.ReceiverShare;
import io.corridor.schemas.SettlementTerms;
import io.corridor.schemas.Statement;
import io.corridor.schemas.StatementShare;
import io.corridor.schemas.WeightedMetric;
import io.corridor.schemas.topic.ClosingTopics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Payments beside the shape at a closing: each its own entry, corrected by reversal and new entry.
 */
class ClosingPaymentsTest {

  /** A thousand a month, a fifth of it by one metric. */
  private static InfrastructureTerms infrastructure() {
    return InfrastructureTerms.newBuilder()
        .setMonthlyAmount(new BigDecimal("1000.00"))
        .setFrom(LocalDate.of(2025, 1, 1))
        .setUntil(LocalDate.of(2027, 1, 1))
        .setAtRisk(rate("0.2"))
        .setMetrics(List.of(new WeightedMetric("registry", rate("1"))))
        .build();
  }

  private static SettlementTerms.Builder everything(String... levels) {
    return half(levels)
        .setInfrastructure(infrastructure())
        .setFeeThenShare(
            FeeThenShareTerms.newBuilder()
                .setFeePmpm(rate("2"))
                .setYearsOfSavings(1)
                .setShare(rate("0.5"))
                .build())
        .setPreventableEvents(
            PreventableEventsTerms.newBuilder()
                .setValuePerEvent(rate("3000"))
                .setShare(rate("0.5"))
                .setMinimumMemberMonths(rate("0"))
                .build())
        .setPerformancePay(
            List.of(
                PaidMeasure.newBuilder()
                    .setName("Q01")
                    .setDirection("AT_LEAST")
                    .setTarget(rate("0.75"))
                    .setMinimumPatients(20)
                    .setAmount(new BigDecimal("250.00"))
                    .build()))
        .setPracticeTarget(
            PracticeTargetTerms.newBuilder()
                .setTargetPmpm(rate("100"))
                .setShare(rate("0.3"))
                .setMinimumMemberMonths(rate("0"))
                .build());
  }

  private static void close(FoldDriver driver, int number, String kind) {
    give(driver, command(kind + number, kind, "ann", number));
    roster(driver, number);
    frozen(driver, number, "CONTRACT", "C1", "900000.00", 3);
    frozen(driver, number, "TIN", ONE, "940000.00", 3);
    frozen(driver, number, "TIN", TWO, "990000.00", 3);
  }

  /** Four quarters of a practice, of which so many reach the target; its events of three years. */
  private static void stateAll(FoldDriver driver, String tin, int quarters, String events) {
    for (int quarter = 1; quarter <= 4; quarter++) {
      String name = "quarter." + quarter + ".Q01.";
      state(driver, "TIN", tin, name + "met", quarter <= quarters ? "80" : "70", 1);
      state(driver, "TIN", tin, name + "patients", "100", 1);
    }
    state(driver, "TIN", tin, "events.2023.count", "110", 1);
    state(driver, "TIN", tin, "events.2023.memberMonths", "12000", 1);
    state(driver, "TIN", tin, "events.2024.count", "105", 1);
    state(driver, "TIN", tin, "events.2024.memberMonths", "12000", 1);
    state(driver, "TIN", tin, "events.2025.count", events, 1);
  }

  private static Map<String, String> payments(FoldDriver driver) {
    Map<String, String> payments = new TreeMap<>();
    for (Entry entry : entries(driver).values()) {
      if (entry.getKind().equals("PAYMENT")) {
        payments.put(
            entry.getEntryId(),
            entry.getReason()
                + " "
                + entry.getLines().getLast().getReceiver()
                + " "
                + entry.getLines().getFirst().getAmount());
      }
    }
    return payments;
  }

  @Test
  @DisplayName("a closing waits for the figures of its payments; each is posted with its reason")
  void posts() {
    try (FoldDriver driver = ClosingYear.of(everything("CONTRACT", "TIN").build())) {
      stateAll(driver, ONE, 3, "75");
      state(driver, "CONTRACT", "C1", "metric.registry", "1", 1);
      state(driver, "CONTRACT", "C1", "savings.2024", "-10", 1);
      close(driver, 1, "CLOSE");
      assertThat(period(driver).getAwaits()).containsExactly("RESULT");
      assertThat(period(driver).getRefusal()).isEqualTo("FACT_MISSING");
      assertThat(period(driver).getRefusedFigures())
          .contains(TWO + " quarter.1.Q01.met", TWO + " events.2024.count")
          .noneMatch(name -> name.startsWith(ONE) || name.startsWith("C1"));
      stateAll(driver, TWO, 0, "100");
      Statement statement = statement(driver, "F1");
      // 9,600 member months: 19,200 of fees; 12 x 1,000; 960,000 - 940,000 at 30 percent.
      assertThat(payments(driver))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "2025-F1-2", "FEE_THEN_SHARE null 19200.00",
                  "2025-F1-3", "INFRASTRUCTURE null 12000.00",
                  "2025-F1-4", "PERFORMANCE_PAY " + ONE + " 750.00",
                  "2025-F1-5", "PRACTICE_TARGET " + ONE + " 6000.00",
                  "2025-F1-6", "PREVENTABLE_EVENTS " + ONE + " 7500.00"));
      assertThat(statement.getResult()).isEqualTo("50000.00");
      assertThat(statement.getDue()).isEqualTo("95450.00");
      assertThat(statement.getPostingSteps())
          .extracting(step -> step.getName())
          .endsWith("dueOfResult", "paymentsDue", "due");
      assertThat(statement.getShares())
          .extracting(share -> share.getReceiver() + " " + share.getAmount())
          .containsExactly("A1 81200.00", ONE + " 14250.00");
      assertThat(balances(driver))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "RESULT", new BigDecimal("50000.00"),
                  "PAYMENTS", new BigDecimal("45450.00"),
                  "DUE", new BigDecimal("-95450.00")));
    }
  }

  @Test
  @DisplayName("without practices everything is the contract's")
  void contractAlone() {
    try (FoldDriver driver = ClosingYear.of(half("CONTRACT").setPracticeTarget(target()).build())) {
      close(driver, 1, "CLOSE");
      assertThat(payments(driver))
          .containsExactly(Map.entry("2025-F1-2", "PRACTICE_TARGET null 18000.00"));
      assertThat(statement(driver, "F1").getShares()).isEmpty();
    }
  }

  private static PracticeTargetTerms target() {
    return PracticeTargetTerms.newBuilder()
        .setTargetPmpm(rate("100"))
        .setShare(rate("0.3"))
        .setMinimumMemberMonths(rate("0"))
        .build();
  }

  @Test
  @DisplayName("duplicate, late, corrected, voided, closed: what a payment's figures do to it")
  void laterKnowledge() {
    SettlementTerms terms =
        half("CONTRACT", "TIN")
            .setPracticeTarget(target())
            .setInfrastructure(infrastructure())
            .build();
    try (FoldDriver driver = ClosingYear.of(terms)) {
      close(driver, 1, "CLOSE");
      close(driver, 1, "CLOSE");
      Statement first = statement(driver, "F1");
      assertThat(payments(driver).values())
          .containsExactlyInAnyOrder(
              "INFRASTRUCTURE null 9600.00", "PRACTICE_TARGET " + ONE + " 6000.00");
      // Late: the metric is stated after the closing. Closed: nothing moves until it is restated.
      state(driver, "CONTRACT", "C1", "metric.registry", "1", 1);
      assertThat(driver.log(ClosingTopics.ENTRY)).hasSize(3);
      close(driver, 2, "RESTATE");
      Statement late = statement(driver, "F2");
      assertThat(late.getDue()).isEqualTo("2400.00");
      assertThat(late.getEntries())
          .extracting(e -> e.getKind() + " " + e.getReason() + " " + e.getPeriod())
          .containsExactly(
              "REVERSAL null 2026",
              "CORRECTION null 2026",
              "REVERSAL INFRASTRUCTURE 2026",
              "PAYMENT INFRASTRUCTURE 2026");
      // Voided: the metric is withdrawn again.
      state(driver, "CONTRACT", "C1", "metric.registry", null, 2);
      close(driver, 3, "RESTATE");
      assertThat(statement(driver, "F3").getDue()).isEqualTo("-2400.00");
      assertThat(statement(driver, "F1")).as("L6").isEqualTo(first);
      assertThat(balances(driver))
          .containsEntry("PAYMENTS", new BigDecimal("15600.00"))
          .containsEntry("DUE", new BigDecimal("-65600.00"));
      assertThat(entries(driver).get("2025-F3-3").getReverses()).isEqualTo("2025-F2-4");
    }
  }

  @Test
  @DisplayName("a figure that is withdrawn takes no payment back: the restatement waits for it")
  void withdrawn() {
    SettlementTerms terms = everything("CONTRACT").build();
    try (FoldDriver driver = ClosingYear.of(terms)) {
      for (int quarter = 1; quarter <= 4; quarter++) {
        state(driver, "CONTRACT", "C1", "quarter." + quarter + ".Q01.met", "80", 1);
        state(driver, "CONTRACT", "C1", "quarter." + quarter + ".Q01.patients", "100", 1);
      }
      state(driver, "CONTRACT", "C1", "savings.2024", "-10", 1);
      // New: no patients in the two years before, so that there is no trend to save against.
      for (String year : List.of("2023", "2024")) {
        state(driver, "CONTRACT", "C1", "events." + year + ".count", "0", 1);
        state(driver, "CONTRACT", "C1", "events." + year + ".memberMonths", "0", 1);
      }
      state(driver, "CONTRACT", "C1", "events.2025.count", "5", 1);
      close(driver, 1, "CLOSE");
      assertThat(payments(driver).values()).contains("PERFORMANCE_PAY null 1000.00");
      assertThat(statement(driver, "F1").getLevels().getFirst().getPayments())
          .filteredOn(payment -> payment.getKind().equals("PREVENTABLE_EVENTS"))
          .allSatisfy(
              payment -> assertThat(payment.getLimitsBinding()).containsExactly("MINIMUM_COUNT"));
      state(driver, "CONTRACT", "C1", "quarter.2.Q01.met", null, 2);
      close(driver, 2, "RESTATE");
      assertThat(period(driver).getAwaits()).containsExactly("RESULT");
      assertThat(period(driver).getRefusedFigures()).containsExactly("C1 quarter.2.Q01.met");
      // Corrected: the quarter missed its target.
      state(driver, "CONTRACT", "C1", "quarter.2.Q01.met", "60", 3);
      assertThat(statement(driver, "F2").getDue()).isEqualTo("-250.00");
      assertThat(payments(driver).values()).contains("PERFORMANCE_PAY null 750.00");
    }
  }

  @Test
  @DisplayName(
      "L3: what is handed on is posted; a restatement divides the whole again, to the cent")
  void handedOn() {
    SettlementTerms terms =
        half("CONTRACT", "TIN")
            .setPracticeTarget(target())
            .setPassThrough(
                PassThroughTerms.newBuilder()
                    .setToPractices(rate("0.6"))
                    .setToClinicians(rate("0.5"))
                    .setShares(
                        List.of(
                            new ReceiverShare(ONE, null, rate("2")),
                            new ReceiverShare(TWO, null, rate("1")),
                            new ReceiverShare("1234567893", ONE, rate("1"))))
                    .build())
            .build();
    try (FoldDriver driver = ClosingYear.of(terms)) {
      give(driver, command("a", "CLOSE", "ann", 0));
      roster(driver, 1);
      frozen(driver, 1, "TIN", ONE, "940000.00", 3);
      frozen(driver, 1, "TIN", TWO, "990000.00", 3);
      frozen(driver, 1, "CONTRACT", "C1", "899999.99", 3);
      Statement first = statement(driver, "F1");
      assertThat(first.getDue()).isEqualTo("56000.01");
      assertThat(due(driver))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "A1",
                  new BigDecimal("20000.00"),
                  ONE,
                  new BigDecimal("16000.00"),
                  ONE + "|1234567893",
                  new BigDecimal("10000.01"),
                  TWO,
                  new BigDecimal("10000.00")));
      assertThat(sum(first)).isEqualTo(first.getDue());
      give(driver, command("b", "RESTATE", "ann", 1));
      roster(driver, 2);
      frozen(driver, 2, "TIN", ONE, "940000.00", 3);
      frozen(driver, 2, "TIN", TWO, "990000.00", 3);
      frozen(driver, 2, "CONTRACT", "C1", "939999.98", 3);
      Statement second = statement(driver, "F2");
      assertThat(second.getDue()).isEqualTo("-20000.00");
      assertThat(sum(second)).isEqualTo(second.getDue());
      assertThat(due(driver).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualTo("36000.01");
      assertThat(due(driver)).containsEntry(TWO, new BigDecimal("6000.00"));
      assertThat(balances(driver)).containsEntry("DUE", new BigDecimal("-36000.01"));
    }
  }

  private static BigDecimal sum(Statement statement) {
    return statement.getShares().stream()
        .map(StatementShare::getAmount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
