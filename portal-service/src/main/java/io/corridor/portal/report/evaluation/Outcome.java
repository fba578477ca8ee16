package io.corridor.portal.report.evaluation;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.util.Map;

/**
 * What happened to a person in the window.
 *
 * @param memberMonths months lived and covered in the window; of a decedent, to death
 * @param cost cost in the window
 * @param prior cost of a month before the index date in the same length of time, for the difference
 *     in differences
 * @param events number of events by name, such as inpatient days or emergency visits
 */
public record Outcome(Rate memberMonths, Money cost, Rate prior, Map<String, Long> events) {

  /** Keeps its own copy. */
  public Outcome {
    events = Map.copyOf(events);
  }
}
