package io.corridor.attribution.assignment;

import static io.corridor.attribution.assignment.Care.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.attribution.assignment.AssignmentForecast.Outlook;
import io.corridor.attribution.assignment.AssignmentForecast.SmallestVisit;
import io.corridor.attribution.assignment.AssignmentForecast.Turn;
import io.corridor.attribution.assignment.Care.ClaimOf;
import io.corridor.attribution.assignment.Care.Terms;
import io.corridor.common.care.AttributionOptions.ListKind;
import io.corridor.common.care.Contract.Method;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forecast, held against time that passes. */
class AssignmentForecastTest {

  private static final LocalDate TODAY = LocalDate.of(2025, 9, 14);
  private static final List<List<Method>> CONTRACTS =
      List.of(
          List.of(Method.PLURALITY_VISITS),
          List.of(Method.MOST_RECENT_VISIT),
          List.of(Method.MSSP),
          List.of(Method.WELLNESS, Method.PLURALITY_VISITS, Method.SPECIALIST_FALLBACK),
          List.of(Method.REACH_WEIGHTED),
          List.of(Method.HYBRID));

  private static AssignmentForecast forecast(Member member, Programs programs) {
    return AssignmentForecast.of(
            MemberHistory.of(member.rows),
            Network.of(List.of()),
            programs,
            ID,
            YearMonth.from(TODAY),
            15,
            TODAY.plusDays(1))
        .orElseThrow();
  }

  @Test
  void givenTheOnlyVisitRollsOut_thenTheForecastSaysWhenAndWhatKeepsTheMember() {
    Member member =
        Member.enrolled("2024-01-01")
            .with(ClaimOf.tin(T1).line("2024-12-03", N1, FAMILY, "99213", "90.00"))
            .with(ClaimOf.tin(T1).line("2025-01-03", N1, FAMILY, "99213", "90.00"))
            .with(ClaimOf.tin(T2).line("2025-03-03", N3, FAMILY, "99213", "90.00"));
    Outlook outlook = forecast(member, new Terms().programs()).outlook();
    assertThat(outlook.now())
        .isEqualTo(new Accountable(T1, N1, AssignedBy.of(Method.PLURALITY_VISITS)));
    Turn turn = outlook.turn().orElseThrow();
    assertThat(turn.on()).isEqualTo("2025-12-01");
    assertThat(turn.then())
        .isEqualTo(new Accountable(T2, N3, AssignedBy.of(Method.PLURALITY_VISITS)));
    assertThat(turn.keeps()).contains(new SmallestVisit(T1, 1, Money.ZERO));
  }

  @Test
  void givenChargesDecide_thenTheSmallestVisitHasAPrice() {
    Member member =
        Member.enrolled("2023-01-01")
            .with(ClaimOf.tin(T1).line("2025-05-03", N1, FAMILY, "99213", "40.00"))
            .with(ClaimOf.tin(T3).line("2025-03-03", N3, FAMILY, "99213", "90.00"));
    AssignmentForecast forecast = forecast(member, new Terms().methods(Method.MSSP).programs());
    assertThat(forecast.outlook().now()).isNull();
    assertThat(forecast.smallestVisit(T1, N1, YearMonth.of(2025, 9)))
        .contains(new SmallestVisit(T1, 1, Money.of("50.00")));
    assertThat(forecast.outlook().turn().orElseThrow().on()).isEqualTo("2026-03-01");
  }

  @Test
  void givenAFixedList_thenNoVisitDoesAnything() {
    Member member =
        Member.enrolled("2023-01-01")
            .with(ClaimOf.tin(T1).line("2024-05-03", N1, FAMILY, "99213", "40.00"));
    AssignmentForecast forecast =
        forecast(member, new Terms().list(ListKind.PROSPECTIVE, 0).programs());
    assertThat(forecast.smallestVisit(T2, N3, YearMonth.of(2025, 9))).isEmpty();
    assertThat(forecast.outlook().turn().orElseThrow().on()).isEqualTo("2026-01-01");
  }

  @Test
  void givenNoTermsToday_thenThereIsNoForecast() {
    Member member = Member.enrolled("2023-01-01");
    assertThat(
            AssignmentForecast.of(
                MemberHistory.of(member.rows),
                Network.of(List.of()),
                new Terms().years(2027, 2027).programs(),
                ID,
                YearMonth.from(TODAY),
                3,
                TODAY.plusDays(1)))
        .isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  @DisplayName("time passes: nothing changes before the turn, and on it comes who was foretold")
  void timePasses(long seed) {
    int turns = 0;
    for (List<Method> methods : CONTRACTS) {
      Member member = generated(new Random(seed));
      Programs programs =
          new Terms().methods(methods.toArray(Method[]::new)).years(2024, 2026).programs();
      Outlook outlook = forecast(member, programs).outlook();
      turns += outlook.turn().isPresent() ? 1 : 0;
      NavigableMap<YearMonth, Accountable> lived = new TreeMap<>();
      for (YearMonth month = YearMonth.of(2025, 9);
          !month.isAfter(YearMonth.of(2026, 12));
          month = month.plusMonths(1)) {
        Accountable held = derived(member, programs, month.atDay(1)).months().get(month);
        if (held != null) {
          lived.put(month, held);
        }
      }
      assertThat(lived.get(outlook.month())).isEqualTo(outlook.now());
      YearMonth turn = outlook.turn().map(then -> YearMonth.from(then.on())).orElse(null);
      for (YearMonth month = outlook.month();
          turn == null ? !month.isAfter(YearMonth.of(2026, 12)) : month.isBefore(turn);
          month = month.plusMonths(1)) {
        assertThat(place(lived.get(month))).isEqualTo(place(outlook.now()));
      }
      if (turn != null) {
        assertThat(lived.get(turn)).isEqualTo(outlook.turn().orElseThrow().then());
        assertThat(place(lived.get(turn))).isNotEqualTo(place(outlook.now()));
      }
    }
    assertThat(turns).isPositive();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23, 24, 25, 26})
  @DisplayName("the smallest visit, really made, wins; a day or a cent less does not")
  void smallestVisitIsSmallest(long seed) {
    int tried = 0;
    for (List<Method> methods : CONTRACTS.subList(0, 5)) {
      for (Tin tin : List.of(T1, T2)) {
        Programs programs =
            new Terms().methods(methods.toArray(Method[]::new)).years(2024, 2026).programs();
        YearMonth month = YearMonth.from(TODAY);
        Optional<SmallestVisit> visit =
            forecast(generated(new Random(seed)), programs)
                .smallestVisit(tin, clinician(tin), month);
        if (visit.isPresent()) {
          tried++;
          Member with = seen(generated(new Random(seed)), visit.get(), 0, 0);
          assertThat(winner(with, programs, month)).isEqualTo(tin);
          if (visit.get().allowed().cents() > 0) {
            Member cheaper = seen(generated(new Random(seed)), visit.get(), 0, 1);
            assertThat(winner(cheaper, programs, month)).isNotEqualTo(tin);
          }
          if (visit.get().days() > 1) {
            Member fewer = seen(generated(new Random(seed)), visit.get(), 1, 0);
            assertThat(winner(fewer, programs, month)).isNotEqualTo(tin);
          }
        }
      }
    }
    assertThat(tried).isPositive();
  }

  private static Npi clinician(Tin tin) {
    return tin.equals(T1) ? N1 : tin.equals(T2) ? N3 : N5;
  }

  /** Makes a visit, with so many days and cents less than it asks for. */
  private static Member seen(Member member, SmallestVisit visit, int lessDays, int lessCents) {
    for (int i = 0; i < visit.days() - lessDays; i++) {
      String day = TODAY.plusDays(i + 1L).toString();
      String dollars = visit.allowed().minus(Money.ofCents(lessCents)).dollars().toPlainString();
      // A price of zero is none, and the paid amount would stand for it: a zero shadow price is
      // not.
      member.with(
          ClaimOf.tin(visit.tin())
              .shadow(dollars)
              .line(day, clinician(visit.tin()), FAMILY, "G0439", dollars));
    }
    return member;
  }

  private static @org.jspecify.annotations.Nullable Tin winner(
      Member member, Programs programs, YearMonth month) {
    Accountable held = derived(member, programs, month.atEndOfMonth()).months().get(month);
    return held == null ? null : held.tin();
  }

  private static String place(@org.jspecify.annotations.Nullable Accountable held) {
    return held == null ? "nobody" : held.tin() + "|" + held.npi();
  }

  private static MemberAssignment derived(Member member, Programs programs, LocalDate day) {
    return MemberAssignment.derive(
        MemberHistory.of(member.rows),
        Network.of(List.of()),
        programs,
        ID,
        day,
        Scope.everything(),
        new MemberAssignment.Before(new TreeMap<>(), false),
        null);
  }

  private static Member generated(Random random) {
    Member member = Member.enrolled("2023-01-01");
    List<Tin> tins = List.of(T1, T2, T3);
    List<String> specialties = List.of(FAMILY, FAMILY, NURSE, CARDIOLOGY);
    List<String> codes = List.of("99213", "99214", "G0439", "99490");
    for (int i = 0; i < 12; i++) {
      Tin tin = tins.get(random.nextInt(3));
      member.with(
          ClaimOf.tin(tin)
              .line(
                  LocalDate.of(2023, 10, 1).plusDays(random.nextInt(700)).toString(),
                  clinician(tin),
                  specialties.get(random.nextInt(4)),
                  codes.get(random.nextInt(4)),
                  (20 + random.nextInt(90)) + ".00"));
    }
    return member;
  }
}
