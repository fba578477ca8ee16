package io.corridor.common.streams;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/** A sum of parts: whole cents and counts, and when the latest of its facts became known. */
@SuppressWarnings("ArrayRecordComponent") // Never shared: every change makes a new one.
record Sum(Instant knownAt, long[] amounts) {

  static final Sum NONE = new Sum(Instant.EPOCH, new long[0]);

  /** {@code this + sign * other}, element by element; the shorter counts as zeros. */
  Sum plus(Sum other, int sign) {
    long[] sum = Arrays.copyOf(amounts, Math.max(amounts.length, other.amounts.length));
    for (int i = 0; i < other.amounts.length; i++) {
      sum[i] = Math.addExact(sum[i], Math.multiplyExact(sign, other.amounts[i]));
    }
    return new Sum(knownAt.isAfter(other.knownAt) ? knownAt : other.knownAt, sum);
  }

  boolean isZero() {
    return Arrays.stream(amounts).allMatch(amount -> amount == 0);
  }

  byte[] toBytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Longs.write(out, new long[] {knownAt.toEpochMilli()});
    Longs.write(out, amounts);
    return out.toByteArray();
  }

  static Sum fromBytes(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    Instant knownAt = Instant.ofEpochMilli(Longs.read(in)[0]);
    return new Sum(knownAt, Longs.read(in));
  }
}
