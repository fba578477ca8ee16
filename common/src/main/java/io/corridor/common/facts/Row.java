package io.corridor.common.facts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One row of a subject: a multiset entry with a count, sums and an optional payload. A row whose
 * count is not above zero does not exist for a rule; "exists", "first" and "latest" are read from
 * the keys of existing rows (DESIGN 2.3).
 */
public final class Row {

  /** Version of the byte layout, first byte of a stored row. */
  static final byte LAYOUT = 1;

  private final String key;
  private final long count;
  private final long[] sums;
  private final byte[] payload;

  Row(String key, long count, long[] sums, byte[] payload) {
    this.key = key;
    this.count = count;
    this.sums = sums;
    this.payload = payload;
  }

  /** A row that no fact has touched. */
  public static Row empty(String key) {
    return new Row(key, 0, new long[0], new byte[0]);
  }

  /** A row that holds a replaced value rather than a multiset. */
  public static Row holding(String key, byte[] payload) {
    return new Row(key, 1, new long[0], payload.clone());
  }

  /** Key inside the subject. */
  public String key() {
    return key;
  }

  /** The part of the key at a place, split at {@code |}, from 0. */
  public String part(int index) {
    int from = 0;
    for (int i = 0; i < index; i++) {
      from = key.indexOf('|', from) + 1;
      if (from == 0) {
        throw new IllegalArgumentException("the row key has no part " + index);
      }
    }
    int until = key.indexOf('|', from);
    return until < 0 ? key.substring(from) : key.substring(from, until);
  }

  /** How many facts stand behind the row; never negative once every change has been applied. */
  public long count() {
    return count;
  }

  /** The sum at a place; zero where no fact gave one. */
  public long sum(int index) {
    return index < sums.length ? sums[index] : 0;
  }

  /** The payload; empty when there is none. */
  public byte[] payload() {
    return payload.clone();
  }

  /** True when a rule may see the row. */
  public boolean exists() {
    return count > 0;
  }

  /** True when nothing is left to keep. */
  public boolean isVoid() {
    if (count != 0) {
      return false;
    }
    for (long sum : sums) {
      if (sum != 0) {
        return false;
      }
    }
    return true;
  }

  /** This with a fact added ({@code sign} 1) or taken back ({@code sign} -1). */
  public Row with(Fact fact, int sign) {
    long[] next = java.util.Arrays.copyOf(sums, Math.max(sums.length, fact.width()));
    for (int i = 0; i < fact.width(); i++) {
      next[i] = Math.addExact(next[i], Math.multiplyExact(sign, fact.sum(i)));
    }
    byte[] kept = fact.payload().length > 0 ? fact.payload() : payload;
    return new Row(key, Math.addExact(count, sign), next, kept);
  }

  /** The sum of this and the same row of another origin: of merged members (DESIGN section 7). */
  public Row plus(Row other) {
    long[] next = java.util.Arrays.copyOf(sums, Math.max(sums.length, other.sums.length));
    for (int i = 0; i < other.sums.length; i++) {
      next[i] = Math.addExact(next[i], other.sums[i]);
    }
    byte[] kept = payload.length > 0 ? payload : other.payload;
    return new Row(key, Math.addExact(count, other.count), next, kept);
  }

  /** Layout: version, count, number of sums, sums, payload. */
  public byte[] toBytes() {
    ByteBuffer out = ByteBuffer.allocate(2 + 8 + 8 * sums.length + payload.length);
    out.put(LAYOUT).putLong(count).put((byte) sums.length);
    for (long sum : sums) {
      out.putLong(sum);
    }
    return out.put(payload).array();
  }

  /**
   * Reads a stored row.
   *
   * @throws IllegalStateException if the layout is unknown
   */
  public static Row fromBytes(String key, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte layout = in.get();
    if (layout != LAYOUT) {
      throw new IllegalStateException("row layout " + layout + " is not known to this version");
    }
    long count = in.getLong();
    long[] sums = new long[in.get()];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = in.getLong();
    }
    byte[] payload = new byte[in.remaining()];
    in.get(payload);
    return new Row(key, count, sums, payload);
  }

  /** The payload as UTF-8 text. */
  public String text() {
    return new String(payload, StandardCharsets.UTF_8);
  }
}
