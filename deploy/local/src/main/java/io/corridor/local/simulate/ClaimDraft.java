package io.corridor.local.simulate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A claim under construction: one header and lines as parallel arrays, reused from claim to claim.
 */
final class ClaimDraft {
  /** Form and lag class of a claim. */
  enum Form {
    PROFESSIONAL("PROFESSIONAL"),
    INPATIENT("INSTITUTIONAL"),
    OUTPATIENT("INSTITUTIONAL"),
    POST_ACUTE("INSTITUTIONAL"),
    PHARMACY("PHARMACY");

    final String type;

    Form(String type) {
      this.type = type;
    }

    boolean institutional() {
      return type.equals("INSTITUTIONAL");
    }
  }

  static final int MAX_LINES = 96;

  Form form = Form.PROFESSIONAL;
  int from;
  int through;
  int admitted = -1;
  int discharged = -1;
  String dischargeStatus = "";
  String typeOfBill = "";
  String drg = "";
  String admissionType = "";
  String admissionSource = "";
  String facility = "";
  String tin = "";
  String referring = "";
  String sensitivity = "NORMAL";
  String procedure = "";
  final String[] diagnoses = new String[12];
  int diagnosisCount;
  int lines;
  final int[] day = new int[MAX_LINES];
  final int[] lastDay = new int[MAX_LINES];
  final String[] code = new String[MAX_LINES];
  final String[] modifier = new String[MAX_LINES];
  final String[] revenue = new String[MAX_LINES];
  final String[] place = new String[MAX_LINES];
  final @Nullable Clinician[] clinician = new Clinician[MAX_LINES];
  final int[] units = new int[MAX_LINES];
  final String[] ndc = new String[MAX_LINES];
  final int[] daysSupply = new int[MAX_LINES];
  final long[] allowed = new long[MAX_LINES];
  final long[] paid = new long[MAX_LINES];
  final boolean[] denied = new boolean[MAX_LINES];

  /** Starts a new claim. */
  ClaimDraft start(Form newForm, int fromDay, int throughDay, String billingTin) {
    form = newForm;
    from = fromDay;
    through = throughDay;
    tin = billingTin;
    referring = "";
    admitted = -1;
    discharged = -1;
    dischargeStatus = "";
    typeOfBill = "";
    drg = "";
    admissionType = "";
    admissionSource = "";
    facility = "";
    sensitivity = "NORMAL";
    procedure = "";
    diagnosisCount = 0;
    lines = 0;
    return this;
  }

  /** Marks the claim as institutional at a facility. */
  ClaimDraft at(Facility place, String bill) {
    facility = place.ccn;
    typeOfBill = bill;
    return this;
  }

  /** Adds a diagnosis unless it is there; the first one is the principal. */
  ClaimDraft diagnosis(String diagnosis) {
    for (int i = 0; i < diagnosisCount; i++) {
      if (diagnoses[i].equals(diagnosis)) {
        return this;
      }
    }
    if (diagnosisCount < diagnoses.length) {
      diagnoses[diagnosisCount++] = diagnosis;
      if (diagnosis.startsWith("F1")) {
        sensitivity = "SUBSTANCE_USE";
      } else if (diagnosis.startsWith("F")
          && !diagnosis.startsWith("F0")
          && sensitivity.equals("NORMAL")) {
        sensitivity = "BEHAVIORAL";
      }
    }
    return this;
  }

  /** Adds a line and returns its index; beyond the limit the last line takes the money. */
  int line(
      int serviceDay,
      String hcpcs,
      String revenueCode,
      String placeOfService,
      @Nullable Clinician by,
      long cents) {
    if (lines == MAX_LINES) {
      allowed[lines - 1] += cents;
      return lines - 1;
    }
    int i = lines++;
    day[i] = serviceDay;
    lastDay[i] = serviceDay;
    code[i] = hcpcs;
    modifier[i] = "";
    revenue[i] = revenueCode;
    place[i] = placeOfService;
    clinician[i] = by;
    units[i] = 1;
    ndc[i] = "";
    daysSupply[i] = 0;
    allowed[i] = cents;
    paid[i] = 0;
    denied[i] = false;
    through = Math.max(through, serviceDay);
    return i;
  }

  void undeny() {
    Arrays.fill(denied, 0, lines, false);
  }

  long totalAllowed() {
    long sum = 0;
    for (int i = 0; i < lines; i++) {
      sum += allowed[i];
    }
    return sum;
  }
}
