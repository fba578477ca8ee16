package io.corridor.benchmark.spend;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.benchmark.Claims;
import io.corridor.common.care.Claim;
import io.corridor.common.facts.MemoryRows;
import io.corridor.common.money.Money;
import java.time.YearMonth;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@NullUnmarked
class MonthSpendTest {

  private final SpendFacts facts = new SpendFacts(new CategoryRules());
  private final MemoryRows rows = new MemoryRows();

  private MonthSpend march() {
    return march(new MonthSpend.PrimaryCare(2025, false, false));
  }

  private MonthSpend march(MonthSpend.PrimaryCare primary) {
    return MonthSpend.of(rows, YearMonth.of(2025, 3), primary, tin -> true);
  }

  @Test
  @DisplayName("domain.md 1.1: well-child codes are primary care outside Medicare only")
  void contractSaysWhatPrimaryCareIs() {
    add(Claims.claim("child").clinician("08", null).line("99392", null, "11"));
    add(Claims.claim("unknown").line("99213", null, "11"));
    add(Claims.claim("both").line("99392", null, "11"));
    assertThat(march(new MonthSpend.PrimaryCare(2025, false, false)).byCategory())
        .containsOnlyKeys(Category.PROF_SPECIALTY);
    assertThat(march(new MonthSpend.PrimaryCare(2025, true, false)).byCategory())
        .containsEntry(Category.PROF_PRIMARY, raw("100.00", "80.00"))
        .containsEntry(Category.PROF_SPECIALTY, raw("200.00", "160.00"));
    assertThat(march(new MonthSpend.PrimaryCare(2025, false, true)).byCategory())
        .containsEntry(Category.PROF_PRIMARY, raw("100.00", "80.00"));
    assertThat(march(new MonthSpend.PrimaryCare(2025, true, true)).byCategory())
        .containsOnlyKeys(Category.PROF_PRIMARY);
  }

  private static MonthSpend.Raw raw(String allowed, String paid) {
    return new MonthSpend.Raw(Money.of(allowed), Money.of(paid));
  }

  private void add(Claims claim) {
    rows.add(facts.of(claim.build()));
  }

  @Test
  @DisplayName(
      "domain.md 2.2 (4): an emergency visit on the day before admission is part of the stay")
  void emergencyVisitRollsIntoAStayAtTheSameFacility() {
    add(Claims.claim("ed").on("2025-03-09").bill("131").at("F1").line(null, "0450", null));
    assertThat(march().byCategory()).containsOnlyKeys(Category.ED);
    Claims stay = Claims.claim("stay").on("2025-03-10").admitted("2025-03-10").bill("111").at("F1");
    add(stay.line(null, "0120", null));
    assertThat(march().byCategory()).containsOnlyKeys(Category.INPATIENT);
    rows.subtract(facts.of(stay.build()));
    assertThat(march().byCategory())
        .as("a voided stay gives it back")
        .containsOnlyKeys(Category.ED);
  }

  @Test
  void emergencyVisitElsewhereOrTwoDaysBeforeStaysEmergency() {
    add(Claims.claim("a").on("2025-03-08").bill("131").at("F1").line(null, "0450", null));
    add(Claims.claim("b").on("2025-03-09").bill("131").at("F2").line(null, "0450", null));
    add(Claims.claim("c").on("2025-03-09").line("99284", null, "23"));
    add(
        Claims.claim("stay")
            .on("2025-03-10")
            .admitted("2025-03-10")
            .bill("111")
            .at("F1")
            .line(null, "0120", null));
    assertThat(march().byCategory().get(Category.ED)).isEqualTo(raw("300.00", "240.00"));
  }

  @Test
  @DisplayName("domain.md 2.1: a stay belongs whole to the month of its admission")
  void stayCountsInItsAdmissionMonth() {
    add(
        Claims.claim("stay")
            .on("2025-04-02")
            .admitted("2025-03-30")
            .bill("111")
            .at("F1")
            .line(null, "0120", null));
    assertThat(march().byCategory()).containsOnlyKeys(Category.INPATIENT);
  }

  @Test
  void deniedLinesAndUnpaidClaimsCostNothing() {
    add(Claims.claim("denied").line("99213", null, "11", "100.00", "0.00", null, true));
    add(Claims.claim("refused").status(Claim.Status.DENIED).paying("100.00", "80.00"));
    add(Claims.claim("reversed").status(Claim.Status.REVERSED).paying("100.00", "80.00"));
    add(Claims.claim("pended").status(Claim.Status.PENDED).paying("100.00", "80.00"));
    assertThat(march().byCategory()).isEmpty();
  }

  @Test
  @DisplayName("decisions 23: an encounter costs its shadow price; one without a price is counted")
  void encounterCostsItsShadowPrice() {
    add(
        Claims.claim("priced")
            .kind(Claim.PaymentKind.ENCOUNTER)
            .line("99213", null, "11", "0.00", "0.00", "70.00", false));
    add(
        Claims.claim("unpriced")
            .kind(Claim.PaymentKind.CAPITATED)
            .line("99213", null, "11", "0.00", "0.00", null, false));
    assertThat(march().byCategory().get(Category.PROF_SPECIALTY)).isEqualTo(raw("70.00", "70.00"));
    assertThat(march().unpricedLines()).isEqualTo(1);
  }

  @Test
  void missingOrZeroAllowedIsThePaidAmount() {
    add(Claims.claim("a").line("99213", null, "11", null, "80.00", null, false));
    add(Claims.claim("b").line("99213", null, "11", "0.00", "20.00", null, false));
    assertThat(march().byCategory().get(Category.PROF_SPECIALTY))
        .isEqualTo(raw("100.00", "100.00"));
  }

  @Test
  void recoveryIsNegativeCost() {
    add(Claims.claim("a").paying("100.00", "80.00"));
    add(Claims.claim("b").paying("-30.00", "-25.00"));
    assertThat(march().byCategory().get(Category.PROF_SPECIALTY)).isEqualTo(raw("70.00", "55.00"));
    assertThat(march().insidePaid()).isEqualTo(Money.of("55.00"));
  }

  private static Claims emergency(String id, String day, String facility) {
    return Claims.claim(id).on(day).bill("131").at(facility).line(null, "0450", null);
  }

  private static Claims stay(String id, String day, String facility) {
    return Claims.claim(id).on(day).admitted(day).bill("111").at(facility).line(null, "0120", null);
  }

  @Test
  @DisplayName("admissions and emergency visits are counted by day and facility, not by claim")
  void cases() {
    add(stay("a", "2025-03-10", "F1"));
    add(stay("interim bill", "2025-03-10", "F1"));
    add(stay("b", "2025-03-20", "F1"));
    add(stay("of april", "2025-04-01", "F1"));
    add(emergency("visit", "2025-03-05", "F1"));
    add(emergency("its second claim", "2025-03-05", "F1"));
    add(Claims.claim("its clinician").on("2025-03-05").line("99284", null, "23"));
    add(emergency("elsewhere", "2025-03-05", "F2"));
    add(Claims.claim("clinician alone").on("2025-03-07").line("99284", null, "23"));
    add(emergency("ended in a stay", "2025-03-20", "F1"));
    add(Claims.claim("clinician of it").on("2025-03-20").line("99284", null, "23"));
    assertThat(march().cases())
        .containsEntry(Category.INPATIENT, 2L)
        .containsEntry(Category.ED, 3L);
  }

  @Test
  @DisplayName("L4: a voided stay is no case and gives its emergency visit back")
  void voidedCases() {
    add(emergency("visit", "2025-03-10", "F1"));
    Claims voided = stay("a", "2025-03-10", "F1");
    add(voided);
    assertThat(march().cases())
        .containsEntry(Category.INPATIENT, 1L)
        .containsEntry(Category.ED, 0L);
    rows.subtract(facts.of(voided.build()));
    assertThat(march().cases())
        .containsEntry(Category.INPATIENT, 0L)
        .containsEntry(Category.ED, 1L);
  }
}
