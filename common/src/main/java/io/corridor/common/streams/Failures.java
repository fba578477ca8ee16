package io.corridor.common.streams;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * How often the record at the head of each partition has failed. Lives as long as the service, so
 * that it outlasts the restart of a task; holds one entry a partition.
 */
public final class Failures {

  /** Attempts before a record goes to the dead letters. */
  public static final int ATTEMPTS = 3;

  private final Map<String, Head> heads = new ConcurrentHashMap<>();

  /** A record that was begun and has not succeeded yet. */
  private record Head(long offset, int attempts) {}

  private static String place(RecordMetadata from) {
    return from.topic() + "|" + from.partition();
  }

  /** True when the record has failed too often. */
  public boolean givenUp(RecordMetadata from) {
    Head head = heads.get(place(from));
    return head != null && head.offset() == from.offset() && head.attempts() >= ATTEMPTS;
  }

  /** The record is begun. */
  public void attempt(RecordMetadata from) {
    heads.compute(
        place(from),
        (place, head) ->
            head != null && head.offset() == from.offset()
                ? new Head(from.offset(), head.attempts() + 1)
                : new Head(from.offset(), 1));
  }

  /** The record is done. */
  public void succeeded(RecordMetadata from) {
    heads.remove(place(from));
  }
}
