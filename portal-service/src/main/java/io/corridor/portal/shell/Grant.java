package io.corridor.portal.shell;

import java.util.Set;

/**
 * The organisations that a person was given, before they are looked up.
 *
 * @param acos ACO ids; {@code *} is every one, {@code first} the first by id (demonstrations)
 * @param tins practices; {@code largest} the one with most members now (demonstrations)
 */
public record Grant(Set<String> acos, Set<String> tins) {

  /** Every ACO. */
  public static final String EVERY = "*";

  /** The first ACO by id. */
  public static final String FIRST = "first";

  /** The practice with most members now. */
  public static final String LARGEST = "largest";

  /** Keeps its own copies. */
  public Grant {
    acos = Set.copyOf(acos);
    tins = Set.copyOf(tins);
  }
}
