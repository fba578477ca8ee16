package io.corridor.common.streams;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The last answer under a key as it is kept: its version, what it contributed, and the value as
 * written, so that an END can repeat it and an older schema can still be read.
 *
 * @param version version of the last write
 * @param ended true when the last write was END
 * @param parts contributions; empty when ended
 * @param value value in wire format
 * @param bodyLength length of the body, which ends the value
 */
@SuppressWarnings("ArrayRecordComponent") // Private to the fold, compared by AnswerBook only.
record StoredAnswer(long version, boolean ended, List<Part> parts, byte[] value, int bodyLength) {

  /** Version of the byte layout, first byte. */
  private static final byte LAYOUT = 2;

  /** True when the value ends with exactly this body. */
  boolean endsWith(byte[] body) {
    return body.length == bodyLength
        && Arrays.equals(value, value.length - bodyLength, value.length, body, 0, body.length);
  }

  byte[] toBytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(value.length + 64);
    out.write(LAYOUT);
    Longs.write(out, new long[] {version, ended ? 1 : 0, parts.size(), bodyLength});
    for (Part part : parts) {
      byte[] key = part.key().getBytes(StandardCharsets.UTF_8);
      Longs.write(out, new long[] {key.length});
      out.writeBytes(key);
      Longs.write(out, part.amounts());
    }
    out.writeBytes(value);
    return out.toByteArray();
  }

  static StoredAnswer fromBytes(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte layout = in.get();
    if (layout != LAYOUT) {
      throw new IllegalStateException("answer layout " + layout + " is not known to this version");
    }
    long[] head = Longs.read(in);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < head[2]; i++) {
      byte[] key = new byte[(int) Longs.read(in)[0]];
      in.get(key);
      parts.add(new Part(new String(key, StandardCharsets.UTF_8), Longs.read(in)));
    }
    byte[] value = new byte[in.remaining()];
    in.get(value);
    return new StoredAnswer(head[0], head[1] == 1, parts, value, (int) head[3]);
  }
}
