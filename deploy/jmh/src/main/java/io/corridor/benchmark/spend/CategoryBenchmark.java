package io.corridor.benchmark.spend;

import io.corridor.common.care.Claim;
import io.corridor.common.care.ClaimLine;
import io.corridor.common.facts.Fact;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

/** Lines placed in their service category, and a claim's facts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CategoryBenchmark {
  private static final LocalDate DAY = LocalDate.of(2025, 3, 14);

  private final CategoryRules rules = new CategoryRules();
  private final SpendFacts facts = new SpendFacts(rules);
  private final Claim claim = claim();

  private static Claim claim() {
    return new Claim(
        "P",
        "C1",
        Claim.Status.PAID,
        Claim.Type.PROFESSIONAL,
        Claim.PaymentKind.FEE_FOR_SERVICE,
        DAY,
        DAY,
        null,
        null,
        null,
        null,
        null,
        null,
        new Tin("100000001"),
        "E119",
        List.of("E119", "I10"),
        List.of(),
        Instant.parse("2025-03-28T00:00:00Z"),
        List.of(line(1, "99214"), line(2, "80053"), line(3, "71046")));
  }

  private static ClaimLine line(int number, String hcpcs) {
    return new ClaimLine(
        number,
        DAY,
        DAY,
        hcpcs,
        List.of(),
        null,
        "11",
        new Npi("1000000001"),
        "08",
        null,
        null,
        Money.of("128.00"),
        Money.of("102.40"),
        null,
        false,
        List.of());
  }

  /** The category of an office visit. */
  @Benchmark
  public CategoryRules.Placed place() {
    return rules.place(claim, claim.lines().getFirst());
  }

  /** The facts of a claim of three lines. */
  @Benchmark
  public List<Fact> facts() {
    return facts.of(claim);
  }
}
