package io.corridor.intake.ledger;

/**
 * Hash of a version's content, ordered as unsigned numbers: the last word between equal versions.
 *
 * @param high first eight bytes
 * @param low next eight bytes
 */
public record ContentHash(long high, long low) implements Comparable<ContentHash> {

  @Override
  public int compareTo(ContentHash other) {
    int first = Long.compareUnsigned(high, other.high);
    return first != 0 ? first : Long.compareUnsigned(low, other.low);
  }
}
