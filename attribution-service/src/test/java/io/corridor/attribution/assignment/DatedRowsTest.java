package io.corridor.attribution.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.facts.Fact;
import io.corridor.common.facts.MemoryRows;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rows of one kind are read once, and say what the store says. */
class DatedRowsTest {

  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

  /** Rows that note from where they were read. */
  private record Noted(MemoryRows rows, List<String> reads) implements Rows {

    @Override
    public Optional<Row> find(String key) {
      return rows.find(key);
    }

    @Override
    public List<Row> startingWith(String prefix) {
      reads.add(prefix);
      return rows.startingWith(prefix);
    }

    @Override
    public List<Row> between(String from, String until) {
      reads.add(from);
      return rows.between(from, until);
    }
  }

  private static Noted visits(Random random) {
    MemoryRows rows = new MemoryRows();
    for (int i = 0; i < 40; i++) {
      rows.add(List.of(Fact.of("visit|" + FIRST.plusDays(random.nextInt(400)) + "|x" + i, 1)));
    }
    rows.add(List.of(Fact.of("visitor|2025-03-01"), Fact.of("stay|2025-03|S")));
    return new Noted(rows, new ArrayList<>());
  }

  @Test
  @DisplayName("any spans: the same rows as read directly; seeds 1 to 20")
  void theSameRows() {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      Noted noted = visits(random);
      DatedRows<String> dated = new DatedRows<>(noted, RowKeys.VISIT, Row::key);
      for (int i = 0; i < 20; i++) {
        LocalDate from = FIRST.plusDays(random.nextInt(420) - 10);
        String until = i == 7 ? RowKeys.OPEN : from.plusDays(random.nextInt(200)).toString();
        assertThat(dated.between(from, until))
            .as("seed %d, %s to %s", seed, from, until)
            .isEqualTo(
                noted
                    .rows()
                    .between(RowKeys.at(RowKeys.VISIT, from), RowKeys.at(RowKeys.VISIT, until))
                    .stream()
                    .map(Row::key)
                    .toList());
      }
    }
  }

  @Test
  @DisplayName("only an earlier day than any before reads again")
  void readOnce() {
    Noted noted = visits(new Random(3));
    DatedRows<String> dated = new DatedRows<>(noted, RowKeys.VISIT, Row::key);
    dated.between(LocalDate.of(2025, 3, 1), "2025-06-01");
    dated.between(LocalDate.of(2025, 4, 1), "2026-01-01");
    dated.between(LocalDate.of(2025, 3, 1), RowKeys.OPEN);
    assertThat(noted.reads()).containsExactly("visit|2025-03-01");
    dated.between(LocalDate.of(2025, 1, 15), "2025-02-01");
    dated.between(LocalDate.of(2025, 5, 1), "2025-06-01");
    assertThat(noted.reads()).containsExactly("visit|2025-03-01", "visit|2025-01-15");
  }
}
