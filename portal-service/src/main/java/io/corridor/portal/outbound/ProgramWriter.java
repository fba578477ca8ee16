package io.corridor.portal.outbound;

import io.corridor.portal.program.ProgramSink;
import io.corridor.portal.shell.NotWrittenException;
import io.corridor.schemas.Envelope;
import io.corridor.schemas.Op;
import io.corridor.schemas.ProgramEnrollment;
import io.corridor.schemas.ProgramEnrollmentValue;
import io.corridor.schemas.ProgramEvaluation;
import io.corridor.schemas.ProgramEvaluationValue;
import io.corridor.schemas.serde.SchemaRegistry;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.ProgramTopics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes who takes part in programs, and what their evaluations found. */
public final class ProgramWriter implements ProgramSink {

  private final Outbox outbox;
  private final ValueSerde<ProgramEnrollmentValue> enrollments;
  private final ValueSerde<ProgramEvaluationValue> evaluations;

  /** Writes with a producer whose partitioner is the platform's. */
  public ProgramWriter(
      Producer<String, byte[]> producer, SchemaRegistry registry, InstantSource clock) {
    this.outbox = new Outbox(producer, clock);
    this.enrollments = ValueSerde.of(ProgramTopics.ENROLLMENT, registry);
    this.evaluations = ValueSerde.of(ProgramTopics.EVALUATION, registry);
  }

  @Override
  public void enroll(List<ProgramEnrollment> entries) throws NotWrittenException {
    outbox.write(entries.stream().map(this::record).toList());
  }

  private ProducerRecord<String, byte[]> record(ProgramEnrollment entry) {
    return new ProducerRecord<>(
        ProgramTopics.ENROLLMENT.name(),
        entry.getMember() + "|" + entry.getContract() + "|" + entry.getProgram(),
        enrollments.write(
            new ProgramEnrollmentValue(
                outbox.envelope(
                    entry.getActionId(), entry.getAt(), entry.getPayer(), Outbox.REQUEST),
                entry)));
  }

  @Override
  public void report(ProgramEvaluation evaluation, String payer, long version, Instant knownAt)
      throws NotWrittenException {
    String key =
        evaluation.getContract()
            + "|"
            + evaluation.getProgram()
            + "|"
            + evaluation.getBusinessDate();
    Envelope envelope =
        Envelope.newBuilder(outbox.envelope(key, knownAt, payer, Outbox.REQUEST))
            .setEventId(key + "|" + version)
            .setVersion(version)
            .setOp(version == 1 ? Op.CREATE : Op.UPDATE)
            .build();
    outbox.write(
        List.of(
            new ProducerRecord<>(
                ProgramTopics.EVALUATION.name(),
                key,
                evaluations.write(new ProgramEvaluationValue(envelope, evaluation)))));
  }
}
