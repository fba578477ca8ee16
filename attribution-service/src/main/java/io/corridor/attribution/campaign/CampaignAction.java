package io.corridor.attribution.campaign;

import io.corridor.common.id.ContractId;
import java.time.Instant;
import java.util.Comparator;

/**
 * What happened in the campaign with one member. Nothing is judged here.
 *
 * @param id id of the action; the same id is the same action
 * @param payer payer
 * @param contract contract
 * @param kind what happened
 * @param user who recorded it
 * @param at when
 */
public record CampaignAction(
    String id, String payer, ContractId contract, Kind kind, String user, Instant at) {

  /** The order in which actions are taken, whenever they arrive. */
  static final Comparator<CampaignAction> IN_TIME =
      Comparator.comparing(CampaignAction::at)
          .thenComparing(CampaignAction::id)
          .thenComparing(CampaignAction::kind)
          .thenComparing(CampaignAction::user);

  /** What can happen. */
  public enum Kind {
    /** A letter went out. */
    LETTER_SENT,
    /** The member answered it. */
    ANSWERED,
    /** The member declined the practice. */
    MEMBER_DECLINED,
    /** The practice declined the member. */
    PROVIDER_DECLINED,
    /** A word that this version does not know. */
    UNKNOWN
  }
}
