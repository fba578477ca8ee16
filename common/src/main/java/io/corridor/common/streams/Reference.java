package io.corridor.common.streams;

import io.corridor.schemas.topic.Topic;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * A broadcast table: every task keeps its own copy, so it is ordered, transactional and a trigger.
 *
 * @param topic the topic; keyed by the table's key
 * @param sweeps the indexes whose subjects a changed row concerns; asked for the old and the new
 *     row
 * @param cut the cut that a row asks every task to reach
 * @param read by whom it is read
 * @param <V> value class
 */
public record Reference<V extends SpecificRecord>(
    Topic<V> topic, Function<V, Set<String>> sweeps, Function<V, Optional<Cut>> cut, ReadBy read) {

  /** What reads a table. */
  public enum ReadBy {
    /** Answers of subjects and totals: a changed row has all totals looked at again. */
    ALL,
    /** Answers of subjects alone: totals follow from what these contribute. */
    SUBJECTS
  }

  /** A reference table. */
  public static <V extends SpecificRecord> Reference<V> of(
      Topic<V> topic, Function<V, Set<String>> sweeps) {
    return new Reference<>(topic, sweeps, value -> Optional.empty(), ReadBy.ALL);
  }

  /** A reference table that no total reads. */
  public static <V extends SpecificRecord> Reference<V> ofSubjects(
      Topic<V> topic, Function<V, Set<String>> sweeps) {
    return new Reference<>(topic, sweeps, value -> Optional.empty(), ReadBy.SUBJECTS);
  }

  /** A reference table whose rows may ask for a cut. */
  public static <V extends SpecificRecord> Reference<V> cutting(
      Topic<V> topic, Function<V, Set<String>> sweeps, Function<V, Optional<Cut>> cut) {
    return new Reference<>(topic, sweeps, cut, ReadBy.ALL);
  }
}
