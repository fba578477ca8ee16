package io.corridor.settlement;

import static io.corridor.settlement.ClosingYear.CUT;
import static io.corridor.settlement.ClosingYear.FIRST;
import static io.corridor.settlement.ClosingYear.balances;
import static io.corridor.settlement.ClosingYear.codes;
import static io.corridor.settlement.ClosingYear.command;
import static io.corridor.settlement.ClosingYear.finalScore;
import static io.corridor.settlement.ClosingYear.freeze;
import static io.corridor.settlement.ClosingYear.give;
import static io.corridor.settlement.ClosingYear.period;
import static io.corridor.settlement.ClosingYear.readBack;
import static io.corridor.settlement.ClosingYear.shared;
import static io.corridor.settlement.ClosingYear.statement;
import static io.corridor.settlement.Records.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.Budget;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.InterimTerms;
import io.corridor.schemas.Period;
import io.corridor.schemas.SettlementCommand;
import io.corridor.schemas.SettlementTerms;
import io.corridor.schemas.Statement;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Closings over the topology: commands and frozen figures in, statements and entries out. */
class ClosingTest {

  @Test
  @DisplayName("a period closes once its figures are frozen; the statement posts what is due")
  void closes() {
    try (FoldDriver driver = shared(false)) {
      driver.feed(Topics.BUDGET, "C1|CONTRACT|C1|2025", Records.year("2025", "900000.00"));
      assertThat(period(driver).getState()).isEqualTo("OPEN");
      give(driver, command("a", "CLOSE", "ann", 0).setRunOut(CUT));
      assertThat(period(driver).getState()).isEqualTo("CLOSING");
      assertThat(period(driver).getAwaits()).containsExactly("ROSTER", "BUDGET");
      assertThat(period(driver).getRosterNumber()).isNull();
      assertThat(period(driver).getListFinalSince()).isNull();
      assertThat(period(driver).getClosingDate()).isEqualTo(CUT);
      freeze(driver, 1, "900000.00");
      Statement statement = statement(driver, "F1");
      assertThat(statement.getResult()).isEqualTo("50000.00");
      assertThat(statement.getDue()).isEqualTo("50000.00");
      assertThat(statement.getKnownAt()).isEqualTo("2026-03-31T10:00:00Z");
      assertThat(statement.getInputs())
          .extracting(in -> in.getName() + "=" + in.getValue())
          .contains("cost.budget=1000000.00", "cost.counted=900000.00");
      assertThat(statement.getInputs().getFirst().getSource())
          .isEqualTo("benchmark.final-budget.v1 C1|2025|1|CONTRACT|C1");
      assertThat(statement.getPostingSteps().getLast().getName()).isEqualTo("due");
      assertThat(driver.log(ClosingTopics.PERIOD))
          .extracting(value -> value.getBody().getAwaits())
          .contains(List.of("POSTING"));
      assertThat(period(driver).getState()).isEqualTo("CLOSED");
      assertThat(period(driver).getNumber()).isEqualTo(1);
      assertThat(period(driver).getRosterNumber()).isEqualTo(1);
      assertThat(period(driver).getListFinalSince()).isEqualTo(CUT);
      assertThat(driver.current(ClosingTopics.ENTRY)).containsOnlyKeys("C1|2025-F1-1");
      assertThat(balances(driver))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of("RESULT", new BigDecimal("50000.00"), "DUE", new BigDecimal("-50000.00")));
    }
  }

  @Test
  @DisplayName("refused commands are answered with a code and change nothing")
  void refuses() {
    try (FoldDriver driver = shared(false)) {
      give(driver, command("a", "RESTATE", "ann", 0));
      give(driver, command("b", "APPROVE", "bob", 1));
      give(driver, command("c", "ABANDON", "bob", 2));
      give(driver, command("d", "CLOSE", "ann", 3).setRunOut(CUT.minusDays(1)));
      give(
          driver,
          command("e", "CLOSE", "ann", 4)
              .setBusinessDate(LocalDate.of(2025, 6, 1))
              .setRunOut(LocalDate.of(2025, 12, 31)));
      give(driver, command("f", "CLOSE", "ann", 5).setNumber(2));
      give(driver, command("g", "CLOSE", "ann", 6).setRejectedRecords(1_000_000_000L));
      give(driver, command("h", "CLOSE", "ann", 7).setNumber(1).setRejectedRecords(0L));
      give(driver, command("i", "CLOSE", "ann", 8));
      give(driver, command("j", "APPROVE", "ann", 9));
      assertThat(codes(driver))
          .containsExactly(
              "NOT_CLOSED",
              "NOT_CLOSING",
              "NOT_CLOSING",
              "RUN_OUT_PAST",
              "RUN_OUT_INSIDE_PERIOD",
              "WRONG_NUMBER",
              "TOO_MANY_REJECTED",
              "ACCEPTED",
              "ALREADY_CLOSING",
              "SAME_PERSON");
      assertThat(period(driver).getState()).isEqualTo("CLOSING");
    }
  }

  @Test
  @DisplayName("a period that the terms do not have is refused, and said to be unknown")
  void unknownPeriod() {
    try (FoldDriver driver = shared(false)) {
      SettlementCommand body = command("a", "CLOSE", "ann", 0).setPeriod("2031").build();
      driver.feed(ClosingTopics.SETTLEMENT_COMMAND, "C1|a", body);
      Period period =
          (Period) Objects.requireNonNull(driver.current(ClosingTopics.PERIOD).get("C1|2031"));
      assertThat(period.getState()).isEqualTo("UNKNOWN");
      assertThat(period.getAnswers().getFirst().getCode()).isEqualTo("PERIOD_UNKNOWN");
    }
  }

  @Test
  @DisplayName("a large amount waits for another person; the proposal shows what it is")
  void fourEyes() {
    try (FoldDriver driver = shared(false)) {
      give(driver, command("a", "CLOSE", "ann", 0));
      freeze(driver, 1, "700000.00");
      assertThat(period(driver).getAwaits()).containsExactly("APPROVAL");
      assertThat(period(driver).getProposedPayment()).isEqualTo("100000.00");
      String proposal = period(driver).getProposal();
      give(driver, command("b", "APPROVE", "ann", 1).setProposal(proposal));
      assertThat(codes(driver)).containsExactly("ACCEPTED", "SAME_PERSON");
      assertThat(driver.log(ClosingTopics.STATEMENT)).isEmpty();
      give(driver, command("c", "APPROVE", "bob", 2).setProposal(proposal));
      assertThat(statement(driver, "F1").getApprovedBy()).isEqualTo("bob");
      assertThat(statement(driver, "F1").getProposal()).isEqualTo(proposal);
      readBack(driver);
      assertThat(period(driver).getState()).isEqualTo("CLOSED");
    }
  }

  @Test
  @DisplayName("without a known quality gate nothing is settled; a closing can be given up")
  void withheldAndAbandoned() {
    try (FoldDriver driver = shared(true)) {
      give(driver, command("a", "CLOSE", "ann", 0));
      freeze(driver, 1, "950000.00");
      assertThat(period(driver).getAwaits()).containsExactly("SCORE");
      finalScore(driver, 1, null);
      assertThat(period(driver).getAwaits()).containsExactly("RESULT");
      assertThat(period(driver).getRefusal()).isEqualTo("QUALITY_NOT_KNOWN");
      give(driver, command("b", "ABANDON", "ann", 1));
      assertThat(period(driver).getState()).isEqualTo("OPEN");
      give(driver, command("c", "CLOSE", "ann", 2));
      freeze(driver, 2, "950000.00");
      finalScore(driver, 2, "MET");
      // .5 + .5 x (.43333… - .4) / .4 = .5416666…; 25,000 times it is 13,541.67
      assertThat(statement(driver, "F2").getResult()).isEqualTo("13541.67");
    }
  }

  @Test
  @DisplayName("L6: a restatement reverses and posts anew in the next period; the first stays")
  void restates() {
    try (FoldDriver driver = shared(false)) {
      give(driver, command("a", "CLOSE", "ann", 0));
      freeze(driver, 1, "900000.00");
      readBack(driver);
      Statement first = statement(driver, "F1");
      give(driver, command("b", "CLOSE", "ann", 1));
      give(driver, command("c", "RESTATE", "ann", 2));
      assertThat(codes(driver)).containsExactly("ACCEPTED", "ALREADY_CLOSED", "ACCEPTED");
      freeze(driver, 2, "940000.00");
      readBack(driver);
      assertThat(statement(driver, "F1")).isEqualTo(first);
      Statement second = statement(driver, "F2");
      assertThat(second.getKind()).isEqualTo("RESTATEMENT");
      assertThat(second.getResult()).isEqualTo("30000.00");
      assertThat(second.getDue()).isEqualTo("-20000.00");
      assertThat(second.getEntries())
          .extracting(e -> e.getKind() + " " + e.getPeriod() + " about " + e.getAboutPeriod())
          .containsExactly("REVERSAL 2026 about 2025", "CORRECTION 2026 about 2025");
      assertThat(balances(driver))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of("RESULT", new BigDecimal("30000.00"), "DUE", new BigDecimal("-30000.00")));
      assertThat(period(driver).getState()).isEqualTo("CLOSED");
      assertThat(period(driver).getNumber()).isEqualTo(2);
    }
  }

  private static Budget upTo(String budget, String counted, LocalDate completeTo) {
    return Records.budget("CONTRACT", "C1", "2026", budget, counted, completeTo);
  }

  private static void running(FoldDriver driver, Budget budget) {
    driver.feed(Topics.BUDGET, "C1|CONTRACT|C1|2026", budget);
  }

  @Test
  @DisplayName("interim payments follow the expected result; the settlement nets them")
  void paysAhead() {
    InterimTerms quarterly =
        InterimTerms.newBuilder()
            .setEveryMonths(3)
            .setPaidPart(new BigDecimal("0.500000"))
            .setReserve(new BigDecimal("0.100000"))
            .setTrueUp(true)
            .setRecoupmentLimit(new BigDecimal("0.250000"))
            .build();
    ContractTerms terms = terms(1, FIRST, "0.500000", false, 2026);
    terms =
        ContractTerms.newBuilder(terms)
            .setSettlement(
                SettlementTerms.newBuilder(terms.getSettlement()).setInterim(quarterly).build())
            .build();
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      driver.feed(Topics.TERMS, "C1|1", terms);
      driver.tick(CUT, false);
      running(driver, upTo("250000.00", "200000.00", LocalDate.of(2026, 3, 31)));
      assertThat(driver.log(ClosingTopics.STATEMENT)).isEmpty();
      running(driver, upTo("250000.00", "220000.00", CUT));
      // 15,000 to date is 60,000 a year; half of it, less a tenth, for three of twelve months
      Statement march =
          (Statement)
              Objects.requireNonNull(driver.current(ClosingTopics.STATEMENT).get("C1|2026|I03"));
      assertThat(march.getResult()).isEqualTo("60000.00");
      assertThat(march.getDue()).isEqualTo("6750.00");
      running(driver, upTo("250000.00", "210000.00", CUT.plusDays(1)));
      assertThat(driver.log(ClosingTopics.STATEMENT)).as("March is paid once").hasSize(1);
      assertThat(balances(driver))
          .containsEntry("ADVANCES", new BigDecimal("6750.00"))
          .containsEntry("RESERVE", new BigDecimal("-750.00"));
    }
  }
}
