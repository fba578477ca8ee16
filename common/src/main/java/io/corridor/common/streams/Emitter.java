package io.corridor.common.streams;

import io.corridor.schemas.Cause;
import io.corridor.schemas.Envelope;
import io.corridor.schemas.Op;
import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.topic.Topic;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Writes records to the sinks of the topology, with their envelopes. */
final class Emitter {

  /** Loop records carry the earliest timestamp, so that a task takes them before its input. */
  private static final long FIRST = 0;

  private final ProcessorContext<String, byte[]> context;
  private final Wire wire;
  private final Stage stage;
  private final InstantSource clock;
  private Cause cause = new Cause("", 0, 0L);

  Emitter(ProcessorContext<String, byte[]> context, Wire wire, Stage stage, InstantSource clock) {
    this.context = context;
    this.wire = wire;
    this.stage = stage;
    this.clock = clock;
  }

  /** The record now processed, named in every envelope that it causes. */
  void causedBy(RecordMetadata record) {
    cause = new Cause(record.topic(), record.partition(), record.offset());
  }

  int partition() {
    return context.taskId().partition();
  }

  /** Says what an envelope needs to know about a write. */
  record Write(
      String key,
      long version,
      Op op,
      LocalDate effectiveOn,
      Instant knownAt,
      String tenant,
      Sensitivity sensitivity) {}

  /** Writes a record and returns its value as written. */
  byte[] write(Topic<?> topic, Write write, SpecificRecord body) {
    Instant now = clock.instant();
    Envelope envelope =
        Envelope.newBuilder()
            .setEventId(EventIds.of(cause, stage.ruleVersion(), topic.name(), write.key()))
            .setEntityId(write.key())
            .setVersion(write.version())
            .setOp(write.op())
            .setEffectiveAt(write.effectiveOn().atStartOfDay().toInstant(ZoneOffset.UTC))
            .setRecordedAt(now)
            .setKnownAt(write.knownAt())
            .setRuleVersion(stage.ruleVersion())
            .setTenant(write.tenant())
            .setSensitivity(write.sensitivity())
            .setSource(stage.service())
            .setCause(cause)
            .build();
    byte[] value = wire.write(topic, envelope, body);
    context.forward(new Record<>(write.key(), value, now.toEpochMilli()), FoldTopology.sink(topic));
    return value;
  }

  /** Sends the task a record that returns after the commit. */
  void loop(LoopMessage message) {
    context.forward(
        new Record<>(partition() + "|", message.toBytes(), FIRST), FoldTopology.LOOP_SINK);
  }

  /** Sends rows of a merged member to the task of its root, before that one's other input. */
  void homing(String key, HomingMessage message) {
    context.forward(new Record<>(key, message.toBytes(), FIRST), FoldTopology.HOMING_SINK);
  }

  /** Sends a part to the totals. */
  void part(String key, PartMessage message) {
    context.forward(new Record<>(key, message.toBytes(), clock.millis()), FoldTopology.PART_SINK);
  }

  /** Tells every partition of the totals that this one has reached a cut. */
  void atCut(String name) {
    context.forward(
        new Record<>(
            "cut|" + partition(),
            new PartMessage.AtCut(partition(), name).toBytes(),
            clock.millis()),
        FoldTopology.COMPLETE_SINK);
  }

  /** Tells every partition of the totals how far this one is. */
  void completeTo(LocalDate date) {
    context.forward(
        new Record<>(
            "complete|" + partition(),
            new PartMessage.CompleteTo(partition(), date).toBytes(),
            clock.millis()),
        FoldTopology.COMPLETE_SINK);
  }
}
