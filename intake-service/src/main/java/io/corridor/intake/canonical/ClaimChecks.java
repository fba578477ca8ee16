package io.corridor.intake.canonical;

import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimLine;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.ClaimType;
import io.corridor.schemas.CodeSystem;
import io.corridor.schemas.PaymentKind;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules of a claim. Only what cannot be is refused; what is merely unlikely (a recovery below zero,
 * a line outside the claim's days, a provider without a valid check digit) is data.
 */
final class ClaimChecks {

  private static final int MOST_DAYS_SUPPLY = 9_999;
  private static final int SMALL_LINE_NUMBER = 1_024;

  private ClaimChecks() {}

  static void check(Claim claim) {
    Checks.id("payer", claim.getPayer());
    Checks.id("claimId", claim.getClaimId());
    Checks.id("member", claim.getMember());
    Checks.version(claim.getVersion());
    Checks.known("status", claim.getStatus(), ClaimStatus.UNKNOWN);
    Checks.known("type", claim.getType(), ClaimType.UNKNOWN);
    Checks.known("paymentKind", claim.getPaymentKind(), PaymentKind.UNKNOWN);
    dates(claim);
    codes(claim);
    lines(claim);
    total(claim);
  }

  private static void dates(Claim claim) {
    Checks.order(
        claim.getFrom(), claim.getThrough(), "through", "The last day is before the first");
    Checks.order(
        claim.getAdmitted(),
        claim.getDischarged(),
        "discharged",
        "The discharge is before the admission");
  }

  private static void codes(Claim claim) {
    Checks.digitCode("dischargeStatus", claim.getDischargeStatus(), 2, 2);
    Checks.code("typeOfBill", claim.getTypeOfBill(), 3, 3);
    String bill = claim.getTypeOfBill();
    if (bill != null && bill.charAt(0) == '0') {
      throw new Fault(
          RejectionCode.INTAKE_CODE_FORMAT, "typeOfBill", "The type of bill has a leading zero");
    }
    Checks.code("msDrg", claim.getMsDrg(), 3, 3);
    Checks.code("admissionType", claim.getAdmissionType(), 1, 2);
    Checks.code("admissionSource", claim.getAdmissionSource(), 1, 2);
    Checks.label("facility", claim.getFacility());
    Checks.tin("billingTin", claim.getBillingTin());
    Checks.npi("referringNpi", claim.getReferringNpi());
    Checks.diagnosis("principalDiagnosis", claim.getPrincipalDiagnosis());
    Checks.diagnoses("diagnoses", claim.getDiagnoses());
    Checks.diagnoses("procedures", claim.getProcedures());
    boolean coded = claim.getPrincipalDiagnosis() != null || !claim.getDiagnoses().isEmpty();
    if (coded || !claim.getProcedures().isEmpty()) {
      Checks.known("codeSystem", claim.getCodeSystem(), CodeSystem.UNKNOWN);
    }
  }

  private static void lines(Claim claim) {
    List<ClaimLine> lines = claim.getLines();
    if (lines.isEmpty() && claim.getStatus() == ClaimStatus.PAID) {
      throw new Fault(
          RejectionCode.INTAKE_MISSING_FIELD, "lines", "A paid claim needs at least one line");
    }
    BitSet small = new BitSet();
    Set<Integer> large = new HashSet<>(0);
    for (int i = 0; i < lines.size(); i++) {
      ClaimLine line = lines.get(i);
      try {
        line(line);
        int number = line.getLine();
        boolean twice = number < SMALL_LINE_NUMBER ? small.get(number) : !large.add(number);
        if (twice) {
          throw new Fault(
              RejectionCode.INTAKE_LINE_DUPLICATE, "line", "The line number stands twice");
        }
        if (number < SMALL_LINE_NUMBER) {
          small.set(number);
        }
      } catch (Fault fault) {
        throw fault.under("lines[" + i + "]");
      }
    }
  }

  private static void line(ClaimLine line) {
    if (line.getLine() < 1) {
      throw new Fault(RejectionCode.INTAKE_LINE_NUMBER, "line", "The line number is below 1");
    }
    Checks.order(line.getFrom(), line.getThrough(), "through", "The last day is before the first");
    Checks.code("hcpcs", line.getHcpcs(), 5, 5);
    Checks.codes("modifiers", line.getModifiers(), 2, 2);
    Checks.digitCode("revenueCode", line.getRevenueCode(), 4, 4);
    Checks.digitCode("placeOfService", line.getPlaceOfService(), 2, 2);
    Checks.npi("renderingNpi", line.getRenderingNpi());
    Checks.code("specialty", line.getSpecialty(), 2, 2);
    Checks.code("taxonomy", line.getTaxonomy(), 10, 10);
    Checks.digitCode("ndc", line.getNdc(), 11, 11);
    Integer supply = line.getDaysSupply();
    if (supply != null && (supply < 0 || supply > MOST_DAYS_SUPPLY)) {
      throw new Fault(
          RejectionCode.INTAKE_NUMBER, "daysSupply", "The supply is not between 0 and 9999 days");
    }
    Checks.diagnoses("diagnoses", line.getDiagnoses());
  }

  private static void total(Claim claim) {
    BigDecimal total = claim.getTotalPaid();
    if (total == null || claim.getLines().isEmpty()) {
      return;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (ClaimLine line : claim.getLines()) {
      sum = sum.add(line.getPaid());
    }
    if (total.compareTo(sum) != 0) {
      throw new Fault(
          RejectionCode.INTAKE_TOTALS, "totalPaid", "The total differs from the sum of the lines");
    }
  }
}
