package io.corridor.intake.door;

import io.corridor.intake.canonical.RecordType;
import io.corridor.intake.ledger.ContentHash;
import io.corridor.schemas.serde.BodySerde;
import io.corridor.schemas.serde.SchemaRegistry;
import io.corridor.schemas.topic.IdentityTopics;
import io.corridor.schemas.topic.InboxTopics;
import io.corridor.schemas.topic.StatedTopics;
import io.corridor.schemas.topic.Topic;
import org.apache.avro.specific.SpecificRecord;

/**
 * Canonical records of one type to bytes and back: bodies of the inbox topic of the type, so that
 * rows of the ledger stay readable when its schema grows.
 */
final class BodyCodec {

  private final BodySerde serde;
  private final int receivedAt;

  BodyCodec(RecordType type, SchemaRegistry registry) {
    this.serde = BodySerde.of(inbox(type), registry);
    this.receivedAt = type.schema().getField("receivedAt").pos();
  }

  private static Topic<?> inbox(RecordType type) {
    return switch (type) {
      case CLAIM -> InboxTopics.CLAIM;
      case ENROLLMENT -> InboxTopics.ENROLLMENT;
      case ADT -> InboxTopics.ADT;
      case OUTREACH -> InboxTopics.OUTREACH;
      case AFFILIATION -> InboxTopics.AFFILIATION;
      case IDENTITY -> IdentityTopics.INBOX;
      case ATTESTATION -> StatedTopics.INBOX_ATTESTATION;
      case PREMIUM -> StatedTopics.INBOX_PREMIUM;
    };
  }

  /** Position of receivedAt in the record. */
  int receivedAt() {
    return receivedAt;
  }

  /** Bytes of a record; its receivedAt must be null. */
  byte[] write(SpecificRecord record) {
    return serde.write(record);
  }

  /** The record of these bytes. */
  SpecificRecord read(byte[] bytes) {
    return serde.read(bytes);
  }

  /** Hash of the record's own bytes, without the schema's id. */
  static ContentHash hash(byte[] bytes) {
    return ContentHash.of(bytes, BodySerde.HEADER);
  }
}
