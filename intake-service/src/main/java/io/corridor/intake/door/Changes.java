package io.corridor.intake.door;

import io.corridor.intake.canonical.RecordType;
import io.corridor.intake.ledger.CashCell;
import io.corridor.intake.ledger.MemberChange;
import io.corridor.intake.ledger.RecordVersion;
import io.corridor.intake.ledger.VersionLedger;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimChange;
import io.corridor.schemas.EnrollmentChange;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.IdentityLink;
import io.corridor.schemas.IdentityLinkChange;
import io.corridor.schemas.Op;
import io.corridor.schemas.Outreach;
import io.corridor.schemas.OutreachChange;
import io.corridor.schemas.topic.IdentityTopics;
import io.corridor.schemas.topic.StatedTopics;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Changes of the ledger as records of intake's topics. */
final class Changes {

  /** The version that came in and its record. */
  record Arrived(RecordVersion version, SpecificRecord body) {}

  private final Records records;
  private final Output output;

  Changes(Records records, Output output) {
    this.records = records;
    this.output = output;
  }

  /**
   * Writes the changes; says how many records that were.
   *
   * @param before how many changes of the entity were written before
   * @param versions the versions from now on
   */
  int write(
      RecordType type,
      Arrived arrived,
      List<MemberChange> changes,
      long before,
      VersionLedger versions) {
    int written = 0;
    for (MemberChange change : changes) {
      written++;
      SpecificRecord left = body(type, arrived, change.before());
      SpecificRecord entered = body(type, arrived, change.after());
      switch (type) {
        case CLAIM ->
            write(
                Topics.CLAIM,
                arrived,
                change,
                before + written,
                new ClaimChange((Claim) left, (Claim) entered, cash(change.cash())));
        case ENROLLMENT ->
            write(
                Topics.ENROLLMENT,
                arrived,
                change,
                before + written,
                new EnrollmentChange((EnrollmentRecord) left, (EnrollmentRecord) entered));
        case OUTREACH ->
            write(
                Topics.OUTREACH,
                arrived,
                change,
                before + written,
                new OutreachChange((Outreach) left, (Outreach) entered));
        case IDENTITY ->
            write(
                IdentityTopics.LINK,
                arrived,
                change,
                before + written,
                new IdentityLinkChange((IdentityLink) left, (IdentityLink) entered));
        case AFFILIATION ->
            current(Topics.AFFILIATION, type, arrived, change, before + written, versions);
        case ATTESTATION ->
            current(StatedTopics.ATTESTATION, type, arrived, change, before + written, versions);
        case PREMIUM ->
            current(StatedTopics.PREMIUM, type, arrived, change, before + written, versions);
        case ADT -> throw new IllegalStateException("ADT has no ledger");
      }
    }
    return written;
  }

  private void write(
      Topic<?> topic, Arrived arrived, MemberChange change, long version, SpecificRecord body) {
    Op op =
        change.before() == null && change.after() != null
            ? Op.CREATE
            : change.after() == null && change.before() != null ? Op.RETRACT : Op.UPDATE;
    output.write(
        topic,
        envelope(
            change.member() + "|" + Records.entity(arrived.body()),
            version,
            op,
            arrived,
            knownAt(arrived, change)),
        body);
  }

  /** A current topic: the record as it is, or its last version with END when it was voided. */
  private void current(
      Topic<?> topic,
      RecordType type,
      Arrived arrived,
      MemberChange change,
      long version,
      VersionLedger versions) {
    Op op = change.after() == null ? Op.END : change.before() == null ? Op.CREATE : Op.UPDATE;
    RecordVersion last = change.after() != null ? change.after() : versions.versions().getLast();
    SpecificRecord record = body(type, arrived, last);
    if (record == null) {
      throw new IllegalStateException("a record without a version");
    }
    output.write(
        topic,
        envelope(Records.entity(record), version, op, arrived, knownAt(arrived, change)),
        record);
  }

  private static Output.Write envelope(
      String key, long version, Op op, Arrived arrived, Instant knownAt) {
    return new Output.Write(
        key,
        version,
        op,
        Records.effectiveAt(arrived.body(), arrived.version().receivedAt()),
        knownAt,
        Records.tenant(arrived.body()),
        Records.sensitivity(arrived.body()));
  }

  private static Instant knownAt(Arrived arrived, MemberChange change) {
    Instant known = arrived.version().receivedAt();
    RecordVersion after = change.after();
    return after != null && after.receivedAt().isAfter(known) ? after.receivedAt() : known;
  }

  private @Nullable SpecificRecord body(
      RecordType type, Arrived arrived, @Nullable RecordVersion version) {
    if (version == null) {
      return null;
    }
    return version.equals(arrived.version()) ? arrived.body() : records.body(type, version);
  }

  private static List<io.corridor.schemas.CashCell> cash(List<CashCell> cells) {
    return cells.stream()
        .map(cell ->
            new io.corridor.schemas.CashCell(
                cell.paidMonth().toString(),
                cell.serviceMonth().toString(),
                BigDecimal.valueOf(cell.paidCents(), 2),
                BigDecimal.valueOf(cell.allowedCents(), 2),
                cell.group().name()))
        .toList();
  }
}
