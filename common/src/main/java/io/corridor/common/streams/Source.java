package io.corridor.common.streams;

import io.corridor.schemas.topic.Topic;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic whose records change the rows of their subject.
 *
 * @param topic the topic
 * @param facts what a value of it says; the value's key starts with the subject
 * @param <V> value class
 */
public record Source<V extends SpecificRecord>(Topic<V> topic, Function<V, FactChange> facts) {

  /** A source. */
  public static <V extends SpecificRecord> Source<V> of(
      Topic<V> topic, Function<V, FactChange> facts) {
    return new Source<>(topic, facts);
  }
}
