package io.corridor.common.streams;

import io.corridor.schemas.topic.Topic;
import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;

/**
 * An entry of a history or frozen topic.
 *
 * @param topic the topic
 * @param key record key; starts with the subject
 * @param body what happened or is published
 * @param tenant payer
 * @param effectiveOn day from which it holds in the world
 */
public record Event(
    Topic<?> topic, String key, SpecificRecord body, String tenant, LocalDate effectiveOn) {}
