package io.corridor.settlement;

import static io.corridor.settlement.ClosingYear.CUT;
import static io.corridor.settlement.ClosingYear.FIRST;
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
import io.corridor.common.streams.FrozenReader;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of a closing: repeats, any order, a rebuilt service, the same inputs again. */
class ClosingLawsTest {

  @Test
  @DisplayName("duplicates of commands, figures and the statement itself publish nothing twice")
  void duplicates() {
    try (FoldDriver driver = shared(false)) {
      for (int i = 0; i < 2; i++) {
        give(driver, command("a", "CLOSE", "ann", 0));
        freeze(driver, 1, "900000.00");
        readBack(driver);
        readBack(driver);
      }
      assertThat(driver.log(ClosingTopics.STATEMENT)).hasSize(1);
      assertThat(driver.log(ClosingTopics.ENTRY)).hasSize(1);
      assertThat(codes(driver)).containsExactly("ACCEPTED");
    }
  }

  @Test
  @DisplayName("a period closed again from its stored inputs gives the same statement, to the byte")
  void sameInputsSameBytes() {
    try (FoldDriver one = shared(true);
        FoldDriver two = shared(true)) {
      for (FoldDriver driver : List.of(one, two)) {
        give(driver, command("a", "CLOSE", "ann", 0));
      }
      freeze(one, 1, "931234.56");
      finalScore(one, 1, "MET");
      two.feed(Topics.BUDGET, "C1|CONTRACT|C1|2025", Records.year("2025", "1.00"));
      finalScore(two, 1, "MET");
      freeze(two, 1, "931234.56");
      assertThat(bytes(two)).isEqualTo(bytes(one));
    }
  }

  private static ByteBuffer bytes(FoldDriver driver) {
    try {
      return statement(driver, "F1").toByteBuffer();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Test
  @DisplayName("L2: a rebuilt service publishes and posts nothing again, and ends where it was")
  void rebuilt() {
    Map<String, SpecificRecord> statements;
    Map<String, SpecificRecord> state;
    FrozenReader published;
    try (FoldDriver driver = shared(false)) {
      give(driver, command("a", "CLOSE", "ann", 0));
      freeze(driver, 1, "900000.00");
      give(driver, command("b", "RESTATE", "ann", 60));
      freeze(driver, 2, "940000.00");
      statements = driver.current(ClosingTopics.STATEMENT);
      state = driver.current(ClosingTopics.PERIOD);
      Map<String, List<String>> keys =
          Map.of(
              ClosingTopics.STATEMENT.name(), List.copyOf(statements.keySet()),
              ClosingTopics.ENTRY.name(),
                  List.copyOf(driver.current(ClosingTopics.ENTRY).keySet()));
      published =
          (topic, partition, key) -> keys.getOrDefault(topic.name(), List.of()).forEach(key);
    }
    try (FoldDriver driver = new FoldDriver(SettlementStage.load(), published)) {
      freeze(driver, 2, "940000.00");
      freeze(driver, 1, "900000.00");
      give(driver, command("a", "CLOSE", "ann", 0));
      driver.feed(Topics.TERMS, "C1|1", terms(1, FIRST, "0.500000", false));
      driver.tick(CUT, false);
      assertThat(period(driver).getAwaits()).containsExactly("POSTING");
      give(driver, command("b", "RESTATE", "ann", 60));
      statements.forEach((key, body) -> driver.feed(ClosingTopics.STATEMENT, key, body));
      assertThat(driver.current(ClosingTopics.PERIOD)).isEqualTo(state);
      assertThat(driver.log(ClosingTopics.STATEMENT)).isEmpty();
      assertThat(driver.log(ClosingTopics.ENTRY)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {71, 72, 73, 74, 75})
  @DisplayName("L1, L2: any order of commands, figures and own statements ends in the same state")
  void orderFree(long seed) {
    Map<String, SpecificRecord> published;
    Map<String, SpecificRecord> state;
    try (FoldDriver driver = shared(false)) {
      give(driver, command("a", "CLOSE", "ann", 0));
      freeze(driver, 1, "900000.00");
      readBack(driver);
      give(driver, command("b", "RESTATE", "ann", 60));
      freeze(driver, 2, "940000.00");
      readBack(driver);
      published = driver.current(ClosingTopics.STATEMENT);
      state = driver.current(ClosingTopics.PERIOD);
    }
    List<Consumer<FoldDriver>> records = new ArrayList<>();
    records.add(driver -> give(driver, command("a", "CLOSE", "ann", 0)));
    records.add(driver -> give(driver, command("b", "RESTATE", "ann", 60)));
    records.add(driver -> freeze(driver, 1, "900000.00"));
    records.add(driver -> freeze(driver, 2, "940000.00"));
    published.forEach(
        (key, body) -> records.add(driver -> driver.feed(ClosingTopics.STATEMENT, key, body)));
    records.addAll(List.copyOf(records));
    Collections.shuffle(records, new Random(seed));
    try (FoldDriver driver = shared(false)) {
      records.forEach(record -> record.accept(driver));
      assertThat(driver.current(ClosingTopics.PERIOD)).as("seed %d", seed).isEqualTo(state);
      assertThat(driver.current(ClosingTopics.ENTRY)).hasSize(3);
    }
  }
}
