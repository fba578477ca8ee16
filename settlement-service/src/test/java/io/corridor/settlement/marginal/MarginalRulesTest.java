package io.corridor.settlement.marginal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.engine.AgreedTerms;
import io.corridor.settlement.engine.CostFacts;
import io.corridor.settlement.engine.CostFacts.CategoryCost;
import io.corridor.settlement.engine.EstimateResult.Estimated;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.QualityFacts;
import io.corridor.settlement.engine.QualityFacts.MeasureFacts;
import io.corridor.settlement.engine.SettlementEngine;
import io.corridor.settlement.engine.ShapeTerms;
import io.corridor.settlement.engine.WorkedExamples;
import io.corridor.settlement.engine.WorkedExamples.Example;
import io.corridor.settlement.estimate.QualityResult;
import io.corridor.settlement.estimate.QualityResult.Gate;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MarginalRulesTest {

  private static final SettlementEngine ENGINE = SettlementEngine.load();

  /** A budget of a million; savings are shared by half from 2 percent on, at most a tenth. */
  private static Example shared() {
    return WorkedExamples.all().findFirst().orElseThrow();
  }

  /** 30 admissions for 300,000 and 100 emergency visits for 30,000 among the counted cost. */
  private static PeriodFacts costing(String counted) {
    TreeMap<String, CategoryCost> categories = new TreeMap<>();
    categories.put("INPATIENT", new CategoryCost(Money.of("300000"), 30L));
    categories.put("ED", new CategoryCost(Money.of("30000"), 100L));
    Money whole = Money.of(counted);
    return shared()
        .facts()
        .withCost(new CostFacts(Money.of("1000000"), whole, whole, categories, null));
  }

  private static AgreedTerms gated(String gate) {
    return shared()
        .agreed()
        .withQuality(
            new Contract.Quality(List.of(), Rate.of(gate), true, Rate.of("0.8"), Rate.of("0.5")));
  }

  private static AgreedTerms cappedAt(String cap) {
    return shared()
        .agreed()
        .withShape(
            new ShapeTerms.SharedSavings(
                new Contract.Settlement(
                    false, Rate.of("0.5"), null, Rate.of("0.02"), Rate.of(cap), null)));
  }

  private static List<Worth> worths(AgreedTerms terms, PeriodFacts facts) {
    return new MarginalRules(ENGINE).of(terms, facts, (Estimated) ENGINE.estimate(terms, facts));
  }

  private static Worth worth(List<Worth> all, String code) {
    return all.stream().filter(one -> one.change().code().equals(code)).findFirst().orElseThrow();
  }

  @Test
  @DisplayName("an admission of 10,000 is worth 5,000, a visit of 300 is 150, a percent 4,500")
  void shareOfWhatIsAvoided() {
    List<Worth> all = worths(shared().agreed(), costing("900000"));
    assertThat(all).hasSize(3);
    Worth admission = worth(all, "ONE_ADMISSION_AVOIDED");
    assertThat(admission.expected()).isEqualTo(Money.of("5000.00"));
    assertThat(admission.low()).isEqualTo(admission.high()).isEqualTo(admission.expected());
    assertThat(admission.zeroBecause()).isEmpty();
    assertThat(worth(all, "ONE_EMERGENCY_VISIT_AVOIDED").expected()).isEqualTo(Money.of("150.00"));
    Worth percent = worth(all, "ONE_PERCENT_OF_COST_AVOIDED");
    assertThat(percent.expected()).isEqualTo(Money.of("4500.00"));
    assertThat(percent.change()).isEqualTo(new SmallChange.OnePercent(Money.of("9000.00")));
  }

  @Test
  @DisplayName("an admission that reaches the minimum rate is worth all that then counts")
  void crossingTheMinimum() {
    List<Worth> all = worths(shared().agreed(), costing("990000"));
    assertThat(worth(all, "ONE_ADMISSION_AVOIDED").expected()).isEqualTo(Money.of("10000.00"));
    Worth visit = worth(all, "ONE_EMERGENCY_VISIT_AVOIDED");
    assertThat(visit.expected()).isEqualTo(Money.ZERO);
    assertThat(visit.zeroBecause()).containsExactly("MINIMUM_SAVINGS_RATE");
  }

  @Test
  @DisplayName("at the cap nothing more is worth anything, and the cap is named")
  void capBinds() {
    List<Worth> all = worths(cappedAt("0.05"), costing("850000"));
    assertThat(all)
        .allSatisfy(worth -> {
          assertThat(worth.expected()).isEqualTo(Money.ZERO);
          assertThat(worth.zeroBecause()).containsExactly("PAYMENT_CAP");
        });
    Worth reaching = worth(worths(cappedAt("0.05"), costing("900000")), "ONE_ADMISSION_AVOIDED");
    assertThat(reaching.zeroBecause()).containsExactly("PAYMENT_CAP");
  }

  @Test
  @DisplayName("below the quality gate cost is worth nothing; the gap that opens it is worth much")
  void gate() {
    MeasureFacts measure =
        new MeasureFacts("Q01", 40, 80, 1, 1, Rate.ONE, Rate.of("0.50"), Rate.of("0.59"));
    QualityFacts quality =
        new QualityFacts(
            new QualityResult(Gate.NOT_MET, Rate.of("0.1"), Rate.of("0.1"), null),
            Rate.of("0.2"),
            List.of(measure));
    List<Worth> all = worths(gated("0.2"), costing("900000").withQuality(quality));
    assertThat(worth(all, "ONE_ADMISSION_AVOIDED").zeroBecause()).containsExactly("QUALITY_GATE");
    assertThat(worth(all, "ONE_GAP_CLOSED").expected()).isEqualTo(Money.of("25000.00"));
  }

  @Test
  @DisplayName("one gap of four to the next point is worth nothing yet, the four are")
  void gapsToTheNextPoint() {
    MeasureFacts measure =
        new MeasureFacts("Q01", 200, 400, 1, 1, Rate.ONE, Rate.of("0.50"), Rate.of("0.59"));
    QualityFacts quality =
        new QualityFacts(
            new QualityResult(Gate.MET, Rate.of("0.1"), Rate.of("0.1"), null),
            Rate.of("0.1"),
            List.of(measure));
    List<Worth> all = worths(gated("0.1"), costing("900000").withQuality(quality));
    assertThat(worth(all, "ONE_GAP_CLOSED").zeroBecause()).containsExactly(Worth.POINT_NOT_REACHED);
    Worth next = worth(all, "GAPS_TO_NEXT_POINT");
    assertThat(next.change()).isEqualTo(new SmallChange.GapsClosed("Q01", 4));
    // .5 + .5 x .1 / .7 of 50,000 instead of .5
    assertThat(next.expected()).isEqualTo(Money.of("3571.43"));
  }

  @ParameterizedTest
  @DisplayName("gaps to the next point: the first count whose rate reaches threshold + n/9 of span")
  @CsvSource({
    "40, 80, 1, 1, 0.50, 0.59, 1",
    "200, 400, 1, 1, 0.50, 0.59, 4",
    "10, 100, 1, 0, 0.50, 0.59, 40",
    "59, 100, 1, 10, 0.50, 0.59, -1",
    "58, 100, 1, 9, 0.50, 0.59, 1",
    "98, 100, 1, 8, 0.98, 1.15, -1",
    "500, 12000, 12000, 1, 500, 410, 10"
  })
  void nextPoint(
      long numerator,
      long denominator,
      long factor,
      int points,
      String threshold,
      String benchmark,
      long gaps) {
    OptionalLong next =
        Gaps.toNextPoint(
            new MeasureFacts(
                "Q",
                numerator,
                denominator,
                factor,
                points,
                Rate.ONE,
                Rate.of(threshold),
                Rate.of(benchmark)));
    assertThat(next.orElse(-1)).isEqualTo(gaps);
  }

  @Test
  @DisplayName("a measure that cannot be won any further, or is not reportable, is not valued")
  void nothingLeftToWin() {
    MeasureFacts full =
        new MeasureFacts("Q01", 80, 80, 1, 10, Rate.ONE, Rate.of("0.5"), Rate.of("0.59"));
    MeasureFacts unknown =
        new MeasureFacts("Q02", 1, 8, 1, null, Rate.ONE, Rate.of("0.5"), Rate.of("0.59"));
    QualityFacts quality =
        new QualityFacts(
            new QualityResult(Gate.MET, Rate.ONE, Rate.ONE, null),
            Rate.of("0.1"),
            List.of(unknown, full));
    assertThat(worths(gated("0.1"), costing("900000").withQuality(quality))).hasSize(3);
  }

  @Test
  void aWorthOfNothingHasItsReason() {
    SmallChange change = new SmallChange.GapsClosed("Q01", 1);
    assertThatThrownBy(() -> new Worth(change, Money.ZERO, Money.ZERO, Money.ZERO, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SmallChange.GapsClosed("Q01", 0))
        .hasMessage("at least one gap must be closed");
  }

  @ParameterizedTest
  @MethodSource("io.corridor.settlement.engine.WorkedExamples#all")
  @DisplayName("for every shape: the worth of a change is the difference of two settlements")
  void everyShape(Example example) {
    Estimated before = (Estimated) ENGINE.estimate(example.agreed(), example.facts());
    for (Worth worth : worths(example.agreed(), example.facts())) {
      Estimated after =
          (Estimated) ENGINE.estimate(example.agreed(), worth.change().on(example.facts()));
      assertThat(worth.expected())
          .isEqualTo(after.expected().payment().minus(before.expected().payment()));
      assertThat(worth.low()).isLessThanOrEqualTo(worth.expected());
      assertThat(worth.high()).isGreaterThanOrEqualTo(worth.expected());
    }
  }
}
