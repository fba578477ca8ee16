package io.corridor.attribution.assignment;

import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A practice that the alignment campaign gave a member who answered nothing (domain.md 1.6). It
 * ends on the day on which the member or the practice declines.
 *
 * @param contract contract
 * @param days days on which it stands
 * @param tin practice
 * @param npi clinician
 */
public record CampaignAlignment(ContractId contract, DateSpan days, Tin tin, @Nullable Npi npi) {

  private static final Comparator<CampaignAlignment> LATEST_FIRST =
      Comparator.comparing((CampaignAlignment offer) -> offer.days().from())
          .reversed()
          .thenComparing(CampaignAlignment::tin);

  /** The alignment that stands on a day of a contract. */
  static Optional<CampaignAlignment> on(
      List<CampaignAlignment> offers, ContractId contract, LocalDate day) {
    return offers.stream()
        .filter(offer -> offer.contract().equals(contract))
        .filter(offer -> offer.days().contains(day))
        .min(LATEST_FIRST);
  }
}
