package io.corridor.intake.door;

import io.corridor.common.streams.EventIds;
import io.corridor.schemas.Cause;
import io.corridor.schemas.Envelope;
import io.corridor.schemas.Op;
import io.corridor.schemas.Rejection;
import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Writes bodies with their envelopes to the topics of intake. For one task. */
final class Output {

  /** Loop records carry the earliest timestamp, so that a task takes them before its input. */
  private static final long FIRST = 0;

  private final ProcessorContext<String, byte[]> context;
  private final IntakeSettings settings;
  private final Map<String, ValueSerde<? extends SpecificRecord>> serdes = new HashMap<>();
  private Cause cause = new Cause("", 0, 0L);

  Output(ProcessorContext<String, byte[]> context, IntakeSettings settings) {
    this.context = context;
    this.settings = settings;
  }

  /** The record now processed, named in every envelope that it causes. */
  void causedBy(RecordMetadata record) {
    cause = new Cause(record.topic(), record.partition(), record.offset());
  }

  /** What an envelope has to say about a write. */
  record Write(
      String key,
      long version,
      Op op,
      Instant effectiveAt,
      Instant knownAt,
      String tenant,
      Sensitivity sensitivity) {}

  void write(Topic<?> topic, Write write, SpecificRecord body) {
    Instant now = settings.clock().instant();
    Envelope envelope =
        Envelope.newBuilder()
            .setEventId(EventIds.of(cause, IntakeSettings.RULE_VERSION, topic.name(), write.key()))
            .setEntityId(write.key())
            .setVersion(write.version())
            .setOp(write.op())
            .setEffectiveAt(write.effectiveAt())
            .setRecordedAt(now)
            .setKnownAt(write.knownAt())
            .setRuleVersion(IntakeSettings.RULE_VERSION)
            .setTenant(write.tenant())
            .setSensitivity(write.sensitivity())
            .setSource(IntakeTopology.SERVICE)
            .setCause(cause)
            .build();
    context.forward(
        new Record<>(write.key(), bytes(topic, envelope, body), now.toEpochMilli()),
        IntakeTopology.sink(topic));
  }

  /** Says that a line was not accepted, or repeats a known one. */
  void reject(Place place, Rejection rejection, Instant knownAt) {
    write(
        Topics.REJECTED,
        new Write(place.lineKey(), 1, Op.CREATE, knownAt, knownAt, "*", Sensitivity.NORMAL),
        rejection);
  }

  /** Hands a record to the ledger. */
  void ledger(String key, LedgerEntry entry, long timestamp) {
    context.forward(
        new Record<>(key, entry.toBytes(), timestamp), IntakeTopology.sink(IntakeTopology.LEDGER));
  }

  /** Sends the task a record that returns after the commit. */
  void loop(byte[] message) {
    context.forward(
        new Record<>(context.taskId().partition() + "|", message, FIRST),
        IntakeTopology.sink(IntakeTopology.LOOP));
  }

  private <V extends SpecificRecord> byte[] bytes(
      Topic<V> topic, Envelope envelope, SpecificRecord body) {
    return serde(topic).write(topic.newRecord(envelope, body));
  }

  @SuppressWarnings("unchecked") // A topic's serde is made from the topic itself.
  private <V extends SpecificRecord> ValueSerde<V> serde(Topic<V> topic) {
    return (ValueSerde<V>)
        serdes.computeIfAbsent(topic.name(), name -> ValueSerde.of(topic, settings.registry()));
  }
}
