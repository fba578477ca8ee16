package io.corridor.common.streams;

import java.util.Arrays;

/**
 * What one answer contributes to a total: whole cents and counts, added element by element.
 *
 * @param key {@code contract|level|id|month}, the smallest level that totals are made of
 * @param amounts cents and counts, in an order of the service's own
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by content below; never shared.
public record Part(String key, long[] amounts) {

  /** Keeps its own copy. */
  public Part {
    amounts = amounts.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Part that
        && key.equals(that.key)
        && Arrays.equals(amounts, that.amounts);
  }

  @Override
  public int hashCode() {
    return 31 * key.hashCode() + Arrays.hashCode(amounts);
  }

  @Override
  public String toString() {
    return key + Arrays.toString(amounts);
  }
}
