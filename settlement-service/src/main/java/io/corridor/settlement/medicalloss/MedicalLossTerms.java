package io.corridor.settlement.medicalloss;

import io.corridor.common.money.Rate;
import io.corridor.settlement.share.Check;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Terms of a medical loss ratio contract.
 *
 * @param target ratio of care to net premium that the contract aims at
 * @param gains share of what lies below the target
 * @param losses share of what lies above the target; null if only gains are shared
 * @param runoutMonths months after the year at which it is settled, the last one finally
 */
public record MedicalLossTerms(
    Rate target, Sharing gains, @Nullable Sharing losses, List<Integer> runoutMonths) {

  /**
   * How one side is shared.
   *
   * @param share part that is shared
   * @param cap most that is shared, as a part of the net premium; null without a cap
   */
  public record Sharing(Rate share, @Nullable Rate cap) {

    /** Rejects a share or cap outside zero to one. */
    public Sharing {
      Check.share("the share of a medical loss ratio", share);
      Check.share("the cap of a medical loss ratio", cap);
    }
  }

  /** Rejects terms that contradict themselves. */
  public MedicalLossTerms {
    runoutMonths = List.copyOf(runoutMonths);
    Check.positive("the target medical loss ratio", target);
    Check.that(!runoutMonths.isEmpty(), "a run-out must be stated");
    for (int i = 1; i < runoutMonths.size(); i++) {
      Check.that(
          runoutMonths.get(i - 1) < runoutMonths.get(i), "the run-outs must follow one another");
    }
  }
}
