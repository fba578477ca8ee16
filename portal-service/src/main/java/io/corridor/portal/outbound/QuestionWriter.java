package io.corridor.portal.outbound;

import io.corridor.portal.shell.NotWrittenException;
import io.corridor.portal.whatif.WhatIfSink;
import io.corridor.schemas.SettlementCommand;
import io.corridor.schemas.SettlementCommandValue;
import io.corridor.schemas.WhatIfChange;
import io.corridor.schemas.serde.SchemaRegistry;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.ClosingTopics;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes what-if questions to the topic of settlement commands. */
public final class QuestionWriter implements WhatIfSink {

  private final Outbox outbox;
  private final ValueSerde<SettlementCommandValue> commands;

  /** Writes with a producer whose partitioner is the platform's. */
  public QuestionWriter(
      Producer<String, byte[]> producer, SchemaRegistry registry, InstantSource clock) {
    this.outbox = new Outbox(producer, clock);
    this.commands = ValueSerde.of(ClosingTopics.SETTLEMENT_COMMAND, registry);
  }

  @Override
  public void ask(Question question) throws NotWrittenException {
    SettlementCommandValue value =
        new SettlementCommandValue(
            outbox.envelope(question.request(), question.at(), question.payer(), Outbox.REQUEST),
            body(question));
    outbox.write(
        List.of(
            new ProducerRecord<>(
                ClosingTopics.SETTLEMENT_COMMAND.name(),
                question.contract() + "|" + question.request(),
                commands.write(value))));
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
}
