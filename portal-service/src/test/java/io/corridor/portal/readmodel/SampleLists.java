package io.corridor.portal.readmodel;

import io.corridor.schemas.Campaign;
import io.corridor.schemas.Candidate;
import io.corridor.schemas.Dispute;
import io.corridor.schemas.Evidence;
import io.corridor.schemas.ExcludedLines;
import io.corridor.schemas.Explanation;
import io.corridor.schemas.FileCount;
import io.corridor.schemas.FileStage;
import io.corridor.schemas.Forecast;
import io.corridor.schemas.Gap;
import io.corridor.schemas.MemberMonth;
import io.corridor.schemas.MemberRisk;
import io.corridor.schemas.Rejection;
import io.corridor.schemas.RosterRow;
import io.corridor.schemas.SmallestVisit;
import io.corridor.schemas.topic.AttributionTopics;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Gaps, rosters, explanations and file counts of the invented ACO. */
@org.jspecify.annotations.NullUnmarked
final class SampleLists {

  private SampleLists() {}

  static void write(Records records) {
    for (int i = 1; i <= 9; i++) {
      String tin = i == 6 || i == 8 ? Sample.SECOND_TIN : Sample.TIN;
      gap(records, "m" + i, "Q02", i % 3 == 0 ? "CLOSED" : "OPEN", tin);
      memberMonth(records, "m" + i, tin, "2026-08");
    }
    memberMonth(records, "m1", Sample.TIN, "2026-09");
    gap(records, "m2", "Q01", "OPEN", Sample.TIN);
    gap(records, "m3", "Q01", "EXCLUDED", Sample.TIN);
    gap(records, "m5", "Q01", "REOPENED", Sample.TIN);
    gap(records, "x1", "Q02", "OPEN", Sample.OTHER_TIN);
    roster(records, "m1", "2026-09", "NOCHANGE", Sample.TIN, Sample.TIN, null);
    roster(records, "m2", "2026-09", "NOCHANGE", Sample.TIN, Sample.TIN, null);
    roster(records, "m3", "2026-09", "NOCHANGE", Sample.TIN, Sample.TIN, null);
    roster(records, "m4", "2026-09", "NEW", Sample.TIN, null, "NEW_ENROLLEE");
    roster(records, "m5", "2026-09", "CHANGED", Sample.TIN, Sample.SECOND_TIN, "VISITS_MOVED");
    roster(records, "m6", "2026-09", "CHANGED", Sample.SECOND_TIN, Sample.TIN, "PCP_SELECTED");
    roster(records, "m8", "2026-09", "DROPPED", null, Sample.TIN, "COVERAGE_ENDED");
    roster(records, "m10", "2026-09", "NEW", Sample.TIN, null, "VISITS_MOVED");
    roster(records, "m1", "2026-08", "NEW", Sample.TIN, null, "NEW_ENROLLEE");
    roster(records, "m2", "2026-08", "NOCHANGE", Sample.TIN, Sample.TIN, null);
    roster(records, "x1", "2026-09", "NEW", Sample.OTHER_TIN, null, "NEW_ENROLLEE");
    forecast(records, "m1", "2026-10-01", Sample.TIN, null);
    forecast(records, "m6", "2026-11-01", Sample.SECOND_TIN, Sample.TIN);
    forecast(records, "m2", "2027-03-01", Sample.TIN, null);
    forecast(records, "x1", "2026-10-01", Sample.OTHER_TIN, null);
    dispute(records, "m5", "d-1", "SUBMITTED", "someone");
    dispute(records, "x1", "d-2", "SUBMITTED", "someone");
    campaign(records, "m9", "LETTER_DUE", null);
    campaign(records, "m7", "PROXIMITY_ASSIGNED", Sample.TIN);
    campaign(records, "x1", "LETTER_DUE", null);
    explanation(records, "2026-09");
    explanation(records, "2026-08");
    files(records);
  }

  private static void dispute(
      Records records, String member, String id, String status, String user) {
    String tin = member.equals("x1") ? Sample.OTHER_TIN : Sample.TIN;
    records.put(
        AttributionTopics.DISPUTE,
        member + "|" + id,
        1,
        Dispute.newBuilder()
            .setDispute(id)
            .setMember(member)
            .setContract(Sample.contractOf(tin))
            .setStatus(status)
            .setType("NOT_MY_PATIENT")
            .setFromMonth("2026-09")
            .setSubmittedBy(user)
            .setReviewDue(LocalDate.of(2026, 9, 21))
            .setDecisionDue(LocalDate.of(2026, 10, 26))
            .setClock("RUNNING")
            .build());
  }

  private static void campaign(Records records, String member, String status, String tin) {
    String contract = Sample.contractOf(member.equals("x1") ? Sample.OTHER_TIN : Sample.TIN);
    records.put(
        AttributionTopics.CAMPAIGN,
        member + "|" + contract,
        1,
        Campaign.newBuilder()
            .setMember(member)
            .setContract(contract)
            .setStatus(status)
            .setLetterSent(tin == null ? null : LocalDate.of(2026, 6, 12))
            .setAssignedOn(tin == null ? null : LocalDate.of(2026, 9, 1))
            .setDeclineDue(tin == null ? null : LocalDate.of(2026, 10, 1))
            .setSite(tin == null ? null : "site-1")
            .setTin(tin)
            .setMeasure(tin == null ? null : "MILES")
            .setMiles(tin == null ? null : new BigDecimal("10.364000"))
            .setDeclinedSites(List.of())
            .setSteps(List.of())
            .build());
  }

  private static void forecast(
      Records records, String member, String on, String tin, String thenTin) {
    records.put(
        AttributionTopics.FORECAST,
        member + "|" + Sample.contractOf(tin),
        1,
        Forecast.newBuilder()
            .setMember(member)
            .setContract(Sample.contractOf(tin))
            .setMonth("2026-09")
            .setTin(tin)
            .setChangesOn(LocalDate.parse(on))
            .setThenTin(thenTin)
            .setReason(thenTin == null ? "NO_HISTORY" : null)
            .setKeeps(new SmallestVisit(tin, 1, new BigDecimal("0.00")))
            .build());
  }

  private static void gap(
      Records records, String member, String measure, String state, String tin) {
    boolean evidence = state.equals("CLOSED") || state.equals("EXCLUDED");
    records.put(
        Topics.GAP,
        member + "|" + measure + "|2026",
        1,
        Gap.newBuilder()
            .setMember(member)
            .setMeasure(measure)
            .setPeriod("2026")
            .setContract(Sample.contractOf(tin))
            .setState(state)
            .setReason(state.equals("EXCLUDED") ? "MASTECTOMY" : null)
            .setOpenedOn(LocalDate.of(2026, 1, 1))
            .setDueBy(LocalDate.of(2026, 12, 31))
            .setEvidence(evidence ? new Evidence("CLAIM", "45378", LocalDate.of(2026, 5, 4)) : null)
            .setNextDueOn(null)
            .setTin(tin)
            .setNpi(Sample.NPI)
            .build());
  }

  private static void memberMonth(Records records, String member, String tin, String month) {
    BigDecimal counted = new BigDecimal("1234.56");
    records.put(
        Topics.MEMBER_MONTH,
        member + "|" + Sample.CONTRACT + "|" + month,
        1,
        MemberMonth.newBuilder()
            .setMember(member)
            .setContract(Sample.CONTRACT)
            .setMonth(month)
            .setTin(tin)
            .setNpi(Sample.NPI)
            .setMemberMonths(new BigDecimal("1.000000"))
            .setAllowed(counted)
            .setPaid(counted)
            .setInScope(counted)
            .setCounted(counted)
            .setInsidePaid(counted)
            .setUnpricedLines(0)
            .setCategories(List.of())
            .setRisk(
                new MemberRisk(
                    new BigDecimal("1.384000"), new BigDecimal("1.402000"), List.of("TABLE:1.384")))
            .build());
  }

  private static void roster(
      Records records,
      String member,
      String month,
      String change,
      String tin,
      String prior,
      String reason) {
    String contract = Sample.contractOf(tin == null ? Sample.TIN : tin);
    records.put(
        Topics.ROSTER,
        member + "|" + contract + "|" + month,
        1,
        RosterRow.newBuilder()
            .setMember(member)
            .setContract(contract)
            .setMonth(month)
            .setNumber(9)
            .setBusinessDate(LocalDate.of(2026, 9, 1))
            .setTin(tin)
            .setNpi(tin == null ? null : Sample.NPI)
            .setMethod(tin == null ? null : "PLURALITY_VISITS")
            .setPriorTin(prior)
            .setPriorNpi(null)
            .setChangeType(change)
            .setReason(reason)
            .setStep(tin == null ? null : 2)
            .setSince(tin == null ? null : LocalDate.of(2026, 3, 1))
            .setMonthsThisYear(tin == null ? null : 9)
            .setLastVisit(tin == null ? null : LocalDate.of(2026, 8, 20))
            .build());
  }

  private static void explanation(Records records, String month) {
    records.put(
        Topics.EXPLANATION,
        "m5|" + Sample.CONTRACT + "|" + month,
        1,
        Explanation.newBuilder()
            .setMember("m5")
            .setContract(Sample.CONTRACT)
            .setMonth(month)
            .setAttributed(true)
            .setReason(null)
            .setMethod("PLURALITY_VISITS")
            .setStep(2)
            .setWindowFrom(LocalDate.of(2024, 10, 1))
            .setWindowUntil(LocalDate.of(2026, 10, 1))
            .setTin(Sample.TIN)
            .setNpi(Sample.NPI)
            .setPractices(
                List.of(
                    new Candidate(
                        Sample.TIN, null, 5, LocalDate.of(2026, 6, 2), new BigDecimal("812.40")),
                    new Candidate(
                        Sample.SECOND_TIN,
                        null,
                        5,
                        LocalDate.of(2026, 2, 11),
                        new BigDecimal("930.00"))))
            .setClinicians(
                List.of(
                    new Candidate(
                        Sample.TIN,
                        Sample.NPI,
                        4,
                        LocalDate.of(2026, 6, 2),
                        new BigDecimal("650.00"))))
            .setTieBreakUsed("RECENCY")
            .setExcluded(List.of(new ExcludedLines("NOT_PRIMARY_CARE", 7)))
            .build());
  }

  private static void files(Records records) {
    file(records, "claim.ndjson.gz", FileStage.MANIFEST, 1000, 0, 0, 0);
    file(records, "claim.ndjson.gz", FileStage.DOOR, 1000, 0, 0, 3);
    file(records, "claim.ndjson.gz", FileStage.LEDGER, 0, 990, 7, 0);
    for (int line = 1; line <= 3; line++) {
      records.put(
          Topics.REJECTED,
          "sample|claim.ndjson.gz|" + line,
          1,
          Rejection.newBuilder()
              .setCode("INTAKE_CLAIM_DATE")
              .setText("The service date is not a date. Send it as yyyy-mm-dd.")
              .setFeed("sample")
              .setFile("claim.ndjson.gz")
              .setLine(line * 10L)
              .setRecordType("claim")
              .setField("from")
              .setDuplicate(false)
              .build());
    }
  }

  private static void file(
      Records records,
      String file,
      FileStage stage,
      long read,
      long accepted,
      long duplicate,
      long rejected) {
    records.put(
        Topics.FILE,
        "sample|" + file + "|" + stage + "|0",
        1,
        FileCount.newBuilder()
            .setFeed("sample")
            .setFile(file)
            .setRecordType("claim")
            .setStage(stage)
            .setPartition(0)
            .setRead(read)
            .setAccepted(accepted)
            .setDuplicate(duplicate)
            .setRejected(rejected)
            .build());
  }
}
