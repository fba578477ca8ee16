package io.corridor.common.care;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Services that a monthly amount pays for ahead (settlement.md 5 e), by performance year.
 *
 * @param codes procedure codes; a year that settles by another shape has none
 */
public record Capitation(Map<Integer, Set<String>> codes) {

  /** No year is settled by capitation. */
  public static final Capitation NONE = new Capitation(Map.of());

  /** Copies the codes. */
  public Capitation {
    codes = Map.copyOf(codes);
  }

  /** The services of a performance year; empty where it is not settled by capitation. */
  public Optional<Set<String>> in(int year) {
    return Optional.ofNullable(codes.get(year));
  }
}
