package io.corridor.portal.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member to whom a letter is due, as those who print letters need it.
 *
 * @param ref opaque reference of the member
 * @param member member
 * @param payer payer
 * @param number the payer's number of the member; null when the person is not known
 * @param familyName family name
 * @param givenName given name
 * @param birthDate birth date
 * @param language preferred language
 * @param phone phone
 */
public record DueLetter(
    String ref,
    String member,
    String payer,
    @Nullable String number,
    @Nullable String familyName,
    @Nullable String givenName,
    @Nullable LocalDate birthDate,
    @Nullable String language,
    @Nullable String phone) {

  /** Masked. */
  @Override
  public String toString() {
    return "DueLetter[" + ref + "]";
  }
}
