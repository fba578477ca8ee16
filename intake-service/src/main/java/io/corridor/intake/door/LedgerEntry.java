package io.corridor.intake.door;

import io.corridor.intake.canonical.RecordType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * A validated record on its way from the door to the ledger: a value of {@code intake.ledger.v1}.
 *
 * @param type record type
 * @param place where it came from
 * @param receivedAt when it was received
 * @param body the record by {@link BodyCodec}, without receivedAt
 */
record LedgerEntry(RecordType type, Place place, Instant receivedAt, byte[] body) {

  private static final int LAYOUT = 2;

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 128);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      out.writeUTF(type.name());
      out.writeUTF(place.feed());
      out.writeUTF(place.file());
      out.writeLong(place.line());
      out.writeLong(receivedAt.toEpochMilli());
      out.write(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads an entry.
   *
   * @throws IllegalStateException if it was written by an unknown version
   */
  static LedgerEntry fromBytes(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int layout = in.readByte();
      if (layout != LAYOUT) {
        throw new IllegalStateException("ledger entry of unknown layout " + layout);
      }
      RecordType type = RecordType.valueOf(in.readUTF());
      Place place = new Place(in.readUTF(), in.readUTF(), in.readLong(), type.text());
      Instant receivedAt = Instant.ofEpochMilli(in.readLong());
      return new LedgerEntry(type, place, receivedAt, in.readAllBytes());
    } catch (IOException broken) {
      throw new IllegalStateException("ledger entry cut short", broken);
    }
  }

  /** Type and place: the body may tell of a person. */
  @Override
  public String toString() {
    return "LedgerEntry[" + type + " " + place.lineKey() + "]";
  }
}
