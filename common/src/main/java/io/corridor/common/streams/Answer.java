package io.corridor.common.streams;

import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.topic.Topic;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A current answer. It is written only when its body differs from the last one.
 *
 * @param topic current topic
 * @param key record key; starts with the subject
 * @param body what holds now; null when nothing holds any more (written as END) or when the answer
 *     only contributes
 * @param tenant payer
 * @param effectiveOn day from which it holds in the world
 * @param sensitivity consent class
 * @param parts what it contributes to totals
 */
public record Answer(
    Topic<?> topic,
    String key,
    @Nullable SpecificRecord body,
    String tenant,
    LocalDate effectiveOn,
    Sensitivity sensitivity,
    List<Part> parts) {

  /** An answer of normal sensitivity. */
  public static Answer of(
      Topic<?> topic,
      String key,
      SpecificRecord body,
      String tenant,
      LocalDate effectiveOn,
      List<Part> parts) {
    return new Answer(topic, key, body, tenant, effectiveOn, Sensitivity.NORMAL, parts);
  }

  /**
   * Contributions to totals without a record of their own: they are kept under the key, compared
   * and taken back like an answer, but nothing is written. {@link #none} takes them back.
   *
   * @param parts at least one
   */
  public static Answer silent(Topic<?> topic, String key, String tenant, List<Part> parts) {
    return new Answer(topic, key, null, tenant, LocalDate.EPOCH, Sensitivity.NORMAL, parts);
  }

  /** True for another word on the same key. */
  boolean isAbout(Answer other) {
    return topic.name().equals(other.topic().name()) && key.equals(other.key());
  }

  /** Nothing holds under this key. */
  public static Answer none(Topic<?> topic, String key, String tenant, LocalDate effectiveOn) {
    return new Answer(topic, key, null, tenant, effectiveOn, Sensitivity.NORMAL, List.of());
  }
}
