package io.corridor.benchmark.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.benchmark.Claims;
import io.corridor.common.care.Claim;
import io.corridor.common.care.Person;
import io.corridor.common.facts.MemoryRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisFactsTest {

  private static final DiagnosisFacts FACTS = new DiagnosisFacts();
  private static final RiskAdjustment ADJUSTMENT = RiskAdjustment.load();
  private static final Person WOMAN = new Person(LocalDate.of(1952, 6, 15), true, null);

  private static Claims visit(String id, String day, String diagnosis) {
    return Claims.claim(id).on(day).principal(diagnosis).line("99213", null, "11");
  }

  private static DiagnosisHistory history(Iterable<Claim> claims) {
    MemoryRows rows = new MemoryRows();
    claims.forEach(claim -> rows.add(FACTS.of(claim)));
    return DiagnosisHistory.of(rows, 2024, 2026);
  }

  @ParameterizedTest(name = "bill {0}, service {1}: {2}")
  @DisplayName(
      "Clinicians and hospitals state diagnoses; laboratories and nursing facilities do not")
  @CsvSource({
    ",    99213, true",
    ",    80053, false",
    ",    71046, false",
    ",    E0601, false",
    "111, ,      true",
    "131, 99213, true",
    "131, 80053, false",
    "771, 99213, true",
    "211, 99213, false",
    "322, 99213, false",
  })
  void eligibleSources(String bill, String service, boolean counts) {
    Claim claim =
        Claims.claim("C1")
            .bill(bill)
            .on("2025-03-10")
            .principal("E119")
            .line(service, null, "11")
            .build();
    assertThat(FACTS.of(claim)).hasSize(counts ? 1 : 0);
  }

  @Test
  void aDeniedLineOrAClaimNotPaidStatesNothing() {
    Claim denied =
        Claims.claim("C1")
            .principal("E119")
            .line("99213", null, "11", "100.00", "0.00", null, true)
            .build();
    assertThat(FACTS.of(denied)).isEmpty();
    assertThat(FACTS.of(visit("C2", "2025-03-10", "E119").status(Claim.Status.REVERSED).build()))
        .isEmpty();
    assertThat(FACTS.of(visit("C3", "2025-03-10", "E119").status(Claim.Status.PENDED).build()))
        .isEmpty();
  }

  @Test
  @DisplayName("E85.81 is light chain amyloidosis; E858.1 of ICD-9-CM was an accidental poisoning")
  void codesOfTheOlderSystemStateNothing() {
    assertThat(FACTS.of(visit("C1", "2015-09-30", "E8581").build())).isEmpty();
    assertThat(FACTS.of(visit("C1", "2015-10-01", "E8581").build()))
        .singleElement()
        .satisfies(fact -> assertThat(fact.row()).isEqualTo("dx|2015|E8581"));
  }

  @Test
  @DisplayName("A code counts while one claim states it")
  void aCodeStaysUntilItsLastClaimIsTakenBack() {
    Claim first = visit("C1", "2025-03-10", "E119").build();
    Claim second = visit("C2", "2025-05-10", "E119").build();
    MemoryRows rows = new MemoryRows().add(FACTS.of(first)).add(FACTS.of(second));
    rows.subtract(FACTS.of(first));
    assertThat(DiagnosisHistory.of(rows, 2024, 2026).codes(2025)).containsExactly("E119");
    rows.subtract(FACTS.of(second));
    assertThat(DiagnosisHistory.of(rows, 2024, 2026).byYear()).isEmpty();
  }

  @Test
  @DisplayName("Only the years asked for are read; a row says which year it touches")
  void years() {
    MemoryRows rows =
        new MemoryRows()
            .add(FACTS.of(visit("C1", "2023-03-10", "I10").build()))
            .add(FACTS.of(visit("C2", "2024-12-31", "E119").build()))
            .add(FACTS.of(visit("C3", "2025-01-01", "J449").build()));
    assertThat(DiagnosisHistory.of(rows, 2024, 2024).byYear()).containsOnlyKeys(2024);
    assertThat(DiagnosisHistory.of(rows, 2024, 2025).codes(2025)).containsExactly("J449");
    assertThat(DiagnosisFacts.year("dx|2025|J449")).hasValue(2025);
    assertThat(DiagnosisFacts.year("cost|2025-01|05|-")).isEmpty();
  }

  @RepeatedTest(20)
  @DisplayName("The score depends on the claims that stand, not on what came and went before")
  void theScoreForgets(RepetitionInfo info) {
    long seed = 20260000L + info.getCurrentRepetition();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<String> codes = List.of("E119", "E1122", "I5032", "J449", "N1831", "C3490", "F200", "I10");
    List<Claim> standing = new ArrayList<>();
    List<Claim> voided = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String day = "2025-%02d-15".formatted(1 + random.nextInt(12));
      Claim claim = visit("C" + i, day, codes.get(random.nextInt(codes.size()))).build();
      (random.nextBoolean() ? standing : voided).add(claim);
    }
    MemoryRows rows = new MemoryRows();
    List<Claim> arriving = new ArrayList<>(standing);
    arriving.addAll(voided);
    Collections.shuffle(arriving, random);
    arriving.forEach(claim -> rows.add(FACTS.of(claim)));
    voided.forEach(claim -> rows.subtract(FACTS.of(claim)));
    assertThat(
            ADJUSTMENT.prospective(
                WOMAN, SegmentFacts.USUAL, 2026, DiagnosisHistory.of(rows, 2024, 2026)))
        .isEqualTo(ADJUSTMENT.prospective(WOMAN, SegmentFacts.USUAL, 2026, history(standing)));
  }
}
