package io.corridor.benchmark.breakdown;

import io.corridor.common.rules.CodeTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Chronic conditions by diagnosis code. A code of the table counts whole, as the table lists it.
 */
public final class ChronicConditions {

  /** How carefully a condition must be shown. */
  public enum Care {
    /** As any other. */
    NORMAL,
    /** Mental health. */
    BEHAVIORAL,
    /** Substance use. */
    SUBSTANCE_USE
  }

  private final Map<String, Set<String>> byCode;
  private final Map<String, Care> care;

  private ChronicConditions(Map<String, Set<String>> byCode, Map<String, Care> care) {
    this.byCode = byCode;
    this.care = care;
  }

  /** The table shipped with the product. */
  public static ChronicConditions load() {
    Map<String, Set<String>> byCode = new HashMap<>();
    Map<String, Care> care = new HashMap<>();
    CodeTable.load(ChronicConditions.class, "codes/chronic_conditions.csv")
        .rows()
        .forEach(row -> {
          String condition = row.getOrDefault("condition", "");
          byCode
              .computeIfAbsent(row.getOrDefault("code", ""), code -> new TreeSet<>())
              .add(condition);
          care.put(condition, Care.valueOf(row.getOrDefault("sensitivity", "")));
        });
    return new ChronicConditions(Map.copyOf(byCode), Map.copyOf(care));
  }

  /** Conditions that some code says, ascending, with the care that each needs. */
  public Map<String, Care> of(Collection<String> codes) {
    Map<String, Care> conditions = new TreeMap<>();
    for (String code : codes) {
      byCode
          .getOrDefault(code, Set.of())
          .forEach(
              condition -> conditions.put(condition, care.getOrDefault(condition, Care.NORMAL)));
    }
    return conditions;
  }
}
