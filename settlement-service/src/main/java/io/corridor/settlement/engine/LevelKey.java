package io.corridor.settlement.engine;

import java.util.Comparator;
import java.util.Optional;

/**
 * A level of a contract in a performance year: what is estimated and settled on its own.
 *
 * @param level level
 * @param id id at the level: the contract, the ACO, a practice or a clinician
 * @param year number of the performance year
 */
public record LevelKey(Level level, String id, int year) implements Comparable<LevelKey> {

  private static final int PARTS = 4;

  private static final Comparator<LevelKey> ORDER =
      Comparator.comparingInt(LevelKey::year)
          .thenComparing(LevelKey::level)
          .thenComparing(LevelKey::id);

  /** Reads {@code contract|level|id|year}; empty for a level or period that is not settled. */
  public static Optional<LevelKey> read(String key) {
    String[] parts = key.split("\\|", -1);
    return parts.length == PARTS ? of(parts[1], parts[2], parts[3]) : Optional.empty();
  }

  /** A level and year as topics name them; empty where they are not settled. */
  public static Optional<LevelKey> of(String level, String id, String period) {
    boolean year = period.length() == 4 && period.chars().allMatch(Character::isDigit);
    if (!year) {
      return Optional.empty();
    }
    for (Level known : Level.values()) {
      if (known.name().equals(level)) {
        return Optional.of(new LevelKey(known, id, Integer.parseInt(period)));
      }
    }
    return Optional.empty();
  }

  /** As part of a key or row: {@code level|id|year}. */
  public String text() {
    return level.name() + '|' + id + '|' + year;
  }

  @Override
  public int compareTo(LevelKey other) {
    return ORDER.compare(this, other);
  }
}
