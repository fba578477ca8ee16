package io.corridor.intake.door;

import io.corridor.intake.canonical.CanonicalParser;
import io.corridor.intake.canonical.Parsed;
import io.corridor.intake.canonical.RecordType;
import io.corridor.intake.canonical.RejectionCode;
import io.corridor.schemas.ElectionValue;
import io.corridor.schemas.Outreach;
import io.corridor.schemas.RawRecord;
import io.corridor.schemas.RawValue;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.TaskAction;
import io.corridor.schemas.TaskActionValue;
import io.corridor.schemas.serde.SchemaRegistry;
import io.corridor.schemas.serde.SerdeException;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.AttributionTopics;
import io.corridor.schemas.topic.IdentityTopics;
import io.corridor.schemas.topic.InboxTopics;
import io.corridor.schemas.topic.StatedTopics;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Reads the records of each topic at the door. A value that cannot be read is a rejection. */
final class Readers {

  /** Feed of records that other systems write. */
  static final String INBOX = "inbox";

  /** Feed of what people do in the portal. */
  static final String PORTAL = "portal";

  private static final String LOG_CONTACT = "LOG_CONTACT";

  /** Reads one value of a topic; empty when it is none of intake's business. */
  interface Reader {
    Optional<Incoming> read(RecordMetadata from, Instant timestamp, byte @Nullable [] value);
  }

  private final Map<String, Reader> readers = new HashMap<>();
  private final SchemaRegistry registry;

  Readers(SchemaRegistry registry) {
    this.registry = registry;
    ValueSerde<RawValue> raw = ValueSerde.of(Topics.RAW, registry);
    readers.put(
        Topics.RAW.name(), (from, time, value) -> Optional.of(line(raw, from, time, value)));
    inbox(InboxTopics.CLAIM, RecordType.CLAIM);
    inbox(InboxTopics.ENROLLMENT, RecordType.ENROLLMENT);
    inbox(InboxTopics.ADT, RecordType.ADT);
    inbox(InboxTopics.OUTREACH, RecordType.OUTREACH);
    inbox(InboxTopics.AFFILIATION, RecordType.AFFILIATION);
    inbox(IdentityTopics.INBOX, RecordType.IDENTITY);
    inbox(StatedTopics.INBOX_ATTESTATION, RecordType.ATTESTATION);
    inbox(StatedTopics.INBOX_PREMIUM, RecordType.PREMIUM);
    ValueSerde<TaskActionValue> action = ValueSerde.of(Topics.TASK_ACTION, registry);
    readers.put(
        Topics.TASK_ACTION.name(), (from, time, value) -> action(action, from, time, value));
    ValueSerde<ElectionValue> election = ValueSerde.of(AttributionTopics.ELECTION, registry);
    readers.put(
        AttributionTopics.ELECTION.name(),
        (from, time, value) -> election(election, from, time, value));
  }

  /** The reader of a topic. */
  Reader of(String topic) {
    Reader reader = readers.get(topic);
    if (reader == null) {
      throw new IllegalStateException("no reader for topic " + topic);
    }
    return reader;
  }

  private <V extends SpecificRecord> void inbox(Topic<V> topic, RecordType type) {
    ValueSerde<V> serde = ValueSerde.of(topic, registry);
    readers.put(
        topic.name(),
        (from, time, value) -> {
          Place place = place(INBOX, from, type.text());
          Parsed parsed;
          try {
            parsed =
                value == null
                    ? unreadable()
                    : CanonicalParser.check(type, topic.bodyOf(serde.read(value)));
          } catch (SerdeException broken) {
            parsed = unreadable();
          }
          return Optional.of(new Incoming(type, place, parsed, time, time, false));
        });
  }

  private static Incoming line(
      ValueSerde<RawValue> serde, RecordMetadata from, Instant time, byte @Nullable [] value) {
    RawRecord raw;
    try {
      if (value == null) {
        return unreadable(from, time);
      }
      raw = serde.read(value).getBody();
    } catch (SerdeException broken) {
      return unreadable(from, time);
    }
    Place place = new Place(raw.getFeed(), raw.getFile(), raw.getLine(), raw.getRecordType());
    Optional<RecordType> type = RecordType.named(raw.getRecordType());
    Parsed parsed =
        type.isPresent()
            ? CanonicalParser.parse(type.get(), bytes(raw))
            : rejected(RejectionCode.INTAKE_RECORD_TYPE, "The record type is not known");
    return new Incoming(type.orElse(null), place, parsed, raw.getAsOf(), null, false);
  }

  private static byte[] bytes(RawRecord raw) {
    byte[] bytes = new byte[raw.getContent().remaining()];
    raw.getContent().duplicate().get(bytes);
    return bytes;
  }

  private static Optional<Incoming> action(
      ValueSerde<TaskActionValue> serde,
      RecordMetadata from,
      Instant time,
      byte @Nullable [] value) {
    Place place = place(PORTAL, from, RecordType.OUTREACH.text());
    TaskAction action;
    try {
      if (value == null) {
        return Optional.of(
            new Incoming(RecordType.OUTREACH, place, unreadable(), time, time, true));
      }
      action = serde.read(value).getBody();
    } catch (SerdeException broken) {
      return Optional.of(new Incoming(RecordType.OUTREACH, place, unreadable(), time, time, true));
    }
    if (!action.getAction().equals(LOG_CONTACT) || action.getOutcome() == null) {
      return Optional.empty();
    }
    Parsed parsed = CanonicalParser.check(RecordType.OUTREACH, outreach(action));
    return Optional.of(new Incoming(RecordType.OUTREACH, place, parsed, time, time, true));
  }

  private static Optional<Incoming> election(
      ValueSerde<ElectionValue> serde, RecordMetadata from, Instant time, byte @Nullable [] value) {
    Place place = place(PORTAL, from, RecordType.ENROLLMENT.text());
    Parsed unreadable = unreadable();
    try {
      return value == null
          ? Optional.of(new Incoming(RecordType.ENROLLMENT, place, unreadable, time, time, true))
          : Elections.selection(serde.read(value).getBody())
              .map(record ->
                  new Incoming(
                      RecordType.ENROLLMENT,
                      place,
                      CanonicalParser.check(RecordType.ENROLLMENT, record),
                      time,
                      time,
                      true));
    } catch (SerdeException broken) {
      return Optional.of(new Incoming(RecordType.ENROLLMENT, place, unreadable, time, time, true));
    }
  }

  /** A logged contact is an outreach record; its action's id makes repeats duplicates. */
  private static Outreach outreach(TaskAction action) {
    return Outreach.newBuilder()
        .setPayer(action.getPayer())
        .setMember(action.getMember())
        .setOutreachId(action.getActionId())
        .setVersion(1)
        .setStatus(RecordStatus.ACTIVE)
        .setFacility(action.getFacility())
        .setVisitNumber(action.getVisitNumber())
        .setAt(action.getAt())
        .setReceivedAt(null)
        .setChannel(action.getKind().equals("VISIT") ? "VISIT" : "CALL")
        .setOutcome(action.getOutcome())
        .setBy(action.getUser())
        .build();
  }

  private static Incoming unreadable(RecordMetadata from, Instant time) {
    return new Incoming(
        null, place(Topics.RAW.name(), from, "raw"), unreadable(), time, time, false);
  }

  private static Place place(String feed, RecordMetadata from, String type) {
    return new Place(feed, from.topic() + "-" + from.partition(), from.offset() + 1, type);
  }

  private static Parsed unreadable() {
    return rejected(
        RejectionCode.INTAKE_AVRO, "The value cannot be read with the schema of its topic");
  }

  private static Parsed rejected(RejectionCode code, String what) {
    return new Parsed.Rejected(code, code.text(what), null);
  }
}
