package io.corridor.settlement.mssp;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One statement of the Shared Savings Program with all its steps. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SettleBenchmark {
  private final MsspRules rules = MsspRules.load();
  private final PerformanceFacts facts =
      new PerformanceFacts(
          "A0001",
          2023,
          null,
          new PerformanceFacts.Agreement(
              LocalDate.of(2022, 1, 1), Track.ENHANCED, 2, MinimumRateChoice.TABLE),
          new PerformanceFacts.Population(10_000, null, false),
          new PerformanceFacts.Finances(
              Amount.of(Money.of("100000000.00")),
              Amount.of(Money.of("93000000.00")),
              null,
              false,
              null),
          new PerformanceFacts.Quality(false, true, null, Rate.of("0.85"), Rate.of("0.87")),
          Disaster.NONE,
          null,
          Amount.of(Money.ZERO),
          LocalDate.of(2024, 10, 1),
          PerformanceFacts.Published.NONE);

  /** The result with its steps. */
  @Benchmark
  public MsspResult settle() {
    return rules.settle(facts);
  }
}
