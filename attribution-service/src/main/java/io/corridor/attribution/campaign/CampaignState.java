package io.corridor.attribution.campaign;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the campaign stands with a member on a business date.
 *
 * @param status where it stands; null when no letter is out or due and only past steps are told
 * @param letterSent day of the letter
 * @param answerDue last day to answer it
 * @param assignedOn day on which a practice was assigned
 * @param declineDue last day to decline it
 * @param offer the site
 * @param declinedOn day of the last decline
 * @param declinedSites sites that declined the member
 * @param steps every action with what became of it, in order
 */
public record CampaignState(
    @Nullable CampaignStatus status,
    @Nullable LocalDate letterSent,
    @Nullable LocalDate answerDue,
    @Nullable LocalDate assignedOn,
    @Nullable LocalDate declineDue,
    Proximity.@Nullable Offer offer,
    @Nullable LocalDate declinedOn,
    List<String> declinedSites,
    List<Step> steps) {

  /** An action and, if it had no effect, why. */
  public record Step(CampaignAction action, @Nullable CampaignRefusal refused) {}

  /** The state while no letter is out. */
  static CampaignState withoutLetter(
      @Nullable CampaignStatus status, Collection<String> declinedSites, List<Step> steps) {
    return new CampaignState(
        status, null, null, null, null, null, null, List.copyOf(declinedSites), List.copyOf(steps));
  }
}
