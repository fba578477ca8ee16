package io.corridor.benchmark.membership;

import io.corridor.benchmark.spend.Category;
import io.corridor.benchmark.spend.MonthSpend;
import io.corridor.common.care.AssignedSpan;
import io.corridor.common.care.Contract;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.time.DateSpan;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A year of twelve months with every category, above its stop-loss, divided over its cells. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TruncationBenchmark {
  private final Contract.StopLoss limit =
      new Contract.StopLoss(Money.of("100000.00"), Rate.of("0.90"));
  private final List<MemberMonthCost> year =
      IntStream.rangeClosed(1, 12).mapToObj(TruncationBenchmark::month).toList();

  private static MemberMonthCost month(int month) {
    Map<Category, Money> cells = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      cells.put(category, Money.of((1000 + 37 * month + category.ordinal()) + ".13"));
    }
    YearMonth of = YearMonth.of(2025, month);
    return new MemberMonthCost(
        new Standing(
            of,
            new AssignedSpan(DateSpan.of(of), new Tin("111111111"), null),
            Rate.ONE,
            null,
            Traits.NONE),
        new MonthSpend(Map.of(), Money.ZERO, 0),
        cells,
        cells,
        Money.ZERO);
  }

  /** The counted cells of the year. */
  @Benchmark
  public List<MemberMonthCost> truncate() {
    return Truncation.apply(year, limit);
  }
}
