package io.corridor.portal.outbound;

import io.corridor.portal.shell.NotWrittenException;
import io.corridor.schemas.Cause;
import io.corridor.schemas.Envelope;
import io.corridor.schemas.Op;
import io.corridor.schemas.Sensitivity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends what people entered, with its envelope. */
final class Outbox {

  /** Cause of a record that a person asked for on a page. */
  static final Cause REQUEST = new Cause("portal.request", 0, 0L);

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String RULES = "portal-1";
  private static final String SOURCE = "portal-service";

  private final Producer<String, byte[]> producer;
  private final InstantSource clock;

  Outbox(Producer<String, byte[]> producer, InstantSource clock) {
    this.producer = producer;
    this.clock = clock;
  }

  /** The clock on the wall, in whole milliseconds. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * An envelope.
   *
   * @param id id of the entry, equal for a repeated send
   * @param effectiveAt when it was entered
   * @param tenant payer
   * @param cause what it answers
   */
  Envelope envelope(String id, Instant effectiveAt, String tenant, Cause cause) {
    return Envelope.newBuilder()
        .setEventId(id)
        .setEntityId(id)
        .setVersion(1)
        .setOp(Op.CREATE)
        .setEffectiveAt(effectiveAt)
        .setRecordedAt(now())
        .setKnownAt(effectiveAt)
        .setRuleVersion(RULES)
        .setTenant(tenant)
        .setSensitivity(Sensitivity.NORMAL)
        .setSource(SOURCE)
        .setCause(cause)
        .build();
  }

  /** Sends without waiting. */
  void send(ProducerRecord<String, byte[]> record, Callback callback) {
    producer.send(record, callback);
  }

  /**
   * Sends records and waits until Kafka has them all.
   *
   * @throws NotWrittenException if it has not; some may be written
   */
  void write(List<ProducerRecord<String, byte[]>> records) throws NotWrittenException {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    records.forEach(record -> sent.add(producer.send(record)));
    for (Future<RecordMetadata> each : sent) {
      await(each);
    }
  }

  private static void await(Future<RecordMetadata> sent) throws NotWrittenException {
    try {
      sent.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new NotWrittenException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotWrittenException(e);
    }
  }
}
