package io.corridor.settlement.share;

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
    Check.that(!years.isEmpty(), "a glide path must have the terms of a first year");
  }

  /** The terms of a contract year, the first is 1. */
  public T in(int contractYear) {
    Check.that(contractYear >= 1, "the first contract year is 1");
    return years.get(Math.min(contractYear, years.size()) - 1);
  }
}
