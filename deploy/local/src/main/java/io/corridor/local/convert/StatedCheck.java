package io.corridor.local.desynpuf;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * The independent check that the source carries: the annual reimbursement of the beneficiary
 * summary against the paid dollars of the claims, by the year of the through date.
 */
final class ReimbursementCheck {
  /** How many beneficiary-years agree, out of how many. */
  record Agreement(long agree, long of) {}

  private final Map<String, BigDecimal> stated = new TreeMap<>();
  private final Map<String, BigDecimal> paid = new TreeMap<>();

  /** Takes what the beneficiary summary states for a year. */
  void state(String beneficiary, int year, BigDecimal dollars) {
    stated.put(beneficiary + "|" + year, dollars);
  }

  /** Takes what a claim paid. */
  void pay(String beneficiary, int year, BigDecimal dollars) {
    paid.merge(beneficiary + "|" + year, dollars, BigDecimal::add);
  }

  /** Compares every stated beneficiary-year to the cent. */
  Agreement agreement() {
    long agree =
        stated.entrySet().stream()
            .filter(
                e -> e.getValue().compareTo(paid.getOrDefault(e.getKey(), BigDecimal.ZERO)) == 0)
            .count();
    return new Agreement(agree, stated.size());
  }
}
