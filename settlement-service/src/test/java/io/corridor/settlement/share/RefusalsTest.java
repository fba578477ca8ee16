package io.corridor.settlement.share;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.bundle.BundleFacts;
import io.corridor.settlement.bundle.BundleTerms;
import io.corridor.settlement.bundle.BundleTerms.BelowMinimum;
import io.corridor.settlement.bundle.BundleTerms.Outliers;
import io.corridor.settlement.capitation.CapitationFacts;
import io.corridor.settlement.capitation.CapitationTerms;
import io.corridor.settlement.corridor.DrugPriceControl;
import io.corridor.settlement.corridor.StopLoss;
import io.corridor.settlement.corridor.TotalCostFacts;
import io.corridor.settlement.corridor.TotalCostTerms;
import io.corridor.settlement.globalbudget.GlobalBudgetFacts;
import io.corridor.settlement.globalbudget.GlobalBudgetTerms;
import io.corridor.settlement.globalbudget.GlobalBudgetTerms.BonusBase;
import io.corridor.settlement.globalbudget.Measure;
import io.corridor.settlement.globalbudget.QualityProgramme;
import io.corridor.settlement.medicalloss.MedicalLossFacts;
import io.corridor.settlement.medicalloss.MedicalLossTerms;
import io.corridor.settlement.utilization.UtilizationFacts;
import io.corridor.settlement.utilization.UtilizationTerms;
import io.corridor.settlement.utilization.UtilizationTerms.Category;
import io.corridor.settlement.utilization.UtilizationTerms.Direction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Terms and facts that cannot be are refused with a message that names them. */
class RefusalsTest {

  private static final Rate MINUS = Rate.of("-0.0001");
  private static final Rate MORE_THAN_ALL = Rate.of("1.0001");
  private static final Amount DOLLAR = new Amount(BigDecimal.ONE);
  private static final Amount DEBT = new Amount(new BigDecimal("-0.0001"));
  private static final Money CENT_OWED = Money.of("-0.01");
  private static final Scale ALL = scale("1");
  private static final Corridor BANDS =
      new Corridor(List.of(new Corridor.Band(Rate.ZERO, null, Rate.ONE)));

  private static Scale scale(String... values) {
    List<Scale.Point> points =
        Stream.iterate(0, i -> i < values.length, i -> i + 1)
            .map(i -> new Scale.Point(Rate.of(i), Rate.of(values[i])))
            .toList();
    return new Scale(points);
  }

  @Test
  void theEndsOfEachRangeAreAllowed() {
    assertThatCode(
            () -> {
              Check.share("s", Rate.ZERO);
              Check.share("s", Rate.ONE);
              Check.share("s", null);
              Check.notNegative("n", Rate.ZERO);
              Check.notNegative("n", Money.ZERO);
              Check.notNegative("n", Amount.ZERO);
              Check.sumToOne("w", List.of(Rate.ZERO, Rate.ONE));
              Check.names("n", List.of("Q01", "q"));
            })
        .doesNotThrowAnyException();
  }

  static Stream<Arguments> shared() {
    return Stream.of(
        refused("s must lie between 0 and 1", () -> Check.share("s", MINUS)),
        refused("s must lie between 0 and 1", () -> Check.share("s", MORE_THAN_ALL)),
        refused("n must not be negative", () -> Check.notNegative("n", MINUS)),
        refused("n must not be negative", () -> Check.notNegative("n", CENT_OWED)),
        refused("n must not be negative", () -> Check.notNegative("n", DEBT)),
        refused("p must be above 0", () -> Check.positive("p", Rate.ZERO)),
        refused("p must be above 0", () -> Check.positive("p", Amount.ZERO)),
        refused("w must not be negative", () -> Check.sumToOne("w", List.of(MINUS))),
        refused("w must sum to 1", () -> Check.sumToOne("w", List.of())),
        refused("n A_B must be letters and digits", () -> Check.names("n", List.of("A_B"))),
        refused("n 1a must be letters and digits", () -> Check.names("n", List.of("1a"))),
        refused("n a stands twice", () -> Check.names("n", List.of("a", "b", "a"))),
        refused("full credibility must be above 0", () -> new Credibility(Rate.ZERO)),
        refused(
            "a payment without shares cannot be divided",
            () ->
                PassThrough.inProportion(Money.of("0.01"), new TreeMap<>(Map.of("a", Rate.ZERO)))),
        refused(
            "the share of a must not be negative",
            () -> new PassThrough(Rate.ONE, new TreeMap<>(Map.of("a", MINUS)))),
        refused(
            "the part handed on must lie between 0 and 1",
            () -> new PassThrough(MORE_THAN_ALL, new TreeMap<>(Map.of("a", Rate.ONE)))));
  }

  private static GlobalBudgetTerms budget(Amount pmpm, Rate health, List<Rate> trends) {
    return budget(pmpm, health, trends, ALL, ALL);
  }

  private static GlobalBudgetTerms budget(
      Amount pmpm, Rate health, List<Rate> trends, Scale bonus, Scale share) {
    QualityProgramme quality =
        new QualityProgramme(List.of(measure("m", "1", "2", "3", "4", "5")), Rate.ONE, Rate.ONE);
    return new GlobalBudgetTerms(pmpm, health, trends, quality, bonus, BonusBase.BUDGET, share);
  }

  private static Measure measure(String name, String... gates) {
    return new Measure(
        name,
        Measure.Setting.HOSPITAL,
        Measure.Kind.PROCESS,
        Stream.of(gates).map(Rate::of).toList());
  }

  private static GlobalBudgetFacts year(int year, Rate health, Rate memberMonths) {
    return new GlobalBudgetFacts(year, health, memberMonths, Money.ZERO, Map.of());
  }

  static Stream<Arguments> globalBudget() {
    List<Measure> one = List.of(measure("m", "1", "2", "3", "4", "5"));
    List<Rate> flat = List.of(Rate.ZERO);
    return Stream.of(
        refused(
            "the gates of measure m must all rise or all fall",
            () -> measure("m", "1", "1", "1", "1", "1")),
        refused(
            "a quality programme must have a measure",
            () -> new QualityProgramme(List.of(), Rate.ONE, Rate.ONE)),
        refused(
            "outcome weight must be above 0", () -> new QualityProgramme(one, Rate.ZERO, Rate.ONE)),
        refused(
            "ambulatory part must lie between 0 and 1",
            () -> new QualityProgramme(one, Rate.ONE, MORE_THAN_ALL)),
        refused(
            "base budget per member and month must be above 0",
            () -> budget(Amount.ZERO, Rate.ONE, flat)),
        refused("base health status must be above 0", () -> budget(DOLLAR, Rate.ZERO, flat)),
        refused(
            "a global budget must state the trend of each contract year",
            () -> budget(DOLLAR, Rate.ONE, List.of())),
        refused(
            "a trend must be above -100 percent",
            () -> budget(DOLLAR, Rate.ONE, List.of(Rate.of(-1)))),
        refused(
            "bonus percent must lie between 0 and 1",
            () -> budget(DOLLAR, Rate.ONE, flat, scale("1.1"), ALL)),
        refused(
            "surplus share must lie between 0 and 1",
            () -> budget(DOLLAR, Rate.ONE, flat, ALL, scale("-0.1"))),
        refused(
            "the surplus share must not fall while the score rises",
            () -> budget(DOLLAR, Rate.ONE, flat, ALL, scale("0.2", "0.1"))),
        refused("the first contract year is 1", () -> year(0, Rate.ONE, Rate.ONE)),
        refused("health status must not be negative", () -> year(1, MINUS, Rate.ONE)),
        refused("member months must not be negative", () -> year(1, Rate.ONE, MINUS)));
  }

  private static TotalCostTerms corridor(List<Rate> longTermWeights, Rate relief) {
    return new TotalCostTerms(BANDS, BANDS, longTermWeights, null, null, null, relief);
  }

  private static TotalCostFacts costs(int year, Rate quality) {
    return new TotalCostFacts(year, List.of(), new TotalCostFacts.Counted(Money.ZERO), quality);
  }

  private static TotalCostFacts.RatingCategory category(
      Amount own, Amount market, Rate risk, Rate memberMonths) {
    return new TotalCostFacts.RatingCategory("c", own, market, risk, memberMonths);
  }

  static Stream<Arguments> totalCost() {
    return Stream.of(
        refused(
            "the weight of long-term services must be stated",
            () -> corridor(List.of(), Rate.ZERO)),
        refused(
            "the weight of long-term services must lie between 0 and 1",
            () -> corridor(List.of(MORE_THAN_ALL), Rate.ZERO)),
        refused(
            "the loss relief by quality must lie between 0 and 1",
            () -> corridor(List.of(Rate.ONE), MORE_THAN_ALL)),
        refused("the first contract year is 1", () -> costs(0, Rate.ONE)),
        refused("the quality score must lie between 0 and 1", () -> costs(1, MORE_THAN_ALL)),
        refused(
            "the own benchmark of c must not be negative",
            () -> category(DEBT, DOLLAR, Rate.ONE, Rate.ONE)),
        refused(
            "the market benchmark of c must not be negative",
            () -> category(DOLLAR, DEBT, Rate.ONE, Rate.ONE)),
        refused(
            "the risk score of c must not be negative",
            () -> category(DOLLAR, DOLLAR, MINUS, Rate.ONE)),
        refused(
            "the member months of c must not be negative",
            () -> category(DOLLAR, DOLLAR, Rate.ONE, MINUS)),
        refused(
            "the stop-loss attachment must be above 0",
            () -> new StopLoss(Money.ZERO, Rate.ONE, DOLLAR)),
        refused(
            "the recovered share of stop-loss must lie between 0 and 1",
            () -> new StopLoss(Money.of("1"), MORE_THAN_ALL, DOLLAR)),
        refused(
            "the stop-loss charge must not be negative",
            () -> new StopLoss(Money.of("1"), Rate.ONE, DEBT)),
        refused("price growth must be above -100 percent", () -> new DrugPriceControl(Rate.of(-1))),
        refused(
            "the units of drug d must not be negative",
            () -> new DrugPriceControl.DrugCost("d", MINUS, Money.ZERO, DOLLAR)),
        refused(
            "the base price of drug d must not be negative",
            () -> new DrugPriceControl.DrugCost("d", Rate.ONE, Money.ZERO, DEBT)));
  }

  private static MedicalLossFacts premium(Money premium, Rate quality, int runout) {
    return new MedicalLossFacts(
        premium,
        Money.of("-5"),
        Money.ZERO,
        new MedicalLossFacts.Unpaid(Money.ZERO),
        Money.ZERO,
        quality,
        runout);
  }

  private static UtilizationTerms utilization(Rate ceiling, Scale payout, Rate minimum) {
    return new UtilizationTerms(
        List.of(new Category("a", Rate.ONE, Direction.LESS_IS_BETTER)),
        ceiling,
        new Credibility(Rate.ONE),
        payout,
        minimum);
  }

  static Stream<Arguments> ratios() {
    MedicalLossTerms.Sharing half = new MedicalLossTerms.Sharing(Rate.of("0.5"), null);
    return Stream.of(
        refused(
            "the cap of a medical loss ratio must lie between 0 and 1",
            () -> new MedicalLossTerms.Sharing(Rate.ONE, MINUS)),
        refused(
            "the target medical loss ratio must be above 0",
            () -> new MedicalLossTerms(Rate.ZERO, half, null, List.of(12))),
        refused(
            "a run-out must be stated",
            () -> new MedicalLossTerms(Rate.ONE, half, null, List.of())),
        refused(
            "the run-outs must follow one another",
            () -> new MedicalLossTerms(Rate.ONE, half, null, List.of(3, 3))),
        refused("the premium must not be negative", () -> premium(CENT_OWED, Rate.ONE, 12)),
        refused(
            "the quality score must lie between 0 and 1",
            () -> premium(Money.ZERO, MORE_THAN_ALL, 12)),
        refused("the run-out must not be negative", () -> premium(Money.ZERO, Rate.ONE, -1)),
        refused(
            "the completion factor must be above 0",
            () -> new MedicalLossFacts.PaidPart(Rate.ZERO)),
        refused(
            "the index ceiling must be at least 1",
            () -> utilization(Rate.of("0.9999"), scale("6", "0"), Rate.ZERO)),
        refused(
            "the payout must not be negative",
            () -> utilization(Rate.ONE, scale("6", "-1"), Rate.ZERO)),
        refused(
            "the payout must not rise with the index",
            () -> utilization(Rate.ONE, scale("6", "7"), Rate.ZERO)),
        refused(
            "the payout must be nothing at an index of 1",
            () -> utilization(Rate.ONE, scale("6", "1"), Rate.ZERO)),
        refused(
            "the minimum of member months must not be negative",
            () -> utilization(Rate.ONE, scale("6", "0"), MINUS)),
        refused("actual use must not be negative", () -> new UtilizationFacts.Use(MINUS, Rate.ONE)),
        refused(
            "expected use must not be negative", () -> new UtilizationFacts.Use(Rate.ONE, MINUS)),
        refused(
            "member months must not be negative",
            () -> new UtilizationFacts(MINUS, Map.of(), Rate.ONE)),
        refused(
            "the quality score must lie between 0 and 1",
            () -> new UtilizationFacts(Rate.ONE, Map.of(), MINUS)));
  }

  private static BundleTerms bundle(
      Rate discount, Rate quality, Rate gain, Rate loss, int minimum) {
    return new BundleTerms(
        discount, Outliers.KEEP, quality, gain, loss, minimum, BelowMinimum.DROP);
  }

  private static final CapitationFacts.Services NOTHING_ELSEWHERE =
      new CapitationFacts.Services(List.of());

  static Stream<Arguments> capitationAndBundles() {
    Rate all = Rate.ONE;
    return Stream.of(
        refused(
            "the capitation rate must be above 0",
            () -> new CapitationTerms(Amount.ZERO, Set.of(), Set.of(), null)),
        refused(
            "the leakage cap must lie between 0 and 1",
            () -> new CapitationTerms(DOLLAR, Set.of(), Set.of(), MORE_THAN_ALL)),
        refused(
            "member months must not be negative",
            () -> new CapitationFacts.Month(Money.ZERO, MINUS, all, NOTHING_ELSEWHERE)),
        refused(
            "the risk score must not be negative",
            () -> new CapitationFacts.Month(Money.ZERO, all, MINUS, NOTHING_ELSEWHERE)),
        refused(
            "the discount must lie between 0 and 1", () -> bundle(MORE_THAN_ALL, all, all, all, 0)),
        refused(
            "the quality adjustment must lie between 0 and 1",
            () -> bundle(all, MORE_THAN_ALL, all, all, 0)),
        refused(
            "the stop-gain must lie between 0 and 1",
            () -> bundle(all, all, MORE_THAN_ALL, all, 0)),
        refused(
            "the stop-loss must lie between 0 and 1",
            () -> bundle(all, all, all, MORE_THAN_ALL, 0)),
        refused(
            "the minimum of episodes must not be negative", () -> bundle(all, all, all, all, -1)),
        refused(
            "the historic mean must not be negative",
            () -> new BundleFacts.Reference(DEBT, all, DOLLAR, DOLLAR)),
        refused(
            "the trend factor must be above 0",
            () -> new BundleFacts.Reference(DOLLAR, Rate.ZERO, DOLLAR, DOLLAR)),
        refused(
            "the low percentile must not be negative",
            () -> new BundleFacts.Reference(DOLLAR, all, DEBT, DOLLAR)),
        refused(
            "the case mix of episode e must not be negative",
            () -> new BundleFacts.Episode("e", Money.ZERO, MINUS)),
        refused(
            "the quality score must lie between 0 and 1",
            () ->
                new BundleFacts(
                    new BundleFacts.Reference(DOLLAR, all, DOLLAR, DOLLAR),
                    List.of(),
                    MORE_THAN_ALL)));
  }

  private static Arguments refused(String message, ThrowingCallable attempt) {
    return arguments(message, attempt);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"shared", "globalBudget", "totalCost", "ratios", "capitationAndBundles"})
  void refuses(String message, ThrowingCallable attempt) {
    assertThatThrownBy(attempt).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
