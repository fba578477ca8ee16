package io.corridor.common.rules;

import java.util.List;

/**
 * Terms that step up by contract year: a group begins with little risk and takes more as it learns.
 * The terms of any shape may stand in it.
 *
 * @param years terms of each contract year, the first first; the last ones hold for all later years
 * @param <T> the terms of a shape
 */
public record GlidePath<T>(List<T> years) {

  /** Rejects a path without a year. */
  public GlidePath {
    years = List.copyOf(years);
    if (years.isEmpty()) {
      throw new IllegalArgumentException("a glide path must have the terms of a first year");
    }
  }

  /**
   * The terms of a contract year.
   *
   * @param contractYear number of the year in the contract, the first is 1
   * @throws IllegalArgumentException for a year before the first
   */
  public T in(int contractYear) {
    if (contractYear < 1) {
      throw new IllegalArgumentException("the first contract year is 1");
    }
    return years.get(Math.min(contractYear, years.size()) - 1);
  }
}
