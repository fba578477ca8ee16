package io.corridor.settlement.incentive;

import static io.corridor.common.rules.Expression.constant;
import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.share.Calculation;
import io.corridor.settlement.share.Check;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Settled;
import java.util.List;

/**
 * Pays for preventable admissions and visits that did not happen, measured against the practice's
 * own past: its rate of last year with the mean yearly change of its history (domain.md 2.9). A
 * practice whose patients used little care is not asked to use less than its own trend.
 *
 * @param valuePerEvent what an event costs
 * @param share part of that value which is paid
 * @param minimumMemberMonths member months of the year from which it is paid
 */
public record PreventableEvents(Amount valuePerEvent, Rate share, Rate minimumMemberMonths) {

  private static final String TREND = "contract terms, the practice's own trend";
  private static final String AVOIDED = "contract terms, events below the trend";
  private static final String REWARD = "contract terms, value of an avoided event";

  private static final int PER_THOUSAND_YEARS = 12_000;

  /**
   * A year of the practice.
   *
   * @param events preventable events
   * @param memberMonths member months
   */
  public record Year(long events, Rate memberMonths) {

    /** Rejects impossible facts. */
    public Year {
      Check.that(events >= 0, "events must not be negative");
      Check.notNegative("member months", memberMonths);
    }
  }

  /** Rejects impossible terms. */
  public PreventableEvents {
    Check.notNegative("the value of an event", valuePerEvent);
    Check.share("the share of the value", share);
    Check.notNegative("the minimum of member months", minimumMemberMonths);
  }

  /**
   * The settlement of a year. More events than the trend cost nothing.
   *
   * @param history two or more years before it, one after the other, each with member months
   * @throws IllegalArgumentException if the history gives no trend
   */
  public Settled settle(List<Year> history, Year year) {
    Check.that(history.size() >= 2, "a trend needs two years of history");
    history.forEach(
        past -> Check.positive("the member months of a past year", past.memberMonths()));
    Calculation steps = new Calculation();
    if (year.memberMonths().compareTo(minimumMemberMonths) < 0) {
      steps.limitedBy(Limit.MINIMUM_COUNT);
      return steps.pay(Expression.ZERO);
    }
    Expression avoided = avoided(steps, expectedRate(steps, history), year);
    if (avoided.value().signum() < 0) {
      steps.limitedBy(Limit.NO_DOWNSIDE);
    }
    return steps.pay(
        steps.step(
            "reward",
            REWARD,
            avoided
                .atLeastZero()
                .times(named("valuePerEvent", valuePerEvent))
                .times(named("share", share))));
  }

  /** A practice without two years of patients has no trend: nothing is paid. */
  public static Settled withoutTrend() {
    Calculation steps = new Calculation();
    steps.limitedBy(Limit.MINIMUM_COUNT);
    return steps.pay(Expression.ZERO);
  }

  private static Expression expectedRate(Calculation steps, List<Year> history) {
    Expression first = rate(steps, "first", history.getFirst());
    Expression last = rate(steps, "last", history.getLast());
    Expression change =
        steps.step(
            "yearlyChange",
            TREND,
            last.minus(first).over(named("yearsBetween", history.size() - 1L)));
    return steps.step("expectedRate", TREND, last.plus(change).atLeastZero());
  }

  /** Events per 1,000 member years. */
  private static Expression rate(Calculation steps, String which, Year year) {
    return steps.step(
        which + "Rate",
        TREND,
        named(which + "Events", year.events())
            .times(constant(PER_THOUSAND_YEARS))
            .over(named(which + "MemberMonths", year.memberMonths())));
  }

  private static Expression avoided(Calculation steps, Expression expectedRate, Year year) {
    Expression expected =
        expectedRate
            .times(named("memberMonths", year.memberMonths()))
            .over(constant(PER_THOUSAND_YEARS));
    return steps.step("avoided", AVOIDED, expected.minus(named("events", year.events())));
  }
}
