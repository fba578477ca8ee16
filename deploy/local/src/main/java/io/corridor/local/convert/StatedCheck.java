package io.corridor.local.convert;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * The independent check that a source carries: what one of its files states of each key against
 * what its other files add up to, for example annual reimbursement against paid dollars, or the
 * number of claims of a beneficiary.
 */
public final class StatedCheck {
  /** How many of the stated figures agree, out of how many. */
  public record Agreement(long agree, long of) {}

  private final Map<String, BigDecimal> stated = new TreeMap<>();
  private final Map<String, BigDecimal> found = new TreeMap<>();

  /** Takes what the source states of a key. */
  public void state(String key, BigDecimal figure) {
    stated.put(key, figure);
  }

  /** Adds what was found under a key. */
  public void find(String key, BigDecimal figure) {
    found.merge(key, figure, BigDecimal::add);
  }

  /** Compares every stated figure exactly. */
  public Agreement agreement() {
    long agree =
        stated.entrySet().stream()
            .filter(
                e -> e.getValue().compareTo(found.getOrDefault(e.getKey(), BigDecimal.ZERO)) == 0)
            .count();
    return new Agreement(agree, stated.size());
  }
}
