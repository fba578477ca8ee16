package io.corridor.settlement.engine;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads stated figures and remembers the names of those that are not known. While something is
 * missing nothing of what was read may be used: {@link #any} says so.
 */
final class Missing {

  private final Stated stated;
  private final List<String> names = new ArrayList<>();

  Missing(Stated stated) {
    this.stated = stated;
  }

  private BigDecimal value(String name) {
    Optional<BigDecimal> known = stated.find(name);
    if (known.isEmpty()) {
      names.add(name);
    }
    return known.orElse(BigDecimal.ONE);
  }

  /** A stated rate, share or count. */
  Rate rate(String name) {
    return new Rate(value(name));
  }

  /** A stated amount of dollars, half up to the cent. */
  Money money(String name) {
    return new Amount(value(name)).roundHalfUp();
  }

  /** A stated amount of dollars, exact. */
  Amount amount(String name) {
    return new Amount(value(name));
  }

  /** Remembers a figure that is not known. */
  void add(String name) {
    names.add(name);
  }

  boolean any() {
    return !names.isEmpty();
  }

  List<String> names() {
    return names.stream().distinct().toList();
  }
}
