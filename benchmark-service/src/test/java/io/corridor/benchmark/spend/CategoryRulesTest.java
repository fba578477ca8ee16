package io.corridor.benchmark.spend;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.benchmark.Claims;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One row of domain.md 2.2 a line: what a claim line is, and which category it falls into. */
@NullUnmarked
class CategoryRulesTest {

  private final CategoryRules rules = new CategoryRules();

  @ParameterizedTest(
      name = "{index}: {6} for type {0} bill {1} code {2} revenue {3} place {4} dx {5}")
  @DisplayName("domain.md 2.2: the first rule that matches wins")
  @CsvSource({
    "PROFESSIONAL,,T2025,,,,HCBS_WAIVER",
    "PROFESSIONAL,,T1019,,,F200,LTSS",
    "PROFESSIONAL,,S5130,,,,LTSS",
    "INSTITUTIONAL,651,,,,,LTSS",
    "INSTITUTIONAL,211,,0120,,,SNF",
    "INSTITUTIONAL,181,,,,,SNF",
    "PROFESSIONAL,,99308,,31,,SNF",
    "PROFESSIONAL,,99284,,23,,ED",
    "INSTITUTIONAL,131,,0450,,F329,ED",
    "INSTITUTIONAL,131,,0981,,,ED",
    "INSTITUTIONAL,111,,0450,,,INPATIENT",
    "INSTITUTIONAL,111,,0124,,I509,BH",
    "PROFESSIONAL,,99213,,11,F329,BH",
    "PROFESSIONAL,,99213,,11,F03,PROF_SPECIALTY",
    "PROFESSIONAL,,99213,,11,2967,BH",
    "PROFESSIONAL,,99213,,11,2900,PROF_SPECIALTY",
    "PROFESSIONAL,,90834,,11,,BH",
    "PROFESSIONAL,,H0015,,11,,BH",
    "INSTITUTIONAL,111,,0120,,I509,INPATIENT",
    "INSTITUTIONAL,121,,0300,,,INPATIENT",
    "PHARMACY,,,,,,PHARMACY",
    "PROFESSIONAL,,71046,,11,,RADIOLOGY",
    "INSTITUTIONAL,131,,0351,,,RADIOLOGY",
    "PROFESSIONAL,,80053,,11,,LAB",
    "INSTITUTIONAL,141,,0301,,,LAB",
    "PROFESSIONAL,,0001U,,11,,LAB",
    "INSTITUTIONAL,321,,0421,,,HOME_HEALTH",
    "PROFESSIONAL,,E0601,,12,,DME",
    "PROFESSIONAL,,A4253,,12,,DME",
    "INSTITUTIONAL,131,,0360,,,OUTPATIENT",
    "PROFESSIONAL,,99233,,21,,PROF_SPECIALTY"
  })
  void placesALine(
      String type,
      String bill,
      String code,
      String revenue,
      String place,
      String diagnosis,
      Category expected) {
    var claim =
        Claims.claim("c").type(type).bill(bill).principal(diagnosis).line(code, revenue, place);
    assertThat(rules.place(claim.build(), claim.build().lines().getFirst()).category())
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "specialty {0}, taxonomy {1}, place {2}: {3} {4}")
  @DisplayName("Primary care by the clinician's bucket waits for the terms and the other records")
  @CsvSource({
    "08,,11,PROF_SPECIALTY,PRIMARY_IF_IT_COUNTS",
    "50,,11,PROF_SPECIALTY,PRIMARY_IF_IT_COUNTS",
    "06,,11,PROF_SPECIALTY,NONE",
    ",207Q00000X,11,PROF_SPECIALTY,PRIMARY_IF_IT_COUNTS",
    ",207X00000X,11,PROF_SPECIALTY,NONE",
    ",,11,PROF_SPECIALTY,PRIMARY_IF_IT_COUNTS",
    "08,,21,PROF_SPECIALTY,NONE"
  })
  void knowsPrimaryCare(
      String specialty,
      String taxonomy,
      String place,
      Category expected,
      CategoryRules.Condition condition) {
    var claim = Claims.claim("c").clinician(specialty, taxonomy).line("99213", null, place);
    CategoryRules.Placed placed = rules.place(claim.build(), claim.build().lines().getFirst());
    assertThat(placed.category()).isEqualTo(expected);
    assertThat(placed.condition()).isEqualTo(condition);
  }
}
