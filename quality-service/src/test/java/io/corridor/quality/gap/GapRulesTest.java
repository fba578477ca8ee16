package io.corridor.quality.gap;

import static io.corridor.quality.measure.Member.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.care.Claim;
import io.corridor.common.care.Enrollment;
import io.corridor.common.care.Person;
import io.corridor.quality.measure.BreastCancerScreening;
import io.corridor.quality.measure.Member;
import io.corridor.quality.measure.Period;
import io.corridor.quality.measure.Screening;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gap states from data (domain.md 3.2 to 3.4). */
class GapRulesTest {

  private static final Screening BREAST =
      Screening.ALL.stream()
          .filter(m -> m.id().equals(BreastCancerScreening.ID))
          .findFirst()
          .orElseThrow();
  private static final Screening COLON =
      Screening.ALL.stream().filter(m -> m.id().equals("Q02")).findFirst().orElseThrow();

  private static Period year(int year) {
    return new Period(year, day(year + "-01-01"), day((year + 1) + "-01-01"));
  }

  private static GapRules rules(Member member, String businessDate) {
    return new GapRules(
        member.record(),
        member.record().person(PAYER).orElseThrow(),
        member.record().coverage(PAYER, "MEDICARE"),
        day(businessDate));
  }

  private static Optional<Gap> breast(Member member, int year, String businessDate) {
    return rules(member, businessDate).running(BREAST, year(year));
  }

  private static GapState colon(Member member, int year) {
    return rules(member, year + "-06-15").running(COLON, year(year)).orElseThrow().state();
  }

  @Test
  @DisplayName("domain.md 3.4: closed at creation, reopened by the reversal, prospective, open")
  void workedGap() {
    Member member = Member.woman("1973-04-10", "2020-01-01").with(service("2023-11-15", "77067"));
    Gap closed = breast(member, 2025, "2025-01-01").orElseThrow();
    assertThat(closed.state()).isEqualTo(GapState.CLOSED);
    assertThat(Objects.requireNonNull(closed.evidence()).on()).isEqualTo(day("2023-11-15"));
    assertThat(closed.openedOn()).isEqualTo(day("2025-01-01"));
    assertThat(closed.dueBy()).isEqualTo(day("2025-12-31"));
    assertThat(closed.nextDueOn()).isEqualTo(day("2026-01-01"));

    member.without(service("2023-11-15", "77067")).with(reversed("2023-11-15", "77067"));
    Gap reopened = breast(member, 2025, "2025-05-02").orElseThrow();
    assertThat(reopened.state()).isEqualTo(GapState.REOPENED);
    assertThat(reopened.reason()).isEqualTo("EVIDENCE_REVERSED");

    member.with(service("2024-02-01", "77067"));
    assertThat(breast(member, 2025, "2025-05-20").orElseThrow().state()).isEqualTo(GapState.CLOSED);
    assertThat(rules(member, "2025-09-30").prospective(BREAST, year(2025), year(2026))).isEmpty();
    Gap prospective =
        rules(member, "2025-10-01").prospective(BREAST, year(2025), year(2026)).orElseThrow();
    assertThat(prospective.state()).isEqualTo(GapState.PROSPECTIVE);
    assertThat(prospective.reason()).isEqualTo("EVIDENCE_EXPIRES");
    assertThat(prospective.year()).isEqualTo(2026);
    assertThat(prospective.nextDueOn()).isEqualTo(day("2026-01-01"));
    assertThat(breast(member, 2026, "2026-01-01").orElseThrow().state()).isEqualTo(GapState.OPEN);
  }

  @ParameterizedTest(name = "born {0}: asked in 2025 {1}")
  @CsvSource({
    "1973-12-31, true",
    "1974-01-01, false",
    "1950-12-31, false",
    "1951-01-01, true",
  })
  void agesAtTheEndOfThePeriod(String born, boolean asked) {
    assertThat(breast(Member.woman(born, "2020-01-01"), 2025, "2025-03-01").isPresent())
        .isEqualTo(asked);
  }

  @Test
  void bornOn29February_turnsOn1March_andMenAreNotAsked() {
    Member leap = Member.woman("1972-02-29", "2020-01-01");
    Period untilFebruary = new Period(2023, day("2023-03-01"), day("2024-02-29"));
    assertThat(rules(leap, "2023-06-01").running(BREAST, untilFebruary)).isEmpty();
    Period untilMarch = new Period(2023, day("2023-03-02"), day("2024-03-02"));
    assertThat(rules(leap, "2023-06-01").running(BREAST, untilMarch)).isPresent();
    Member man =
        new Member()
            .with(new Enrollment.Known(new Person(day("1960-01-01"), false, null)))
            .with(covered("2020-01-01", null));
    assertThat(breast(man, 2025, "2025-03-01")).isEmpty();
    assertThat(rules(man, "2025-03-01").running(COLON, year(2025))).isPresent();
  }

  @Test
  void lookBackOfTheMammogram_from1OctoberTwoYearsBefore_toTheLastDay() {
    Member early = Member.woman("1960-01-01", "2020-01-01").with(service("2023-09-30", "77067"));
    assertThat(breast(early, 2025, "2025-03-01").orElseThrow().state()).isEqualTo(GapState.OPEN);
    Member first = Member.woman("1960-01-01", "2020-01-01").with(service("2023-10-01", "G0202"));
    assertThat(breast(first, 2025, "2025-03-01").orElseThrow().state()).isEqualTo(GapState.CLOSED);
    Member after = Member.woman("1960-01-01", "2020-01-01").with(service("2026-01-01", "77067"));
    assertThat(breast(after, 2025, "2026-02-01").orElseThrow().state()).isEqualTo(GapState.EXPIRED);
    Member legacy = Member.woman("1940-01-01", "2005-01-01").with(service("2008-05-05", "77057"));
    assertThat(breast(legacy, 2009, "2009-03-01").orElseThrow().state()).isEqualTo(GapState.CLOSED);
  }

  @Test
  void unmetAtTheEnd_expires_andALateClaimOfThatYearClosesIt() {
    Member member = Member.woman("1960-01-01", "2020-01-01");
    assertThat(breast(member, 2025, "2025-12-31").orElseThrow().state()).isEqualTo(GapState.OPEN);
    assertThat(breast(member, 2025, "2026-01-01").orElseThrow().state())
        .isEqualTo(GapState.EXPIRED);
    member.with(service("2025-11-11", "77067"));
    assertThat(breast(member, 2025, "2026-02-01").orElseThrow().state()).isEqualTo(GapState.CLOSED);
  }

  @Test
  void turning52NextYear_isProspectiveFromOctober() {
    Member member = Member.woman("1974-06-01", "2020-01-01");
    Gap gap = rules(member, "2025-10-01").prospective(BREAST, year(2025), year(2026)).orElseThrow();
    assertThat(gap.reason()).isEqualTo("ENTERS_DENOMINATOR");
    assertThat(gap.openedOn()).isEqualTo(day("2026-01-01"));
    member.with(service("2025-05-05", "77067"));
    assertThat(rules(member, "2025-10-01").prospective(BREAST, year(2025), year(2026))).isEmpty();
  }

  @Test
  void openNow_isNotShownTwiceAsProspective() {
    Member member = Member.woman("1960-01-01", "2020-01-01");
    assertThat(rules(member, "2025-11-01").prospective(BREAST, year(2025), year(2026))).isEmpty();
  }

  @Test
  void mastectomy_excludesWhenBothSides() {
    assertExcluded(diagnosed("2010-01-01", "Z9013"));
    assertExcluded(procedure("2010-01-01", "0HTV0ZZ"));
    assertExcluded(service("2010-01-01", "19303", "50"));
    assertExcluded(service("2010-01-01", "19303", "LT"), service("2012-01-01", "19307", "RT"));
    assertExcluded(procedure("2010-01-01", "8542"));
    assertExcluded(procedure("2010-01-01", "8541"), procedure("2011-01-01", "8543"));
    assertOpen(service("2010-01-01", "19303", "LT"));
    assertOpen(service("2010-01-01", "19303"));
    assertOpen(procedure("2010-01-01", "8541"));
    assertOpen(diagnosed("2010-01-01", "Z9012"));
    assertOpen(diagnosed("2026-01-01", "Z9013"));
  }

  private static void assertExcluded(Claim... claims) {
    Gap gap = breast(woman(claims), 2025, "2025-03-01").orElseThrow();
    assertThat(gap.state()).isEqualTo(GapState.EXCLUDED);
    assertThat(gap.reason()).isEqualTo("BILATERAL_MASTECTOMY");
  }

  private static void assertOpen(Claim... claims) {
    assertThat(breast(woman(claims), 2025, "2025-03-01").orElseThrow().state())
        .isEqualTo(GapState.OPEN);
  }

  private static Member woman(Claim... claims) {
    Member member = Member.woman("1960-01-01", "2005-01-01");
    for (Claim claim : claims) {
      member.with(claim);
    }
    return member;
  }

  @Test
  void hospicePalliativeCareAndDeathInThePeriod_exclude() {
    assertThat(
            breast(woman(service("2025-02-01", "G9473")), 2025, "2025-03-01")
                .orElseThrow()
                .reason())
        .isEqualTo("HOSPICE");
    assertThat(
            breast(woman(facility("2025-02-01", "811", "H", "0651", "")), 2025, "2025-03-01")
                .orElseThrow()
                .reason())
        .isEqualTo("HOSPICE");
    assertThat(
            breast(woman(service("2024-12-31", "G9473")), 2025, "2025-03-01").orElseThrow().state())
        .isEqualTo(GapState.OPEN);
    assertThat(
            breast(woman(diagnosed("2025-02-01", "Z515")), 2025, "2025-03-01")
                .orElseThrow()
                .reason())
        .isEqualTo("PALLIATIVE_CARE");
    Member died =
        new Member()
            .with(new Enrollment.Known(new Person(day("1960-01-01"), true, day("2025-02-02"))))
            .with(covered("2020-01-01", null));
    assertThat(breast(died, 2025, "2025-03-01").orElseThrow().reason()).isEqualTo("DEATH");
  }

  @ParameterizedTest(name = "{0} on {1} in 2025: {2}")
  @CsvSource({
    "82274, 2025-02-01, CLOSED", "82274, 2024-12-31, OPEN",
    "81528, 2023-01-01, CLOSED", "81528, 2022-12-31, OPEN",
    "45330, 2021-01-01, CLOSED", "45330, 2020-12-31, OPEN",
    "74263, 2021-01-01, CLOSED", "74263, 2020-12-31, OPEN",
    "45378, 2016-01-01, CLOSED", "45378, 2015-12-31, OPEN",
    "G0121, 2016-01-01, CLOSED", "44150, 2010-01-01, EXCLUDED",
  })
  void lookBacksOfColorectalScreening(String code, String on, GapState expected) {
    assertThat(colon(woman(service(on, code)), 2025)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "C182, EXCLUDED", "C19, EXCLUDED", "C20, EXCLUDED", "C210, OPEN", "Z85038, EXCLUDED",
    "1539, EXCLUDED", "1540, EXCLUDED", "1542, OPEN", "V1005, EXCLUDED", "0DTE4ZZ, OPEN",
  })
  void colorectalCancerByDiagnosis(String diagnosis, GapState expected) {
    assertThat(colon(woman(diagnosed("2010-01-01", diagnosis)), 2025)).isEqualTo(expected);
  }

  @Test
  void totalColectomyByProcedure_excludes() {
    assertThat(colon(woman(procedure("2010-01-01", "0DTE4ZZ")), 2025)).isEqualTo(GapState.EXCLUDED);
    assertThat(colon(woman(procedure("2008-01-01", "4581")), 2025)).isEqualTo(GapState.EXCLUDED);
  }

  @Test
  void nextDue_isTheFirstPeriodInWhichNothingCountsAnyMore() {
    Member member = woman(service("2020-05-05", "45378"), service("2025-02-02", "82274"));
    Gap gap = rules(member, "2025-06-01").running(COLON, year(2025)).orElseThrow();
    assertThat(Objects.requireNonNull(gap.evidence()).code()).isEqualTo("82274");
    assertThat(gap.nextDueOn()).isEqualTo(day("2030-01-01"));
  }

  @Test
  void notContinuouslyCovered_isNotAsked() {
    Member member =
        new Member()
            .with(new Enrollment.Known(new Person(day("1960-01-01"), true, null)))
            .with(covered("2025-03-01", null));
    assertThat(breast(member, 2025, "2025-06-01")).isEmpty();
    assertThat(breast(member, 2026, "2026-06-01")).isPresent();
  }

  @Test
  void deniedOrPharmacyClaim_saysNothing() {
    Member member = Member.woman("1960-01-01", "2020-01-01");
    Claim mammogram = service("2025-02-01", "77067");
    member.with(
        new Claim(
            mammogram.payer(),
            mammogram.claimId(),
            Claim.Status.DENIED,
            mammogram.type(),
            mammogram.paymentKind(),
            mammogram.from(),
            mammogram.through(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            mammogram.diagnoses(),
            mammogram.procedures(),
            mammogram.receivedAt(),
            mammogram.lines()));
    assertThat(breast(member, 2025, "2025-03-01").orElseThrow().state()).isEqualTo(GapState.OPEN);
  }
}
