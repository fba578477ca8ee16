package io.corridor.settlement.share;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Hands a payment on, from an ACO to its practices and from a practice to its clinicians. Parts are
 * whole cents by largest remainder and sum to what is handed on; equal remainders go to the smaller
 * name, so the order of the input does not matter.
 *
 * @param passedOn part of the payment that is handed on; the rest stays with the payer of the parts
 * @param shares relative share of each receiver, by name
 */
public record PassThrough(Rate passedOn, NavigableMap<String, Rate> shares) {

  /**
   * A payment divided.
   *
   * @param kept what stays
   * @param parts what each receiver has
   */
  public record Divided(Money kept, NavigableMap<String, Money> parts) {

    /** Keeps its own copy of the parts. */
    public Divided {
      parts = Collections.unmodifiableNavigableMap(new TreeMap<>(parts));
    }
  }

  /** Rejects negative shares, or none where something is handed on. */
  public PassThrough {
    shares = Collections.unmodifiableNavigableMap(new TreeMap<>(shares));
    Check.share("the part handed on", passedOn);
    shares.forEach((name, share) -> Check.notNegative("the share of " + name, share));
    Check.that(
        passedOn.isZero() || shares.values().stream().anyMatch(share -> !share.isZero()),
        "a payment that is handed on needs receivers");
  }

  /** Divides a payment, or what is owed when it is negative. */
  public Divided divide(Money payment) {
    Money handedOn = payment.times(passedOn).roundHalfUp();
    return new Divided(payment.minus(handedOn), inProportion(handedOn, shares));
  }

  /** The parts of a payment in proportion; all nothing where all shares are. */
  public static NavigableMap<String, Money> inProportion(
      Money payment, NavigableMap<String, Rate> shares) {
    NavigableMap<String, Money> parts = new TreeMap<>();
    if (shares.values().stream().allMatch(Rate::isZero)) {
      Check.that(payment.isZero(), "a payment without shares cannot be divided");
      shares.keySet().forEach(name -> parts.put(name, Money.ZERO));
      return parts;
    }
    List<BigDecimal> weights = shares.values().stream().map(Rate::value).toList();
    List<Money> split = payment.splitInProportion(weights);
    shares.keySet().forEach(name -> parts.put(name, split.get(parts.size())));
    return parts;
  }
}
