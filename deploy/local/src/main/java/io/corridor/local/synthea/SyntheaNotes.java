package io.corridor.local.synthea;

import io.corridor.local.convert.ImportReport;
import java.util.List;

/** The sentences of the import report that do not depend on the rows read. */
final class SyntheaNotes {
  private SyntheaNotes() {}

  /** Files of claims, as the export's own summary names them. */
  static final List<String> CLAIM_FILES =
      List.of("carrier", "inpatient", "snf", "outpatient", "hha", "hospice", "dme", "pde");

  private static final List<String> ASSUMPTIONS =
      List.of(
          "receivedAt of claims is the day of the payer's weekly processing (NCH_WKLY_PROC_DT); of a"
              + " drug event the day after PD_DT.",
          "receivedAt of coverage and persons is the day before coverage starts; of a death, 14 days"
              + " after its month. A span that ends with a death is known until the end of its year"
              + " before.",
          "receivedAt of ADT messages is the time they tell of; the admission is put at 09:00, the"
              + " discharge at 15:00, America/New_York. They are marked as derived, one pair an"
              + " admission.",
          "What holds in a month is what the month's own indicators say: entitlement and buy-in (A, B),"
              + " managed care, Medicaid eligibility (01 to 06, 08 and 09 are dual; 99 and AA are unknown and"
              + " taken as not), status code (ESRD, disabled). Where the yearly counts differ, the months hold. Nobody is a waiver member"
              + " or opted out.",
          "A claim spans the days that any of its rows states.",
          "The row of revenue code 0001 repeats the claim's total and is no line.",
          "Inpatient and nursing-facility claims are paid as a whole: their first line carries payment,"
              + " deductible, coinsurance and primary payer. An inpatient pass-through (per diem times"
              + " days) is paid beside the payment and is a line of its own.",
          "Allowed dollars of facility claims are payment, the beneficiary's share and primary payer"
              + " together.",
          "A discharge day after the last day of its claim is left out: nursing-facility and hospice"
              + " rows carry the processing day there.",
          "Discharge status 1 is written 01. A facility without certification number is known by its"
              + " NPI.",
          "Paid dollars of a drug are what the plan and the low-income subsidy paid; the patient's are"
              + " PTNT_PAY_AMT and OTHR_TROOP_AMT, another payer's PLRO_AMT.",
          "A clinician belongs to a practice from the first day the pair was seen on a carrier claim,"
              + " without end, and takes new patients.",
          "Drug events are numbered apart from claims: their ids are written with PDE before them.",
          "Every claim is version 1 and paid fee for service.");

  private static final List<String> UNREACHABLE =
      List.of(
          "The only qualifying visit code is 99495; office visits (9920x, 9921x) do not occur.",
          "63 percent of carrier lines name no HCPCS code: they count as cost alone.",
          "Every clinician has specialty 01, suppliers of equipment too; primary and specialist care"
              + " cannot be told apart.",
          "No member selection of a clinician: method A attributes nobody.",
          "No adjustments: no claim is replaced, denied or voided.",
          "Diagnoses are mapped from SNOMED by the generator and many stays have DRG 951: risk scores"
              + " and case mix are not believable.",
          "Emergency visits have days alone: no ADT messages are derived from them.",
          "No outreach, telephone numbers or languages.");

  private static final List<String> NOT_CARRIED =
      List.of(
          "beneficiary files: race, entitlement reasons, Part C and D contract ids, cost-share groups,"
              + " MBI, middle name, FIPS codes",
          "carrier, dme: referring clinician, submitted charges, amounts of the claim's head beyond the"
              + " check, results of blood tests, type of service",
          "facility files: operating clinician, charges, capital amounts, external-cause diagnoses,"
              + " present-on-admission flags, procedure dates",
          "pde: prescriber, pharmacy, plan, brand or generic, coverage phases",
          "npi.tsv, missing_codes: not read");

  static final ImportReport.Wording WORDING =
      new ImportReport.Wording(
          "Synthea's RIF export",
          "Claims by beneficiary, as the export says it wrote them, against claims in the feed",
          "summaryCheck",
          "beneficiaries",
          "beneficiaries",
          ASSUMPTIONS,
          UNREACHABLE,
          NOT_CARRIED);
}
