package io.corridor.settlement;

import io.corridor.common.fixture.TermsRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.Attestation;
import io.corridor.schemas.CommandAnswer;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.Entry;
import io.corridor.schemas.FinalBudget;
import io.corridor.schemas.FinalBudgetMonth;
import io.corridor.schemas.FinalRoster;
import io.corridor.schemas.FinalScore;
import io.corridor.schemas.Op;
import io.corridor.schemas.Period;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.SettlementCommand;
import io.corridor.schemas.SettlementTerms;
import io.corridor.schemas.Statement;
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
import org.jspecify.annotations.Nullable;

/** The year 2025 of contract C1 on its way to a statement: what its tests have in common. */
final class ClosingYear {

  static final LocalDate CUT = LocalDate.of(2026, 4, 1);
  static final String ONE = "111111111";
  static final String TWO = "222222222";

  static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final Instant MORNING = Instant.parse("2026-04-01T08:00:00Z");

  private ClosingYear() {}

  /** Half of the savings, from two percent on. */
  static SettlementTerms.Builder half(String... levels) {
    return TermsRecords.oneSided("0.500000")
        .setMinimumSavingsRate(Records.rate("0.02"))
        .setLevels(List.of(levels));
  }

  static ContractTerms terms(SettlementTerms settlement) {
    return TermsRecords.contract(
            "C1", 1, FIRST, TermsRecords.attribution(List.of("PCP_SELECTION")).build(), 2024, 2025)
        .setSettlement(settlement)
        .setMinLives(1)
        .build();
  }

  /** The contract on the day of the cut. */
  static FoldDriver of(SettlementTerms settlement) {
    return of(terms(settlement));
  }

  /** The same with half of the savings, a cap and a quality gate if asked for. */
  static FoldDriver shared(boolean quality) {
    return of(Records.terms(1, FIRST, "0.500000", quality));
  }

  private static FoldDriver of(ContractTerms terms) {
    FoldDriver driver = new FoldDriver(SettlementStage.load());
    driver.feed(Topics.TERMS, "C1|1", terms);
    driver.tick(CUT, false);
    return driver;
  }

  static SettlementCommand.Builder command(String id, String kind, String user, int second) {
    return SettlementCommand.newBuilder()
        .setCommandId(id)
        .setContract("C1")
        .setPeriod("2025")
        .setKind(kind)
        .setBusinessDate(CUT)
        .setUser(user)
        .setAt(MORNING.plusSeconds(second));
  }

  static void give(FoldDriver driver, SettlementCommand.Builder command) {
    SettlementCommand body = command.build();
    driver.feed(ClosingTopics.SETTLEMENT_COMMAND, "C1|" + body.getCommandId(), body);
  }

  /** The assignments of a closing are frozen. */
  static void roster(FoldDriver driver, int number) {
    driver.feed(
        ClosingTopics.FINAL_ROSTER,
        "C1|2025|" + number,
        new FinalRoster("C1", "2025", number, CUT, 10L, 120L));
  }

  /** The cost of a level against a budget of a million is frozen. */
  static void frozen(
      FoldDriver driver, int number, String level, String id, String counted, int levels) {
    frozen(driver, number, level, id, counted, levels, List.of());
  }

  /** The same with months of the level. */
  static void frozen(
      FoldDriver driver,
      int number,
      String level,
      String id,
      String counted,
      int levels,
      List<FinalBudgetMonth> months) {
    driver.feed(
        ClosingTopics.FINAL_BUDGET,
        String.join("|", "C1|2025", String.valueOf(number), level, id),
        FinalBudget.newBuilder()
            .setContract("C1")
            .setPeriod("2025")
            .setNumber(number)
            .setLevel(level)
            .setId(id)
            .setBusinessDate(CUT)
            .setKnownAt(Instant.parse("2026-03-31T10:00:00Z"))
            .setBudget(Records.budget(level, id, "2025", "1000000.00", counted, CUT))
            .setLevels(levels)
            .setMonths(months)
            .build());
  }

  /** Assignments and the contract's cost of a closing are frozen. */
  static void freeze(FoldDriver driver, int number, String counted) {
    roster(driver, number);
    frozen(driver, number, "CONTRACT", "C1", counted, 1);
  }

  /** The score of the contract is frozen; without a gate there was none. */
  static void finalScore(FoldDriver driver, int number, @Nullable String gate) {
    driver.feed(
        ClosingTopics.FINAL_SCORE,
        "C1|2025|" + number + "|CONTRACT|C1",
        FinalScore.newBuilder()
            .setContract("C1")
            .setPeriod("2025")
            .setNumber(number)
            .setLevel("CONTRACT")
            .setId("C1")
            .setBusinessDate(CUT)
            .setKnownAt(Instant.parse("2026-03-31T11:00:00Z"))
            .setScore(gate == null ? null : Records.score(gate, "0.433333", CUT))
            .build());
  }

  /** Somebody closes the year, whose assignments are frozen. */
  static FoldDriver closing(SettlementTerms settlement) {
    FoldDriver driver = of(settlement);
    give(driver, command("a", "CLOSE", "ann", 0));
    roster(driver, 1);
    return driver;
  }

  /** Somebody states a figure of a level; without a value the figure is withdrawn. */
  static void state(
      FoldDriver driver,
      String level,
      String id,
      String name,
      @Nullable String value,
      int version) {
    driver.feed(
        StatedTopics.ATTESTATION,
        String.join("|", "C1", level, id, "2025", name),
        Attestation.newBuilder(Records.figure(level, id, name, value == null ? "0" : value))
            .setVersion(version)
            .setStatus(value == null ? RecordStatus.VOIDED : RecordStatus.ACTIVE)
            .build(),
        value == null ? Op.END : Op.UPDATE);
  }

  static Period period(FoldDriver driver) {
    return (Period) Objects.requireNonNull(driver.current(ClosingTopics.PERIOD).get("C1|2025"));
  }

  /** What the commands about the year were answered. */
  static List<String> codes(FoldDriver driver) {
    return period(driver).getAnswers().stream().map(CommandAnswer::getCode).toList();
  }

  /** What the service published comes back to it again: the driver has brought it once. */
  static void readBack(FoldDriver driver) {
    driver
        .current(ClosingTopics.STATEMENT)
        .forEach((key, body) -> driver.feed(ClosingTopics.STATEMENT, key, body));
  }

  static Statement statement(FoldDriver driver, String id) {
    return (Statement)
        Objects.requireNonNull(
            driver.current(ClosingTopics.STATEMENT).get("C1|2025|" + id),
            () -> period(driver).toString());
  }

  /** Entries of the ledger by their ids. */
  static Map<String, Entry> entries(FoldDriver driver) {
    Map<String, Entry> entries = new TreeMap<>();
    driver
        .current(ClosingTopics.ENTRY)
        .forEach((key, body) -> entries.put(((Entry) body).getEntryId(), (Entry) body));
    return entries;
  }

  /** Debits less credits by account; accounts at zero are left out. */
  static Map<String, BigDecimal> balances(FoldDriver driver) {
    Map<String, BigDecimal> balances = new TreeMap<>();
    entries(driver)
        .values()
        .forEach(entry ->
            entry
                .getLines()
                .forEach(line ->
                    balances.merge(
                        line.getAccount(),
                        line.getSide().equals("DEBIT")
                            ? line.getAmount()
                            : line.getAmount().negate(),
                        BigDecimal::add)));
    balances.values().removeIf(balance -> balance.signum() == 0);
    return balances;
  }

  /** What each receiver is due by the ledger, the ACO with what it keeps. */
  static Map<String, BigDecimal> due(FoldDriver driver) {
    Map<String, BigDecimal> due = new TreeMap<>();
    entries(driver)
        .values()
        .forEach(entry ->
            entry
                .getLines()
                .forEach(line -> {
                  String receiver = line.getReceiver();
                  if (receiver != null) {
                    due.merge(
                        receiver,
                        line.getSide().equals("DEBIT")
                            ? line.getAmount().negate()
                            : line.getAmount(),
                        BigDecimal::add);
                  }
                }));
    return due;
  }
}
