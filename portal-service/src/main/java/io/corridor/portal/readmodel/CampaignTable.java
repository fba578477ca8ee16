package io.corridor.portal.readmodel;

import io.corridor.schemas.CampaignStep;
import io.corridor.schemas.CampaignValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of the alignment campaign; members enter the list of references with it. */
final class CampaignTable {

  private CampaignTable() {}

  static List<Table<CampaignValue, ?>> campaign(Refs refs) {
    return List.of(
        BulkTables.members(refs, (CampaignValue value) -> value.getBody().getMember()),
        Table.keyed(
            LiveTables.<CampaignValue>guarded("campaign")
                .column("member", "text", r -> r.value().getBody().getMember())
                .column("contract", "text", r -> r.value().getBody().getContract())
                .column("status", "text", r -> r.value().getBody().getStatus())
                .column("letter_sent", "date", r -> r.value().getBody().getLetterSent())
                .column("answer_due", "date", r -> r.value().getBody().getAnswerDue())
                .column("decline_due", "date", r -> r.value().getBody().getDeclineDue())
                .column("site", "text", r -> r.value().getBody().getSite())
                .column("tin", "text", r -> r.value().getBody().getTin())
                .column("measure", "text", r -> r.value().getBody().getMeasure())
                .column("miles", "numeric", r -> r.value().getBody().getMiles())
                .column("refused", "text", r -> refused(r.value().getBody().getSteps()))
                .build()));
  }

  /** Why the last step had no effect, if it had none. */
  private static @Nullable String refused(List<CampaignStep> steps) {
    return steps.isEmpty() ? null : steps.getLast().getRefused();
  }
}
