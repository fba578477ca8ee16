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
 * @param body what holds now; null when nothing holds any more (written as END)
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

  /** Nothing holds under this key. */
  public static Answer none(Topic<?> topic, String key, String tenant, LocalDate effectiveOn) {
    return new Answer(topic, key, null, tenant, effectiveOn, Sensitivity.NORMAL, List.of());
  }
}
