package io.corridor.portal.outbound;

import io.corridor.portal.whatif.WhatIfSink;
import io.corridor.schemas.Cause;
import io.corridor.schemas.Envelope;
import io.corridor.schemas.Op;
import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.SettlementCommand;
import io.corridor.schemas.SettlementCommandValue;
import io.corridor.schemas.WhatIfChange;
import io.corridor.schemas.serde.SchemaRegistry;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.ClosingTopics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes what-if questions to the topic of settlement commands. */
public final class QuestionWriter implements WhatIfSink {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String RULES = "portal-1";
  private static final String SOURCE = "portal-service";

  private final Producer<String, byte[]> producer;
  private final InstantSource clock;
  private final ValueSerde<SettlementCommandValue> commands;

  /** Writes with a producer whose partitioner is the platform's. */
  public QuestionWriter(
      Producer<String, byte[]> producer, SchemaRegistry registry, InstantSource clock) {
    this.producer = producer;
    this.clock = clock;
    this.commands = ValueSerde.of(ClosingTopics.SETTLEMENT_COMMAND, registry);
  }

  @Override
  public void ask(Question question) throws NotAskedException {
    String key = question.contract() + "|" + question.request();
    SettlementCommandValue value = new SettlementCommandValue(envelope(question), body(question));
    try {
      producer
          .send(
              new ProducerRecord<>(
                  ClosingTopics.SETTLEMENT_COMMAND.name(), key, commands.write(value)))
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new NotAskedException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotAskedException(e);
    }
  }

  private static SettlementCommand body(Question question) {
    return SettlementCommand.newBuilder()
        .setCommandId(question.request())
        .setContract(question.contract())
        .setPeriod(String.valueOf(question.year()))
        .setKind("WHAT_IF")
        .setBusinessDate(question.businessDate())
        .setUser(question.user())
        .setAt(question.at())
        .setChanges(
            question.changes().stream()
                .map(change -> new WhatIfChange(change.name(), change.value()))
                .toList())
        .build();
  }

  private Envelope envelope(Question question) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return Envelope.newBuilder()
        .setEventId(question.request())
        .setEntityId(question.contract() + "|" + question.request())
        .setVersion(1)
        .setOp(Op.CREATE)
        .setEffectiveAt(question.at())
        .setRecordedAt(now)
        .setKnownAt(question.at())
        .setRuleVersion(RULES)
        .setTenant(question.payer())
        .setSensitivity(Sensitivity.NORMAL)
        .setSource(SOURCE)
        .setCause(new Cause("portal.request", 0, 0L))
        .build();
  }
}
