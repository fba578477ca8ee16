package io.corridor.settlement.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Formula;
import io.corridor.common.rules.Step;
import io.corridor.settlement.engine.CostFacts.CategoryCost;
import io.corridor.settlement.engine.CostFacts.Unpaid;
import io.corridor.settlement.engine.EstimateResult.Estimated;
import io.corridor.settlement.engine.PeriodFacts.MonthMembers;
import io.corridor.settlement.engine.PeriodFacts.Population;
import io.corridor.settlement.engine.Settlement.Refused;
import io.corridor.settlement.engine.Settlement.Refused.Code;
import io.corridor.settlement.engine.Settlement.Settled;
import io.corridor.settlement.engine.WorkedExamples.Example;
import io.corridor.settlement.estimate.QualityResult;
import io.corridor.settlement.estimate.QualityResult.Gate;
import io.corridor.settlement.share.View;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettlementEngineTest {

  private static final SettlementEngine ENGINE = SettlementEngine.load();

  private static Settled settled(AgreedTerms agreed, PeriodFacts facts) {
    return (Settled) ENGINE.settle(agreed, facts, View.EXPECTED);
  }

  private static Refused refused(AgreedTerms agreed, PeriodFacts facts) {
    return (Refused) ENGINE.settle(agreed, facts, View.EXPECTED);
  }

  @ParameterizedTest
  @MethodSource("io.corridor.settlement.engine.WorkedExamples#all")
  @DisplayName("each shape's worked example, to the cent, from facts of no shape")
  void workedExamples(Example example) {
    Settled settled = settled(example.agreed(), example.facts());
    assertThat(settled.payment()).isEqualTo(Money.of(example.payment()));
    assertThat(settled.shape()).isEqualTo(example.agreed().shape().shape());
  }

  @ParameterizedTest
  @MethodSource("io.corridor.settlement.engine.WorkedExamples#all")
  @DisplayName("what is final has one result: low, expected and high are the same")
  void finalIsOne(Example example) {
    Estimated all = (Estimated) ENGINE.estimate(example.agreed(), example.facts());
    assertThat(all.low()).isEqualTo(all.expected()).isEqualTo(all.high());
  }

  @ParameterizedTest
  @MethodSource("io.corridor.settlement.engine.WorkedExamples#all")
  @DisplayName("L5: each step is recomputed from its inputs, and refers to the steps before it")
  void explained(Example example) {
    Map<String, BigDecimal> earlier = new HashMap<>();
    for (Step step : settled(example.agreed(), example.facts()).steps()) {
      Map<String, BigDecimal> inputs = new HashMap<>();
      step.inputs()
          .forEach(in -> {
            inputs.put(in.name(), in.value());
            if (earlier.containsKey(in.name())) {
              assertThat(in.value()).as(in.name()).isEqualByComparingTo(earlier.get(in.name()));
            }
          });
      assertThat(Formula.evaluate(step.formula(), inputs))
          .as(step.name())
          .isEqualByComparingTo(step.value());
      earlier.put(step.name(), step.value());
    }
  }

  @ParameterizedTest
  @MethodSource("io.corridor.settlement.engine.WorkedExamples#all")
  @DisplayName("fewer members than agreed: no result, whatever the shape")
  void belowMinimum(Example example) {
    AgreedTerms strict =
        new AgreedTerms(example.agreed().shape(), example.agreed().quality(), 1_000_000);
    assertThat(refused(strict, example.facts()).code()).isEqualTo(Code.BELOW_MIN_LIVES);
  }

  @ParameterizedTest
  @DisplayName("a figure that is not known is named, never taken as zero")
  @CsvSource({
    "MEDICAL_LOSS_RATIO,premium",
    "MEDICAL_LOSS_RATIO,taxesAndFees",
    "MEDICAL_LOSS_RATIO,unpaidClaims",
    "GLOBAL_BUDGET,healthStatus",
    "TOTAL_COST,ratingCategory.adult.memberMonths",
    "TOTAL_COST,waiverServices",
    "TOTAL_COST,drug.J0001.cost",
    "UTILIZATION_INDEX,use.imaging.expected",
    "CAPITATION,month.2025-03.paid",
    "CAPITATION,month.2025-07.riskScore",
    "BUNDLE,episode.E7.caseMix"
  })
  void missing(Shape shape, String figure) {
    Example example =
        WorkedExamples.all()
            .filter(one -> one.agreed().shape().shape() == shape)
            .findFirst()
            .orElseThrow();
    PeriodFacts less = example.facts().withStated(example.facts().stated().without(figure));
    Refused refused = refused(example.agreed(), less);
    assertThat(refused.code()).isEqualTo(Code.FACT_MISSING);
    assertThat(refused.figures()).containsExactly(figure);
  }

  @Test
  @DisplayName("a month with members of which no payment is stated is named, not left out")
  void unstatedMonthOfCapitation() {
    Example example = WorkedExamples.capitation();
    YearMonth march = YearMonth.of(2025, 3);
    PeriodFacts facts = example.facts();
    Stated stated = facts.stated();
    for (String name : List.copyOf(stated.figures().keySet())) {
      stated = name.startsWith("month.2025-03.") ? stated.without(name) : stated;
    }
    Population known =
        new Population(
            facts.population().members(),
            facts.population().memberMonths(),
            facts.population().riskScore(),
            new TreeMap<>(Map.of(march, new MonthMembers(Rate.of(2_450), Rate.ONE, null))));
    PeriodFacts less =
        new PeriodFacts(facts.period(), known, facts.cost(), facts.quality(), stated);
    Refused refused = refused(example.agreed(), less);
    assertThat(refused.code()).isEqualTo(Code.FACT_MISSING);
    assertThat(refused.figures()).containsExactly("month.2025-03.paid");
  }

  @Test
  @DisplayName("leakage is what the budget counted in a month, unless its services are stated")
  void countedLeakageOfCapitation() {
    Example example = WorkedExamples.capitation();
    PeriodFacts stated = counting(example.facts(), "100.00");
    assertThat(settled(example.agreed(), stated).payment())
        .as("38,200 stated in March stand for the 100 counted")
        .isEqualTo(Money.of("-20182.00"));
    Stated unstated = stated.stated();
    for (String code : List.of("99213", "99214", "90686")) {
      unstated = unstated.without("month.2025-03.elsewhere." + code);
    }
    assertThat(settled(example.agreed(), stated.withStated(unstated)).payment())
        .isEqualTo(Money.of("17918.00"));
  }

  /** The same facts with leakage that the budget of March counted. */
  private static PeriodFacts counting(PeriodFacts facts, String leakage) {
    Population known = facts.population();
    MonthMembers march = new MonthMembers(Rate.of(2_450), Rate.ONE, Money.of(leakage));
    return facts.withPopulation(
        new Population(
            known.members(),
            known.memberMonths(),
            known.riskScore(),
            new TreeMap<>(Map.of(YearMonth.of(2025, 3), march))));
  }

  @Test
  void factsThatContradictThemselvesAreRefusedNotThrown() {
    Example example = WorkedExamples.medicalLoss();
    Refused refused =
        refused(
            example.agreed(), WorkedExamples.stated(example.facts(), "taxesAndFees", "97000000"));
    assertThat(refused.code()).isEqualTo(Code.FACT_CONTRADICTORY);
    assertThat(refused.detail()).contains("taxes and fees");
  }

  @Test
  @DisplayName("an open gate: nothing in the low, the whole share in the high figure")
  void openGate() {
    Example example = WorkedExamples.sharedSavings();
    AgreedTerms gated =
        example
            .agreed()
            .withQuality(
                new Contract.Quality(
                    List.of(), Rate.of("0.4"), true, Rate.of("0.8"), Rate.of("0.5")));
    PeriodFacts open = example.facts().withQuality(QualityFacts.of(Gate.UNKNOWN, null));
    Estimated estimate = (Estimated) ENGINE.estimate(gated, open);
    assertThat(estimate.low().payment()).isEqualTo(Money.ZERO);
    assertThat(estimate.low().limits()).containsExactly("QUALITY_GATE");
    assertThat(estimate.expected().payment()).isEqualTo(Money.of("25000"));
    assertThat(estimate.high().payment()).isEqualTo(Money.of("50000"));
  }

  @Test
  @DisplayName("claims still to come: the most of them in the low, the fewest in the high figure")
  void completionBand() {
    Example example = WorkedExamples.sharedSavings();
    CostFacts cost = example.facts().cost();
    PeriodFacts open =
        example
            .facts()
            .withCost(
                new CostFacts(
                    cost.budget(),
                    cost.inScope(),
                    cost.counted(),
                    new TreeMap<>(),
                    new Unpaid(Money.of("10000"), Money.of("20000"), Money.of("40000"))));
    Estimated estimate = (Estimated) ENGINE.estimate(example.agreed(), open);
    assertThat(estimate.low().payment()).isEqualTo(Money.of("30000"));
    assertThat(estimate.expected().payment()).isEqualTo(Money.of("40000"));
    assertThat(estimate.high().payment()).isEqualTo(Money.of("45000"));
    Estimated closed =
        (Estimated) ENGINE.estimate(example.agreed(), open.withCost(open.cost().complete()));
    assertThat(closed.expected().payment()).isEqualTo(Money.of("50000"));
  }

  @Test
  @DisplayName("a budget of 2,000,000 through a corridor: the whole budget is the benchmark")
  void totalCostAgainstTheRunningBudget() {
    Example example = WorkedExamples.totalCost();
    ShapeTerms.TotalCost terms = (ShapeTerms.TotalCost) example.agreed().shape();
    AgreedTerms plain =
        example
            .agreed()
            .withShape(new ShapeTerms.TotalCost(terms.terms(), List.of(), List.of()))
            .withQuality(null);
    PeriodFacts facts = WorkedExamples.facts(1, 100, "2000000", "1976808.00");
    // 2,000,000 less 1,976,808 less the charge of 2.66 for 1,200 months: 20,000 in the first band.
    assertThat(settled(plain, facts).payment()).isEqualTo(Money.of("20000.00"));
  }

  @Test
  @DisplayName("one percent less cost moves the result of shared savings by its share of it")
  void costTimes() {
    Example example = WorkedExamples.sharedSavings();
    PeriodFacts cheaper = example.facts().withCostTimes(Rate.of("0.99"));
    assertThat(settled(example.agreed(), cheaper).payment()).isEqualTo(Money.of("54500"));
    Example bundle = WorkedExamples.bundle();
    assertThat(settled(bundle.agreed(), bundle.facts().withCostTimes(Rate.of("0.9"))).payment())
        .isGreaterThan(Money.of(bundle.payment()));
  }

  @Test
  @DisplayName("one admission fewer takes its mean cost away")
  void fewerCases() {
    TreeMap<String, CategoryCost> categories = new TreeMap<>();
    categories.put("INPATIENT", new CategoryCost(Money.of("300000"), 30L));
    Money whole = Money.of("900000");
    CostFacts cost = new CostFacts(Money.of("1000000"), whole, whole, categories, null);
    CostFacts fewer = cost.fewerCases("INPATIENT", 1);
    assertThat(fewer.counted()).isEqualTo(Money.of("890000"));
    assertThat(fewer.categories().get("INPATIENT"))
        .isEqualTo(new CategoryCost(Money.of("290000"), 29L));
    assertThat(cost.fewerCases("ED", 1)).isEqualTo(cost);
  }

  @Test
  @DisplayName("one gap closed: 41 of 80 instead of 40 is a point more, and the gate opens")
  void oneMoreNumerator() {
    // 9 x (.5125 - .5) / .09 + 1 = 2.25: two points where 40 of 80 had one.
    QualityFacts.MeasureFacts measure =
        new QualityFacts.MeasureFacts(
            "Q01", 40, 80, 1, 1, Rate.ONE, Rate.of("0.50"), Rate.of("0.59"));
    QualityFacts facts =
        new QualityFacts(
            new QualityResult(Gate.NOT_MET, Rate.of("0.1"), Rate.of("0.1"), null),
            Rate.of("0.2"),
            List.of(measure));
    QualityFacts better = facts.withOneMoreNumerator("Q01");
    assertThat(better.measure("Q01").orElseThrow().points()).isEqualTo(2);
    assertThat(better.score().exact()).isEqualTo(Rate.of("0.2"));
    assertThat(better.score().gate()).isEqualTo(Gate.MET);
    assertThat(facts.withOneMoreNumerator("Q02")).isEqualTo(facts);
  }
}
