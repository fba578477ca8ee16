package io.corridor.common.facts;

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

/** What the fold does for each row that a fact touches: read, add, write. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RowBenchmark {
  private static final String KEY = "cost|2025-03|PROF_PRIMARY|100000001";

  private final Fact fact = Fact.of(KEY, 12_800, 10_240);
  private final byte[] bytes = Row.empty(KEY).with(fact, 1).with(fact, 1).toBytes();

  /** One read-modify-write without the store. */
  @Benchmark
  public byte[] fold() {
    return Row.fromBytes(KEY, bytes).with(fact, 1).toBytes();
  }
}
