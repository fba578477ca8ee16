package io.corridor.benchmark.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.benchmark.risk.SegmentFacts.Enrollment;
import io.corridor.benchmark.risk.SegmentFacts.MedicaidBenefit;
import io.corridor.benchmark.risk.SegmentFacts.OriginalReason;
import io.corridor.common.care.Person;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RiskYearTest {

  private static final RiskAdjustment ADJUSTMENT = RiskAdjustment.load();
  private static final Person WOMAN = new Person(LocalDate.of(1950, 5, 5), true, null);
  private static final DiagnosisHistory NOTHING = new DiagnosisHistory(new TreeMap<>());

  @Test
  @DisplayName("Medicaid from July on: the segment changes in July, the mean is by member months")
  void segmentByMonth() {
    TreeMap<YearMonth, SegmentFacts> facts = new TreeMap<>();
    SegmentFacts dual =
        new SegmentFacts(OriginalReason.AGE, MedicaidBenefit.FULL, false, Enrollment.CONTINUING);
    for (int month = 1; month <= 9; month++) {
      facts.put(YearMonth.of(2026, month), month < 7 ? SegmentFacts.USUAL : dual);
    }
    RiskYear year = RiskYear.of(ADJUSTMENT, WOMAN, 2026, facts, NOTHING);
    assertThat(year.months().values().stream().map(score -> score.normalized().toString()))
        // 0.465 and 0.596 over 1.067
        .containsExactly(
            "0.436", "0.436", "0.436", "0.436", "0.436", "0.436", "0.559", "0.559", "0.559");
    assertThat(year.mean(PaymentScore::normalized).sixDigitsHalfUp())
        .as("(6 x 0.436 + 3 x 0.559) / 9")
        .isEqualByComparingTo("0.477000");
  }

  @Test
  void aMonthOfAnotherYearAndAYearWithoutMonthsAreRefused() {
    TreeMap<YearMonth, SegmentFacts> facts = new TreeMap<>();
    assertThatThrownBy(() ->
            RiskYear.of(ADJUSTMENT, WOMAN, 2026, facts, NOTHING).mean(PaymentScore::normalized))
        .isInstanceOf(IllegalStateException.class);
    facts.put(YearMonth.of(2025, 12), SegmentFacts.USUAL);
    assertThatThrownBy(() -> RiskYear.of(ADJUSTMENT, WOMAN, 2026, facts, NOTHING))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
