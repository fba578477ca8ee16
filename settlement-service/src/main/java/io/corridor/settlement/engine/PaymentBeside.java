package io.corridor.settlement.engine;

import io.corridor.common.money.Money;
import io.corridor.common.rules.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment beside the shape, for the year to date.
 *
 * @param kind which payment
 * @param payment what it pays; null while figures are missing
 * @param missing figures that are missing, by name
 * @param limits codes of the limits that bind
 * @param steps every step; of several months or quarters one after the other
 */
public record PaymentBeside(
    Kind kind,
    @Nullable Money payment,
    List<String> missing,
    List<String> limits,
    List<Step> steps) {

  /** Payments that may stand beside a shape. */
  public enum Kind {
    /** Monthly fee per patient. */
    CARE_MANAGEMENT_FEE,
    /** Pay for performance. */
    PERFORMANCE_PAY,
    /** Infrastructure payment. */
    INFRASTRUCTURE,
    /** Fee that turns into a share. */
    FEE_THEN_SHARE,
    /** Preventable events. */
    PREVENTABLE_EVENTS,
    /** A practice's own target. */
    PRACTICE_TARGET
  }

  /** Keeps its own copies. */
  public PaymentBeside {
    missing = List.copyOf(missing);
    limits = List.copyOf(limits);
    steps = List.copyOf(steps);
  }
}
