package io.corridor.benchmark.spend;

import static io.corridor.benchmark.spend.Category.PROF_PRIMARY;
import static io.corridor.benchmark.spend.Category.PROF_SPECIALTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.corridor.benchmark.Claims;
import io.corridor.common.care.Claim;
import io.corridor.common.facts.MemoryRows;
import io.corridor.common.id.Npi;
import io.corridor.common.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which listed services are PROF_PRIMARY (domain.md 2.2 (13) with 1.1). */
@NullUnmarked
class PrimaryCareRowsTest {

  private final SpendFacts facts = new SpendFacts(new CategoryRules());
  private final MemoryRows rows = new MemoryRows();

  private void add(Claims claim) {
    rows.add(facts.of(claim.build()));
  }

  /** Allowed dollars of primary care in the month of a day, in the performance year of that day. */
  private Money primary(String day) {
    LocalDate date = LocalDate.parse(day);
    MonthSpend.Raw raw =
        MonthSpend.of(
                rows,
                YearMonth.from(date),
                new MonthSpend.PrimaryCare(date.getYear(), false, false),
                tin -> true)
            .byCategory()
            .get(Category.PROF_PRIMARY);
    return raw == null ? Money.ZERO : raw.allowed();
  }

  private static Claims visit(String id, String day, String code, String place) {
    return Claims.claim(id).on(day).clinician("08", null).line(code, null, place);
  }

  private static Claims stay(String id, String day, String bill) {
    return Claims.claim(id).on(day).admitted(day).bill(bill).at("F1").line(null, "0120", null);
  }

  @ParameterizedTest(name = "{0} on {1} at place {2}: {3}")
  @CsvSource({
    "99213,2025-03-10,11,true",
    "99213,2025-03-10,22,true",
    "99213,2025-03-10,21,false",
    "G0463,2025-03-10,22,false",
    "G0463,2021-03-10,22,false",
    "99441,2021-03-10,11,true",
    "99443,2023-05-31,11,true",
    "99441,2023-06-01,11,false",
    "99442,2025-03-10,11,false",
    "99441,2019-03-10,11,false",
    "G2012,2019-03-10,11,false",
    "G2012,2020-03-10,11,true",
    "G2012,2025-03-10,11,true",
    "99354,2020-03-10,11,false",
    "99349,2021-03-10,12,true",
    "99349,2021-03-10,13,false",
    "99349,2023-03-10,13,true",
    "99349,2018-03-10,13,true",
    "99309,2025-03-10,32,true",
    "99497,2025-03-10,11,true",
    "99490,2014-03-10,11,false",
    "99490,2025-03-10,11,true",
    "99213,2009-03-10,11,true",
    "80053,2025-03-10,11,false"
  })
  void oneLine(String code, String day, String place, boolean counts) {
    add(visit("c", day, code, place));
    assertThat(primary(day)).isEqualTo(counts ? Money.of("100.00") : Money.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"99354", "99355"})
  @DisplayName("a prolonged service counts beside a base service of its clinician that day")
  void prolongedService(String code) {
    String day = "2021-03-10";
    add(visit("add-on", day, code, "11"));
    add(visit("another day", "2021-03-11", "99213", "11"));
    add(visit("another practice", day, "99213", "11").tin("222222222"));
    assertThat(primary(day)).as("the other visits alone").isEqualTo(Money.of("200.00"));
    Claims base = visit("base", day, "99213", "11");
    add(base);
    assertThat(primary(day)).isEqualTo(Money.of("400.00"));
    rows.subtract(facts.of(base.build()));
    assertThat(primary(day)).as("a voided base takes it along").isEqualTo(Money.of("200.00"));
  }

  @Test
  @DisplayName("prolonged services were deleted for 2023: no base makes them primary care")
  void deletedCode() {
    add(visit("add-on", "2023-03-10", "99354", "11"));
    add(visit("base", "2023-03-10", "99213", "11"));
    assertThat(primary("2023-03-10")).isEqualTo(Money.of("100.00"));
  }

  @Test
  @DisplayName("a service that does not count is no base service")
  void baseThatDoesNotCount() {
    add(visit("add-on", "2020-03-10", "99354", "12"));
    add(visit("not at home", "2020-03-10", "99349", "13"));
    assertThat(primary("2020-03-10")).isEqualTo(Money.ZERO);
  }

  @Test
  @DisplayName("a nursing-facility visit does not count during a stay there, from 2019")
  void nursingFacility() {
    add(visit("visit", "2025-03-10", "99309", "32"));
    Claims stay = stay("stay", "2025-03-10", "211");
    add(stay);
    assertThat(primary("2025-03-10")).isEqualTo(Money.ZERO);
    rows.subtract(facts.of(stay.build()));
    assertThat(primary("2025-03-10")).isEqualTo(Money.of("100.00"));
    add(visit("early", "2018-03-10", "99309", "32"));
    add(stay("early stay", "2018-03-10", "211"));
    assertThat(primary("2018-03-10")).isEqualTo(Money.of("100.00"));
  }

  @Test
  @DisplayName("advance care planning does not count during a hospital stay, from 2021")
  void advanceCare() {
    add(visit("plan", "2025-03-10", "99497", "22"));
    add(stay("stay", "2025-03-10", "111"));
    assertThat(primary("2025-03-10")).isEqualTo(Money.ZERO);
    add(visit("early", "2020-03-10", "99497", "22"));
    add(stay("early stay", "2020-03-10", "111"));
    assertThat(primary("2020-03-10")).isEqualTo(Money.of("100.00"));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {3, 5, 7, 11})
  @DisplayName("L1, L4: order, duplicates that cancel and voids do not matter")
  void orderDoesNotMatter(long seed) {
    List<Claim> claims =
        new ArrayList<>(
            List.of(
                visit("a", "2021-03-10", "99354", "11").build(),
                visit("b", "2021-03-10", "99213", "11").build(),
                visit("c", "2021-03-10", "99309", "32").build(),
                stay("d", "2021-03-10", "211").build(),
                visit("e", "2021-03-12", "99497", "11").build(),
                stay("f", "2021-03-12", "111").build()));
    claims.forEach(claim -> rows.add(facts.of(claim)));
    MonthSpend.PrimaryCare asked = new MonthSpend.PrimaryCare(2021, false, false);
    Map<Category, MonthSpend.Raw> expected =
        MonthSpend.of(rows, YearMonth.of(2021, 3), asked, tin -> true).byCategory();
    Random random = new Random(seed);
    MemoryRows other = new MemoryRows();
    Collections.shuffle(claims, random);
    claims.forEach(claim -> other.add(facts.of(claim)).subtract(facts.of(claim)));
    assertThat(MonthSpend.of(other, YearMonth.of(2021, 3), asked, tin -> true).byCategory())
        .isEmpty();
    Collections.shuffle(claims, random);
    claims.forEach(claim -> other.add(facts.of(claim)));
    assertThat(MonthSpend.of(other, YearMonth.of(2021, 3), asked, tin -> true).byCategory())
        .isEqualTo(expected);
  }

  @Test
  @DisplayName(
      "a service that only a later year's list names is specialty care until then, by name")
  void clinicianOfALaterList() {
    rows.add(facts.of(visit("a", "2025-03-10", "G0556", "11").build(), new Npi("1000000011")));
    assertThat(costs(2025)).extracting(ClinicianCost::category).containsExactly(PROF_PRIMARY);
    assertThat(costs(2024))
        .extracting(
            ClinicianCost::category,
            ClinicianCost::specialty,
            cost -> Objects.requireNonNull(cost.referring()).value())
        .containsExactly(tuple(PROF_SPECIALTY, "08", "1000000011"));
  }

  @Test
  @DisplayName("professional care by clinician sums to both categories of it, whatever counts")
  void cliniciansSumToCategories() {
    rows.add(facts.of(visit("a", "2025-03-10", "99213", "11").build()));
    rows.add(facts.of(visit("b", "2025-03-10", "99214", "21").build()));
    rows.add(facts.of(visit("c", "2025-03-10", "99309", "32").build()));
    rows.add(facts.of(stay("d", "2025-03-10", "211").build()));
    rows.add(
        facts.of(
            Claims.claim("e").on("2025-03-11").clinician(null, null).paying("9", "9").build()));
    Map<Category, MonthSpend.Raw> spend =
        MonthSpend.of(
                rows,
                YearMonth.of(2025, 3),
                new MonthSpend.PrimaryCare(2025, false, false),
                tin -> true)
            .byCategory();
    for (Category category : List.of(PROF_PRIMARY, PROF_SPECIALTY)) {
      assertThat(
              costs(2025).stream()
                  .filter(cost -> cost.category() == category)
                  .map(ClinicianCost::allowed)
                  .reduce(Money.ZERO, Money::plus))
          .isEqualTo(spend.get(category).allowed());
    }
  }

  /** Professional care of March 2025 by the list of a performance year. */
  private List<ClinicianCost> costs(int performanceYear) {
    return ClinicianCost.of(
        rows, YearMonth.of(2025, 3), new MonthSpend.PrimaryCare(performanceYear, false, false));
  }
}
