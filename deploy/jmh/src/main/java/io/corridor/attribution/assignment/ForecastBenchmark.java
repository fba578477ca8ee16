package io.corridor.attribution.assignment;

import io.corridor.attribution.assignment.AssignmentForecast.Outlook;
import io.corridor.attribution.assignment.Care.ClaimOf;
import io.corridor.attribution.assignment.Care.Terms;
import io.corridor.common.care.Contract;
import io.corridor.common.id.Tin;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
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

/**
 * The forecast of a member from the member's rows, with the smallest visit that keeps the member:
 * visits of three practices in one year, months ahead as far as the longest window goes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ForecastBenchmark {
  private static final List<Tin> PRACTICES = List.of(Care.T1, Care.T2, Care.T3);
  private static final YearMonth PRESENT = YearMonth.of(2025, 12);

  /** Method of the contract. */
  @Param({"PLURALITY_VISITS", "MSSP"})
  public String method = "PLURALITY_VISITS";

  /** Visits in the year. */
  @Param({"4", "40"})
  public int visits = 4;

  private Member member = Member.enrolled("2024-01-01");
  private Programs programs = new Terms().programs();
  private final Network network = Network.of(List.of());

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
    programs =
        new Terms().methods(Contract.Method.valueOf(method)).years(2025, 2027).programs();
  }

  /** What becomes of December's assignment. */
  @Benchmark
  public Optional<Outlook> outlook() {
    return AssignmentForecast.of(
            MemberHistory.of(member.rows),
            network,
            programs,
            Care.ID,
            PRESENT,
            programs.longestReach(Care.ID, PRESENT) + 1,
            LocalDate.of(2026, 1, 1))
        .map(AssignmentForecast::outlook);
  }
}
