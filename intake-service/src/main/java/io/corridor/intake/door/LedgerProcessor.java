package io.corridor.intake.door;

import io.corridor.intake.canonical.RecordType;
import io.corridor.intake.canonical.RejectionCode;
import io.corridor.intake.ledger.Arrival;
import io.corridor.intake.ledger.ClaimLedger;
import io.corridor.intake.ledger.FactLedger;
import io.corridor.intake.ledger.LedgerCodec;
import io.corridor.intake.ledger.MemberChange;
import io.corridor.intake.ledger.RecordVersion;
import io.corridor.intake.ledger.VersionLedger;
import io.corridor.schemas.FileStage;
import io.corridor.schemas.Rejection;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The ledger stage: one row an entity, its versions and cash. Writes what a new version changes and
 * reports duplicates and conflicts.
 */
final class LedgerProcessor extends GuardedProcessor {

  private KeyValueStore<Bytes, byte[]> rows;
  private Tallies tallies;
  private Records records;
  private Changes changes;

  /** What a version led to, whatever the record type. */
  private record Step(ClaimLedger next, Arrival arrival, List<MemberChange> changes) {}

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
  LedgerProcessor(IntakeSettings settings) {
    super(settings);
  }

  @Override
  void start(ProcessorContext<String, byte[]> context) {
    rows = context.getStateStore(IntakeTopology.ROWS);
    tallies =
        new Tallies(
            context.getStateStore(IntakeTopology.TALLIES), output(), context.taskId().partition());
    records = new Records(settings().registry());
    changes = new Changes(records, output());
  }

  @Override
  void handle(RecordMetadata from, Record<byte[], byte[]> record) {
    LedgerEntry entry = LedgerEntry.fromBytes(record.value());
    RecordType type = entry.type();
    SpecificRecord body = records.codec(type).read(entry.body());
    RecordVersion version = records.version(entry, body);
    Bytes key = Bytes.wrap(record.key());
    LedgerCodec.Row row = LedgerCodec.read(rows.get(key));
    Step step = add(type, row.ledger(), version);
    body.put(records.codec(type).receivedAt(), entry.receivedAt());
    long writes =
        row.writes()
            + changes.write(
                type,
                new Changes.Arrived(version, body),
                step.changes(),
                row.writes(),
                step.next().versions());
    if (step.next() != row.ledger()) {
      rows.put(key, LedgerCodec.write(new LedgerCodec.Row(step.next(), writes)));
    }
    report(entry, step.arrival());
  }

  private static Step add(RecordType type, ClaimLedger ledger, RecordVersion version) {
    if (type == RecordType.CLAIM) {
      ClaimLedger.Step step = ledger.add(version);
      return new Step(step.next(), step.arrival(), step.changes());
    }
    VersionLedger versions = ledger.versions();
    FactLedger.Step step = FactLedger.add(versions, version);
    ClaimLedger next = step.next() == versions ? ledger : new ClaimLedger(step.next(), List.of());
    return new Step(next, step.arrival(), step.changes());
  }

  private void report(LedgerEntry entry, Arrival arrival) {
    boolean known = arrival == Arrival.DUPLICATE;
    tallies.count(
        FileStage.LEDGER, entry.place(), known ? Tally.Count.DUPLICATE : Tally.Count.ACCEPTED);
    meters().record("ledger", entry.type().text(), arrival.name());
    if (known) {
      report(entry, RejectionCode.INTAKE_DUPLICATE, "The same version is known already", true);
    } else if (arrival == Arrival.CONFLICT) {
      report(
          entry,
          entry.type() == RecordType.CLAIM
              ? RejectionCode.CLAIM_VERSION_CONFLICT
              : RejectionCode.INTAKE_VERSION_CONFLICT,
          "The version is known with another content; the later receipt wins",
          false);
    }
  }

  private void report(LedgerEntry entry, RejectionCode code, String what, boolean duplicate) {
    Place place = entry.place();
    output()
        .reject(
            place,
            new Rejection(
                code.name(),
                code.text(what),
                place.feed(),
                place.file(),
                place.line(),
                place.recordType(),
                "version",
                duplicate),
            entry.receivedAt());
  }
}
