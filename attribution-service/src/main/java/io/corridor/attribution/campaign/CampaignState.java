package io.corridor.attribution.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the campaign stands with a member on a business date.
 *
 * @param status where it stands; null when a practice has the member and only past steps are told
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

  static CampaignState letterDue(List<Step> steps) {
    return without(CampaignStatus.LETTER_DUE, steps);
  }

  static CampaignState over(List<Step> steps) {
    return without(null, steps);
  }

  private static CampaignState without(@Nullable CampaignStatus status, List<Step> steps) {
    return new CampaignState(
        status, null, null, null, null, null, null, List.of(), List.copyOf(steps));
  }

  /** The next business date on which the state changes inside a month. */
  public Optional<LocalDate> nextDue() {
    LocalDate due = declineDue;
    return status == CampaignStatus.PROXIMITY_ASSIGNED && due != null
        ? Optional.of(due.plusDays(1))
        : Optional.empty();
  }
}
