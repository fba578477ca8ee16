package io.corridor.portal.roster;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of a published roster with the person behind it, as another system takes it in.
 *
 * @param ref opaque id of the member
 * @param contract contract
 * @param number the payer's number of the member; null when the person is not known
 * @param familyName family name
 * @param givenName given name
 * @param birthDate birth date
 * @param sex FEMALE, MALE or UNKNOWN
 * @param language preferred language
 * @param deathDate day of death
 * @param tin practice on the roster; null on a dropped row
 * @param npi clinician on the roster
 * @param method method that decided
 * @param priorTin practice on the roster before
 * @param step place of the method in the contract's order; null on a dropped row, as the three
 *     after
 * @param since first day of the unbroken months with this practice, clinician and method
 * @param monthsThisYear months of the performance year so far, this one included
 * @param lastVisit latest primary care visit before the cut; null without one or when withheld
 * @param changeType NEW, DROPPED, CHANGED, NOCHANGE or CANCELLED, as seen by the contract
 * @param reason reason code of the change
 * @param roster roster number of the contract
 * @param businessDate business date of the cut
 * @param risk prospective score of the month, as it is known now; null when not scored
 * @param status how far the list may still change
 */
public record ExportedMember(
    String ref,
    String contract,
    @Nullable String number,
    @Nullable String familyName,
    @Nullable String givenName,
    @Nullable LocalDate birthDate,
    @Nullable String sex,
    @Nullable String language,
    @Nullable LocalDate deathDate,
    @Nullable String tin,
    @Nullable String npi,
    @Nullable String method,
    @Nullable String priorTin,
    @Nullable Integer step,
    @Nullable LocalDate since,
    @Nullable Integer monthsThisYear,
    @Nullable LocalDate lastVisit,
    String changeType,
    @Nullable String reason,
    int roster,
    LocalDate businessDate,
    @Nullable BigDecimal risk,
    ListStatus status) {

  /** Masked. */
  @Override
  public String toString() {
    return "ExportedMember[" + ref + "]";
  }
}
