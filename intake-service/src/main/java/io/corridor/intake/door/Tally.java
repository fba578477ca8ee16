package io.corridor.intake.door;

import io.corridor.schemas.FileStage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Counts of one stage for one file in one task, absolute: a row of the tallies.
 *
 * @param stage stage that counts
 * @param place file, with line 0
 * @param read lines read
 * @param accepted records accepted
 * @param duplicate records known already
 * @param rejected records rejected
 * @param writes how often the counts were published
 * @param dirty true while a mark for the row is on its way
 */
record Tally(
    FileStage stage,
    Place place,
    long read,
    long accepted,
    long duplicate,
    long rejected,
    long writes,
    boolean dirty) {

  private static final int LAYOUT = 1;

  /** What a record adds. */
  enum Count {
    /** A line was read. */
    READ,
    /** A line was read and rejected. */
    READ_REJECTED,
    /** A record was accepted. */
    ACCEPTED,
    /** A record was known already. */
    DUPLICATE
  }

  static Tally of(FileStage stage, Place place) {
    return new Tally(
        stage, new Place(place.feed(), place.file(), 0, place.recordType()), 0, 0, 0, 0, 0, false);
  }

  Tally plus(Count count) {
    return new Tally(
        stage,
        place,
        read + (count == Count.READ || count == Count.READ_REJECTED ? 1 : 0),
        accepted + (count == Count.ACCEPTED ? 1 : 0),
        duplicate + (count == Count.DUPLICATE ? 1 : 0),
        rejected + (count == Count.READ_REJECTED ? 1 : 0),
        writes,
        true);
  }

  Tally published() {
    return new Tally(stage, place, read, accepted, duplicate, rejected, writes + 1, false);
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      out.writeUTF(stage.name());
      out.writeUTF(place.feed());
      out.writeUTF(place.file());
      out.writeUTF(place.recordType());
      out.writeLong(read);
      out.writeLong(accepted);
      out.writeLong(duplicate);
      out.writeLong(rejected);
      out.writeLong(writes);
      out.writeBoolean(dirty);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a row.
   *
   * @throws IllegalStateException if the layout is not known to this version of the code
   */
  static Tally fromBytes(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int layout = in.readByte();
      if (layout != LAYOUT) {
        throw new IllegalStateException("tally of unknown layout " + layout);
      }
      return new Tally(
          FileStage.valueOf(in.readUTF()),
          new Place(in.readUTF(), in.readUTF(), 0, in.readUTF()),
          in.readLong(),
          in.readLong(),
          in.readLong(),
          in.readLong(),
          in.readLong(),
          in.readBoolean());
    } catch (IOException broken) {
      throw new IllegalStateException("tally cut short", broken);
    }
  }
}
