package io.corridor.portal.readmodel;

import io.corridor.schemas.DisputeStep;
import io.corridor.schemas.DisputeValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of roster disputes. */
final class DisputeTable {

  private DisputeTable() {}

  static List<Table<DisputeValue, ?>> dispute() {
    return List.of(
        Table.keyed(
            LiveTables.<DisputeValue>guarded("dispute")
                .column("dispute", "text", r -> r.value().getBody().getDispute())
                .column("member", "text", r -> r.value().getBody().getMember())
                .column("contract", "text", r -> r.value().getBody().getContract())
                .column("payer", "text", r -> r.envelope().getTenant())
                .column("status", "text", r -> r.value().getBody().getStatus())
                .column("type", "text", r -> r.value().getBody().getType())
                .column("from_month", "text", r -> r.value().getBody().getFromMonth())
                .column("claimed_tin", "text", r -> r.value().getBody().getClaimedTin())
                .column("submitted_by", "text", r -> r.value().getBody().getSubmittedBy())
                .column("review_due", "date", r -> r.value().getBody().getReviewDue())
                .column("decision_due", "date", r -> r.value().getBody().getDecisionDue())
                .column("clock", "text", r -> r.value().getBody().getClock())
                .column("decided_by", "text", r -> r.value().getBody().getDecidedBy())
                .column("refused", "text", r -> refused(r.value().getBody().getSteps()))
                .build()));
  }

  /** Why the last step had no effect, if it had none. */
  private static @Nullable String refused(List<DisputeStep> steps) {
    return steps.isEmpty() ? null : steps.getLast().getRefused();
  }
}
