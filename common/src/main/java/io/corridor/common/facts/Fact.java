package io.corridor.common.facts;

import org.jspecify.annotations.Nullable;

/**
 * What one record says about one row of its subject: one count, some sums and, for a row that
 * stands for a record, a payload. It knows nothing but its own record (DESIGN 2.2), so it can be
 * taken back exactly.
 */
public final class Fact {

  private static final byte[] NONE = new byte[0];

  private final String row;
  private final long[] sums;
  private final byte[] payload;

  private Fact(String row, long[] sums, byte[] payload) {
    this.row = row;
    this.sums = sums;
    this.payload = payload;
  }

  /**
   * A contribution of one count and these sums.
   *
   * @param row key of the row inside its subject: {@code kind|bucket…}, sortable text
   * @param sums whole cents or counts
   */
  public static Fact of(String row, long... sums) {
    return new Fact(row, sums.clone(), NONE);
  }

  /** The same with a payload, which must be a function of the row key. */
  public Fact withPayload(byte @Nullable [] bytes) {
    return new Fact(row, sums, bytes == null ? NONE : bytes.clone());
  }

  /** Key of the row. */
  public String row() {
    return row;
  }

  /** How many sums it carries. */
  public int width() {
    return sums.length;
  }

  /** The sum at a place. */
  public long sum(int index) {
    return sums[index];
  }

  /** The payload; empty when there is none. */
  public byte[] payload() {
    return payload.clone();
  }
}
