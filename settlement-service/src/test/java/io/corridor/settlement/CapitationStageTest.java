package io.corridor.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.Budget;
import io.corridor.schemas.CapitationTerms;
import io.corridor.schemas.ChangedInput;
import io.corridor.schemas.EstimateChangedValue;
import io.corridor.schemas.FinalBudgetMonth;
import io.corridor.schemas.SettlementTerms;
import io.corridor.schemas.Statement;
import io.corridor.schemas.StatementInput;
import io.corridor.schemas.topic.StatedTopics;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Leakage that the budget counted, taken off a capitation in estimates and statements. */
@NullUnmarked
class CapitationStageTest {

  private static SettlementTerms terms() {
    return SettlementTerms.newBuilder()
        .setShape("CAPITATION")
        .setCapitation(
            CapitationTerms.newBuilder()
                .setRatePmpm(new BigDecimal("42.000000"))
                .setCapitatedCodes(List.of("99213"))
                .build())
        .build();
  }

  private static void march(FoldDriver driver, String leakage) {
    Budget month = Records.budget("CONTRACT", "C1", "2025-03", "0.00", "0.00", ShapedYear.JUNE);
    driver.feed(
        Topics.BUDGET,
        "C1|CONTRACT|C1|2025-03",
        Budget.newBuilder(month).setCapitationLeakage(new BigDecimal(leakage)).build());
  }

  @Test
  @DisplayName("An estimate takes off what March leaked; services that are stated stand for it")
  void estimate() {
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      driver.feed(Topics.TERMS, "C1|1", ShapedYear.terms(1, terms()));
      driver.tick(ShapedYear.JUNE, false);
      driver.feed(Topics.BUDGET, ShapedYear.KEY, Records.year("2025", "0.00"));
      march(driver, "100.00");
      ShapedYear.state(driver, "CONTRACT", "C1", "month.2025-03.riskScore", "1");
      ShapedYear.state(driver, "CONTRACT", "C1", "month.2025-03.paid", "400000");
      // 9,600 member months at 42 dollars, less 100 and what was paid.
      assertThat(ShapedYear.payment(driver, ShapedYear.KEY)).isEqualTo("3100.00");
      march(driver, "250.00");
      assertThat(ShapedYear.payment(driver, ShapedYear.KEY)).isEqualTo("2950.00");
      EstimateChangedValue changed =
          driver.<EstimateChangedValue>log(StatedTopics.ESTIMATE_CHANGED).getLast();
      assertThat(changed.getBody().getParts())
          .extracting(ChangedInput::getInput, part -> part.getMoved().toPlainString())
          .containsExactly(tuple("COST", "-150.00"));
      ShapedYear.state(driver, "CONTRACT", "C1", "month.2025-03.elsewhere.99213", "40");
      assertThat(ShapedYear.payment(driver, ShapedYear.KEY)).isEqualTo("3160.00");
    }
  }

  @Test
  @DisplayName("A closing takes off what was frozen, and names it among what it rests on")
  void statement() {
    try (FoldDriver driver = ClosingYear.closing(terms())) {
      ClosingYear.state(driver, "CONTRACT", "C1", "month.2025-01.paid", "36000", 1);
      FinalBudgetMonth january =
          new FinalBudgetMonth(
              "2025-01", Records.rate("800"), Records.rate("1.1"), new BigDecimal("100.00"));
      ClosingYear.frozen(driver, 1, "CONTRACT", "C1", "0.00", 1, List.of(january));
      Statement statement = ClosingYear.statement(driver, "F1");
      // 800 member months at 42 dollars and a risk of 1.1, less 100 and what was paid.
      assertThat(statement.getResult()).isEqualTo("860.00");
      assertThat(statement.getInputs())
          .extracting(StatementInput::getName, StatementInput::getValue)
          .contains(tuple("members.month.2025-01.capitationLeakage", "100.00"));
    }
  }
}
