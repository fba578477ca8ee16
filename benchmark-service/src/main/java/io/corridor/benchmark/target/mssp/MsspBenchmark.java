package io.corridor.benchmark.target.mssp;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.common.money.Amount;
import io.corridor.common.rules.Step;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The benchmark of an ACO in a performance year. Nothing is rounded: settlement rounds its payment
 * once.
 *
 * @param historical historical benchmark of a person-year by type
 * @param adjusted the same after its adjustment
 * @param adjustment which adjustment was made
 * @param updated benchmark of a person-year in the performance year by type
 * @param perCapita updated benchmark of a person-year over all types
 * @param total benchmark expenditure in dollars
 * @param twoWayTotal the total with the two-way blend alone, which the loss guardrail needs; null
 *     where the update is not a three-way one
 * @param steps how it came about
 */
public record MsspBenchmark(
    Map<EnrollmentType, Amount> historical,
    Map<EnrollmentType, Amount> adjusted,
    Adjustment.Kind adjustment,
    Map<EnrollmentType, Amount> updated,
    Amount perCapita,
    Amount total,
    @Nullable Amount twoWayTotal,
    List<Step> steps)
    implements BenchmarkRules.Outcome {

  /** Keeps its own copies. */
  public MsspBenchmark {
    historical = Types.copy(historical);
    adjusted = Types.copy(adjusted);
    updated = Types.copy(updated);
    steps = List.copyOf(steps);
  }
}
