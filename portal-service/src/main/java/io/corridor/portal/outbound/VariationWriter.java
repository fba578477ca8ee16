package io.corridor.portal.outbound;

import io.corridor.portal.report.variation.VariationRules;
import io.corridor.portal.shell.NotWrittenException;
import io.corridor.portal.variation.VariationSink;
import io.corridor.schemas.CareVariation;
import io.corridor.schemas.CareVariationValue;
import io.corridor.schemas.Envelope;
import io.corridor.schemas.Op;
import io.corridor.schemas.serde.SchemaRegistry;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.VariationTopics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes how clinicians differ. */
public final class VariationWriter implements VariationSink {

  private final Outbox outbox;
  private final ValueSerde<CareVariationValue> reports;

  /** Writes with a producer whose partitioner is the platform's. */
  public VariationWriter(
      Producer<String, byte[]> producer, SchemaRegistry registry, InstantSource clock) {
    this.outbox = new Outbox(producer, clock);
    this.reports = ValueSerde.of(VariationTopics.CARE_VARIATION, registry);
  }

  @Override
  public void report(CareVariation report, String payer, long version, Instant knownAt)
      throws NotWrittenException {
    String key = report.getContract() + "|" + report.getQuarter();
    Envelope envelope =
        Envelope.newBuilder(outbox.envelope(key, knownAt, payer, Outbox.REQUEST))
            .setEventId(key + "|" + version)
            .setVersion(version)
            .setOp(version == 1 ? Op.CREATE : Op.UPDATE)
            .setRuleVersion(VariationRules.VERSION)
            .build();
    outbox.write(
        List.of(
            new ProducerRecord<>(
                VariationTopics.CARE_VARIATION.name(),
                key,
                reports.write(new CareVariationValue(envelope, report)))));
  }
}
