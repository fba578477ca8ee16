package io.corridor.common.streams;

import io.corridor.schemas.topic.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Meters of the fold. Tags are topics and outcomes: bounded, never a member. */
final class FoldMeters {

  private final MeterRegistry registry;
  private final String service;
  private final Map<String, Counter> counters = new ConcurrentHashMap<>();

  FoldMeters(MeterRegistry registry, String service) {
    this.registry = registry;
    this.service = service;
  }

  private void count(String name, String tag, String value, String outcome) {
    counters
        .computeIfAbsent(
            name + value + outcome,
            key ->
                Counter.builder(name)
                    .tag("service", service)
                    .tag(tag, value)
                    .tag("outcome", outcome)
                    .register(registry))
        .increment();
  }

  /** A record was taken in: APPLIED, IGNORED or DEAD_LETTER. */
  void record(String topic, String outcome) {
    count("corridor.fold.records", "topic", topic, outcome);
  }

  /** An answer was looked at: SAME, CREATE, UPDATE or END. */
  void answer(Topic<?> topic, String outcome) {
    count("corridor.fold.answers", "topic", topic.name(), outcome);
  }

  /** A slice of a sweep was done. */
  void slice(String kind) {
    count("corridor.fold.slices", "sweep", kind, "DONE");
  }
}
