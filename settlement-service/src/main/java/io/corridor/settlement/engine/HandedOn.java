package io.corridor.settlement.engine;

import io.corridor.common.money.Money;
import io.corridor.settlement.share.PassThrough;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How a payment is handed on: from the ACO to its practices, and from a practice to its clinicians.
 *
 * @param toPractices the ACO's payment by practice
 * @param toClinicians a practice's payment by clinician, by TIN; a practice without an entry keeps
 *     all
 */
public record HandedOn(PassThrough toPractices, NavigableMap<String, PassThrough> toClinicians) {

  /**
   * A payment handed on.
   *
   * @param kept what stays with the ACO
   * @param practices what stays with each practice after its clinicians
   * @param clinicians what each clinician has, by {@code TIN|NPI}
   */
  public record Shares(
      Money kept, NavigableMap<String, Money> practices, NavigableMap<String, Money> clinicians) {

    /** Keeps its own copies. */
    public Shares {
      practices = Collections.unmodifiableNavigableMap(new TreeMap<>(practices));
      clinicians = Collections.unmodifiableNavigableMap(new TreeMap<>(clinicians));
    }
  }

  /** Keeps its own copy. */
  public HandedOn {
    toClinicians = Collections.unmodifiableNavigableMap(new TreeMap<>(toClinicians));
  }

  /** Divides a payment; all parts sum to it. */
  public Shares divide(Money payment) {
    PassThrough.Divided whole = toPractices.divide(payment);
    NavigableMap<String, Money> practices = new TreeMap<>();
    NavigableMap<String, Money> clinicians = new TreeMap<>();
    whole
        .parts()
        .forEach((tin, part) -> {
          PassThrough further = toClinicians.get(tin);
          if (further == null) {
            practices.put(tin, part);
          } else {
            PassThrough.Divided divided = further.divide(part);
            practices.put(tin, divided.kept());
            divided.parts().forEach((npi, money) -> clinicians.put(tin + "|" + npi, money));
          }
        });
    return new Shares(whole.kept(), practices, clinicians);
  }
}
