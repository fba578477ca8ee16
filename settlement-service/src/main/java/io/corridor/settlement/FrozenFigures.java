package io.corridor.settlement;

import io.corridor.common.facts.MemoryRows;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.schemas.topic.StatedTopics;
import io.corridor.settlement.engine.FactRows;
import io.corridor.settlement.engine.LevelKey;
import io.corridor.settlement.statement.ClosingRows;
import io.corridor.settlement.statement.Frozen;
import io.corridor.settlement.statement.InputSources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the services froze for one closing of a contract, seen as running figures, so that the rules
 * of the estimate read it. Stated figures and premiums are records of their own that nobody
 * freezes: they stand as they do when the statement is made, and the statement keeps them.
 */
final class FrozenFigures {

  private static final String ROSTER = "ROSTER";
  private static final String NOTHING = "";

  private final Rows rows;
  private final int year;
  private final int number;
  private final List<Level> budgets;
  private final List<Level> scores;

  /** A frozen figure of a level. */
  private record Level(String level, String id, Frozen<byte[]> frozen) {}

  FrozenFigures(Rows rows, int year, int number) {
    this.rows = rows;
    this.year = year;
    this.number = number;
    this.budgets = levels(ClosingRows.BUDGET);
    this.scores = levels(ClosingRows.SCORE);
  }

  private List<Level> levels(String kind) {
    List<Level> levels = new ArrayList<>();
    for (Row row : rows.startingWith(kind + year + "|" + number + "|")) {
      levels.add(new Level(row.part(3), row.part(4), ClosingRows.frozen(row, Row::payload)));
    }
    return levels;
  }

  /** True once assignments are frozen. */
  boolean hasRoster() {
    return rows.find(ClosingRows.ROSTER + year + "|" + number).isPresent();
  }

  /**
   * What the closing still waits for.
   *
   * @param scored whether the terms have a quality programme
   */
  List<String> awaits(boolean scored) {
    List<String> awaits = new ArrayList<>();
    if (!hasRoster()) {
      awaits.add(ROSTER);
    }
    if (!complete(budgets)) {
      awaits.add("BUDGET");
    }
    if (scored && !complete(scores)) {
      awaits.add("SCORE");
    }
    return awaits;
  }

  /** The contract's own figure, and as many as its writer says it froze. */
  private static boolean complete(List<Level> levels) {
    boolean whole = levels.stream().anyMatch(level -> level.level().equals("CONTRACT"));
    int expected =
        levels.stream()
            .map(level -> level.frozen().levels())
            .filter(Objects::nonNull)
            .mapToInt(Integer::intValue)
            .max()
            .orElse(1);
    return whole && levels.size() >= expected;
  }

  /** When the latest record behind the frozen figures became known; null when there is none. */
  @Nullable Instant knownAt() {
    Instant latest = Instant.EPOCH;
    for (List<Level> figures : List.of(budgets, scores)) {
      for (Level level : figures) {
        latest = level.frozen().knownAt().isAfter(latest) ? level.frozen().knownAt() : latest;
      }
    }
    return latest.equals(Instant.EPOCH) ? null : latest;
  }

  /** The frozen figures and what is stated, in the layout of {@link FactRows}. */
  Rows asRunning() {
    MemoryRows running = new MemoryRows();
    hold(running, FactRows.COST, budgets);
    hold(running, FactRows.QUALITY, scores);
    for (Level level : budgets) {
      String prefix =
          ClosingRows.MONTH
              + String.join("|", String.valueOf(year), String.valueOf(number))
              + '|'
              + level.level()
              + '|'
              + level.id()
              + '|';
      for (Row month : rows.startingWith(prefix)) {
        running.hold(
            FactRows.MONTH + String.join("|", level.level(), level.id(), month.part(5)),
            month.payload());
      }
    }
    for (String kind : List.of(FactRows.STATED, FactRows.PREMIUM)) {
      rows.startingWith(kind).forEach(row -> running.hold(row.key(), row.payload()));
    }
    return running;
  }

  private void hold(MemoryRows running, String kind, List<Level> levels) {
    for (Level level : levels) {
      byte[] figure = level.frozen().figure();
      if (figure != null) {
        running.hold(
            kind + String.join("|", level.level(), level.id(), String.valueOf(year)), figure);
      }
    }
  }

  /** Where the facts of a level come from. */
  InputSources sources(LevelKey key) {
    return new InputSources(
        source(budgets, key), source(scores, key), StatedTopics.ATTESTATION.name());
  }

  private static String source(List<Level> levels, LevelKey key) {
    Map<String, String> sources = new TreeMap<>();
    levels.forEach(level -> sources.put(level.level() + '|' + level.id(), level.frozen().source()));
    return sources.getOrDefault(key.level().name() + '|' + key.id(), NOTHING);
  }
}
