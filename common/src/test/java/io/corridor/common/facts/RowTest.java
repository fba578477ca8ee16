package io.corridor.common.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowTest {

  /** A fact added or taken back. */
  private record Move(Fact fact, int sign) {}

  @ParameterizedTest
  @DisplayName("L1, L4: in any order the same row; with everything taken back, none")
  @ValueSource(longs = {1, 2, 3})
  void orderFree(long seed) {
    Random random = new Random(seed);
    List<Move> kept = new ArrayList<>();
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Fact fact = Fact.of("visit|2025-0" + random.nextInt(1, 9), random.nextLong(-500, 500), 1);
      moves.add(new Move(fact, 1));
      if (random.nextBoolean()) {
        moves.add(new Move(fact, -1));
      } else {
        kept.add(new Move(fact, 1));
      }
    }
    List<String> plain = rows(kept);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(moves, random);
      assertThat(rows(moves)).as("seed " + seed).isEqualTo(plain);
    }
    kept.forEach(move -> moves.add(new Move(move.fact(), -1)));
    assertThat(rows(moves)).isEmpty();
  }

  @Test
  @DisplayName("a row taken back before it came does not exist for a rule, and is kept")
  void early() {
    MemoryRows rows = new MemoryRows().subtract(List.of(Fact.of("cost|2025-01", 500)));
    assertThat(rows.startingWith("cost|")).isEmpty();
    assertThat(rows.add(List.of(Fact.of("cost|2025-01", 500))).find("cost|2025-01")).isEmpty();
    assertThat(rows.add(List.of(Fact.of("cost|2025-01", 500))).find("cost|2025-01"))
        .hasValueSatisfying(row -> assertThat(row.sum(0)).isEqualTo(500));
  }

  @Test
  @DisplayName("a stored row reads back; an unknown layout is refused")
  void bytes() {
    Row row = Row.empty("stay|2025-01-03").with(Fact.of("stay|2025-01-03", 7, -9), 1);
    Row read = Row.fromBytes(row.key(), row.toBytes());
    assertThat(List.of(read.count(), read.sum(0), read.sum(1), read.sum(2)))
        .containsExactly(1L, 7L, -9L, 0L);
    byte[] unknown = row.toBytes();
    unknown[0] = 9;
    assertThatThrownBy(() -> Row.fromBytes(row.key(), unknown))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("a sum that overflows is an error")
  void overflow() {
    Row row = Row.empty("cost").with(Fact.of("cost", Long.MAX_VALUE), 1);
    assertThatThrownBy(() -> row.with(Fact.of("cost", 1), 1))
        .isInstanceOf(ArithmeticException.class);
  }

  private static List<String> rows(List<Move> moves) {
    MemoryRows rows = new MemoryRows();
    for (Move move : moves) {
      if (move.sign() > 0) {
        rows.add(List.of(move.fact()));
      } else {
        rows.subtract(List.of(move.fact()));
      }
    }
    return rows.between("", "~").stream()
        .map(row -> row.key() + " " + row.count() + " " + row.sum(0) + " " + row.sum(1))
        .toList();
  }
}
