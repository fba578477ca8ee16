package io.corridor.attribution.assignment;

import static io.corridor.attribution.assignment.Care.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.attribution.assignment.Care.ClaimOf;
import io.corridor.attribution.assignment.Care.Terms;
import io.corridor.common.care.Contract.Method;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an explanation says would change it does change it, when it is done. */
class TippingPointsTest {

  private static final String MONTH = "2025-09";
  private static final Tin OUTSIDER = new Tin("400000004");
  private static final Npi OUTSIDERS_CLINICIAN = new Npi("1000000009");

  @ParameterizedTest
  @EnumSource(
      value = Method.class,
      names = {
        "PLURALITY_VISITS",
        "MOST_RECENT_VISIT",
        "WELLNESS",
        "SPECIALIST_FALLBACK",
        "MSSP",
        "REACH_WEIGHTED"
      })
  @DisplayName("seeds 1 to 40: the practice that is named comes first, or another does")
  void done(Method method) {
    Terms terms = new Terms().methods(method);
    int tried = 0;
    for (long seed = 1; seed <= 40; seed++) {
      MonthDecision before = generated(seed).decide(terms, MONTH);
      for (Tipping tipping : before.tipping()) {
        if (tipping.visits() != null || tipping.allowed() != null) {
          tried++;
          MonthDecision after = make(generated(seed), tipping, before, method).decide(terms, MONTH);
          Tin named = tipping.tin();
          assertThat(first(after)).as("seed " + seed).isNotEqualTo(first(before));
          if (named != null) {
            assertThat(after.practices().getFirst().tin()).as("seed " + seed).isEqualTo(named);
          }
        }
      }
    }
    assertThat(tried).isGreaterThan(5);
  }

  /** Who comes first, even when that practice is outside the contract. */
  private static String first(MonthDecision decision) {
    boolean lostToAnother = decision.unattributed() == Unattributed.ANOTHER_ENTITY;
    if (decision.practices().isEmpty() || lostToAnother) {
      return Objects.toString(decision.unattributed());
    }
    return decision.practices().getFirst().tin().value();
  }

  private static Member make(Member member, Tipping tipping, MonthDecision before, Method method) {
    boolean oursMust = before.unattributed() == Unattributed.ANOTHER_ENTITY;
    Tin named = tipping.tin();
    Tin tin = named != null ? named : oursMust ? T1 : OUTSIDER;
    int visits = tipping.visits() == null ? 1 : tipping.visits();
    String dollars =
        tipping.allowed() == null ? "1.00" : tipping.allowed().dollars().toPlainString();
    for (int i = 0; i < visits; i++) {
      member.with(
          ClaimOf.tin(tin)
              .line(
                  LocalDate.of(2025, 9, 2).plusDays(i).toString(),
                  OUTSIDERS_CLINICIAN,
                  specialty(before, method),
                  "G0439",
                  dollars));
    }
    return member;
  }

  /** A clinician of the kind that decided. */
  private static String specialty(MonthDecision before, Method method) {
    boolean specialists =
        method == Method.SPECIALIST_FALLBACK
            || before.basis() == Basis.STEP_2
            || before.excluded().containsKey(Exclusion.NOT_SPECIALIST);
    return specialists ? CARDIOLOGY : before.basis() == Basis.STEP_3 ? NURSE : FAMILY;
  }

  private static Member generated(long seed) {
    Random random = new Random(seed);
    Member member = Member.enrolled("2023-01-01");
    List<Tin> tins = List.of(T1, T2, T3);
    List<Npi> npis = List.of(N1, N3, N5);
    List<String> specialties = List.of(FAMILY, NURSE, CARDIOLOGY, CARDIOLOGY);
    int lines = 1 + random.nextInt(8);
    for (int i = 0; i < lines; i++) {
      int practice = random.nextInt(3);
      member.with(
          ClaimOf.tin(tins.get(practice))
              .line(
                  LocalDate.of(2023, 10, 1).plusDays(random.nextInt(700)).toString(),
                  npis.get(practice),
                  specialties.get(random.nextInt(4)),
                  List.of("99213", "G0439").get(random.nextInt(2)),
                  (20 + random.nextInt(90)) + ".00"));
    }
    return member;
  }
}
