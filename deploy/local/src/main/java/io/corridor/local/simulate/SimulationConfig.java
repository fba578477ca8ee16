package io.corridor.local.simulate;

import java.time.YearMonth;

/**
 * What to simulate.
 *
 * @param members number of members ever simulated, from 1
 * @param months whole months of service, from 1
 * @param seed seed of all streams
 * @param start first month
 * @param chaos level of disorder
 * @param threads worker threads; has no influence on the output
 */
public record SimulationConfig(
    int members, int months, long seed, YearMonth start, Chaos chaos, int threads) {

  /** Level of disorder (population.md section 10). */
  public enum Chaos {
    /** Only the ordinary versions, lags and resends of a payer and hospital. */
    NONE,
    /** The disorder of a usual feed. */
    DEFAULT,
    /** The disorder of a bad feed. */
    HARD
  }

  /** Checks the ranges. */
  public SimulationConfig {
    if (members < 1 || members > 5_000_000) {
      throw new IllegalArgumentException("members must be between 1 and 5,000,000");
    }
    if (months < 1 || months > 120) {
      throw new IllegalArgumentException("months must be between 1 and 120");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1");
    }
  }

  /** A clean population starting in January 2025, two threads. */
  public static SimulationConfig of(int members, int months, long seed) {
    return new SimulationConfig(members, months, seed, YearMonth.of(2025, 1), Chaos.NONE, 2);
  }

  /** The same with another level of disorder. */
  public SimulationConfig withChaos(Chaos level) {
    return new SimulationConfig(members, months, seed, start, level, threads);
  }

  /** The same with another number of threads. */
  public SimulationConfig withThreads(int count) {
    return new SimulationConfig(members, months, seed, start, chaos, count);
  }

  /** The same with another first month. */
  public SimulationConfig withStart(YearMonth first) {
    return new SimulationConfig(members, months, seed, first, chaos, threads);
  }
}
