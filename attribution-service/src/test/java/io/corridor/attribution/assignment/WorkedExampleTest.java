package io.corridor.attribution.assignment;

import static io.corridor.attribution.assignment.Care.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.attribution.assignment.Care.ClaimOf;
import io.corridor.attribution.assignment.Care.Terms;
import io.corridor.common.care.Claim;
import io.corridor.common.care.Contract;
import io.corridor.common.care.Contract.Method;
import io.corridor.common.money.Money;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The worked example of domain.md 1.10 for methods A and B. */
class WorkedExampleTest {

  private static final ClaimOf NOVEMBER =
      ClaimOf.tin(T2)
          .line("2025-11-05", N3, FAMILY, "99214", "128.00")
          .line("2025-11-05", N4, NURSE, "G0444", "15.00");
  private static final ClaimOf CARDIOLOGIST =
      ClaimOf.tin(T3).line("2025-12-01", N5, CARDIOLOGY, "99214", "140.00");

  private static Member m1() {
    return Member.enrolled("2025-01-01")
        .with(ClaimOf.tin(T1).line("2025-02-10", N1, INTERNAL, "99214", "130.00"))
        .with(ClaimOf.tin(T1).line("2025-06-03", N2, NURSE, "99213", "95.00"))
        .with(ClaimOf.tin(T2).line("2025-09-20", N3, FAMILY, "99213", "90.00"))
        .with(NOVEMBER)
        .with(CARDIOLOGIST);
  }

  @Test
  @DisplayName("B: two visits each, recency gives T2, then N3 with two days beats N4 with one")
  void pluralityWithRecency() {
    MonthDecision decision = m1().decide(new Terms(), "2025-12");
    assertThat(decision.tin()).isEqualTo(T2);
    assertThat(decision.npi()).isEqualTo(N3);
    assertThat(decision.tieBreak()).isEqualTo(TieBreak.RECENCY);
    assertThat(decision.practices())
        .containsExactly(
            new Candidate(T2, null, 2, day("2025-11-05"), Money.of("233.00")),
            new Candidate(T1, null, 2, day("2025-06-03"), Money.of("225.00")));
    assertThat(decision.clinicians())
        .containsExactly(
            new Candidate(T2, N3, 2, day("2025-11-05"), Money.of("218.00")),
            new Candidate(T2, N4, 1, day("2025-11-05"), Money.of("15.00")));
    assertThat(decision.excluded())
        .containsExactly(java.util.Map.entry(Exclusion.NOT_PRIMARY_CARE, 1));
    assertThat(decision.window()).isEqualTo(days("2025-01-01", "2025-12-31"));
    assertThat(decision.step()).isOne();
  }

  @Test
  @DisplayName("reversed 11-05 claim: T1 with 2 against 1, then N2 over N1 by recency")
  void reversed() {
    Member member =
        m1().without(NOVEMBER)
            .with(
                ClaimOf.tin(T2)
                    .status(Claim.Status.REVERSED)
                    .received("2026-01-15")
                    .line("2025-11-05", N3, FAMILY, "99214", "128.00")
                    .line("2025-11-05", N4, NURSE, "G0444", "15.00"));
    MonthDecision decision = member.decide(new Terms(), "2025-12");
    assertThat(decision.tin()).isEqualTo(T1);
    assertThat(decision.npi()).isEqualTo(N2);
    assertThat(decision.tieBreak()).isEqualTo(TieBreak.NONE);
    assertThat(decision.excluded()).containsEntry(Exclusion.REVERSED, 2);
    Accountable before = new Accountable(T2, N3, AssignedBy.of(Method.PLURALITY_VISITS));
    assertThat(
            ChangeReasons.of(
                before,
                null,
                decision,
                MemberHistory.of(member.rows),
                new Terms().month("2025-12"),
                day("2026-01-01"),
                true))
        .isEqualTo(Optional.of(ChangeReason.CLAIM_REVERSED));
  }

  @Test
  @DisplayName("only the specialist's line: nobody, because B counts primary care alone")
  void specialistOnly() {
    MonthDecision decision =
        Member.enrolled("2025-01-01").with(CARDIOLOGIST).decide(new Terms(), "2025-12");
    assertThat(decision.attributed()).isFalse();
    assertThat(decision.unattributed()).isEqualTo(Unattributed.NO_HISTORY);
    assertThat(decision.excluded()).containsEntry(Exclusion.NOT_PRIMARY_CARE, 1);
  }

  @Test
  @DisplayName("allowed before recency: T2 by 233.00 over 225.00")
  void allowedFirst() {
    MonthDecision decision =
        m1().decide(
                new Terms().tieBreaks(Contract.TieBreak.ALLOWED, Contract.TieBreak.RECENCY),
                "2025-12");
    assertThat(decision.tin()).isEqualTo(T2);
    assertThat(decision.tieBreak()).isEqualTo(TieBreak.ALLOWED);
  }

  @Test
  @DisplayName("a tie to the last key goes to the smaller id")
  void smallerId() {
    MonthDecision decision =
        Member.enrolled("2025-01-01")
            .with(ClaimOf.tin(T2).line("2025-03-03", N3, FAMILY, "99213", "90.00"))
            .with(ClaimOf.tin(T1).line("2025-03-03", N1, FAMILY, "99213", "90.00"))
            .decide(new Terms(), "2025-12");
    assertThat(decision.tin()).isEqualTo(T1);
    assertThat(decision.tieBreak()).isEqualTo(TieBreak.ID);
  }

  @Test
  @DisplayName("the clinician seen most may sit in a losing practice")
  void practiceFirstClinicianSecond() {
    Member member =
        Member.enrolled("2025-01-01")
            .with(ClaimOf.tin(T2).line("2025-03-01", N3, FAMILY, "99213", "90.00"))
            .with(ClaimOf.tin(T2).line("2025-03-02", N3, FAMILY, "99213", "90.00"))
            .with(ClaimOf.tin(T1).line("2025-03-03", N1, FAMILY, "99213", "90.00"))
            .with(ClaimOf.tin(T1).line("2025-03-04", N2, FAMILY, "99213", "90.00"))
            .with(ClaimOf.tin(T1).line("2025-03-05", N4, FAMILY, "99213", "90.00"));
    MonthDecision decision = member.decide(new Terms(), "2025-03");
    assertThat(decision.tin()).isEqualTo(T1);
    assertThat(decision.npi()).isEqualTo(N4);
  }

  @Test
  @DisplayName("a practice outside the contract wins: unattributed, with the ranking shown")
  void notAParticipant() {
    MonthDecision decision = m1().decide(new Terms().without(T2), "2025-12");
    assertThat(decision.unattributed()).isEqualTo(Unattributed.NOT_A_PARTICIPANT);
    assertThat(decision.tin()).isNull();
    assertThat(decision.npi()).isNull();
    assertThat(decision.practices().getFirst().tin()).isEqualTo(T2);
    assertThat(decision.method()).isEqualTo(AssignedBy.of(Method.PLURALITY_VISITS));
  }
}
