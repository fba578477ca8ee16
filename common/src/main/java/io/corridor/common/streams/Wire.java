package io.corridor.common.streams;

import io.corridor.schemas.Envelope;
import io.corridor.schemas.serde.SchemaRegistry;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Values of topics to bytes and back, for one task (one thread). */
final class Wire {

  private final SchemaRegistry registry;
  private final Map<String, ValueSerde<? extends SpecificRecord>> serdes = new HashMap<>();
  private final Map<String, SpecificDatumWriter<SpecificRecord>> bodyWriters = new HashMap<>();
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1024);
  private @Nullable BinaryEncoder encoder;

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

  /** The body alone, for comparison. */
  byte[] body(SpecificRecord body) {
    buffer.reset();
    encoder = EncoderFactory.get().binaryEncoder(buffer, encoder);
    try {
      bodyWriters
          .computeIfAbsent(
              body.getSchema().getFullName(),
              name ->
                  new SpecificDatumWriter<>(
                      body.getSchema(),
                      org.apache.avro.specific.SpecificData.getForClass(body.getClass())))
          .write(body, encoder);
      encoder.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return buffer.toByteArray();
  }
}
