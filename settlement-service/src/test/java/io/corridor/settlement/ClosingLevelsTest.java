package io.corridor.settlement;

import static io.corridor.settlement.ClosingYear.ONE;
import static io.corridor.settlement.ClosingYear.TWO;
import static io.corridor.settlement.ClosingYear.closing;
import static io.corridor.settlement.ClosingYear.frozen;
import static io.corridor.settlement.ClosingYear.half;
import static io.corridor.settlement.ClosingYear.period;
import static io.corridor.settlement.ClosingYear.state;
import static io.corridor.settlement.ClosingYear.statement;
import static io.corridor.settlement.Records.rate;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.FinalBudgetMonth;
import io.corridor.schemas.PassThroughTerms;
import io.corridor.schemas.ReceiverShare;
import io.corridor.schemas.SettlementTerms;
import io.corridor.schemas.Statement;
import io.corridor.schemas.StatementInput;
import io.corridor.schemas.StatementLevel;
import io.corridor.schemas.StatementShare;
import io.corridor.schemas.topic.ClosingTopics;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Closings settle every level that the terms name, under any shape. */
class ClosingLevelsTest {

  private static FinalBudgetMonth month(String month) {
    return new FinalBudgetMonth(month, rate("800"), rate("1.1"), null);
  }

  private static void stated(FoldDriver driver, String name, String value) {
    state(driver, "CONTRACT", "C1", name, value, 1);
  }

  @Test
  @DisplayName("the contract's result is posted; each practice's stands beside it, once all are in")
  void contractAndPractices() {
    try (FoldDriver driver = closing(half("CONTRACT", "TIN").build())) {
      frozen(
          driver, 1, "CONTRACT", "C1", "900000.00", 4, List.of(month("2025-01"), month("2025-02")));
      frozen(driver, 1, "TIN", ONE, "940000.00", 4);
      assertThat(period(driver).getAwaits()).containsExactly("BUDGET");
      frozen(driver, 1, "ORGANISATION", "ORG", "1.00", 4);
      frozen(driver, 1, "TIN", TWO, "990000.00", 4);
      Statement statement = statement(driver, "F1");
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
      frozen(driver, 1, "CONTRACT", "C1", "900000.00", 3);
      frozen(driver, 1, "TIN", ONE, "940000.00", 3);
      frozen(driver, 1, "TIN", TWO, "950000.00", 3);
      Statement statement = statement(driver, "F1");
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
    try (FoldDriver driver = closing(ShapedYear.medicalLoss())) {
      frozen(driver, 1, "CONTRACT", "C1", "77900.00", 1);
      stated(driver, "premium", "96000");
      stated(driver, "taxesAndFees", "1000");
      stated(driver, "qualityImprovement", "900");
      assertThat(period(driver).getAwaits()).containsExactly("RESULT");
      assertThat(period(driver).getRefusal()).isEqualTo("FACT_MISSING");
      assertThat(period(driver).getRefusedFigures()).containsExactly("unpaidClaims");
      stated(driver, "unpaidClaims", "0");
      Statement statement = statement(driver, "F1");
      assertThat(statement.getShape()).isEqualTo("MEDICAL_LOSS_RATIO");
      assertThat(statement.getResult()).isEqualTo("1450.00");
      assertThat(statement.getInputs())
          .contains(
              new StatementInput(
                  "stated.premium", "96000", "intake.attestation.v1 C1|CONTRACT|C1|2025|premium"));
      // L6: what is stated after the statement moves the estimate, never the statement.
      stated(driver, "premium", "90000");
      assertThat(driver.log(ClosingTopics.STATEMENT)).hasSize(1);
    }
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
      frozen(driver, 1, "CONTRACT", "C1", "899999.99", 1);
      Statement statement = statement(driver, "F1");
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

  private static ReceiverShare share(String receiver, @Nullable String of, String share) {
    return ReceiverShare.newBuilder().setReceiver(receiver).setOf(of).setShare(rate(share)).build();
  }
}
