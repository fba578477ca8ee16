package io.corridor.settlement.mssp;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.settlement.replicate.Printed;
import io.corridor.settlement.replicate.PublishedData;
import io.corridor.settlement.replicate.PublishedResult;
import io.corridor.settlement.replicate.Replication;
import io.corridor.settlement.replicate.Reproduction;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each wrong rule stops published rows from reproducing: as many as settlement.md 0 counts, or more
 * where a row is held to its score rather than to a rounder printed share rate, and to what it
 * prints as generated.
 */
class WrongRulesTest {

  private static List<PublishedResult> rows = List.of();
  private static List<Reproduction> right = List.of();

  @BeforeAll
  static void settleByTheRightRules() {
    rows = PublishedData.rows();
    right = new Replication(MsspRules.load()).of(rows);
  }

  private static long broken(MsspRules rules, List<PublishedResult> read) {
    List<Reproduction> wrong = new Replication(rules).of(read);
    long broken = 0;
    for (int i = 0; i < wrong.size(); i++) {
      if (reproduced(right.get(i)) && !reproduced(wrong.get(i))) {
        broken++;
      }
    }
    return broken;
  }

  /** The payment, and what counts where that is printed. */
  private static boolean reproduced(Reproduction row) {
    Reproduction.Check generated = row.check(Reproduction.Figure.GENERATED);
    return row.payment() != Reproduction.Payment.NOT_REPRODUCED
        && (generated == null || generated.agrees());
  }

  static Stream<Arguments> wrongRules() {
    return Stream.of(
        Arguments.of("excess over the minimum", WrongRules.excessOnly(), 1449, 1459),
        Arguments.of("no sequestration", WrongRules.noSequestration(), 1256, 1339),
        Arguments.of(
            "sequestration never suspended", WrongRules.sequestrationNeverSuspended(), 238, 238),
        Arguments.of("one-sided losses", WrongRules.oneSidedLosses(), 497, 497),
        Arguments.of("no losses", WrongRules.noLosses(), 61, 61),
        Arguments.of("no floor", WrongRules.noFloor(), 25, 26),
        Arguments.of("cap before sequestration", WrongRules.capBeforeSequestration(), 3, 3),
        Arguments.of("six months as a year", WrongRules.sixMonthsAsAYear(), 2, 2),
        Arguments.of("rounded minimum rate", WrongRules.roundedMinimumRate(), 1, 1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongRules")
  void breaksPublishedRows(String name, MsspRules rules, long atLeast, long counted) {
    assertThat(broken(rules, rows)).isGreaterThanOrEqualTo(atLeast).isEqualTo(counted);
  }

  @Test
  @DisplayName("without quality in the share 848 rows stop reproducing")
  void shareWithoutQuality() {
    List<PublishedResult> without =
        rows.stream().map(row -> row.year() > 2020 ? row : withoutQuality(row)).toList();
    assertThat(broken(MsspRules.load(), without)).isGreaterThanOrEqualTo(843).isEqualTo(848);
  }

  @Test
  @DisplayName("without the disaster adjustment 56 rows stop reproducing")
  void noDisasterAdjustment() {
    List<PublishedResult> without = rows.stream().map(WrongRulesTest::withoutDisaster).toList();
    assertThat(broken(MsspRules.load(), without)).isEqualTo(56);
  }

  private static PublishedResult withoutDisaster(PublishedResult row) {
    return changed(row, null, row.standardMet(), row.score());
  }

  /** As if complete reporting earned the whole share. */
  private static PublishedResult withoutQuality(PublishedResult row) {
    return changed(row, row.disaster(), true, null);
  }

  private static PublishedResult changed(
      PublishedResult row,
      @Nullable BigDecimal disaster,
      @Nullable Boolean standardMet,
      @Nullable Printed score) {
    return new PublishedResult(
        row.place(),
        row.aco(),
        row.year(),
        row.track(),
        row.agreementStart(),
        row.beneficiaries(),
        row.personYears(),
        row.benchmarkPerCapita(),
        row.benchmark(),
        row.expenditure(),
        row.savings(),
        row.savingsRate(),
        row.minimumRate(),
        row.generated(),
        row.earned(),
        disaster,
        standardMet,
        row.alternativeMet(),
        score,
        row.shareRate(),
        row.lossRate(),
        row.revenueLimited(),
        row.lowRevenue(),
        row.advancePaid(),
        row.recouped(),
        row.guardrail());
  }
}
