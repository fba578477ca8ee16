package io.corridor.settlement;

import static io.corridor.settlement.ClosingYear.codes;
import static io.corridor.settlement.ClosingYear.command;
import static io.corridor.settlement.ClosingYear.freeze;
import static io.corridor.settlement.ClosingYear.frozen;
import static io.corridor.settlement.ClosingYear.give;
import static io.corridor.settlement.ClosingYear.half;
import static io.corridor.settlement.ClosingYear.period;
import static io.corridor.settlement.ClosingYear.roster;
import static io.corridor.settlement.ClosingYear.state;
import static io.corridor.settlement.ClosingYear.statement;
import static io.corridor.settlement.Records.rate;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.InfrastructureTerms;
import io.corridor.schemas.SettlementTerms;
import io.corridor.schemas.WeightedMetric;
import io.corridor.schemas.topic.ClosingTopics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An approval names what it approves, and holds for nothing else. */
class ClosingApprovalTest {

  /** Twenty thousand a month, a fifth of it by one metric that somebody states. */
  private static SettlementTerms terms() {
    return half("CONTRACT")
        .setInfrastructure(
            InfrastructureTerms.newBuilder()
                .setMonthlyAmount(new BigDecimal("20000.00"))
                .setFrom(LocalDate.of(2025, 1, 1))
                .setUntil(LocalDate.of(2026, 1, 1))
                .setAtRisk(rate("0.2"))
                .setMetrics(List.of(new WeightedMetric("registry", rate("1"))))
                .build())
        .build();
  }

  private static void metric(FoldDriver driver, @Nullable String value, int version) {
    state(driver, "CONTRACT", "C1", "metric.registry", value, version);
  }

  private static void approve(FoldDriver driver, String id, int second, @Nullable String proposal) {
    give(driver, command(id, "APPROVE", "bob", second).setProposal(proposal));
  }

  private static String proposal(FoldDriver driver) {
    return Objects.requireNonNull(period(driver).getProposal());
  }

  @Test
  @DisplayName(
      "an approval of nothing, without a name or of another proposal is refused with a code")
  void refused() {
    try (FoldDriver driver = ClosingYear.of(terms())) {
      give(driver, command("a", "CLOSE", "ann", 0));
      approve(driver, "b", 1, "0000000000000000");
      assertThat(codes(driver)).containsExactly("ACCEPTED", "NOTHING_PROPOSED");
      freeze(driver, 1, "900000.00");
      approve(driver, "c", 2, null);
      assertThat(codes(driver)).containsExactly("ACCEPTED", "FIGURES_MOVED", "PROPOSAL_NOT_NAMED");
      assertThat(period(driver).getAwaits()).containsExactly("APPROVAL");
      assertThat(period(driver).getApprovedBy()).isNull();
      assertThat(period(driver).getProposedPayment()).isEqualTo("50000.00");
      assertThat(period(driver).getProposedDue()).isEqualTo("242000.00");
      assertThat(period(driver).getProposedKnownAt())
          .isEqualTo(Instant.parse("2026-03-31T10:00:00Z"));
      assertThat(driver.log(ClosingTopics.STATEMENT)).isEmpty();
    }
  }

  @Test
  @DisplayName("a figure stated between proposal and approval asks for a new approval")
  void figuresMove() {
    try (FoldDriver driver = ClosingYear.of(terms())) {
      give(driver, command("a", "CLOSE", "ann", 0));
      freeze(driver, 1, "900000.00");
      String seen = proposal(driver);
      metric(driver, "1", 1);
      assertThat(proposal(driver)).isNotEqualTo(seen);
      approve(driver, "b", 1, seen);
      assertThat(codes(driver)).containsExactly("ACCEPTED", "FIGURES_MOVED");
      assertThat(period(driver).getAwaits()).containsExactly("APPROVAL");
      assertThat(period(driver).getProposedDue()).isEqualTo("290000.00");
      assertThat(driver.log(ClosingTopics.STATEMENT)).isEmpty();
      String now = proposal(driver);
      approve(driver, "c", 2, now);
      assertThat(codes(driver)).containsExactly("ACCEPTED", "FIGURES_MOVED", "ACCEPTED");
      assertThat(statement(driver, "F1").getDue()).isEqualTo("290000.00");
      assertThat(statement(driver, "F1").getProposal()).isEqualTo(now);
      // L6: what is stated afterwards changes neither the statement nor what was approved.
      metric(driver, "0", 2);
      assertThat(codes(driver)).containsExactly("ACCEPTED", "FIGURES_MOVED", "ACCEPTED");
      assertThat(period(driver).getState()).isEqualTo("CLOSED");
    }
  }

  @Test
  @DisplayName("figures that come back are those that were approved")
  void figuresComeBack() {
    try (FoldDriver driver = ClosingYear.of(terms())) {
      give(driver, command("a", "CLOSE", "ann", 0));
      freeze(driver, 1, "900000.00");
      String seen = proposal(driver);
      metric(driver, "1", 1);
      approve(driver, "b", 1, seen);
      assertThat(driver.log(ClosingTopics.STATEMENT)).isEmpty();
      metric(driver, null, 2);
      assertThat(statement(driver, "F1").getDue()).isEqualTo("242000.00");
      assertThat(codes(driver)).containsExactly("ACCEPTED", "ACCEPTED");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {81, 82, 83, 84, 85, 86})
  @DisplayName("L1: commands, figures and statement in any order end in the same state")
  void orderFree(long seed) {
    SpecificRecord state;
    SpecificRecord statement;
    String first;
    String second;
    try (FoldDriver driver = ClosingYear.of(terms())) {
      give(driver, command("a", "CLOSE", "ann", 0));
      freeze(driver, 1, "900000.00");
      first = proposal(driver);
      metric(driver, "1", 1);
      second = proposal(driver);
      approve(driver, "b", 1, first);
      approve(driver, "c", 2, second);
      state = period(driver);
      statement = statement(driver, "F1");
    }
    List<Consumer<FoldDriver>> records = new ArrayList<>();
    records.add(driver -> give(driver, command("a", "CLOSE", "ann", 0)));
    records.add(driver -> approve(driver, "b", 1, first));
    records.add(driver -> approve(driver, "c", 2, second));
    records.add(driver -> roster(driver, 1));
    records.add(driver -> frozen(driver, 1, "CONTRACT", "C1", "900000.00", 1));
    records.add(driver -> driver.feed(ClosingTopics.STATEMENT, "C1|2025|F1", statement));
    records.addAll(List.copyOf(records));
    Collections.shuffle(records, new Random(seed));
    try (FoldDriver driver = ClosingYear.of(terms())) {
      metric(driver, "1", 1);
      records.forEach(record -> record.accept(driver));
      assertThat(period(driver)).as("seed %d", seed).isEqualTo(state);
      assertThat(driver.log(ClosingTopics.ENTRY)).as("seed %d", seed).hasSize(2);
    }
  }
}
