package io.corridor.attribution.assignment;

import io.corridor.attribution.assignment.Care.ClaimOf;
import io.corridor.attribution.assignment.Care.Terms;
import io.corridor.common.care.Contract;
import io.corridor.common.id.Tin;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One month of a member decided from the member's rows: visits of three practices in one year. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AssignmentBenchmark {
  private static final List<Tin> PRACTICES = List.of(Care.T1, Care.T2, Care.T3);

  /** Method of the contract. */
  @Param({"PLURALITY_VISITS", "MOST_RECENT_VISIT", "MSSP"})
  public String method = "PLURALITY_VISITS";

  /** Visits in the year. */
  @Param({"4", "40"})
  public int visits = 4;

  private Member member = Member.enrolled("2024-01-01");
  private Terms terms = new Terms();

  /** Builds the member's rows. */
  @Setup
  public void member() {
    member = Member.enrolled("2024-01-01");
    for (int i = 0; i < visits; i++) {
      String day = "2025-%02d-%02d".formatted(1 + i % 11, 1 + i % 28);
      member.with(
          ClaimOf.tin(PRACTICES.get(i % PRACTICES.size()))
              .line(day, Care.N1, Care.FAMILY, "99213", "95.00"));
    }
    terms = new Terms().methods(Contract.Method.valueOf(method));
  }

  /** The decision of December. */
  @Benchmark
  public MonthDecision decide() {
    return member.decide(terms, "2025-12");
  }
}
