package io.corridor.portal.readmodel;

import io.corridor.common.fixture.EnvelopeRecords;
import io.corridor.schemas.Envelope;
import io.corridor.schemas.Op;
import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.serde.InMemorySchemaRegistry;
import io.corridor.schemas.serde.SchemaRegistry;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.Topic;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Collects records as topics would hold them. */
public final class Records {

  /** One record of a topic. */
  public record Sent(Topic<?> topic, String key, SpecificRecord value) {}

  private final List<Sent> sent = new ArrayList<>();

  public <V extends SpecificRecord> void put(
      Topic<V> topic, String key, long version, SpecificRecord body) {
    put(topic, key, version, Op.UPDATE, Sensitivity.NORMAL, body);
  }

  public <V extends SpecificRecord> void put(
      Topic<V> topic,
      String key,
      long version,
      Op op,
      Sensitivity sensitivity,
      SpecificRecord body) {
    Envelope envelope =
        EnvelopeRecords.envelope(key, version, op, Sample.NOW)
            .setEventId(key + version)
            .setKnownAt(Sample.NOW.minusSeconds(60))
            .setRuleVersion("test-1")
            .setTenant("harborlight")
            .setSensitivity(sensitivity)
            .build();
    sent.add(new Sent(topic, key, topic.newRecord(envelope, body)));
  }

  public List<Sent> sent() {
    return List.copyOf(sent);
  }

  /** The bytes of a record under a registry. */
  @SuppressWarnings("unchecked")
  public static byte[] bytes(Sent sent, SchemaRegistry registry) {
    ValueSerde<SpecificRecord> serde =
        ValueSerde.of((Topic<SpecificRecord>) sent.topic(), registry);
    return serde.write(sent.value());
  }

  /** A record as a consumer gets it. */
  public static ConsumerRecord<String, byte[]> consumed(
      Sent sent, long offset, SchemaRegistry registry) {
    return new ConsumerRecord<>(sent.topic().name(), 0, offset, sent.key(), bytes(sent, registry));
  }

  /** A registry of its own for a test. */
  public static SchemaRegistry registry() {
    return new InMemorySchemaRegistry();
  }
}
