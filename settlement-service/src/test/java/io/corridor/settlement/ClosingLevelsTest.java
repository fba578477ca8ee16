package io.corridor.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.TermsRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.Attestation;
import io.corridor.schemas.Budget;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.FinalBudget;
import io.corridor.schemas.FinalBudgetMonth;
import io.corridor.schemas.FinalRoster;
import io.corridor.schemas.MedicalLossTerms;
import io.corridor.schemas.PassThroughTerms;
import io.corridor.schemas.Period;
import io.corridor.schemas.ReceiverShare;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.SettlementCommand;
import io.corridor.schemas.SettlementTerms;
import io.corridor.schemas.Statement;
import io.corridor.schemas.StatementInput;
import io.corridor.schemas.StatementLevel;
import io.corridor.schemas.StatementShare;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.StatedTopics;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Closings settle every level that the terms name, under any shape. */
class ClosingLevelsTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final LocalDate CUT = LocalDate.of(2026, 4, 1);
  private static final String ONE = "111111111";
  private static final String TWO = "222222222";
  private static final String STATEMENT = "C1|2025|F1";

  private static BigDecimal rate(String text) {
    return new BigDecimal(text).setScale(6);
  }

  private static ContractTerms terms(SettlementTerms settlement) {
    return TermsRecords.contract(
            "C1", 1, FIRST, TermsRecords.attribution(List.of("PCP_SELECTION")).build(), 2024, 2025)
        .setSettlement(settlement)
        .setMinLives(1)
        .build();
  }

  private static SettlementTerms.Builder half(String... levels) {
    return TermsRecords.oneSided("0.500000")
        .setMinimumSavingsRate(rate("0.02"))
        .setLevels(List.of(levels));
  }

  static FoldDriver closing(SettlementTerms settlement) {
    FoldDriver driver = new FoldDriver(SettlementStage.load());
    driver.feed(Topics.TERMS, "C1|1", terms(settlement));
    driver.tick(CUT, false);
    driver.feed(
        ClosingTopics.SETTLEMENT_COMMAND,
        "C1|a",
        SettlementCommand.newBuilder()
            .setCommandId("a")
            .setContract("C1")
            .setPeriod("2025")
            .setKind("CLOSE")
            .setBusinessDate(CUT)
            .setUser("ann")
            .setAt(Instant.parse("2026-04-01T08:00:00Z"))
            .build());
    driver.feed(
        ClosingTopics.FINAL_ROSTER, "C1|2025|1", new FinalRoster("C1", "2025", 1, CUT, 10L, 120L));
    return driver;
  }

  private static void frozen(
      FoldDriver driver, String level, String id, String counted, int levels, String... months) {
    frozen(driver, level, id, counted, levels, null, months);
  }

  static void frozen(
      FoldDriver driver,
      String level,
      String id,
      String counted,
      int levels,
      @Nullable BigDecimal leakage,
      String... months) {
    Budget budget = Records.budget(level, id, "2025", "1000000.00", counted, CUT);
    driver.feed(
        ClosingTopics.FINAL_BUDGET,
        String.join("|", "C1|2025|1", level, id),
        FinalBudget.newBuilder()
            .setContract("C1")
            .setPeriod("2025")
            .setNumber(1)
            .setLevel(level)
            .setId(id)
            .setBusinessDate(CUT)
            .setKnownAt(Instant.parse("2026-03-31T10:00:00Z"))
            .setBudget(budget)
            .setLevels(levels)
            .setMonths(
                java.util.Arrays.stream(months)
                    .map(month -> new FinalBudgetMonth(month, rate("800"), rate("1.1"), leakage))
                    .toList())
            .build());
  }

  private static Period period(FoldDriver driver) {
    return (Period) Objects.requireNonNull(driver.current(ClosingTopics.PERIOD).get("C1|2025"));
  }

  static Statement statement(FoldDriver driver) {
    return (Statement)
        Objects.requireNonNull(driver.current(ClosingTopics.STATEMENT).get(STATEMENT));
  }

  @Test
  @DisplayName("the contract's result is posted; each practice's stands beside it, once all are in")
  void contractAndPractices() {
    try (FoldDriver driver = closing(half("CONTRACT", "TIN").build())) {
      frozen(driver, "CONTRACT", "C1", "900000.00", 4, "2025-01", "2025-02");
      frozen(driver, "TIN", ONE, "940000.00", 4);
      assertThat(period(driver).getAwaits()).containsExactly("BUDGET");
      frozen(driver, "ORGANISATION", "ORG", "1.00", 4);
      frozen(driver, "TIN", TWO, "990000.00", 4);
      Statement statement = statement(driver);
      assertThat(statement.getResult()).isEqualTo("50000.00");
      assertThat(statement.getShape()).isEqualTo("ONE_SIDED");
      assertThat(statement.getLevels())
          .extracting(level -> level.getLevel() + " " + level.getId() + " " + level.getResult())
          .containsExactly(
              "CONTRACT C1 50000.00", "TIN " + ONE + " 30000.00", "TIN " + TWO + " 0.00");
      StatementLevel second = statement.getLevels().getLast();
      assertThat(second.getLimitsBinding()).containsExactly("MINIMUM_SAVINGS_RATE");
      assertThat(second.getInputs())
          .contains(
              new StatementInput(
                  "cost.counted", "990000.00", "benchmark.final-budget.v1 C1|2025|1|TIN|" + TWO));
      assertThat(statement.getInputs())
          .extracting(StatementInput::getName)
          .contains("members.month.2025-01.months", "members.month.2025-02.riskScore");
      assertThat(driver.current(ClosingTopics.ENTRY)).containsOnlyKeys("C1|2025-F1-1");
    }
  }

  @Test
  @DisplayName("terms that settle practices alone post the sum of their results")
  void practicesAlone() {
    try (FoldDriver driver = closing(half("TIN").build())) {
      frozen(driver, "CONTRACT", "C1", "900000.00", 3);
      frozen(driver, "TIN", ONE, "940000.00", 3);
      frozen(driver, "TIN", TWO, "950000.00", 3);
      Statement statement = statement(driver);
      assertThat(statement.getResult()).isEqualTo("55000.00");
      assertThat(statement.getSteps().getFirst().getFormula())
          .isEqualTo("result." + ONE + " + result." + TWO);
      assertThat(statement.getInputs())
          .containsExactly(
              new StatementInput("result." + ONE, "30000.00", "TIN " + ONE),
              new StatementInput("result." + TWO, "25000.00", "TIN " + TWO));
    }
  }

  @Test
  @DisplayName("a closing waits for a figure that decides and says which; stated, it settles")
  void missingFigure() {
    SettlementTerms terms =
        SettlementTerms.newBuilder()
            .setShape("MEDICAL_LOSS_RATIO")
            .setMedicalLoss(
                MedicalLossTerms.newBuilder()
                    .setTarget(rate("0.86"))
                    .setGainShare(rate("0.5"))
                    .setGainCap(rate("0.03"))
                    .setLossShare(null)
                    .setLossCap(null)
                    .setRunoutMonths(List.of(3, 12))
                    .build())
            .build();
    try (FoldDriver driver = closing(terms)) {
      frozen(driver, "CONTRACT", "C1", "77900.00", 1);
      state(driver, "premium", "96000");
      state(driver, "taxesAndFees", "1000");
      state(driver, "qualityImprovement", "900");
      assertThat(period(driver).getAwaits()).containsExactly("RESULT");
      assertThat(period(driver).getRefusal()).isEqualTo("FACT_MISSING");
      assertThat(period(driver).getRefusedFigures()).containsExactly("unpaidClaims");
      state(driver, "unpaidClaims", "0");
      Statement statement = statement(driver);
      assertThat(statement.getShape()).isEqualTo("MEDICAL_LOSS_RATIO");
      assertThat(statement.getResult()).isEqualTo("1450.00");
      assertThat(statement.getInputs())
          .contains(
              new StatementInput(
                  "stated.premium", "96000", "intake.attestation.v1 C1|CONTRACT|C1|2025|premium"));
      // L6: what is stated after the statement moves the estimate, never the statement.
      state(driver, "premium", "90000");
      assertThat(driver.log(ClosingTopics.STATEMENT)).hasSize(1);
    }
  }

  static void state(FoldDriver driver, String name, String value) {
    driver.feed(
        StatedTopics.ATTESTATION,
        "C1|CONTRACT|C1|2025|" + name,
        Attestation.newBuilder()
            .setPayer("P1")
            .setContract("C1")
            .setLevel("CONTRACT")
            .setId("C1")
            .setYear(2025)
            .setName(name)
            .setValue(rate(value))
            .setVersion(1)
            .setStatus(RecordStatus.ACTIVE)
            .build());
  }

  @Test
  @DisplayName("L3: what is due is handed on by shares; what is kept and the parts sum to it")
  void handedOn() {
    SettlementTerms terms =
        half("CONTRACT")
            .setPassThrough(
                PassThroughTerms.newBuilder()
                    .setToPractices(rate("0.6"))
                    .setToClinicians(rate("0.5"))
                    .setShares(
                        List.of(
                            share(ONE, null, "2"),
                            share(TWO, null, "1"),
                            share("1234567893", ONE, "1")))
                    .build())
            .build();
    try (FoldDriver driver = closing(terms)) {
      frozen(driver, "CONTRACT", "C1", "899999.99", 1);
      Statement statement = statement(driver);
      assertThat(statement.getDue()).isEqualTo("50000.01");
      assertThat(statement.getShares())
          .extracting(StatementShare::getAmount)
          .containsExactly(
              new BigDecimal("20000.00"),
              new BigDecimal("10000.00"),
              new BigDecimal("10000.00"),
              new BigDecimal("10000.01"));
      assertThat(
              statement.getShares().stream()
                  .map(StatementShare::getAmount)
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualTo("50000.01");
    }
  }

  private static ReceiverShare share(
      String receiver, @org.jspecify.annotations.Nullable String of, String share) {
    return ReceiverShare.newBuilder().setReceiver(receiver).setOf(of).setShare(rate(share)).build();
  }
}
