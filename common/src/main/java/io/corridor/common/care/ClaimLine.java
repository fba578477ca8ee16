package io.corridor.common.care;

import io.corridor.common.id.Npi;
import io.corridor.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One service line.
 *
 * @param line number inside the claim
 * @param from first service day
 * @param through last service day, inclusive as on the claim
 * @param hcpcs HCPCS code
 * @param modifiers HCPCS modifiers
 * @param revenueCode UB-04 revenue code, four digits
 * @param placeOfService CMS place of service
 * @param renderingNpi clinician
 * @param specialty CMS specialty code of the clinician
 * @param taxonomy NUCC taxonomy code of the clinician
 * @param ndc national drug code
 * @param allowed allowed amount; null when the source has none
 * @param paid paid by the payer
 * @param shadowAllowed price of a line that was not paid by itself
 * @param denied true when this line alone was denied
 * @param diagnoses codes this line points at
 */
public record ClaimLine(
    int line,
    LocalDate from,
    LocalDate through,
    @Nullable String hcpcs,
    List<String> modifiers,
    @Nullable String revenueCode,
    @Nullable String placeOfService,
    @Nullable Npi renderingNpi,
    @Nullable String specialty,
    @Nullable String taxonomy,
    @Nullable String ndc,
    @Nullable Money allowed,
    Money paid,
    @Nullable Money shadowAllowed,
    boolean denied,
    List<String> diagnoses) {

  /**
   * Money of the line as the cost rules see it.
   *
   * @param allowed allowed amount; the paid amount where the source has none
   * @param paid paid amount
   * @param unpriced true when nobody stated a price: counted and reported, never a zero cost
   */
  public record Price(Money allowed, Money paid, boolean unpriced) {}

  /**
   * The price of this line (domain.md 1.1, decisions 23): a line not paid by itself costs its
   * shadow price; a missing or zero allowed amount is the paid one.
   */
  public Price price(Claim.PaymentKind kind) {
    if (kind != Claim.PaymentKind.FEE_FOR_SERVICE) {
      return shadowAllowed == null
          ? new Price(Money.ZERO, Money.ZERO, true)
          : new Price(shadowAllowed, shadowAllowed, false);
    }
    return new Price(allowed == null || allowed.isZero() ? paid : allowed, paid, false);
  }

  /** True when the code is one of these. */
  public boolean hasCode(java.util.Set<String> codes) {
    return hcpcs != null && codes.contains(hcpcs);
  }
}
