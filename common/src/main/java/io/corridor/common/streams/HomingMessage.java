package io.corridor.common.streams;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the home of a merged member tells its root. The record's key is {@code root|member}. */
sealed interface HomingMessage {

  /** Version of the byte layout, first byte. */
  byte LAYOUT = 1;

  /** Which move of the member it belongs to. */
  long generation();

  /**
   * Rows as they are now.
   *
   * @param knownAt greatest receivedAt among the member's records
   * @param complete true when every row has been sent: from now on they count
   * @param rows by key; an empty one is gone
   */
  record Moved(
      long generation, Instant knownAt, boolean complete, Map<String, Optional<byte[]>> rows)
      implements HomingMessage {}

  /**
   * The member has another root, or none.
   *
   * @param knownAt when that became known
   */
  record Withdrawn(long generation, Instant knownAt) implements HomingMessage {}

  /** The message as a topic carries it. */
  default byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      out.writeLong(generation());
      switch (this) {
        case Withdrawn gone -> {
          out.writeByte('W');
          out.writeLong(gone.knownAt().toEpochMilli());
        }
        case Moved moved -> {
          out.writeByte('M');
          out.writeLong(moved.knownAt().toEpochMilli());
          out.writeBoolean(moved.complete());
          out.writeInt(moved.rows().size());
          for (Map.Entry<String, Optional<byte[]>> row : moved.rows().entrySet()) {
            out.writeUTF(row.getKey());
            byte[] value = row.getValue().orElse(new byte[0]);
            out.writeInt(value.length);
            out.write(value);
          }
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a message.
   *
   * @throws IllegalStateException if it was written by an unknown version
   */
  static HomingMessage fromBytes(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      byte layout = in.readByte();
      if (layout != LAYOUT) {
        throw new IllegalStateException("a homing record is of unknown layout " + layout);
      }
      long generation = in.readLong();
      int kind = in.readByte();
      Instant knownAt = Instant.ofEpochMilli(in.readLong());
      return switch (kind) {
        case 'W' -> new Withdrawn(generation, knownAt);
        case 'M' -> new Moved(generation, knownAt, in.readBoolean(), rows(in));
        default -> throw new IllegalStateException("a homing record is of an unknown kind");
      };
    } catch (IOException broken) {
      throw new IllegalStateException("a homing record is cut short", broken);
    }
  }

  private static Map<String, Optional<byte[]>> rows(DataInputStream in) throws IOException {
    Map<String, Optional<byte[]>> rows = new TreeMap<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      String key = in.readUTF();
      byte[] value = in.readNBytes(in.readInt());
      rows.put(key, value.length == 0 ? Optional.empty() : Optional.of(value));
    }
    return rows;
  }
}
