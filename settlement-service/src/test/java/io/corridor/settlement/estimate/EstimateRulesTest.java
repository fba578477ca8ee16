package io.corridor.settlement.estimate;

import static io.corridor.settlement.estimate.Fixtures.budget;
import static io.corridor.settlement.estimate.Fixtures.contract;
import static io.corridor.settlement.estimate.Fixtures.oneSided;
import static io.corridor.settlement.estimate.Fixtures.quality;
import static io.corridor.settlement.estimate.Fixtures.score;
import static io.corridor.settlement.estimate.Fixtures.twoSided;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Money;
import io.corridor.settlement.estimate.Estimate.Outcomes;
import io.corridor.settlement.estimate.Estimate.Refusal;
import io.corridor.settlement.estimate.Outcome.Limit;
import io.corridor.settlement.estimate.QualityResult.Gate;
import io.corridor.settlement.mssp.MinimumSavingsRates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateRulesTest {

  private static final EstimateRules RULES = new EstimateRules(MinimumSavingsRates.load());

  private static Estimate estimate(
      Contract.Settlement settlement,
      Contract.@Nullable Quality quality,
      RunningBudget budget,
      @Nullable QualityResult score) {
    return RULES.estimate(contract(settlement, quality, 50), Fixtures.YEAR_START, budget, score);
  }

  private static Outcomes outcomes(Contract.Settlement settlement, RunningBudget budget) {
    return estimate(settlement, null, budget, null).outcomes().orElseThrow();
  }

  @Test
  @DisplayName("A67373 of 2013: 39,568,834.84 saved, half of it after 2 % gives 19,388,729.07")
  void firstDollarToTheCent() {
    Outcomes result =
        outcomes(oneSided("0.49", null, "0.10"), budget(34_601, "613084880.40", "573516045.56"));
    assertThat(result.expected())
        .isEqualTo(
            new Outcome(Money.of("39568834.84"), Money.of("19388729.07"), java.util.List.of()));
  }

  @Test
  @DisplayName("A00755 of 2016: the cap of 10 % of the benchmark binds")
  void paymentCap() {
    Outcomes result =
        outcomes(oneSided("0.4433", null, "0.10"), budget(6_051, "119762995", "91531752"));
    assertThat(result.expected().payment()).isEqualTo(Money.of("11976299.50"));
    assertThat(result.expected().limits()).containsExactly(Limit.PAYMENT_CAP);
  }

  @Test
  @DisplayName("A2833 of 2021: 2.98265 % saved is printed 2.98 % but misses 2.98356 %")
  void minimumIsComparedUnrounded() {
    Outcomes result =
        outcomes(oneSided("0.40", null, "0.10"), budget(10_274, "98408857", "95473669"));
    assertThat(result.expected())
        .isEqualTo(
            new Outcome(Money.ZERO, Money.ZERO, java.util.List.of(Limit.MINIMUM_SAVINGS_RATE)));
    assertThat(result.distance().isNegative()).isTrue();
  }

  @Test
  void exactlyTheMinimumCounts() {
    Outcomes result = outcomes(oneSided("0.5", "0.02", null), budget(800, "1000000", "980000"));
    assertThat(result.expected().payment()).isEqualTo(Money.of("10000"));
    assertThat(result.distance()).isEqualTo(Money.ZERO);
  }

  @Test
  void oneCentShortOfTheMinimumEarnsNothing() {
    Outcomes result = outcomes(oneSided("0.5", "0.02", null), budget(800, "1000000", "980000.01"));
    assertThat(result.expected().payment()).isEqualTo(Money.ZERO);
    assertThat(result.expected().limits()).containsExactly(Limit.MINIMUM_SAVINGS_RATE);
    assertThat(result.distance()).isEqualTo(Money.of("-0.01"));
  }

  @Test
  @DisplayName("savings count from the first dollar, not above the minimum")
  void notTheExcess() {
    Outcomes result = outcomes(oneSided("0.5", "0.02", null), budget(800, "1000000", "970000"));
    assertThat(result.expected().payment()).isEqualTo(Money.of("15000"));
    assertThat(result.distance()).isEqualTo(Money.of("10000"));
  }

  @Test
  void aOneSidedContractOwesNoLosses() {
    Outcomes result = outcomes(oneSided("0.5", "0.02", null), budget(800, "1000000", "1200000"));
    assertThat(result.expected().payment()).isEqualTo(Money.ZERO);
    assertThat(result.expected().limits()).containsExactly(Limit.NO_DOWNSIDE);
  }

  @ParameterizedTest
  @DisplayName("losses share from the first dollar beyond the mirrored minimum rate")
  @CsvSource({"1020000, -6000.00", "1019999.99, 0.00", "1050000, -15000.00", "1200000, -40000.00"})
  void losses(String counted, String payment) {
    Outcomes result =
        outcomes(twoSided("0.5", "0.3", "0.02", "0.1", "0.04"), budget(800, "1000000", counted));
    assertThat(result.expected().payment()).isEqualTo(Money.of(payment));
  }

  @Test
  void theLossCapIsNamedWhenItBinds() {
    Outcomes result =
        outcomes(twoSided("0.5", "0.3", "0.02", "0.1", "0.04"), budget(800, "1000000", "1200000"));
    assertThat(result.expected().limits()).containsExactly(Limit.LOSS_CAP);
    assertThat(result.expected().generated()).isEqualTo(Money.of("-200000"));
  }

  @Test
  void lossesInsideTheMinimumRateNameIt() {
    Outcomes result =
        outcomes(twoSided("0.5", "0.3", "0.02", "0.1", "0.04"), budget(800, "1000000", "1010000"));
    assertThat(result.expected().limits()).containsExactly(Limit.MINIMUM_SAVINGS_RATE);
  }

  @Test
  void theTableUsesMembersNotMemberMonths() {
    Estimate result =
        estimate(oneSided("0.5", null, null), null, budget(9_139, "1000000", "0"), null);
    assertThat(result.outcomes().orElseThrow().minimum().sixDigitsHalfUp()).hasToString("0.030861");
  }

  @Test
  void belowFiveHundredMembersTheRateMustBeStated() {
    RunningBudget small = budget(499, "1000000", "900000");
    assertThat(estimate(oneSided("0.5", null, null), null, small, null).refusal())
        .contains(Refusal.MSR_NOT_STATED);
    assertThat(estimate(oneSided("0.5", "0.039", null), null, small, null).refusal()).isEmpty();
  }

  @Test
  void fewerMembersThanTheContractWantsIsRefused() {
    RunningBudget tiny = budget(49, "1000000", "900000");
    assertThat(estimate(oneSided("0.5", null, null), null, tiny, null).refusal())
        .contains(Refusal.BELOW_MIN_LIVES);
    assertThat(estimate(oneSided("0.5", "0.02", null), null, budget(50, "1", "0"), null).refusal())
        .isEmpty();
  }

  @Test
  void aPeriodWithoutABudgetIsRefusedAndShowsItsCost() {
    Estimate result = estimate(oneSided("0.5", "0.02", null), null, budget(60, "0", "10"), null);
    assertThat(result.refusal()).contains(Refusal.NO_BUDGET);
    assertThat(result.savings()).isEqualTo(Money.of("-10"));
    assertThat(result.savingsRate()).isNull();
    assertThat(result.steps()).hasSize(1);
  }

  @Test
  void aTwoSidedContractMustStateItsShareOfLosses() {
    Contract.Settlement terms =
        new Contract.Settlement(
            true, io.corridor.common.money.Rate.of("0.5"), null, Fixtures.rate("0.02"), null, null);
    assertThat(estimate(terms, null, budget(60, "100", "10"), null).refusal())
        .contains(Refusal.LOSS_SHARE_NOT_STATED);
  }

  @ParameterizedTest
  @DisplayName("scaled share: .440 with gate .40, full .80 and half at the gate earns .55")
  @CsvSource({
    "0.44,55000.00",
    "0.40,50000.00",
    "0.80,100000.00",
    "0.95,100000.00",
    "0.60,75000.00"
  })
  void scaledShare(String composite, String payment) {
    Estimate result =
        estimate(
            oneSided("0.5", "0.02", null),
            quality("0.40", true, "0.80", "0.5"),
            budget(800, "1000000", "800000"),
            score(Gate.MET, composite));
    assertThat(result.outcomes().orElseThrow().expected().payment()).isEqualTo(Money.of(payment));
  }

  @Test
  void aMissedGateEarnsNothingThoughSavingsAreGenerated() {
    Estimate result =
        estimate(
            oneSided("0.5", "0.02", null),
            quality("0.40", false, "0.80", "0.5"),
            budget(800, "1000000", "800000"),
            score(Gate.NOT_MET, "0.39"));
    Outcomes outcomes = result.outcomes().orElseThrow();
    assertThat(outcomes.expected())
        .isEqualTo(
            new Outcome(Money.of("200000"), Money.ZERO, java.util.List.of(Limit.QUALITY_GATE)));
    assertThat(outcomes.high()).isEqualTo(outcomes.low());
  }

  @Test
  void anUnknownGateSpansFromNothingToTheWholeShare() {
    Estimate result =
        estimate(
            oneSided("0.5", "0.02", null),
            quality("0.40", true, "0.80", "0.5"),
            budget(800, "1000000", "800000"),
            null);
    Outcomes outcomes = result.outcomes().orElseThrow();
    assertThat(result.quality()).isEqualTo(Gate.UNKNOWN);
    assertThat(outcomes.low().payment()).isEqualTo(Money.ZERO);
    assertThat(outcomes.low().limits()).containsExactly(Limit.QUALITY_GATE);
    assertThat(outcomes.expected().payment()).isEqualTo(Money.of("50000"));
    assertThat(outcomes.high().payment()).isEqualTo(Money.of("100000"));
  }

  @Test
  void qualityDoesNotMoveLosses() {
    Contract.Settlement terms = twoSided("0.5", "0.3", "0.02", null, null);
    Estimate unknown =
        estimate(
            terms,
            quality("0.40", true, "0.80", "0.5"),
            budget(800, "1000000", "1100000"),
            score(Gate.UNKNOWN, null));
    Outcomes outcomes = unknown.outcomes().orElseThrow();
    assertThat(outcomes.low()).isEqualTo(outcomes.high());
    assertThat(outcomes.expected().payment()).isEqualTo(Money.of("-30000"));
  }

  @Test
  @DisplayName("the composite is used before it was rounded for its topic")
  void exactComposite() {
    QualityResult thirds =
        QualityResult.of(
            Gate.MET,
            Fixtures.rate("0.333333"),
            java.util.List.of(
                new QualityResult.Points(io.corridor.common.money.Rate.of("1"), 10),
                new QualityResult.Points(io.corridor.common.money.Rate.of("2"), 0)),
            null);
    assertThat(thirds.exact()).isNotNull();
    assertThat(String.valueOf(thirds.exact())).startsWith("0.33333333333333333333");
    QualityResult other =
        QualityResult.of(
            Gate.MET,
            Fixtures.rate("0.5"),
            java.util.List.of(new QualityResult.Points(io.corridor.common.money.Rate.of("1"), 10)),
            null);
    assertThat(other.exact()).isEqualTo(Fixtures.rate("0.5"));
  }

  @Test
  void roundsOnceHalfUp() {
    Outcomes up = outcomes(oneSided("0.5", "0", null), budget(800, "100.01", "0"));
    assertThat(up.expected().payment()).isEqualTo(Money.of("50.01"));
    Outcomes owed = outcomes(twoSided("0.5", "0.5", "0", null, null), budget(800, "100", "200.01"));
    assertThat(owed.expected().payment()).isEqualTo(Money.of("-50.01"));
  }
}
