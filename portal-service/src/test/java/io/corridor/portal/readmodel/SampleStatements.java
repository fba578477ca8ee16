package io.corridor.portal.readmodel;

import io.corridor.schemas.CommandAnswer;
import io.corridor.schemas.Entry;
import io.corridor.schemas.EntryLine;
import io.corridor.schemas.EstimatePayment;
import io.corridor.schemas.Period;
import io.corridor.schemas.Statement;
import io.corridor.schemas.StatementInput;
import io.corridor.schemas.StatementLevel;
import io.corridor.schemas.StatementShare;
import io.corridor.schemas.Step;
import io.corridor.schemas.StepInput;
import io.corridor.schemas.topic.ClosingTopics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A settled year of the sample's contract that was restated, after an interim payment. */
final class SampleStatements {

  private static final LocalDate CUT = LocalDate.of(2027, 4, 1);

  private SampleStatements() {}

  static void write(Records records) {
    put(records, statement("I06", "INTERIM", LocalDate.of(2026, 7, 1), "900000.00", "202500.00"));
    put(records, statement("F1", "FINAL", CUT, "1976160.00", "1773660.00"));
    put(records, statement("F2", "RESTATEMENT", CUT.plusMonths(3), "1950000.00", "-26160.00"));
    records.put(
        ClosingTopics.PERIOD,
        Sample.CONTRACT + "|2026",
        1,
        Period.newBuilder()
            .setContract(Sample.CONTRACT)
            .setPeriod("2026")
            .setState("CLOSING")
            .setNumber(3)
            .setClosingDate(CUT.plusMonths(6))
            .setAwaits(List.of("APPROVAL"))
            .setProposedPayment(new BigDecimal("1940000.00"))
            .setAnswers(
                List.of(
                    new CommandAnswer(
                        "a", "CLOSE", "ann", Instant.parse("2027-04-01T08:00:00Z"), "ACCEPTED"),
                    new CommandAnswer(
                        "b",
                        "CLOSE",
                        "bob",
                        Instant.parse("2027-04-02T08:00:00Z"),
                        "ALREADY_CLOSED")))
            .build());
    settledYearBefore(records);
  }

  /** The year before ended with August: its lists are final. */
  private static void settledYearBefore(Records records) {
    records.put(
        ClosingTopics.PERIOD,
        Sample.CONTRACT + "|2025",
        1,
        Period.newBuilder()
            .setContract(Sample.CONTRACT)
            .setPeriod("2025")
            .setFrom(LocalDate.of(2025, 9, 1))
            .setUntil(LocalDate.of(2026, 9, 1))
            .setState("CLOSED")
            .setNumber(1)
            .setRosterNumber(1)
            .setClosingDate(LocalDate.of(2026, 9, 10))
            .setAwaits(List.of())
            .setAnswers(List.of())
            .build());
  }

  private static void put(Records records, Statement statement) {
    records.put(
        ClosingTopics.STATEMENT,
        Sample.CONTRACT + "|2026|" + statement.getStatement(),
        1,
        statement);
  }

  private static Step step(String name, String formula, String value, StepInput... inputs) {
    return new Step(1, name, "42 CFR 425.605", formula, List.of(inputs), value);
  }

  private static Statement statement(
      String id, String kind, LocalDate cut, String result, String due) {
    boolean interim = kind.equals("INTERIM");
    return Statement.newBuilder()
        .setContract(Sample.CONTRACT)
        .setPeriod("2026")
        .setStatement(id)
        .setKind(kind)
        .setPayer("harborlight")
        .setAco("harborlight")
        .setFrom(LocalDate.of(2026, 1, 1))
        .setUntil(LocalDate.of(2027, 1, 1))
        .setTermsVersion(1)
        .setShape("TWO_SIDED")
        .setCutDate(cut)
        .setInputs(
            List.of(
                new StatementInput("cost.budget", "98000000.00", "benchmark.final-budget.v1"),
                new StatementInput("cost.counted", "94420000.00", "benchmark.final-budget.v1"),
                new StatementInput(
                    "cost.category.ED.counted", "2420000.00", "benchmark.final-budget.v1")))
        .setLimitsBinding(List.of("QUALITY_GATE"))
        .setWarnings(List.of("RUNOUT_NOT_FINAL"))
        .setSteps(
            List.of(
                step(
                    "savings",
                    "benchmarkExpenditure - expenditure",
                    "3580000.00",
                    new StepInput("benchmarkExpenditure", "98000000.00"),
                    new StepInput("expenditure", "94420000.00")),
                step("payment", "roundHalfUp(capped, 2)", result)))
        .setResult(new BigDecimal(result))
        .setPostingSteps(List.of(step("due", "net - dueBefore", due)))
        .setDue(new BigDecimal(due))
        .setCarried(new BigDecimal("0.00"))
        .setLevels(interim ? List.of() : levels(result))
        .setShares(
            List.of(
                StatementShare.newBuilder()
                    .setReceiver("harborlight")
                    .setOf(null)
                    .setAmount(new BigDecimal(due))
                    .build()))
        .setEntries(
            List.of(
                new Entry(
                    "2026-" + id + "-1",
                    Sample.CONTRACT,
                    interim ? "INTERIM_PAYMENT" : "SETTLEMENT",
                    Sample.CONTRACT + "|2026|" + id,
                    "2026",
                    "2026",
                    cut,
                    null,
                    List.of(
                        new EntryLine("RESULT", "DEBIT", new BigDecimal(result)),
                        new EntryLine("DUE", "CREDIT", new BigDecimal(result))))))
        .setRequestedBy(interim ? null : "ann")
        .setApprovedBy(interim ? null : "bob")
        .build();
  }

  private static List<StatementLevel> levels(String result) {
    return List.of(
        StatementLevel.newBuilder()
            .setLevel("CONTRACT")
            .setId(Sample.CONTRACT)
            .setResult(new BigDecimal(result))
            .setPayments(
                List.of(
                    EstimatePayment.newBuilder()
                        .setKind("CARE_MANAGEMENT_FEE")
                        .setPayment(null)
                        .setMissing(List.of("attested.2026-01.carePlan"))
                        .build()))
            .build(),
        StatementLevel.newBuilder()
            .setLevel("TIN")
            .setId(Sample.TIN)
            .setRefusal("FACT_MISSING")
            .setRefusedFigures(List.of("use.ED.expected"))
            .setSteps(List.of(step("savings", "a - b", "1")))
            .build());
  }
}
