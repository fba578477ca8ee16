package io.corridor.settlement.globalbudget;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.share.Check;
import io.corridor.settlement.share.Scale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A quality measure with five gates. The score is the gate reached, straight between gates, and
 * nothing below the first. Gates that fall belong to a measure where less is better.
 *
 * @param name name of letters and digits, which the steps bear
 * @param setting where the care is given
 * @param kind what it measures, which sets its weight
 * @param gates the five results that earn the scores 1 to 5
 */
public record Measure(String name, Setting setting, Kind kind, List<Rate> gates) {

  private static final int GATES = 5;

  /** Where the care of a measure is given. */
  public enum Setting {
    /** Offices and clinics. */
    AMBULATORY,
    /** Hospitals. */
    HOSPITAL
  }

  /** What a measure looks at. */
  public enum Kind {
    /** What was done. */
    PROCESS,
    /** What came of it. */
    OUTCOME
  }

  /** Rejects another number of gates than five, or gates out of order. */
  public Measure {
    gates = List.copyOf(gates);
    Check.that(gates.size() == GATES, "measure " + name + " must have five gates");
    int direction = gates.getLast().compareTo(gates.getFirst());
    for (int i = 1; i < GATES; i++) {
      Check.that(
          direction != 0 && gates.get(i).compareTo(gates.get(i - 1)) == Integer.signum(direction),
          "the gates of measure " + name + " must all rise or all fall");
    }
  }

  /** The score of a result: zero, or one to five. */
  Expression score(Expression result) {
    Expression first = Expression.constant(gates.getFirst().value());
    Expression.Condition reached = moreIsBetter() ? result.reaches(first) : first.reaches(result);
    return Expression.when(reached, scale().at(result), Expression.ZERO);
  }

  private boolean moreIsBetter() {
    return gates.getLast().compareTo(gates.getFirst()) > 0;
  }

  private Scale scale() {
    List<Scale.Point> points = new ArrayList<>();
    for (int i = 0; i < GATES; i++) {
      points.add(new Scale.Point(gates.get(i), new Rate(BigDecimal.valueOf(i + 1))));
    }
    return new Scale(moreIsBetter() ? points : points.reversed());
  }
}
