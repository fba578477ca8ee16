package io.corridor.portal.report.evaluation;

import io.corridor.common.money.Rate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation of a program as a report shows it.
 *
 * @param cases patients of the program
 * @param matched patients with at least one control and a month in the window
 * @param matchedShare matched over cases
 * @param balance standardized difference of each trait between matched cases and their controls,
 *     never negative; null where neither side varies and they differ
 * @param casePmpm cost of a member month of the cases, unrounded
 * @param controlPmpm cost of a member month of the controls over the cases' months, unrounded
 * @param effect savings of a member month: controls less cases, less the difference before the
 *     index date where asked
 * @param interval paired differences with their 95 percent interval; null with fewer than two pairs
 * @param events by name, events of a thousand member months of cases and of controls
 * @param pairs the matched patients, by key: what the figures are made of
 * @param warnings what a reader must know, in their order
 */
public record Evaluation(
    int cases,
    int matched,
    Rate matchedShare,
    Map<String, @Nullable Rate> balance,
    Rate casePmpm,
    Rate controlPmpm,
    Rate effect,
    @Nullable Interval interval,
    Map<String, Rates> events,
    List<Pair> pairs,
    List<Warning> warnings) {

  /**
   * A matched patient.
   *
   * @param member the patient
   * @param controls its controls, in the order in which they were taken
   * @param months months in the window, the denominator of both arms
   * @param cost cost in the window
   * @param controlCost mean cost of its controls in the window
   * @param difference savings of a month
   */
  public record Pair(
      String member,
      List<String> controls,
      Rate months,
      Rate cost,
      Rate controlCost,
      Rate difference) {}

  /**
   * The mean of the paired differences.
   *
   * @param mean mean, each pair once
   * @param standardError standard deviation over the root of the number of pairs
   * @param t mean over standard error; null when every difference is the same
   * @param low lower end of the 95 percent interval
   * @param high upper end
   */
  public record Interval(Rate mean, Rate standardError, @Nullable Rate t, Rate low, Rate high) {}

  /** Events of a thousand member months. */
  public record Rates(Rate cases, Rate controls) {}

  /** What a reader must know. */
  public enum Warning {
    /**
     * Patients chose to take part, or were chosen: controls are like them only in what was matched.
     */
    SELECTION,
    /** Who lived longer had longer to be enrolled and to cost less: months are counted to death. */
    SURVIVORSHIP,
    /** Fewer matched patients than the report asks for. */
    SMALL_NUMBER,
    /** Some trait differs by a tenth of its spread or more. */
    IMBALANCE,
    /** The interval holds zero: the effect may be chance. */
    MAY_BE_CHANCE
  }
}
