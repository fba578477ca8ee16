package io.corridor.local.simulate;

/** Writes one version of a claim as a line of the canonical feed. */
final class ClaimJson {
  private ClaimJson() {}

  /** How one version differs from the draft. */
  record Version(
      String claimId,
      int number,
      String status,
      String paymentKind,
      double factor,
      boolean priced,
      int paidOn,
      long receivedAt) {}

  /** Writes the record and returns the sum of line paid in cents. */
  static long write(Json out, Member member, ClaimDraft claim, Version version) {
    out.clear();
    out.raw("{\"payer\":\"").raw(member.lob.payer());
    out.raw("\",\"claimId\":\"").raw(version.claimId());
    out.raw("\",\"version\":").number(version.number());
    out.raw(",\"status\":\"").raw(version.status());
    out.raw("\",\"type\":\"").raw(claim.form.type);
    out.raw("\",\"paymentKind\":\"").raw(version.paymentKind());
    out.raw("\",\"member\":\"").raw(member.id);
    out.raw("\",\"from\":").date(claim.from);
    out.raw(",\"through\":").date(claim.through);
    if (claim.admitted >= 0) {
      out.raw(",\"admitted\":").date(claim.admitted);
    }
    if (claim.discharged >= 0) {
      out.raw(",\"discharged\":").date(claim.discharged);
    }
    out.optional(",\"dischargeStatus\":", claim.dischargeStatus);
    out.optional(",\"typeOfBill\":", claim.typeOfBill);
    out.optional(",\"msDrg\":", claim.drg);
    out.optional(",\"admissionType\":", claim.admissionType);
    out.optional(",\"admissionSource\":", claim.admissionSource);
    out.optional(",\"facility\":", claim.facility);
    out.optional(",\"billingTin\":", claim.tin);
    out.optional(",\"referringNpi\":", claim.referring);
    out.raw(",\"codeSystem\":\"ICD10\"");
    if (claim.diagnosisCount > 0) {
      out.raw(",\"principalDiagnosis\":").text(claim.diagnoses[0]);
      out.raw(",\"diagnoses\":[");
      for (int i = 0; i < claim.diagnosisCount; i++) {
        out.raw(i == 0 ? "" : ",").text(claim.diagnoses[i]);
      }
      out.raw(']');
    }
    if (!claim.procedure.isEmpty()) {
      out.raw(",\"procedures\":[").text(claim.procedure).raw(']');
    }
    if (!version.status().equals("PENDED")) {
      out.raw(",\"paidOn\":").date(version.paidOn());
    }
    out.raw(",\"receivedAt\":").instant(version.receivedAt());
    out.raw(",\"sensitivity\":\"").raw(claim.sensitivity).raw("\",\"lines\":[");
    long total = 0;
    for (int i = 0; i < claim.lines; i++) {
      total += line(out, claim, i, version);
    }
    out.raw("]}");
    return total;
  }

  private static long line(Json out, ClaimDraft claim, int i, Version version) {
    if (i > 0) {
      out.raw(',');
    }
    out.raw("{\"line\":").number(i + 1);
    out.raw(",\"from\":").date(claim.day[i]);
    out.raw(",\"through\":").date(claim.lastDay[i]);
    out.optional(",\"hcpcs\":", claim.code[i]);
    if (!claim.modifier[i].isEmpty()) {
      out.raw(",\"modifiers\":[").text(claim.modifier[i]).raw(']');
    }
    out.optional(",\"revenueCode\":", claim.revenue[i]);
    out.optional(",\"placeOfService\":", claim.place[i]);
    Clinician by = claim.clinician[i];
    if (by != null) {
      out.raw(",\"renderingNpi\":\"").raw(by.npi);
      out.raw("\",\"specialty\":\"").raw(by.specialty);
      out.raw("\",\"taxonomy\":\"").raw(by.taxonomy).raw('"');
    }
    out.raw(",\"units\":\"").number(claim.units[i]).raw('"');
    if (!claim.ndc[i].isEmpty()) {
      out.raw(",\"ndc\":").text(claim.ndc[i]);
      out.raw(",\"daysSupply\":").number(claim.daysSupply[i]);
    }
    long paid = money(out, claim, i, version);
    out.raw(",\"denied\":").raw(claim.denied[i] ? "true}" : "false}");
    return paid;
  }

  private static long money(Json out, ClaimDraft claim, int i, Version version) {
    boolean decided = version.status().equals("PAID") && !claim.denied[i];
    if (!version.paymentKind().equals("FEE_FOR_SERVICE")) {
      out.raw(",\"paid\":\"0.00\"");
      if (decided && version.priced()) {
        out.raw(",\"shadowAllowed\":").money(scaled(claim.allowed[i], version.factor()));
      }
      return 0;
    }
    if (!decided) {
      out.raw(",\"paid\":\"0.00\"");
      return 0;
    }
    long allowed = scaled(claim.allowed[i], version.factor());
    long paid = scaled(claim.paid[i], version.factor());
    out.raw(",\"allowed\":").money(allowed);
    out.raw(",\"paid\":").money(paid);
    out.raw(",\"memberShare\":").money(allowed - paid);
    return paid;
  }

  /** Cents times a factor, half up; a factor of 1 changes nothing. */
  static long scaled(long cents, double factor) {
    return factor == 1 ? cents : StrictMath.round(cents * factor);
  }
}
