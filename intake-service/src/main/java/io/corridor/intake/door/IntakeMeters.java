package io.corridor.intake.door;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;

/**
 * Meters of intake. Tags are record types, outcomes and codes: bounded, never a feed or a person.
 */
final class IntakeMeters {

  private final MeterRegistry registry;
  private final Map<String, Counter> counters = new HashMap<>();

  IntakeMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** A stage took a record in: READ, REJECTED, ACCEPTED, DUPLICATE, CONFLICT or DEAD_LETTER. */
  void record(String stage, String type, String outcome) {
    counters
        .computeIfAbsent(
            stage + type + outcome,
            key ->
                Counter.builder("corridor.intake.records")
                    .tag("stage", stage)
                    .tag("type", type)
                    .tag("outcome", outcome)
                    .register(registry))
        .increment();
  }

  /** A record was rejected with this code. */
  void rejected(String code) {
    counters
        .computeIfAbsent(
            code,
            key -> Counter.builder("corridor.intake.rejected").tag("code", code).register(registry))
        .increment();
  }
}
