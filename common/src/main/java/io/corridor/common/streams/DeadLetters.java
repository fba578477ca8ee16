package io.corridor.common.streams;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Records that a bug refused three times. Key and value bytes stay as they came; the headers name
 * the place and nothing of the content (law L10).
 */
public final class DeadLetters {

  private DeadLetters() {}

  /** Sends a record to the service's dead letters. */
  public static void forward(
      ProcessorContext<String, byte[]> context,
      RecordMetadata from,
      Record<byte[], byte[]> record,
      String version) {
    Headers headers = new RecordHeaders();
    header(headers, "corridor.topic", from.topic());
    header(headers, "corridor.partition", Integer.toString(from.partition()));
    header(headers, "corridor.offset", Long.toString(from.offset()));
    header(headers, "corridor.code", "PROCESSING_FAILED");
    header(headers, "corridor.version", version);
    header(headers, "corridor.attempts", Integer.toString(Failures.ATTEMPTS));
    context.forward(
        new Record<>(
            new String(record.key(), StandardCharsets.UTF_8),
            record.value(),
            record.timestamp(),
            headers),
        FoldTopology.DEAD_LETTER_SINK);
  }

  private static void header(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
