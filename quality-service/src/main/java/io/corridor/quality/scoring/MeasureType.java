package io.corridor.quality.scoring;

import io.corridor.common.rules.CodeTable;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Type and direction of a measure (domain.md 3.3).
 *
 * @param type P process, O outcome, U utilization, X experience or S structural
 * @param lowerIsBetter true for inverse measures
 */
record MeasureType(String type, boolean lowerIsBetter) {

  static final String OUTCOME = "O";

  private static final Map<String, MeasureType> ALL =
      CodeTable.load(MeasureType.class, "codes/measures.csv").rows().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.getOrDefault("measure", ""),
                  row ->
                      new MeasureType(
                          row.getOrDefault("type", ""),
                          row.getOrDefault("better", "").equals("LOWER"))));

  static Optional<MeasureType> of(String measure) {
    return Optional.ofNullable(ALL.get(measure));
  }
}
