package io.corridor.intake.door;

import io.corridor.intake.canonical.Parsed;
import io.corridor.intake.canonical.RecordType;
import io.corridor.intake.identity.Surrogates;
import io.corridor.schemas.AdtEvent;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.FileStage;
import io.corridor.schemas.IdentityLink;
import io.corridor.schemas.Op;
import io.corridor.schemas.Rejection;
import io.corridor.schemas.topic.Topics;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * The door: reads, validates, stamps, replaces the payer's member id by the surrogate, and hands
 * over to the ledger; ADT events go straight out. What is not accepted is reported with its place.
 */
final class DoorProcessor extends GuardedProcessor {

  private Tallies tallies;
  private Readers readers;
  private Records records;
  private Surrogates surrogates;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
  DoorProcessor(IntakeSettings settings) {
    super(settings);
  }

  @Override
  void start(ProcessorContext<String, byte[]> context) {
    tallies =
        new Tallies(
            context.getStateStore(IntakeTopology.TALLIES), output(), context.taskId().partition());
    readers = new Readers(settings().registry());
    records = new Records(settings().registry());
    surrogates = new Surrogates(settings().identitySecret());
  }

  @Override
  void handle(RecordMetadata from, Record<byte[], byte[]> record) {
    readers
        .of(from.topic())
        .read(from, Instant.ofEpochMilli(record.timestamp()), record.value())
        .ifPresent(incoming -> take(incoming, record.timestamp()));
  }

  private void take(Incoming incoming, long timestamp) {
    switch (incoming.parsed()) {
      case Parsed.Rejected rejected -> reject(incoming, rejected);
      case Parsed.Accepted accepted -> {
        tallies.count(FileStage.DOOR, incoming.place(), Tally.Count.READ);
        meters().record("door", incoming.place().recordType(), "ACCEPTED");
        accept(incoming, accepted.record(), timestamp);
      }
    }
  }

  private void accept(Incoming incoming, SpecificRecord record, long timestamp) {
    RecordType type = incoming.type();
    if (type == null) {
      throw new IllegalStateException("a record of no type was accepted");
    }
    BodyCodec codec = records.codec(type);
    Instant receivedAt = receivedAt(incoming, (Instant) record.get(codec.receivedAt()));
    identify(incoming, record);
    if (record instanceof AdtEvent event) {
      event.put(codec.receivedAt(), receivedAt);
      publish(incoming.place(), event, receivedAt);
      return;
    }
    record.put(codec.receivedAt(), null);
    output()
        .ledger(
            Records.ledgerKey(record),
            new LedgerEntry(type, incoming.place(), receivedAt, codec.write(record)),
            timestamp);
  }

  /** ADT has no ledger (DESIGN 2.1): the door counts it as accepted in the ledger's stead. */
  private void publish(Place place, AdtEvent event, Instant receivedAt) {
    tallies.count(FileStage.LEDGER, place, Tally.Count.ACCEPTED);
    output()
        .write(
            Topics.ADT,
            new Output.Write(
                event.getMember() + "|" + Records.entity(event),
                1,
                Op.CREATE,
                event.getEventAt(),
                receivedAt,
                event.getPayer(),
                event.getSensitivity()),
            event);
  }

  private Instant receivedAt(Incoming incoming, @org.jspecify.annotations.Nullable Instant own) {
    Instant latest = incoming.latest();
    if (latest == null) {
      return own == null ? incoming.receivedAt() : own;
    }
    return own == null || own.isAfter(latest) ? tallies.stamp(latest) : own;
  }

  private void identify(Incoming incoming, SpecificRecord record) {
    String source = Records.memberOf(record);
    if (incoming.surrogate() || source.isEmpty()) {
      return;
    }
    if (record instanceof EnrollmentRecord enrollment && enrollment.getPerson() != null) {
      enrollment
          .getPerson()
          .put(enrollment.getPerson().getSchema().getField("memberNumber").pos(), source);
    }
    if (record instanceof IdentityLink link) {
      link.put(
          link.getSchema().getField("survivor").pos(),
          surrogates.of(link.getPayer(), link.getSurvivor()));
    }
    record.put(
        record.getSchema().getField("member").pos(), surrogates.of(Records.tenant(record), source));
  }

  private void reject(Incoming incoming, Parsed.Rejected rejected) {
    Place place = incoming.place();
    tallies.count(FileStage.DOOR, place, Tally.Count.READ_REJECTED);
    meters().record("door", incoming.type() == null ? "unknown" : place.recordType(), "REJECTED");
    meters().rejected(rejected.code().name());
    output()
        .reject(
            place,
            new Rejection(
                rejected.code().name(),
                rejected.text(),
                place.feed(),
                place.file(),
                place.line(),
                place.recordType(),
                rejected.field(),
                false),
            incoming.receivedAt());
  }
}
