package io.corridor.settlement.marginal;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.share.Check;

/** A small change of facts whose worth is asked. */
public sealed interface SmallChange {

  /** Name of the change on the topic. */
  String code();

  /** The facts after it. */
  PeriodFacts on(PeriodFacts facts);

  /**
   * Gaps closed in one measure.
   *
   * @param measure the measure
   * @param cases how many, at least one
   */
  record GapsClosed(String measure, long cases) implements SmallChange {

    /** Rejects a change of nothing. */
    public GapsClosed {
      Check.that(cases >= 1, "at least one gap must be closed");
    }

    @Override
    public String code() {
      return cases == 1 ? "ONE_GAP_CLOSED" : "GAPS_TO_NEXT_POINT";
    }

    @Override
    public PeriodFacts on(PeriodFacts facts) {
      return Gaps.closed(facts, measure, cases);
    }
  }

  /**
   * One case fewer of a category, at its mean counted cost.
   *
   * @param event what is avoided
   * @param cost what it takes away, unrounded figures rounded half up to the cent
   */
  record CaseAvoided(Event event, Money cost) implements SmallChange {

    @Override
    public String code() {
      return "ONE_" + event + "_AVOIDED";
    }

    @Override
    public PeriodFacts on(PeriodFacts facts) {
      return facts.withFewerCases(event.category(), 1);
    }
  }

  /** What can be avoided one by one. */
  enum Event {
    /** An admission to a hospital. */
    ADMISSION("INPATIENT"),
    /** An emergency visit that did not end in a stay. */
    EMERGENCY_VISIT("ED");

    private final String category;

    Event(String category) {
      this.category = category;
    }

    /** Service category that holds its cost and its count (domain.md 2.2). */
    public String category() {
      return category;
    }
  }

  /**
   * One percent of cost avoided, in every category alike.
   *
   * @param cost counted dollars that it takes away
   */
  record OnePercent(Money cost) implements SmallChange {

    private static final Rate LEFT = Rate.of("0.99");

    /** One percent of what is counted to date. */
    public static OnePercent of(PeriodFacts facts) {
      Money counted = facts.cost().counted();
      return new OnePercent(counted.minus(counted.times(LEFT).roundHalfUp()));
    }

    @Override
    public String code() {
      return "ONE_PERCENT_OF_COST_AVOIDED";
    }

    @Override
    public PeriodFacts on(PeriodFacts facts) {
      return facts.withCostTimes(LEFT);
    }
  }
}
