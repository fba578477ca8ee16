package io.corridor.benchmark.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.care.Person;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RecaptureGapTest {

  private static final RiskAdjustment ADJUSTMENT = RiskAdjustment.load();
  private static final Person MAN = new Person(LocalDate.of(1950, 5, 5), false, null);

  private static DiagnosisHistory coded(String lastYear, String thisYear) {
    TreeMap<Integer, java.util.SortedSet<String>> byYear = new TreeMap<>();
    byYear.put(2025, codes(lastYear));
    byYear.put(2026, codes(thisYear));
    return new DiagnosisHistory(byYear);
  }

  private static TreeSet<String> codes(String text) {
    return new TreeSet<>(text.isEmpty() ? List.of() : Arrays.asList(text.split(" ")));
  }

  private static List<RecaptureGap> gaps(DiagnosisHistory history) {
    return ADJUSTMENT.recapture(MAN, SegmentFacts.USUAL, 2026, history);
  }

  @Test
  @DisplayName("The prospective score takes last year's codes, the emerging one this year's")
  void twoScores() {
    DiagnosisHistory history = coded("E119 I5032", "E119");
    PaymentScore prospective = ADJUSTMENT.prospective(MAN, SegmentFacts.USUAL, 2026, history);
    PaymentScore emerging = ADJUSTMENT.emerging(MAN, SegmentFacts.USUAL, 2026, history);
    assertThat(prospective.paymentYear()).isEqualTo(2026);
    assertThat(prospective.models().getFirst().raw().counted())
        .containsExactly(new Hcc(38), new Hcc(226));
    assertThat(emerging.paymentYear()).isEqualTo(2027);
    assertThat(emerging.models().getFirst().raw().counted()).containsExactly(new Hcc(38));
  }

  @Test
  @DisplayName(
      "A chronic condition of last year is missing until it is coded, worth its interaction")
  void aChronicConditionIsMissing() {
    assertThat(gaps(coded("E119 I5032", "E119")))
        .singleElement()
        .satisfies(gap -> {
          assertThat(gap.hcc()).isEqualTo(new Hcc(226));
          assertThat(gap.label()).startsWith("Heart Failure");
          assertThat(gap.lastCodes()).containsExactly("I5032");
          assertThat(gap.rawGain()).isEqualByComparingTo("0.472");
        });
    assertThat(gaps(coded("E119 I5032", "E119 I509"))).isEmpty();
  }

  @Test
  @DisplayName("An acute condition of last year is not expected again")
  void anAcuteConditionIsNotMissing() {
    assertThat(gaps(coded("A419", ""))).isEmpty();
    assertThat(
            ADJUSTMENT
                .prospective(MAN, SegmentFacts.USUAL, 2026, coded("A419", ""))
                .models()
                .getFirst()
                .raw()
                .counted())
        .containsExactly(new Hcc(2));
  }

  @Test
  @DisplayName("A severer form coded this year stands for last year's; a milder one does not")
  void hierarchies() {
    assertThat(gaps(coded("E119", "E1122"))).isEmpty();
    assertThat(gaps(coded("E1122", "E119")))
        .singleElement()
        .satisfies(gap -> {
          assertThat(gap.hcc()).isEqualTo(new Hcc(37));
          assertThat(gap.rawGain()).as("both forms weigh the same").isEqualByComparingTo("0");
        });
  }

  @Test
  @DisplayName("The gap that adds most comes first; a new enrollee's gaps add nothing")
  void mostFirst() {
    DiagnosisHistory history = coded("E119 I5032 C3490", "");
    assertThat(gaps(history))
        .extracting(RecaptureGap::hcc)
        .containsExactly(new Hcc(20), new Hcc(226), new Hcc(38));
    SegmentFacts recent =
        new SegmentFacts(
            SegmentFacts.OriginalReason.AGE,
            SegmentFacts.MedicaidBenefit.NONE,
            false,
            SegmentFacts.Enrollment.NEW);
    assertThat(ADJUSTMENT.recapture(MAN, recent, 2026, history))
        .hasSize(3)
        .allSatisfy(gap -> assertThat(gap.rawGain()).isEqualByComparingTo("0"));
  }

  @Test
  @DisplayName("In a year of two models both have their list")
  void bothModels() {
    TreeMap<Integer, java.util.SortedSet<String>> byYear = new TreeMap<>();
    byYear.put(2023, codes("E119"));
    assertThat(ADJUSTMENT.recapture(MAN, SegmentFacts.USUAL, 2024, new DiagnosisHistory(byYear)))
        .extracting(RecaptureGap::model, RecaptureGap::hcc)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(RiskModel.V24, new Hcc(19)),
            org.assertj.core.groups.Tuple.tuple(RiskModel.V28, new Hcc(38)));
  }
}
