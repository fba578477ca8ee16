package io.corridor.settlement;

import static io.corridor.settlement.ClosingYear.CUT;
import static io.corridor.settlement.ClosingYear.ONE;
import static io.corridor.settlement.ClosingYear.half;
import static io.corridor.settlement.Records.rate;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.streams.CrashingFold;
import io.corridor.common.streams.CrashingFold.Kill;
import io.corridor.schemas.Attestation;
import io.corridor.schemas.CareManagementFeeTerms;
import io.corridor.schemas.FinalBudget;
import io.corridor.schemas.FinalRoster;
import io.corridor.schemas.InterimTerms;
import io.corridor.schemas.PassThroughTerms;
import io.corridor.schemas.PracticeTargetTerms;
import io.corridor.schemas.ReceiverShare;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.SettlementTerms;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.StatedTopics;
import io.corridor.schemas.topic.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The stage is killed at every commit of a year's life: estimates, an advance, a fee, a closing, a
 * late figure and a restatement. What it writes is what it writes undisturbed, byte for byte: no
 * statement and no entry is lost, doubled or another.
 */
class SettlementCrashTest {

  private static SettlementTerms terms() {
    return half("CONTRACT", "TIN")
        .setInterim(
            InterimTerms.newBuilder()
                .setEveryMonths(3)
                .setPaidPart(rate("0.5"))
                .setReserve(rate("0.1"))
                .setTrueUp(true)
                .setRecoupmentLimit(rate("0.25"))
                .build())
        .setCareManagementFee(
            CareManagementFeeTerms.newBuilder()
                .setPmpm(rate("1"))
                .setRiskAdjusted(false)
                .setConditions(List.of())
                .setRecoupmentLimit(rate("0.5"))
                .build())
        .setPracticeTarget(
            PracticeTargetTerms.newBuilder()
                .setTargetPmpm(rate("100"))
                .setShare(rate("0.3"))
                .setMinimumMemberMonths(rate("0"))
                .build())
        .setPassThrough(
            PassThroughTerms.newBuilder()
                .setToPractices(rate("0.6"))
                .setShares(List.of(new ReceiverShare(ONE, null, rate("1"))))
                .build())
        .build();
  }

  private static void running(CrashingFold fold, String counted, LocalDate to) {
    fold.feed(
        Topics.BUDGET,
        "C1|CONTRACT|C1|2025",
        Records.budget("CONTRACT", "C1", "2025", "1000000.00", counted, to));
    fold.feed(
        Topics.BUDGET,
        "C1|TIN|" + ONE + "|2025",
        Records.budget("TIN", ONE, "2025", "1000000.00", counted, to));
    fold.feed(
        Topics.BUDGET,
        "C1|TIN|" + ONE + "|2025-03",
        Records.budget("TIN", ONE, "2025-03", "0.00", "0.00", to));
  }

  private static void frozen(CrashingFold fold, int number, String counted) {
    for (String level : List.of("CONTRACT|C1", "TIN|" + ONE)) {
      String[] parts = level.split("\\|");
      fold.feed(
          ClosingTopics.FINAL_BUDGET,
          "C1|2025|" + number + "|" + level,
          FinalBudget.newBuilder()
              .setContract("C1")
              .setPeriod("2025")
              .setNumber(number)
              .setLevel(parts[0])
              .setId(parts[1])
              .setBusinessDate(CUT)
              .setKnownAt(Instant.parse("2026-03-31T10:00:00Z"))
              .setBudget(Records.budget(parts[0], parts[1], "2025", "1000000.00", counted, CUT))
              .setLevels(2)
              .build());
    }
    fold.feed(
        ClosingTopics.FINAL_ROSTER,
        "C1|2025|" + number,
        new FinalRoster("C1", "2025", number, CUT, 10L, 120L));
  }

  private static void ask(CrashingFold fold, String id, String kind, int second) {
    fold.feed(
        ClosingTopics.SETTLEMENT_COMMAND,
        "C1|" + id,
        ClosingYear.command(id, kind, "ann", second).build());
  }

  private static void life(CrashingFold fold) {
    fold.feed(Topics.TERMS, "C1|1", ClosingYear.terms(terms()));
    fold.tick(LocalDate.of(2025, 4, 1));
    running(fold, "900000.00", LocalDate.of(2025, 4, 1));
    fold.tick(CUT);
    running(fold, "930000.00", CUT);
    ask(fold, "a", "CLOSE", 0);
    frozen(fold, 1, "900000.00");
    fold.feed(
        StatedTopics.ATTESTATION,
        "C1|CONTRACT|C1|2025|metric.registry",
        Attestation.newBuilder()
            .setPayer("P1")
            .setContract("C1")
            .setLevel("CONTRACT")
            .setId("C1")
            .setYear(2025)
            .setName("metric.registry")
            .setValue(rate("1"))
            .setVersion(1)
            .setStatus(RecordStatus.ACTIVE)
            .build());
    ask(fold, "b", "RESTATE", 60);
    frozen(fold, 2, "940000.00");
  }

  private static CrashingFold run(Kill kill, Set<Integer> at) {
    CrashingFold fold = new CrashingFold(SettlementStage.load(), kill, at);
    life(fold);
    return fold;
  }

  @Test
  @DisplayName("the undisturbed life has an advance, a fee, a closing and its restatement")
  void undisturbed() {
    Map<String, List<String>> written = run(Kill.BETWEEN_COMMITS, Set.of()).written();
    assertThat(written.get(ClosingTopics.STATEMENT.name()))
        .extracting(record -> record.substring(0, record.indexOf(' ')))
        .containsExactlyInAnyOrder("C1|2025|I03", "C1|2025|C03", "C1|2025|F1", "C1|2025|F2");
    assertThat(written.get(ClosingTopics.ENTRY.name()))
        .extracting(record -> record.substring(0, record.indexOf(' ')))
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(8);
  }

  @ParameterizedTest
  @EnumSource(Kill.class)
  @DisplayName("killed at any one commit, and at every one, it writes the same")
  void killed(Kill kill) {
    CrashingFold undisturbed = run(kill, Set.of());
    int commits = undisturbed.commits();
    for (int at = 1; at <= commits; at++) {
      CrashingFold killed = run(kill, Set.of(at));
      assertThat(killed.written())
          .as("killed at %d of %d", at, commits)
          .isEqualTo(undisturbed.written());
    }
    Set<Integer> all = IntStream.rangeClosed(1, commits).boxed().collect(Collectors.toSet());
    assertThat(run(kill, all).written()).isEqualTo(undisturbed.written());
  }
}
