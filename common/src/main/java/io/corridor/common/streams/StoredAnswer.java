package io.corridor.common.streams;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The last answer under a key as it is kept: its version, what it contributed, and the value as
 * written, so that an END can repeat it and an older schema can still be read.
 *
 * @param version version of the last write
 * @param ended true when the last write was END
 * @param parts contributions; empty when ended
 * @param value value in wire format
 */
@SuppressWarnings("ArrayRecordComponent") // Private to the fold, compared by AnswerBook only.
record StoredAnswer(long version, boolean ended, List<Part> parts, byte[] value) {

  /** Version of the byte layout, first byte. */
  private static final byte LAYOUT = 1;

  byte[] toBytes() {
    int size = 1 + 8 + 1 + 2 + value.length;
    List<byte[]> keys = new ArrayList<>();
    for (Part part : parts) {
      byte[] key = part.key().getBytes(StandardCharsets.UTF_8);
      keys.add(key);
      size += 4 + key.length + 8 * part.amounts().length;
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    out.put(LAYOUT).putLong(version).put((byte) (ended ? 1 : 0)).putShort((short) parts.size());
    for (int i = 0; i < parts.size(); i++) {
      long[] amounts = parts.get(i).amounts();
      out.putShort((short) keys.get(i).length).put(keys.get(i)).putShort((short) amounts.length);
      for (long amount : amounts) {
        out.putLong(amount);
      }
    }
    return out.put(value).array();
  }

  static StoredAnswer fromBytes(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte layout = in.get();
    if (layout != LAYOUT) {
      throw new IllegalStateException("answer layout " + layout + " is not known to this version");
    }
    long version = in.getLong();
    boolean ended = in.get() == 1;
    List<Part> parts = new ArrayList<>();
    for (int left = in.getShort(); left > 0; left--) {
      byte[] key = new byte[in.getShort()];
      in.get(key);
      long[] amounts = new long[in.getShort()];
      for (int i = 0; i < amounts.length; i++) {
        amounts[i] = in.getLong();
      }
      parts.add(new Part(new String(key, StandardCharsets.UTF_8), amounts));
    }
    byte[] value = new byte[in.remaining()];
    in.get(value);
    return new StoredAnswer(version, ended, parts, value);
  }
}
