package io.corridor.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.TermsRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.Attestation;
import io.corridor.schemas.Budget;
import io.corridor.schemas.CareManagementFeeTerms;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.Entry;
import io.corridor.schemas.FinalBudget;
import io.corridor.schemas.FinalRoster;
import io.corridor.schemas.MovedMonth;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.SettlementCommand;
import io.corridor.schemas.Statement;
import io.corridor.schemas.StatementFees;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.StatedTopics;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Care management fees month by month, and what a restated attribution takes back of them. */
class MonthlyFeesTest {

  private static final String ONE = "111111111";
  private static final String TWO = "222222222";

  private static BigDecimal rate(String text) {
    return new BigDecimal(text).setScale(6);
  }

  private static ContractTerms terms(String condition, String limit) {
    return TermsRecords.contract(
            "C1",
            1,
            LocalDate.of(2025, 1, 1),
            TermsRecords.attribution(List.of("PCP_SELECTION")).build(),
            2025,
            2026)
        .setSettlement(
            TermsRecords.oneSided("0.500000")
                .setMinimumSavingsRate(rate("0.02"))
                .setLevels(List.of("CONTRACT", "TIN"))
                .setCareManagementFee(
                    CareManagementFeeTerms.newBuilder()
                        .setPmpm(rate("10"))
                        .setRiskAdjusted(false)
                        .setConditions(condition.isEmpty() ? List.of() : List.of(condition))
                        .setRecoupmentLimit(rate(limit))
                        .build())
                .build())
        .setMinLives(1)
        .build();
  }

  private static FoldDriver driver(String condition, String limit) {
    FoldDriver driver = new FoldDriver(SettlementStage.load());
    driver.feed(Topics.TERMS, "C1|1", terms(condition, limit));
    driver.tick(LocalDate.of(2025, 1, 2), false);
    return driver;
  }

  private static void month(FoldDriver driver, String tin, String month, String memberMonths) {
    Budget budget =
        Budget.newBuilder(
                Records.budget("TIN", tin, month, "0.00", "0.00", LocalDate.of(2025, 1, 31)))
            .setMemberMonths(rate(memberMonths))
            .build();
    driver.feed(Topics.BUDGET, String.join("|", "C1", "TIN", tin, month), budget);
  }

  /** The running year of the practices, complete to a day. */
  private static void complete(FoldDriver driver, int year, LocalDate to, String... tins) {
    driver.tick(to, false);
    driver.feed(
        Topics.BUDGET,
        "C1|CONTRACT|C1|" + year,
        Records.budget("CONTRACT", "C1", String.valueOf(year), "1000.00", "1000.00", to));
    for (String tin : tins) {
      driver.feed(
          Topics.BUDGET,
          "C1|TIN|" + tin + "|" + year,
          Records.budget("TIN", tin, String.valueOf(year), "1000.00", "1000.00", to));
    }
  }

  private static Statement statement(FoldDriver driver, String id) {
    return (Statement)
        Objects.requireNonNull(
            driver.current(ClosingTopics.STATEMENT).get("C1|" + id),
            () -> driver.current(ClosingTopics.STATEMENT).keySet().toString());
  }

  private static Map<String, BigDecimal> balances(FoldDriver driver) {
    Map<String, BigDecimal> balances = new TreeMap<>();
    for (SpecificRecord body : driver.current(ClosingTopics.ENTRY).values()) {
      ((Entry) body)
          .getLines()
          .forEach(line ->
              balances.merge(
                  line.getAccount(),
                  line.getSide().equals("DEBIT") ? line.getAmount() : line.getAmount().negate(),
                  BigDecimal::add));
    }
    balances.values().removeIf(balance -> balance.signum() == 0);
    return balances;
  }

  @Test
  @DisplayName("each practice is paid its month once; a restated month is taken back by the limit")
  void paysAndTakesBack() {
    try (FoldDriver driver = driver("", "0.5")) {
      month(driver, ONE, "2025-01", "100");
      month(driver, TWO, "2025-01", "40");
      complete(driver, 2025, LocalDate.of(2025, 1, 31), ONE, TWO);
      assertThat(driver.log(ClosingTopics.STATEMENT)).as("January is not over").isEmpty();
      complete(driver, 2025, LocalDate.of(2025, 2, 1), ONE, TWO);
      Statement january = statement(driver, "2025|C01");
      assertThat(january.getKind()).isEqualTo("FEE");
      assertThat(january.getDue()).isEqualTo("1400.00");
      assertThat(january.getLevels())
          .extracting(level -> level.getId() + " " + level.getResult())
          .containsExactly(ONE + " 1000.00", TWO + " 400.00");
      // Attribution is restated: 70 of the hundred of January were another ACO's.
      month(driver, ONE, "2025-01", "30");
      month(driver, ONE, "2025-02", "30");
      month(driver, TWO, "2025-02", "40");
      complete(driver, 2025, LocalDate.of(2025, 3, 1), ONE, TWO);
      Statement february = statement(driver, "2025|C02");
      // 300 for February; 700 too much in January, half of a payment at most: 150 now, 550 later.
      assertThat(february.getLevels())
          .extracting(level -> level.getId() + " " + level.getResult())
          .containsExactly(ONE + " 150.00", TWO + " 400.00");
      assertThat(february.getDue()).isEqualTo("550.00");
      assertThat(february.getLimitsBinding()).contains("RECOUPMENT_LIMIT");
      assertThat(february.getCarried()).isEqualTo("550.00");
      assertThat(february.getFees().getFirst().getBalance()).isEqualTo("550.00");
      assertThat(balances(driver))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "FEES", new BigDecimal("1400.00"),
                  "FEES_OWED_BACK", new BigDecimal("550.00"),
                  "DUE", new BigDecimal("-1950.00")));
      assertThat(driver.log(ClosingTopics.STATEMENT)).hasSize(2);
    }
  }

  @Test
  @DisplayName("a condition that is attested later pays its month with the next")
  void attestedLater() {
    try (FoldDriver driver = driver("carePlan", "1")) {
      month(driver, ONE, "2025-01", "100");
      complete(driver, 2025, LocalDate.of(2025, 2, 1), ONE);
      assertThat(statement(driver, "2025|C01").getDue()).isEqualTo("0.00");
      for (String month : List.of("2025-01", "2025-02")) {
        driver.feed(
            StatedTopics.ATTESTATION,
            "C1|TIN|" + ONE + "|2025|attested." + month + ".carePlan",
            Attestation.newBuilder()
                .setPayer("P1")
                .setContract("C1")
                .setLevel("TIN")
                .setId(ONE)
                .setYear(2025)
                .setName("attested." + month + ".carePlan")
                .setValue(rate("1"))
                .setVersion(1)
                .setStatus(RecordStatus.ACTIVE)
                .build());
      }
      month(driver, ONE, "2025-02", "90");
      complete(driver, 2025, LocalDate.of(2025, 3, 1), ONE);
      assertThat(statement(driver, "2025|C02").getDue()).isEqualTo("1900.00");
    }
  }

  @Test
  @DisplayName("a closed year: what attribution restates since is taken back with the next fee")
  void closedYear() {
    try (FoldDriver driver = driver("", "1")) {
      month(driver, ONE, "2025-12", "100");
      complete(driver, 2025, LocalDate.of(2026, 1, 1), ONE);
      assertThat(statement(driver, "2025|C12").getDue()).isEqualTo("1000.00");
      close(driver);
      // Three of December's patients were another practice's of the contract, one nobody's.
      moved(driver, "m1", ONE, TWO);
      moved(driver, "m2", ONE, TWO);
      moved(driver, "m3", ONE, TWO);
      moved(driver, "m4", ONE, null);
      month(driver, ONE, "2026-04", "100");
      complete(driver, 2026, LocalDate.of(2026, 5, 1), ONE);
      Statement april = statement(driver, "2026|C04");
      assertThat(april.getDue()).isEqualTo("960.00");
      StatementFees fees = april.getFees().getFirst();
      assertThat(fees.getMonths())
          .extracting(month -> month.getMonth() + " " + month.getFee())
          .containsExactly("2025-12 960.00", "2026-04 1000.00");
    }
  }

  private static void moved(
      FoldDriver driver, String member, String from, @org.jspecify.annotations.Nullable String to) {
    driver.feed(
        ClosingTopics.MOVED_MONTH,
        "C1|2025|2025-12|" + member,
        MovedMonth.newBuilder()
            .setContract("C1")
            .setPeriod("2025")
            .setClosing(1)
            .setMonth("2025-12")
            .setFromTin(from)
            .setToTin(to)
            .setBusinessDate(LocalDate.of(2026, 4, 2))
            .build());
  }

  private static void close(FoldDriver driver) {
    LocalDate cut = LocalDate.of(2026, 4, 1);
    driver.tick(cut, false);
    driver.feed(
        ClosingTopics.SETTLEMENT_COMMAND,
        "C1|a",
        SettlementCommand.newBuilder()
            .setCommandId("a")
            .setContract("C1")
            .setPeriod("2025")
            .setKind("CLOSE")
            .setBusinessDate(cut)
            .setUser("ann")
            .setAt(Instant.parse("2026-04-01T08:00:00Z"))
            .build());
    driver.feed(
        ClosingTopics.FINAL_ROSTER, "C1|2025|1", new FinalRoster("C1", "2025", 1, cut, 10L, 120L));
    driver.feed(
        ClosingTopics.FINAL_BUDGET,
        "C1|2025|1|CONTRACT|C1",
        FinalBudget.newBuilder()
            .setContract("C1")
            .setPeriod("2025")
            .setNumber(1)
            .setLevel("CONTRACT")
            .setId("C1")
            .setBusinessDate(cut)
            .setKnownAt(Instant.parse("2026-03-31T10:00:00Z"))
            .setBudget(Records.budget("CONTRACT", "C1", "2025", "1000.00", "1000.00", cut))
            .setLevels(1)
            .build());
    assertThat(statement(driver, "2025|F1").getKind()).isEqualTo("FINAL");
  }
}
