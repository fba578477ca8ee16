package io.corridor.common.care;

import io.corridor.common.id.Tin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The final action of a claim as a service reads it: one version, decided by intake.
 *
 * @param payer payer that decided it
 * @param claimId claim root at the payer
 * @param status only {@link Status#PAID} counts
 * @param type form of the claim
 * @param paymentKind how it was paid (decisions 23)
 * @param from first service day
 * @param through last service day, inclusive as on the claim
 * @param admitted admission day of a stay
 * @param discharged discharge day of a stay
 * @param dischargeStatus UB-04 patient discharge status
 * @param typeOfBill UB-04 type of bill, three digits
 * @param msDrg MS-DRG
 * @param facility facility id
 * @param billingTin billing practice
 * @param principalDiagnosis code without dot
 * @param diagnoses header codes without dots
 * @param procedures ICD procedure codes without dots
 * @param receivedAt when this version was received
 * @param lines service lines
 */
public record Claim(
    String payer,
    String claimId,
    Status status,
    Type type,
    PaymentKind paymentKind,
    LocalDate from,
    LocalDate through,
    @Nullable LocalDate admitted,
    @Nullable LocalDate discharged,
    @Nullable String dischargeStatus,
    @Nullable String typeOfBill,
    @Nullable String msDrg,
    @Nullable String facility,
    @Nullable Tin billingTin,
    @Nullable String principalDiagnosis,
    List<String> diagnoses,
    List<String> procedures,
    Instant receivedAt,
    List<ClaimLine> lines) {

  /** State of the version that is the final action. */
  public enum Status {
    /** Decided and paid: counts. */
    PAID,
    /** Decided and refused: counts nowhere. */
    DENIED,
    /** Taken back: counts nowhere, and what it closed reopens. */
    REVERSED,
    /** Not decided yet: never cost. */
    PENDED
  }

  /** Form of the claim. */
  public enum Type {
    /** Clinician's claim (CMS-1500, 837P). */
    PROFESSIONAL,
    /** Facility's claim (UB-04, 837I). */
    INSTITUTIONAL,
    /** Drug claim. */
    PHARMACY
  }

  /** How the claim was paid. */
  public enum PaymentKind {
    /** By itself. */
    FEE_FOR_SERVICE,
    /** Encounter record without payment. */
    ENCOUNTER,
    /** Covered by a capitation. */
    CAPITATED,
    /** Covered by a bundle. */
    BUNDLED
  }

  /** True when the claim counts at all. */
  public boolean isPaid() {
    return status == Status.PAID;
  }

  /** True when the type of bill starts with one of these texts. */
  public boolean billedAs(String... prefixes) {
    String bill = typeOfBill;
    if (bill == null) {
      return false;
    }
    for (String prefix : prefixes) {
      if (bill.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
