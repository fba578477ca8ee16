package io.corridor.settlement;

import static io.corridor.settlement.Records.score;
import static io.corridor.settlement.Records.terms;
import static io.corridor.settlement.Records.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.Budget;
import io.corridor.schemas.BudgetCategory;
import io.corridor.schemas.CostOpportunity;
import io.corridor.schemas.Marginal;
import io.corridor.schemas.MarginalChange;
import io.corridor.schemas.Op;
import io.corridor.schemas.OpportunityLever;
import io.corridor.schemas.SettlementCommand;
import io.corridor.schemas.WhatIf;
import io.corridor.schemas.WhatIfBar;
import io.corridor.schemas.WhatIfChange;
import io.corridor.schemas.WhatIfValue;
import io.corridor.schemas.WhatIfYear;
import io.corridor.schemas.topic.AnalysisTopics;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Marginal values, cost opportunity and what-if answers over the service's topology. */
class AnalysisStageTest {

  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final LocalDate JUNE = LocalDate.of(2025, 6, 1);
  private static final String KEY = "C1|CONTRACT|C1|2025";

  private static BudgetCategory category(String name, String counted, @Nullable Long cases) {
    BigDecimal zero = new BigDecimal("0.00");
    return BudgetCategory.newBuilder()
        .setCategory(name)
        .setAllowed(zero)
        .setPaid(zero)
        .setInScope(zero)
        .setCounted(new BigDecimal(counted))
        .setBudget(zero)
        .setCases(cases)
        .build();
  }

  /** 30 admissions at 10,000 and 100 emergency visits at 300 in 9,600 member months. */
  private static Budget costing(String counted) {
    return Budget.newBuilder(year("2025", counted))
        .setCategories(
            new ArrayList<>(
                List.of(
                    category("ED", "30000.00", 100L),
                    category("INPATIENT", "300000.00", 30L),
                    category("LAB", "5000.00", null))))
        .build();
  }

  private static SettlementCommand question(
      String id, String user, LocalDate on, String period, String... changes) {
    List<WhatIfChange> asked = new ArrayList<>();
    for (int i = 0; i < changes.length; i += 2) {
      asked.add(new WhatIfChange(changes[i], changes[i + 1]));
    }
    return SettlementCommand.newBuilder()
        .setCommandId(id)
        .setContract("C1")
        .setPeriod(period)
        .setKind("WHAT_IF")
        .setBusinessDate(on)
        .setUser(user)
        .setAt(Instant.parse("2025-06-01T08:00:00Z"))
        .setChanges(asked)
        .build();
  }

  private static FoldDriver started() {
    FoldDriver driver = new FoldDriver(SettlementStage.load());
    driver.feed(Topics.TERMS, "C1|1", terms(1, FIRST, "0.500000", false));
    driver.tick(JUNE, false);
    return driver;
  }

  private static void ask(FoldDriver driver, SettlementCommand question) {
    driver.feed(ClosingTopics.SETTLEMENT_COMMAND, "C1|" + question.getCommandId(), question);
  }

  private static Map<String, String> worths(FoldDriver driver) {
    Marginal marginal =
        (Marginal) Objects.requireNonNull(driver.current(AnalysisTopics.MARGINAL).get(KEY));
    Map<String, String> worths = new TreeMap<>();
    for (MarginalChange change : marginal.getChanges()) {
      worths.put(
          change.getChange(), change.getExpected().toPlainString() + change.getZeroBecause());
    }
    return worths;
  }

  @Test
  @DisplayName("beside the estimate: an admission is worth 5,000, a visit 150, a percent 4,500")
  void marginalValues() {
    try (FoldDriver driver = started()) {
      driver.feed(Topics.BUDGET, KEY, costing("900000.00"));
      assertThat(worths(driver))
          .isEqualTo(
              Map.of(
                  "ONE_ADMISSION_AVOIDED", "5000.00[]",
                  "ONE_EMERGENCY_VISIT_AVOIDED", "150.00[]",
                  "ONE_PERCENT_OF_COST_AVOIDED", "4500.00[]"));
      driver.feed(Topics.BUDGET, KEY, costing("985000.00"));
      assertThat(worths(driver))
          .containsEntry("ONE_EMERGENCY_VISIT_AVOIDED", "0.00[MINIMUM_SAVINGS_RATE]")
          .containsEntry("ONE_ADMISSION_AVOIDED", "12500.00[]");
    }
  }

  @Test
  @DisplayName("cost opportunity by lever, with what it would add and what it overlaps with")
  void opportunity() {
    try (FoldDriver driver = started()) {
      driver.feed(Topics.BUDGET, KEY, costing("900000.00"));
      CostOpportunity found =
          (CostOpportunity)
              Objects.requireNonNull(driver.current(AnalysisTopics.COST_OPPORTUNITY).get(KEY));
      assertThat(found.getLevers())
          .extracting(OpportunityLever::getLever)
          .containsExactly("EMERGENCY_VISITS", "ADMISSIONS");
      OpportunityLever visits = found.getLevers().getFirst();
      assertThat(visits.getActualRate()).isEqualTo(new BigDecimal("125.000000"));
      assertThat(visits.getSavings()).isEqualTo(new BigDecimal("1500.00"));
      assertThat(visits.getIncentive()).isEqualTo(new BigDecimal("750.00"));
      assertThat(visits.getOverlaps()).containsExactly("ADMISSIONS");
      assertThat(found.getCompleteTo()).isEqualTo(JUNE);
    }
  }

  @Test
  @DisplayName("L4: marginal values and opportunities end with their budget")
  void endsWithTheBudget() {
    try (FoldDriver driver = started()) {
      driver.feed(Topics.BUDGET, KEY, costing("900000.00"));
      driver.feed(Topics.BUDGET, KEY, costing("900000.00"), Op.END);
      assertThat(driver.current(AnalysisTopics.MARGINAL)).isEmpty();
      assertThat(driver.current(AnalysisTopics.COST_OPPORTUNITY)).isEmpty();
    }
  }

  @Test
  @DisplayName("a repeat and an equal input write nothing")
  void repeats() {
    try (FoldDriver driver = started()) {
      driver.feed(Topics.BUDGET, KEY, costing("900000.00"));
      driver.feed(Topics.BUDGET, KEY, costing("900000.00"));
      assertThat(driver.log(AnalysisTopics.MARGINAL)).hasSize(1);
      assertThat(driver.log(AnalysisTopics.COST_OPPORTUNITY)).hasSize(1);
    }
  }

  private static WhatIf only(FoldDriver driver) {
    List<WhatIfValue> answers = driver.log(AnalysisTopics.WHAT_IF);
    assertThat(answers).hasSize(1);
    return answers.getFirst().getBody();
  }

  @Test
  @DisplayName("what if costs fell five percent: 22,500 more, side by side, with the steps")
  void whatIf() {
    try (FoldDriver driver = started()) {
      driver.feed(Topics.BUDGET, KEY, costing("900000.00"));
      ask(driver, question("q1", "ann", JUNE, "2025", "cost", "-0.05"));
      WhatIf answer = only(driver);
      assertThat(answer.getRequest()).isEqualTo("q1");
      assertThat(answer.getChanges()).containsExactly(new WhatIfChange("cost", "-0.05"));
      WhatIfYear year = answer.getYears().getFirst();
      assertThat(year.getBefore().getExpected()).isEqualTo(new BigDecimal("50000.00"));
      assertThat(year.getAfter().getExpected()).isEqualTo(new BigDecimal("72500.00"));
      assertThat(year.getDifference()).isEqualTo(new BigDecimal("22500.00"));
      assertThat(year.getAfter().getBars())
          .extracting(WhatIfBar::getStage)
          .containsExactly("GROSS", "GATE", "RATE", "CAP", "RECOUPMENT", "NET");
      assertThat(year.getAfter().getSteps()).isNotEmpty();
      assertThat(answer.getCompleteTo()).isEqualTo(JUNE);
    }
  }

  @Test
  @DisplayName("a question is answered once, whatever comes after it; each new one again")
  void answeredOnce() {
    try (FoldDriver driver = started()) {
      driver.feed(Topics.BUDGET, KEY, costing("900000.00"));
      SettlementCommand first = question("q1", "ann", JUNE, "2025", "share", "0.4");
      ask(driver, first);
      ask(driver, first);
      driver.feed(Topics.BUDGET, KEY, costing("800000.00"));
      driver.tick(LocalDate.of(2025, 6, 2), false);
      assertThat(only(driver).getYears().getFirst().getAfter().getExpected())
          .isEqualTo(new BigDecimal("40000.00"));
      ask(driver, question("q2", "ann", JUNE, "2025", "share", "0.4"));
      assertThat(driver.log(AnalysisTopics.WHAT_IF)).hasSize(2);
    }
  }

  @Test
  @DisplayName("what cannot be answered has a code; a question of last week is not answered")
  void refused() {
    try (FoldDriver driver = started()) {
      ask(driver, question("q1", "ann", JUNE, "2025", "cost", "-0.05"));
      assertThat(only(driver).getRefusal()).isEqualTo("NO_FACTS");
      driver.feed(Topics.BUDGET, KEY, costing("900000.00"));
      ask(driver, question("q2", "bob", JUNE, "2025", "track", "BASIC_E"));
      ask(driver, question("q3", "cyd", JUNE, "2025", "no name", "1"));
      ask(driver, question("q4", "dan", JUNE.minusDays(8), "2025", "cost", "-0.05"));
      assertThat(driver.log(AnalysisTopics.WHAT_IF))
          .extracting(value -> value.getBody().getRefusal())
          .containsExactly("NO_FACTS", "CHANGE_NOT_FOR_SHAPE", "UNKNOWN_CHANGE");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 62, 63})
  @DisplayName("L1: any order, with everything doubled, ends in the same marginal values")
  void orderFree(long seed) {
    List<Consumer<FoldDriver>> records =
        List.of(
            driver -> driver.feed(Topics.TERMS, "C1|1", terms(1, FIRST, "0.500000", true)),
            driver -> driver.feed(Topics.BUDGET, KEY, costing("930000.00")),
            driver -> driver.feed(Topics.SCORE, KEY, score("MET", "0.433333", JUNE)));
    Map<String, SpecificRecord> expected = run(records);
    assertThat(expected).hasSize(1);
    List<Consumer<FoldDriver>> doubled = new ArrayList<>(records);
    doubled.addAll(records);
    Collections.shuffle(doubled, new Random(seed));
    assertThat(run(doubled)).as("seed %d", seed).isEqualTo(expected);
  }

  private static Map<String, SpecificRecord> run(List<Consumer<FoldDriver>> records) {
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      for (int i = 0; i < records.size(); i++) {
        records.get(i).accept(driver);
        if (i == records.size() / 2) {
          driver.tick(LocalDate.of(2025, 3, 1), false);
        }
      }
      driver.tick(JUNE, false);
      driver.tick(JUNE, false);
      return driver.current(AnalysisTopics.MARGINAL);
    }
  }
}
