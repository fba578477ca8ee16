package io.corridor.intake.door;

import io.corridor.intake.canonical.RecordType;
import io.corridor.intake.ledger.Content;
import io.corridor.intake.ledger.RecordVersion;
import io.corridor.schemas.AdtEvent;
import io.corridor.schemas.Affiliation;
import io.corridor.schemas.Attestation;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.IdentityLink;
import io.corridor.schemas.Outreach;
import io.corridor.schemas.Premium;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.serde.SchemaRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** What the wiring has to know of each canonical record type. For one thread. */
final class Records {

  private final Map<RecordType, BodyCodec> codecs = new EnumMap<>(RecordType.class);

  Records(SchemaRegistry registry) {
    for (RecordType type : RecordType.values()) {
      codecs.put(type, new BodyCodec(type, registry));
    }
  }

  BodyCodec codec(RecordType type) {
    BodyCodec codec = codecs.get(type);
    if (codec == null) {
      throw new IllegalStateException("no codec for " + type);
    }
    return codec;
  }

  /** The record of a version, with its time of receipt. */
  SpecificRecord body(RecordType type, RecordVersion version) {
    BodyCodec codec = codec(type);
    SpecificRecord record = codec.read(version.content().bytes());
    record.put(codec.receivedAt(), version.receivedAt());
    return record;
  }

  /** A ledger entry as a version of its entity. */
  RecordVersion version(LedgerEntry entry, SpecificRecord record) {
    Content content = new Content(entry.body());
    YearMonth paidMonth = null;
    List<io.corridor.intake.ledger.ServiceAmount> amounts = List.of();
    if (record instanceof Claim claim) {
      paidMonth = claim.getPaidOn() == null ? null : YearMonth.from(claim.getPaidOn());
      amounts = ClaimAmounts.of(claim);
    }
    return new RecordVersion(
        versionOf(record),
        entry.receivedAt(),
        BodyCodec.hash(entry.body()),
        memberOf(record),
        withdrawn(record),
        paidMonth,
        amounts,
        content);
  }

  private static int versionOf(SpecificRecord record) {
    return switch (record) {
      case Claim claim -> claim.getVersion();
      case EnrollmentRecord enrollment -> enrollment.getVersion();
      case Outreach outreach -> outreach.getVersion();
      case Affiliation link -> link.getVersion();
      case IdentityLink link -> link.getVersion();
      case Attestation figure -> figure.getVersion();
      case Premium premium -> premium.getVersion();
      default -> throw unknown(record);
    };
  }

  private static boolean withdrawn(SpecificRecord record) {
    return switch (record) {
      case Claim claim -> claim.getStatus() == ClaimStatus.REVERSED;
      case EnrollmentRecord enrollment -> enrollment.getStatus() == RecordStatus.VOIDED;
      case Outreach outreach -> outreach.getStatus() == RecordStatus.VOIDED;
      case Affiliation link -> link.getStatus() == RecordStatus.VOIDED;
      case IdentityLink link -> link.getStatus() == RecordStatus.VOIDED;
      case Attestation figure -> figure.getStatus() == RecordStatus.VOIDED;
      case Premium premium -> premium.getStatus() == RecordStatus.VOIDED;
      default -> throw unknown(record);
    };
  }

  /** The member a record names; empty where it names none. */
  static String memberOf(SpecificRecord record) {
    return switch (record) {
      case Claim claim -> claim.getMember();
      case EnrollmentRecord enrollment -> enrollment.getMember();
      case AdtEvent event -> event.getMember();
      case Outreach outreach -> outreach.getMember();
      case IdentityLink link -> link.getMember();
      case Attestation figure -> "";
      case Premium premium -> "";
      case Affiliation link -> "";
      default -> throw unknown(record);
    };
  }

  /** Payer of a record; {@code *} for what belongs to all payers. */
  static String tenant(SpecificRecord record) {
    return switch (record) {
      case Claim claim -> claim.getPayer();
      case EnrollmentRecord enrollment -> enrollment.getPayer();
      case AdtEvent event -> event.getPayer();
      case Outreach outreach -> outreach.getPayer();
      case IdentityLink link -> link.getPayer();
      case Attestation figure -> figure.getPayer();
      case Premium premium -> premium.getPayer();
      case Affiliation link -> "*";
      default -> throw unknown(record);
    };
  }

  /** The entity, as part of keys after the member; for records without a member the whole key. */
  static String entity(SpecificRecord record) {
    return switch (record) {
      case Claim claim -> claim.getPayer() + "|" + claim.getClaimId();
      case EnrollmentRecord enrollment -> enrollment.getPayer() + "|" + enrollment.getRecordId();
      case AdtEvent event -> event.getFacility() + "|" + event.getVisitNumber();
      case Outreach outreach -> outreach.getPayer() + "|" + outreach.getOutreachId();
      case IdentityLink link -> link.getPayer() + "|" + link.getLinkId();
      case Attestation figure ->
          String.join(
              "|",
              figure.getContract(),
              figure.getLevel(),
              figure.getId(),
              String.valueOf(figure.getYear()),
              figure.getName());
      case Premium premium -> premium.getContract() + "|" + premium.getMonth();
      case Affiliation link -> link.getNpi() + "|" + link.getTin() + "|" + link.getFrom();
      default -> throw unknown(record);
    };
  }

  /**
   * Key in the ledger. The entity's own id comes first: it decides the partition, and a payer has
   * too many claims for one.
   */
  static String ledgerKey(SpecificRecord record) {
    return switch (record) {
      case Claim claim -> claim.getClaimId() + "|" + claim.getPayer() + "|claim";
      case EnrollmentRecord enrollment ->
          enrollment.getRecordId() + "|" + enrollment.getPayer() + "|enrollment";
      case Outreach outreach -> outreach.getOutreachId() + "|" + outreach.getPayer() + "|outreach";
      case IdentityLink link -> link.getLinkId() + "|" + link.getPayer() + "|identity";
      case Attestation figure -> entity(figure) + "|attestation";
      case Premium premium -> entity(premium) + "|premium";
      case Affiliation link -> entity(link) + "|affiliation";
      default -> throw unknown(record);
    };
  }

  /** When the content became true in the world, as far as the record says; else its receipt. */
  static Instant effectiveAt(SpecificRecord record, Instant receivedAt) {
    return switch (record) {
      case Claim claim -> claim.getFrom().atStartOfDay(ZoneOffset.UTC).toInstant();
      case EnrollmentRecord enrollment when enrollment.getCoverage() != null ->
          enrollment.getCoverage().getFrom().atStartOfDay(ZoneOffset.UTC).toInstant();
      case EnrollmentRecord enrollment when enrollment.getSelection() != null ->
          enrollment.getSelection().getFrom().atStartOfDay(ZoneOffset.UTC).toInstant();
      case EnrollmentRecord enrollment when enrollment.getChoice() != null ->
          enrollment.getChoice().getFrom().atStartOfDay(ZoneOffset.UTC).toInstant();
      case AdtEvent event -> event.getEventAt();
      case Outreach outreach -> outreach.getAt();
      case IdentityLink link -> link.getAt();
      case Attestation figure ->
          LocalDate.of(figure.getYear(), 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
      case Premium premium ->
          YearMonth.parse(premium.getMonth()).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      case Affiliation link -> link.getFrom().atStartOfDay(ZoneOffset.UTC).toInstant();
      default -> receivedAt;
    };
  }

  /** Consent class of a record. */
  static Sensitivity sensitivity(SpecificRecord record) {
    return switch (record) {
      case Claim claim -> claim.getSensitivity();
      case AdtEvent event -> event.getSensitivity();
      default -> Sensitivity.NORMAL;
    };
  }

  private static IllegalStateException unknown(SpecificRecord record) {
    return new IllegalStateException("not a canonical record: " + record.getSchema().getName());
  }
}
