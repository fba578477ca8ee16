package io.corridor.attribution.assignment;

import static io.corridor.attribution.assignment.Care.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.attribution.assignment.Care.ClaimOf;
import io.corridor.attribution.assignment.Care.Terms;
import io.corridor.common.care.Contract.Method;
import io.corridor.common.money.Money;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Methods C, E, F and R of domain.md 1.3, and their order. */
class ClaimsMethodsTest {

  private static final ClaimOf CARDIOLOGIST =
      ClaimOf.tin(T3).line("2025-12-01", N5, CARDIOLOGY, "99214", "140.00");

  private static Member m1() {
    return Member.enrolled("2025-01-01")
        .with(ClaimOf.tin(T1).line("2025-02-10", N1, INTERNAL, "99214", "130.00"))
        .with(ClaimOf.tin(T1).line("2025-06-03", N2, NURSE, "99213", "95.00"))
        .with(ClaimOf.tin(T2).line("2025-09-20", N3, FAMILY, "99213", "90.00"))
        .with(
            ClaimOf.tin(T2)
                .line("2025-11-05", N3, FAMILY, "99214", "128.00")
                .line("2025-11-05", N4, NURSE, "G0444", "15.00"))
        .with(CARDIOLOGIST);
  }

  private static Terms by(Method... methods) {
    return new Terms().methods(methods).participant(T3, open("2000-01-01"));
  }

  private static ClaimOf visit(io.corridor.common.id.Tin tin, String day, String code) {
    return ClaimOf.tin(tin).line(day, tin.equals(T1) ? N1 : N3, FAMILY, code, "90.00");
  }

  @Test
  @DisplayName("1.10, C: T2 by its visit of 11-05, then N3 who was seen more often")
  void mostRecent() {
    MonthDecision decision = m1().decide(by(Method.MOST_RECENT_VISIT), "2025-12");
    assertThat(decision.tin()).isEqualTo(T2);
    assertThat(decision.npi()).isEqualTo(N3);
    assertThat(decision.method()).isEqualTo(AssignedBy.of(Method.MOST_RECENT_VISIT));
    assertThat(decision.tieBreak()).isEqualTo(TieBreak.NONE);
    assertThat(decision.excluded()).containsExactly(Map.entry(Exclusion.NOT_PRIMARY_CARE, 1));
  }

  @Test
  void givenEqualLastDays_whenMostRecent_thenVisitsThenDollarsThenTheSmallerId() {
    Member level =
        Member.enrolled("2025-01-01")
            .with(visit(T1, "2025-05-05", "99213"))
            .with(visit(T2, "2025-05-05", "99213"));
    Terms terms = by(Method.MOST_RECENT_VISIT);
    assertThat(level.decide(terms, "2025-12").tin()).isEqualTo(T1);
    assertThat(level.decide(terms, "2025-12").tieBreak()).isEqualTo(TieBreak.ID);
    level.with(ClaimOf.tin(T2).line("2025-05-05", N3, FAMILY, "G0444", "5.00"));
    assertThat(level.decide(terms, "2025-12").tin()).isEqualTo(T2);
    assertThat(level.decide(terms, "2025-12").tieBreak()).isEqualTo(TieBreak.ALLOWED);
    level.with(visit(T1, "2025-02-05", "99213"));
    assertThat(level.decide(terms, "2025-12").tin()).isEqualTo(T1);
    assertThat(level.decide(terms, "2025-12").tieBreak()).isEqualTo(TieBreak.VISITS);
  }

  @Test
  @DisplayName("1.10, F: only the 12-01 line exists, so T3 and N5 by specialists")
  void specialistFallback() {
    MonthDecision decision =
        Member.enrolled("2025-01-01")
            .with(CARDIOLOGIST)
            .decide(by(Method.PLURALITY_VISITS, Method.SPECIALIST_FALLBACK), "2025-12");
    assertThat(decision.tin()).isEqualTo(T3);
    assertThat(decision.npi()).isEqualTo(N5);
    assertThat(decision.method()).isEqualTo(AssignedBy.of(Method.SPECIALIST_FALLBACK));
    assertThat(decision.step()).isEqualTo(2);
    assertThat(decision.excluded()).isEmpty();
  }

  @Test
  void givenAnyPrimaryCare_whenSpecialistFallback_thenItIsNotAsked() {
    MonthDecision decision =
        m1().decide(by(Method.PLURALITY_VISITS, Method.SPECIALIST_FALLBACK), "2025-12");
    assertThat(decision.method()).isEqualTo(AssignedBy.of(Method.PLURALITY_VISITS));
    MonthDecision outside =
        m1().decide(by(Method.PLURALITY_VISITS, Method.SPECIALIST_FALLBACK).without(T2), "2025-12");
    assertThat(outside.unattributed()).isEqualTo(Unattributed.NOT_A_PARTICIPANT);
  }

  @Test
  void givenWindowOf24Months_whenSpecialistFallback_thenItStillReads12() {
    Member member =
        Member.enrolled("2024-01-01")
            .with(ClaimOf.tin(T3).line("2024-12-31", N5, CARDIOLOGY, "99214", "140.00"));
    Terms terms = by(Method.PLURALITY_VISITS, Method.SPECIALIST_FALLBACK).windowMonths(24);
    assertThat(member.decide(terms, "2025-11").tin()).isEqualTo(T3);
    assertThat(member.decide(terms, "2025-12").unattributed()).isEqualTo(Unattributed.NO_HISTORY);
  }

  @Test
  void givenSpecialistsCodeNotInTheListOfTheYear_whenFallback_thenExcluded() {
    MonthDecision decision =
        Member.enrolled("2025-01-01")
            .with(ClaimOf.tin(T3).line("2025-12-01", N5, CARDIOLOGY, "99441", "140.00"))
            .decide(by(Method.SPECIALIST_FALLBACK), "2025-12");
    assertThat(decision.unattributed()).isEqualTo(Unattributed.NO_HISTORY);
    assertThat(decision.excluded()).containsExactly(Map.entry(Exclusion.OUTSIDE_EMERGENCY, 1));
  }

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource({
    "G0402, MEDICARE, T1",
    "G0438, MEDICARE, T1",
    "G0439, COMMERCIAL, T1",
    "99395, COMMERCIAL, T1",
    "99395, MEDICARE, T2",
    "99213, COMMERCIAL, T2",
    "99490, COMMERCIAL, T2",
  })
  @DisplayName("E: one wellness visit beats a plurality")
  void wellness(String code, String lineOfBusiness, String winner) {
    Member member =
        new Member()
            .with(
                covered(
                    new io.corridor.common.care.Coverage(
                        lineOfBusiness, open("2025-01-01"), true, false, false),
                    "2025-01-01"))
            .with(visit(T1, "2025-02-02", code))
            .with(visit(T2, "2025-03-03", "99213"))
            .with(visit(T2, "2025-04-04", "99213"));
    MonthDecision decision =
        member.decide(
            by(Method.WELLNESS, Method.PLURALITY_VISITS).lineOfBusiness(lineOfBusiness), "2025-12");
    assertThat(decision.tin()).isEqualTo(winner.equals("T1") ? T1 : T2);
    assertThat(decision.step()).isEqualTo(winner.equals("T1") ? 1 : 2);
  }

  @Test
  void givenSeveralWellnessVisits_thenTheMostRecent_andCareManagementWhereTheTermsSaySo() {
    Member member =
        Member.enrolled("2025-01-01")
            .with(visit(T1, "2025-02-02", "G0439"))
            .with(visit(T2, "2025-03-03", "G0438"))
            .with(visit(T1, "2025-06-06", "99490"));
    Terms terms = by(Method.WELLNESS);
    MonthDecision decision = member.decide(terms, "2025-12");
    assertThat(decision.tin()).isEqualTo(T2);
    assertThat(decision.excluded()).containsExactly(Map.entry(Exclusion.NOT_WELLNESS, 1));
    assertThat(member.decide(terms.careManagementIsWellness(), "2025-12").tin()).isEqualTo(T1);
  }

  @Test
  @DisplayName("R: 60.00 of the newer year weigh more than 110.00 of the older one")
  void reachWeighs() {
    Member member =
        Member.enrolled("2024-01-01")
            .with(ClaimOf.tin(T1).line("2024-03-01", N1, FAMILY, "99213", "110.00"))
            .with(ClaimOf.tin(T2).line("2025-03-01", N3, FAMILY, "99213", "60.00"));
    MonthDecision decision = member.decide(by(Method.REACH_WEIGHTED), "2025-12");
    assertThat(decision.tin()).isEqualTo(T2);
    assertThat(decision.npi()).isEqualTo(N3);
    assertThat(decision.window()).isEqualTo(days("2024-01-01", "2025-12-31"));
    assertThat(decision.ballot().charges())
        .startsWith(
            new Charges(T2.value(), false, null, Money.of("60.00"), Money.ZERO, day("2025-03-01")),
            new Charges(
                T1.value(), false, null, Money.ZERO, Money.of("110.00"), day("2024-03-01")));
    member.with(ClaimOf.tin(T1).line("2024-04-01", N1, FAMILY, "99213", "10.00"));
    assertThat(member.decide(by(Method.REACH_WEIGHTED), "2025-12").tin()).isEqualTo(T2);
    assertThat(member.decide(by(Method.REACH_WEIGHTED), "2025-12").tieBreak())
        .isEqualTo(TieBreak.RECENCY);
    member.with(ClaimOf.tin(T1).line("2024-04-02", N1, FAMILY, "99213", "0.01"));
    assertThat(member.decide(by(Method.REACH_WEIGHTED), "2025-12").tin()).isEqualTo(T1);
  }

  @Test
  @DisplayName("R: below a tenth of the weighted charges, specialists decide")
  void reachAsksSpecialists() {
    Member member =
        Member.enrolled("2024-01-01")
            .with(ClaimOf.tin(T1).line("2025-03-01", N1, FAMILY, "99213", "10.00"))
            .with(ClaimOf.tin(T3).line("2025-04-01", N5, CARDIOLOGY, "99213", "90.00"));
    assertThat(member.decide(by(Method.REACH_WEIGHTED), "2025-12").tin()).isEqualTo(T1);
    member.with(ClaimOf.tin(T3).line("2025-04-02", N5, CARDIOLOGY, "99213", "0.01"));
    MonthDecision decision = member.decide(by(Method.REACH_WEIGHTED), "2025-12");
    assertThat(decision.tin()).isEqualTo(T3);
    assertThat(decision.excluded()).containsExactly(Map.entry(Exclusion.NOT_SPECIALIST, 1));
  }

  @Test
  void givenNothing_thenNoHistoryByEveryMethod() {
    for (Method method : Method.values()) {
      MonthDecision decision = Member.enrolled("2023-01-01").decide(by(method), "2025-12");
      assertThat(decision.unattributed()).as(method.name()).isEqualTo(Unattributed.NO_HISTORY);
      assertThat(decision.step()).isZero();
    }
  }
}
