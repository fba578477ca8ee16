package io.corridor.local.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.schemas.Entry;
import io.corridor.schemas.EntryLine;
import io.corridor.schemas.Statement;
import io.corridor.schemas.StatementInput;
import io.corridor.schemas.Step;
import io.corridor.schemas.StepInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a reader who has never seen the code finds on paper. */
class StatementPaperTest {

  private static Step step(String name, String formula, String value, StepInput... inputs) {
    return new Step(1, name, "42 CFR 425.605", formula, List.of(inputs), value);
  }

  private static Entry entry(
      String id, String kind, @Nullable String reverses, EntryLine... lines) {
    return new Entry(
        id,
        "C1",
        kind,
        "C1|2025|F2",
        "2026",
        "2025",
        LocalDate.of(2026, 4, 1),
        reverses,
        List.of(lines),
        null);
  }

  private static Statement statement() {
    return Statement.newBuilder()
        .setContract("C1")
        .setPeriod("2025")
        .setStatement("F2")
        .setKind("RESTATEMENT")
        .setPayer("P & Co")
        .setAco("ACO1")
        .setFrom(LocalDate.of(2025, 1, 1))
        .setUntil(LocalDate.of(2026, 1, 1))
        .setTermsVersion(3)
        .setShape("TWO_SIDED")
        .setCutDate(LocalDate.of(2026, 4, 1))
        .setKnownAt(Instant.parse("2026-03-31T10:00:00Z"))
        .setInputs(
            List.of(
                new StatementInput(
                    "expenditure",
                    "1234567.80",
                    "benchmark.final-budget.v1 C1|2025|2|CONTRACT|C1")))
        .setLimitsBinding(List.of("RECOUPMENT_LIMIT"))
        .setSteps(
            List.of(
                step(
                    "savingsRate",
                    "savings / benchmarkExpenditure",
                    "0.0123456789012345",
                    new StepInput("savings", "15432.20"),
                    new StepInput("benchmarkExpenditure", "1250000.00"))))
        .setResult(new BigDecimal("30000.00"))
        .setPostingSteps(List.of(step("due", "net - dueBefore", "-20000.00")))
        .setDue(new BigDecimal("-20000.00"))
        .setCarried(new BigDecimal("1500.00"))
        .setEntries(
            List.of(
                entry(
                    "2025-F2-1",
                    "REVERSAL",
                    "2025-F1-1",
                    new EntryLine("DUE", "DEBIT", new BigDecimal("50000.00"), null),
                    new EntryLine("RESULT", "CREDIT", new BigDecimal("50000.00"), null)),
                entry(
                    "2025-F2-2",
                    "HANDED_ON",
                    null,
                    new EntryLine("DUE", "CREDIT", new BigDecimal("20000.00"), null),
                    new EntryLine("DUE", "DEBIT", new BigDecimal("8000.00"), "ACO1"),
                    new EntryLine("DUE", "DEBIT", new BigDecimal("9000.00"), "111111111"),
                    new EntryLine(
                        "DUE", "DEBIT", new BigDecimal("3000.00"), "111111111|1234567893"))))
        .setRequestedBy("ann")
        .setApprovedBy("bob")
        .build();
  }

  @Test
  @DisplayName("the text says in whole sentences what was earned, what is due and who signed")
  void text() {
    String text = StatementText.of(statement());
    assertThat(text)
        .startsWith("Restated settlement of contract C1, performance year 2025\n=====")
        .contains("Period from 2025-01-01 through 2025-12-31.")
        .contains("Result: the ACO earned $30,000.00.")
        .contains("Due now: the ACO pays the payer $20,000.00.")
        .contains("the ACO owes back $1,500.00")
        .contains("Closed by ann, approved by bob.")
        .contains("No more may be taken back at once.")
        .contains("savingsRate = savings / benchmarkExpenditure")
        .contains("with savings = 15,432.20; benchmarkExpenditure = 1,250,000.00")
        .contains("[42 CFR 425.605]")
        .contains("0.01234567…")
        .contains("1,234,567.80")
        .contains("Reversal of 2025-F1-1")
        .contains("Kept by the ACO")
        .contains("Due to 1234567893 of 111111111");
    assertThat(text.lines())
        .as("lines of prose and steps fit on paper")
        .filteredOn(line -> !line.contains("|"))
        .allMatch(line -> line.length() <= 100);
  }

  @Test
  @DisplayName("the page holds the same words, escaped, and needs nothing from elsewhere")
  void page() {
    String page = StatementPage.of(statement());
    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("Due now: the ACO pays the payer $20,000.00.")
        .contains("P &amp; Co")
        .contains("<td class=\"n\">50,000.00</td>")
        .doesNotContain("<script", "href=", "src=");
  }
}
