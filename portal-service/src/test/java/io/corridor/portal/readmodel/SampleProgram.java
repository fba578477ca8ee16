package io.corridor.portal.readmodel;

import io.corridor.schemas.CategoryAmount;
import io.corridor.schemas.EvaluationDesign;
import io.corridor.schemas.EvaluationEconomics;
import io.corridor.schemas.EvaluationEvents;
import io.corridor.schemas.EvaluationInterval;
import io.corridor.schemas.EvaluationPair;
import io.corridor.schemas.EvaluationTrait;
import io.corridor.schemas.MemberMonth;
import io.corridor.schemas.ProgramEnrollment;
import io.corridor.schemas.ProgramEvaluation;
import io.corridor.schemas.Step;
import io.corridor.schemas.StepInput;
import io.corridor.schemas.topic.ProgramTopics;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * A program of the invented ACO: three members since March 2026, who cost 300.00 a month in it
 * where others cost 400.00, and everybody 500.00 before; and its report of August.
 */
@org.jspecify.annotations.NullUnmarked
public final class SampleProgram {

  public static final String NAME = "home-visits";
  public static final LocalDate REPORTED = LocalDate.of(2026, 8, 15);
  public static final LocalDate ENROLLED = LocalDate.of(2026, 3, 1);

  private static final List<String> MEMBERS = List.of("m1", "m2", "m3");

  private SampleProgram() {}

  static void write(Records records) {
    for (int i = 1; i <= 9; i++) {
      String member = "m" + i;
      for (YearMonth month = YearMonth.of(2025, 3);
          month.isBefore(YearMonth.of(2026, 8));
          month = month.plusMonths(1)) {
        boolean before = month.isBefore(YearMonth.from(ENROLLED));
        month(records, member, month, before ? 500 : MEMBERS.contains(member) ? 300 : 400);
      }
    }
    MEMBERS.forEach(member -> enrolled(records, member));
    records.put(
        ProgramTopics.EVALUATION, Sample.CONTRACT + "|" + NAME + "|" + REPORTED, 1, report());
  }

  private static void month(Records records, String member, YearMonth month, int dollars) {
    BigDecimal cost = new BigDecimal(dollars + ".00");
    String tin = member.equals("m6") || member.equals("m8") ? Sample.SECOND_TIN : Sample.TIN;
    records.put(
        Topics.MEMBER_MONTH,
        member + "|" + Sample.CONTRACT + "|" + month,
        1,
        MemberMonth.newBuilder()
            .setMember(member)
            .setContract(Sample.CONTRACT)
            .setMonth(month.toString())
            .setTin(tin)
            .setNpi(Sample.NPI)
            .setMemberMonths(new BigDecimal("1.000000"))
            .setAllowed(cost)
            .setPaid(cost)
            .setInScope(cost)
            .setCounted(cost)
            .setInsidePaid(cost)
            .setUnpricedLines(0)
            .setCategories(
                List.of(
                    CategoryAmount.newBuilder()
                        .setCategory("ED")
                        .setAllowed(cost)
                        .setPaid(cost)
                        .setInScope(cost)
                        .setCounted(cost)
                        .build()))
            .build());
  }

  private static void enrolled(Records records, String member) {
    records.put(
        ProgramTopics.ENROLLMENT,
        member + "|" + Sample.CONTRACT + "|" + NAME,
        1,
        ProgramEnrollment.newBuilder()
            .setActionId("enroll-" + member)
            .setPayer("harborlight")
            .setContract(Sample.CONTRACT)
            .setProgram(NAME)
            .setMember(member)
            .setEnrolledOn(ENROLLED)
            .setUser("analyst")
            .setAt(Sample.NOW)
            .build());
  }

  private static ProgramEvaluation report() {
    return ProgramEvaluation.newBuilder()
        .setContract(Sample.CONTRACT)
        .setProgram(NAME)
        .setBusinessDate(REPORTED)
        .setDesign(new EvaluationDesign(6, 3, 200, false))
        .setRequestedBy("analyst")
        .setEnrolled(3)
        .setCases(3)
        .setMatched(2)
        .setMatchedShare("0.666667")
        .setBalance(
            List.of(
                new EvaluationTrait("age", "0.241"),
                new EvaluationTrait("risk", "0"),
                new EvaluationTrait("priorCost", "0.02")))
        .setCasePmpm("300")
        .setControlPmpm("391.5")
        .setEffect("91.5")
        .setInterval(new EvaluationInterval("91.5", "12.25", "7.469", "67.49", "115.51"))
        .setEvents(List.of(new EvaluationEvents("monthsWithEmergencyCare", "1000", "1000")))
        .setWarnings(List.of("SELECTION", "SURVIVORSHIP", "SMALL_NUMBER", "IMBALANCE"))
        .setEconomics(
            EvaluationEconomics.newBuilder()
                .setProgramCost(new BigDecimal("900.00"))
                .setBilled(new BigDecimal("100.00"))
                .setFixedCost(new BigDecimal("0.00"))
                .setAcoShare(new BigDecimal("1.000000"))
                .setEligible(0)
                .setUptake(new BigDecimal("0.000000"))
                .setNet(new BigDecimal("115.00"))
                .setNetPerPatient(new BigDecimal("57.50"))
                .setReturnOnInvestment("0.14375")
                .setBreakEvenMonths("0")
                .setSteps(
                    List.of(
                        new Step(
                            1,
                            "gross",
                            "domain.md 6",
                            "effect × memberMonths",
                            List.of(
                                new StepInput("effect", "91.5"),
                                new StepInput("memberMonths", "10")),
                            "915")))
                .build())
        .setPairs(List.of(new EvaluationPair("m3", List.of("m4"), "5", "1500", "2000", "100")))
        .build();
  }
}
