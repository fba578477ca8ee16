package io.corridor.common.streams;

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
    ByteBuffer out = ByteBuffer.allocate(8 + 8 * amounts.length).putLong(knownAt.toEpochMilli());
    for (long amount : amounts) {
      out.putLong(amount);
    }
    return out.array();
  }

  static Sum fromBytes(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    Instant knownAt = Instant.ofEpochMilli(in.getLong());
    long[] amounts = new long[in.remaining() / 8];
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] = in.getLong();
    }
    return new Sum(knownAt, amounts);
  }
}
