package io.corridor.settlement.incentive;

import static io.corridor.common.rules.Expression.ONE;
import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.share.Calculation;
import io.corridor.settlement.share.Check;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Settled;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Money for staff and systems: a monthly amount until an agreed month, of which a part is earned
 * only by named metrics.
 *
 * @param monthlyAmount amount of a month
 * @param from first month
 * @param until first month in which it is no longer paid
 * @param atRisk part that the metrics must earn
 * @param metrics weight of each metric in the part at risk; the weights sum to one
 */
public record InfrastructurePayment(
    Money monthlyAmount,
    YearMonth from,
    YearMonth until,
    Rate atRisk,
    NavigableMap<String, Rate> metrics) {

  private static final String AMOUNT = "contract terms, infrastructure payment until its end";
  private static final String AT_RISK = "contract terms, part at risk on named metrics";

  /** Rejects terms that contradict themselves. */
  public InfrastructurePayment {
    metrics = Collections.unmodifiableNavigableMap(new TreeMap<>(metrics));
    Check.notNegative("the monthly amount", monthlyAmount);
    Check.that(from.isBefore(until), "an infrastructure payment must end after it begins");
    Check.share("the part at risk", atRisk);
    Check.names("metric", List.copyOf(metrics.keySet()));
    Check.that(
        atRisk.isZero() == metrics.isEmpty(), "a part at risk and metrics must be named together");
    if (!metrics.isEmpty()) {
      Check.sumToOne("the weights of the metrics", List.copyOf(metrics.values()));
    }
  }

  /**
   * The settlement of some months, one after the other.
   *
   * @param first first month that is settled
   * @param end first month that is not
   * @param met metrics that were met
   */
  public Settled settle(YearMonth first, YearMonth end, Set<String> met) {
    Calculation steps = new Calculation();
    long months = monthsIn(first, end);
    if (months < first.until(end, ChronoUnit.MONTHS)) {
      steps.limitedBy(Limit.OUTSIDE_PERIOD);
    }
    Expression amount =
        steps.step(
            "amount", AMOUNT, named("monthlyAmount", monthlyAmount).times(named("months", months)));
    if (metrics.isEmpty()) {
      return steps.pay(amount);
    }
    Expression earnedPart = earnedPart(steps, met);
    Expression atRiskPart = named("atRisk", atRisk);
    return steps.pay(
        amount.times(ONE.minus(atRiskPart)).plus(amount.times(atRiskPart).times(earnedPart)));
  }

  private long monthsIn(YearMonth first, YearMonth end) {
    YearMonth begins = first.isBefore(from) ? from : first;
    YearMonth ends = end.isAfter(until) ? until : end;
    return Math.max(0, begins.until(ends, ChronoUnit.MONTHS));
  }

  private Expression earnedPart(Calculation steps, Set<String> met) {
    List<Expression> earned = new ArrayList<>();
    metrics.forEach((metric, weight) -> {
      if (met.contains(metric)) {
        earned.add(named(metric + ".weight", weight));
      } else {
        steps.limitedBy(Limit.CONDITION_NOT_MET);
      }
    });
    return steps.step("earnedPart", AT_RISK, Expression.sum(earned));
  }
}
