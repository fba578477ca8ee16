package io.corridor.benchmark.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.care.Person;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentScoreTest {

  private static final RiskAdjustment ADJUSTMENT = RiskAdjustment.load();
  private static final Person WOMAN = new Person(LocalDate.of(1952, 6, 15), true, null);
  private static final List<String> CODES = List.of("E1122", "N1831", "I5032", "J449");

  private static TableRow year(String year, String model, String weight) {
    return new TableRow(
        "payment_years",
        Map.of(
            "payment_year",
            year,
            "model",
            model,
            "weight",
            weight,
            "normalization",
            "1.1",
            "coding_intensity",
            "0.059",
            "citation",
            "a test"));
  }

  @Test
  @DisplayName(
      "domain.md 2.8: raw 1.733, normalized 1.658, coding adjusted 1.560 under V28 in 2025")
  void workedExample() {
    AdjustedScore score =
        ADJUSTMENT.score(WOMAN, SegmentFacts.USUAL, 2025, CODES).models().getLast();
    assertThat(score.raw().model()).isEqualTo(RiskModel.V28);
    assertThat(score.raw().demographicPart()).isEqualByComparingTo("0.395");
    assertThat(score.raw().diseasePart()).isEqualByComparingTo("1.338");
    assertThat(score.raw().raw()).isEqualByComparingTo("1.733");
    assertThat(score.normalized()).hasToString("1.658");
    assertThat(score.codingAdjusted()).hasToString("1.560");
  }

  @Test
  @DisplayName("E11.9 beside E11.22: condition 38 is dropped by 37")
  void theMilderFormIsDropped() {
    ModelScore score =
        ADJUSTMENT
            .model(RiskModel.V28)
            .score(WOMAN, SegmentFacts.USUAL, 2025, List.of("E119", "E1122"));
    assertThat(score.coded()).containsOnlyKeys(new Hcc(37), new Hcc(38));
    assertThat(score.dropped()).containsExactly(new DroppedCondition(new Hcc(38), new Hcc(37)));
    assertThat(score.counted()).containsExactly(new Hcc(37));
  }

  @ParameterizedTest(name = "{0}: {1} models, normalized {2}, coding adjusted {3}")
  @DisplayName("The blend of a year: 1.614 and 1.658 in 2025 are 0.33 and 0.67 of the score")
  @CsvSource({
    // V24 1.861: 2023 1.651 1.554; 2024 age 71: 1.624 1.528; 2025 1.614 1.519
    // V28 1.733: 2024 1.707 1.606; 2025 1.658 1.560; 2026 1.624 1.528
    "2023, 1, 1.651, 1.554",
    "2024, 2, 1.651, 1.554",
    "2025, 2, 1.643, 1.546",
    "2026, 1, 1.624, 1.528",
  })
  void blend(int year, int models, String normalized, String codingAdjusted) {
    PaymentScore score = ADJUSTMENT.score(WOMAN, SegmentFacts.USUAL, year, CODES);
    assertThat(score.models()).hasSize(models);
    assertThat(score.normalized()).hasToString(normalized);
    assertThat(score.codingAdjusted()).hasToString(codingAdjusted);
  }

  @Test
  void yearsOutsideTheAnnouncementsUseTheNearestAndSayWhich() {
    PaymentYears years = PaymentYears.load();
    assertThat(years.in(2010))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.paymentYear()).isEqualTo(2020);
          assertThat(row.model()).isEqualTo(RiskModel.V24);
        });
    assertThat(years.in(2031))
        .singleElement()
        .satisfies(row -> assertThat(row.paymentYear()).isEqualTo(2027));
  }

  @Test
  void aYearIsRefusedWhenAnotherIsMissingOrItsWeightsDoNotSumToOne() {
    assertThatThrownBy(
            () -> PaymentYears.of(List.of(year("2024", "V24", "1"), year("2026", "V28", "1"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("2025 is missing");
    assertThatThrownBy(
            () -> PaymentYears.of(List.of(year("2024", "V24", "0.67"), year("2024", "V28", "0.3"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("do not sum to 1");
    assertThatThrownBy(
            () -> PaymentYears.of(List.of(year("2024", "V24", "0.5"), year("2024", "V24", "0.5"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> PaymentYears.of(List.of())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aScoreHasThreeDecimals() {
    assertThat(RiskScore.roundHalfUp(new BigDecimal("1.0005"))).hasToString("1.001");
    assertThatThrownBy(() -> new RiskScore(new BigDecimal("1.0005")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
