package io.corridor.common.streams;

import io.corridor.schemas.serde.RegistryException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * How often the record at the head of each partition has failed. Lives as long as the service, so
 * that it outlasts the restart of a task; holds one entry a partition.
 */
public final class Failures {

  /** Attempts before a record goes to the dead letters. */
  public static final int ATTEMPTS = 3;

  private final Map<String, Head> heads = new ConcurrentHashMap<>();

  /** The record at the head of a partition and how often it failed. */
  private record Head(long offset, int attempts) {}

  private static String place(RecordMetadata from) {
    return from.topic() + "|" + from.partition();
  }

  /** True when the record has failed too often. */
  public boolean givenUp(RecordMetadata from) {
    Head head = heads.get(place(from));
    return head != null && head.offset() == from.offset() && head.attempts() >= ATTEMPTS;
  }

  /**
   * The record failed. Trouble with the broker or the registry is no fault of the record and is not
   * counted: it is tried again for as long as it takes.
   */
  public void failed(RecordMetadata from, RuntimeException why) {
    if (why instanceof KafkaException || why instanceof RegistryException) {
      return;
    }
    heads.merge(
        place(from),
        new Head(from.offset(), 1),
        (head, first) ->
            head.offset() == from.offset() ? new Head(from.offset(), head.attempts() + 1) : first);
  }
}
