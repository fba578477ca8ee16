package io.corridor.settlement.incentive;

import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.share.Calculation;
import io.corridor.settlement.share.Check;
import io.corridor.settlement.share.Contradiction;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Settled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Pay for performance, measure by measure: each measure that reaches its target in a quarter earns
 * its reward, whatever the others do. It may be agreed with a practice or with a clinician.
 *
 * @param measures measures and what they earn
 */
public record PerformancePay(List<Measure> measures) {

  private static final String RESULT = "contract terms, result of a measure";
  private static final String REWARD = "contract terms, reward of a measure";

  private static final Comparator<Result> BY_MEASURE =
      Comparator.comparing(Result::measure).thenComparing(Result::quarter);

  /** What a measure earns in a quarter in which it reaches its target. */
  public sealed interface Reward {}

  /** A fixed amount. */
  public record FixedAmount(Money amount) implements Reward {}

  /** An amount for each patient for whom the measure was met. */
  public record PerPatient(Amount amount) implements Reward {}

  /** Which results reach a target. */
  public enum Direction {
    /** The target and above. */
    AT_LEAST,
    /** The target and below. */
    AT_MOST
  }

  /**
   * A measure.
   *
   * @param name name of letters and digits, which the steps bear
   * @param direction which results reach the target
   * @param target result that earns the reward
   * @param minimumPatients patients below which the measure earns nothing
   * @param reward what it earns
   */
  public record Measure(
      String name, Direction direction, Rate target, int minimumPatients, Reward reward) {}

  /**
   * A result.
   *
   * @param measure name of the measure
   * @param quarter quarter of the year, 1 to 4
   * @param met patients for whom it was met
   * @param patients patients for whom it counts
   */
  public record Result(String measure, int quarter, int met, int patients) {

    /** Rejects an impossible result. */
    public Result {
      Check.that(quarter >= 1 && quarter <= 4, "a quarter lies between 1 and 4");
      Check.that(met >= 0 && met <= patients, "no more patients can meet a measure than it counts");
    }

    private String inSteps() {
      return measure + ".q" + quarter;
    }
  }

  /** Rejects a measure that stands twice. */
  public PerformancePay {
    measures = List.copyOf(measures);
    Check.names("measure", measures.stream().map(Measure::name).toList());
  }

  /**
   * What the results earn.
   *
   * @throws Contradiction if a result belongs to no measure of the terms
   */
  public Settled settle(List<Result> results) {
    Check.that(
        results.stream().map(Result::inSteps).distinct().count() == results.size(),
        "a measure has two results in a quarter");
    Map<String, Measure> byName =
        measures.stream().collect(Collectors.toMap(Measure::name, Function.identity()));
    Calculation steps = new Calculation();
    List<Expression> rewards = new ArrayList<>();
    for (Result result : results.stream().sorted(BY_MEASURE).toList()) {
      Measure measure = byName.get(result.measure());
      if (measure == null) {
        throw new Contradiction("measure " + result.measure() + " is not in the terms");
      }
      rewards.add(reward(steps, measure, result));
    }
    return steps.pay(steps.step("earned", REWARD, Expression.sum(rewards)));
  }

  private static Expression reward(Calculation steps, Measure measure, Result result) {
    String name = result.inSteps() + ".reward";
    if (result.patients() == 0 || result.patients() < measure.minimumPatients()) {
      steps.limitedBy(Limit.MINIMUM_COUNT);
      return steps.step(name, REWARD, Expression.ZERO);
    }
    Expression met = named(result.inSteps() + ".met", result.met());
    Expression rate =
        steps.step(
            result.inSteps() + ".rate",
            RESULT,
            met.over(named(result.inSteps() + ".patients", result.patients())));
    Expression target = named(measure.name() + ".target", measure.target());
    Expression amount =
        switch (measure.reward()) {
          case FixedAmount fixed -> named(measure.name() + ".amount", fixed.amount());
          case PerPatient each -> named(measure.name() + ".amountEach", each.amount()).times(met);
        };
    Expression.Condition reached =
        measure.direction() == Direction.AT_LEAST ? rate.reaches(target) : target.reaches(rate);
    return steps.step(name, REWARD, Expression.when(reached, amount, Expression.ZERO));
  }
}
