package io.corridor.local.desynpuf;

import io.corridor.local.convert.ImportReport;
import java.util.List;

/** The sentences of the import report that do not depend on the rows read. */
final class ImportNotes {
  private ImportNotes() {}

  private static final List<String> ASSUMPTIONS =
      List.of(
          "receivedAt of claims is the through date plus 14 days.",
          "receivedAt of coverage and persons is the day before coverage starts; of a death, 14 days"
              + " after the month of death (the source gives that month alone).",
          "receivedAt of ADT messages is the time they tell of; the admission is put at 09:00, the"
              + " discharge at 15:00, America/New_York. They are marked as derived.",
          "Coverage months: the source has yearly counts for part A, part B and HMO. A count below"
              + " twelve lies at the year's end when the next year goes on with it or the year before"
              + " is known to have none; otherwise it runs from January on. HMO months are managed"
              + " care. Coverage ends with the last month of the data or the month of death.",
          "Members under 65 at the start of a span and without ESRD are taken as disabled; nobody as"
              + " dual, waiver or opted out.",
          "Carrier lines carry the dates of their claim.",
          "Carrier lines count as paid when their processing indicator is A, R or S; every other code"
              + " is a denied line.",
          "Type of bill comes from the file: inpatient 111, outpatient 131.",
          "Allowed dollars of facility claims are payment, deductibles, coinsurance and primary"
              + " payer together.",
          "An inpatient pass-through (per diem times days) is paid beside the payment and is line 2.",
          "The payment of an outpatient claim stands on the line of an emergency code when there is"
              + " one, else on the first line.",
          "Paid dollars of a drug are its total cost less what the patient paid, never below zero.",
          "A clinician belongs to a practice from the first day the pair was seen on a carrier claim,"
              + " without end, and takes new patients.",
          "Every claim is version 1 and paid fee for service.");

  private static final List<String> UNREACHABLE =
      List.of(
          "Place of service is unknown: no rule that needs it applies (inpatient, emergency and"
              + " nursing-facility places, home visits).",
          "No revenue codes: emergency visits are found by 99281-99285 alone, laboratory, radiology"
              + " and psychiatric units by HCPCS alone.",
          "No specialty or taxonomy: E&M office visits are treated as primary care; primary and"
              + " specialist care cannot be told apart.",
          "No member selection of a clinician: method A attributes nobody.",
          "No discharge status: deaths in hospital, transfers and dispositions are unknown.",
          "No nursing-facility, home-health, hospice or equipment files: those categories hold only"
              + " what carrier lines show.",
          "Carrier lines 6 to 13 were cut from the extract: professional cost is too low.",
          "No adjustments: no claim is replaced or voided.",
          "ICD-9 diagnoses: no risk score by ICD-10 maps.",
          "No laboratory results, outreach, names or contact data.",
          "Two years of data: screening look-backs that start before 2008 see less than they ask"
              + " for.");

  private static final List<String> NOT_CARRIED =
      List.of(
          "bene.csv: BENE_RACE_CD, PLAN_CVRG_MOS_NUM, SP_* condition flags, BENRES_*, PPPYMT_*"
              + " (MEDREIMB_* are used for the check)",
          "carrier.csv: LINE_PRCSG_IND_CD_* beyond paid or denied",
          "inpatient.csv, outpatient.csv: SEGMENT (always 1), OP_PHYSN_NPI, OT_PHYSN_NPI; the"
              + " attending clinician goes into ADT messages alone");

  static final ImportReport.Wording WORDING =
      new ImportReport.Wording(
          "CMS DE-SynPUF",
          "Annual reimbursement stated against paid sums, to the cent",
          "reimbursementCheck",
          "beneficiary-years",
          "beneficiaryYears",
          ASSUMPTIONS,
          UNREACHABLE,
          NOT_CARRIED);
}
