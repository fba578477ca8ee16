package io.corridor.settlement.mssp;

import io.corridor.common.money.Rate;

/** How an ACO's minimum savings rate is set, and with the other sign its minimum loss rate. */
public sealed interface MinimumRateChoice {

  /** By the number of assigned beneficiaries. */
  record ByTable() implements MinimumRateChoice {}

  /**
   * One rate, chosen for the agreement, or stated for an ACO too small for the table.
   *
   * @param rate a ratio of the benchmark
   */
  record Stated(Rate rate) implements MinimumRateChoice {}

  /** The table. */
  MinimumRateChoice TABLE = new ByTable();
}
