package io.corridor.common.streams;

import io.corridor.schemas.topic.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How a service makes its totals: sums of parts, by key, and the answers that follow from them. */
public interface Totals {

  /** Keys of the sums a part belongs to, the part's own key first: for example its contract's. */
  List<String> rollUps(String partKey);

  /** Keys of the answers that a changed sum touches: for example the month's and the year's. */
  List<String> outputs(String totalKey, World world);

  /** The answer under one of those keys; empty when it cannot be given at all. */
  Optional<Answer> derive(String outputKey, Sums sums, World world);

  /**
   * Keys of answers that a changed row of a reference table may begin. Going through the answers
   * that there are finds the others.
   *
   * @param rowKey key of the row
   */
  default List<String> begunBy(Topic<?> topic, String rowKey, World world) {
    return List.of();
  }

  /**
   * True when an answer may read differently because the date that every partition has reached
   * rose.
   *
   * @param before that date when all answers were gone through last; empty when they never were
   */
  default boolean showsRise(String outputKey, Optional<LocalDate> before) {
    return true;
  }

  /**
   * True for a population parameter (DESIGN section 2): its answer waits for the end of a tick,
   * when every partition has reached the date, and then stands until the next tick. Nothing in
   * between changes it, whatever sums are touched.
   */
  default boolean waitsForTick(String outputKey) {
    return false;
  }

  /**
   * What is frozen at a cut that every partition has reached. Asked in every partition: only what
   * belongs to this one by its key is published, and each key once.
   */
  default List<Event> atCut(String cut, Sums sums, World world) {
    return List.of();
  }

  /** The sums of a contract as a rule sees them. */
  interface Sums {

    /** The sum under a key; an array of zeros of length 0 when there is none. */
    long[] sum(String totalKey);

    /** Keys of sums that start with the text, ascending. */
    List<String> keys(String prefix);

    /** Greatest receivedAt behind the sums that were read for this answer. */
    Instant knownAt();

    /** Business date that every partition has reached. */
    Optional<LocalDate> completeTo();
  }
}
