package io.corridor.schemas.topic;

import static io.corridor.schemas.topic.TopicKind.CURRENT;
import static io.corridor.schemas.topic.TopicKind.HISTORY;

import io.corridor.schemas.CampaignActionValue;
import io.corridor.schemas.CampaignValue;
import io.corridor.schemas.DisputeActionValue;
import io.corridor.schemas.DisputeValue;
import io.corridor.schemas.ElectionValue;
import io.corridor.schemas.ForecastValue;
import io.corridor.schemas.ListChoiceValue;
import io.corridor.schemas.RestatementValue;
import java.util.List;

/** Topics of disputes, restatements and forecasts of the roster; part of {@link Topics}. */
public final class AttributionTopics {

  private static final String PORTAL = "portal";

  /** What people did in roster disputes. */
  public static final Topic<DisputeActionValue> DISPUTE_ACTION =
      new TopicDeclaration<>("portal.dispute.v1", DisputeActionValue.class, HISTORY)
          .key("member|dispute")
          .doc("What a person did in a roster dispute: submission, review, decision, withdrawal.")
          .readers("attribution")
          .build();

  /** State of roster disputes. */
  public static final Topic<DisputeValue> DISPUTE =
      new TopicDeclaration<>("attribution.dispute.v1", DisputeValue.class, CURRENT)
          .key("member|dispute")
          .doc("State of a roster dispute, with its clock, decision and every step.")
          .readers(PORTAL)
          .build();

  /** Restated months. */
  public static final Topic<RestatementValue> RESTATEMENT =
      new TopicDeclaration<>("attribution.restatement.v1", RestatementValue.class, HISTORY)
          .key("member|contract|month")
          .doc(
              "A month of a published roster or closed period that is read otherwise now, and why.")
          .readers(PORTAL)
          .build();

  /** What becomes of assignments if nothing happens. */
  public static final Topic<ForecastValue> FORECAST =
      new TopicDeclaration<>("attribution.forecast.v1", ForecastValue.class, CURRENT)
          .key("member|contract")
          .doc(
              "When a member's assignment changes if nothing happens, to whom, and what prevents it.")
          .readers(PORTAL)
          .build();

  /** What people elect. */
  public static final Topic<ElectionValue> ELECTION =
      new TopicDeclaration<>("portal.election.v1", ElectionValue.class, HISTORY)
          .key("contract or member|election")
          .doc("What a person elects: the list of a contract's year, or a member's clinician.")
          .readers("intake", "attribution")
          .build();

  /** Lists that were chosen. */
  public static final Topic<ListChoiceValue> LIST_CHOICE =
      new TopicDeclaration<>("attribution.list-choice.v1", ListChoiceValue.class, CURRENT)
          .key("contract|year")
          .doc("The list chosen for a contract's performance year, and every election for it.")
          .readers("attribution", PORTAL)
          .broadcast()
          .privacy(Privacy.NONE)
          .build();

  /** What happened in alignment campaigns. */
  public static final Topic<CampaignActionValue> CAMPAIGN_ACTION =
      new TopicDeclaration<>("portal.campaign.v1", CampaignActionValue.class, HISTORY)
          .key("member|contract")
          .doc("What happened in the alignment campaign: letter, answer, declines.")
          .readers("attribution")
          .build();

  /** Where alignment campaigns stand. */
  public static final Topic<CampaignValue> CAMPAIGN =
      new TopicDeclaration<>("attribution.campaign.v1", CampaignValue.class, CURRENT)
          .key("member|contract")
          .doc("Where the alignment campaign stands with a member, and which letters are due.")
          .readers(PORTAL)
          .build();

  private AttributionTopics() {}

  static List<Topic<?>> all() {
    return List.of(
        DISPUTE_ACTION,
        DISPUTE,
        RESTATEMENT,
        FORECAST,
        ELECTION,
        LIST_CHOICE,
        CAMPAIGN_ACTION,
        CAMPAIGN);
  }
}
