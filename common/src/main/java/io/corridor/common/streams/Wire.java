package io.corridor.common.streams;

import io.corridor.schemas.Envelope;
import io.corridor.schemas.serde.SchemaRegistry;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.Topic;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Values of topics to bytes and back, for one task (one thread). */
final class Wire {

  private final SchemaRegistry registry;
  private final Map<String, ValueSerde<? extends SpecificRecord>> serdes = new HashMap<>();

  Wire(SchemaRegistry registry) {
    this.registry = registry;
  }

  @SuppressWarnings("unchecked") // A topic's serde is made from the topic itself.
  private <V extends SpecificRecord> ValueSerde<V> serde(Topic<V> topic) {
    return (ValueSerde<V>)
        serdes.computeIfAbsent(topic.name(), name -> ValueSerde.of(topic, registry));
  }

  <V extends SpecificRecord> V read(Topic<V> topic, byte[] bytes) {
    return serde(topic).read(bytes);
  }

  <V extends SpecificRecord> byte[] write(Topic<V> topic, Envelope envelope, SpecificRecord body) {
    return serde(topic).write(topic.newRecord(envelope, body));
  }

  /** The body alone, byte for byte as it ends a value. */
  byte[] body(Topic<?> topic, SpecificRecord body) {
    return serde(topic).body(body);
  }

  /** True when a value was written with the topic's own schema. */
  boolean isOwn(Topic<?> topic, byte[] value) {
    return serde(topic).isOwn(value);
  }
}
