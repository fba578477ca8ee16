package io.corridor.settlement.globalbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.globalbudget.GlobalBudgetTerms.BonusBase;
import io.corridor.settlement.globalbudget.Measure.Kind;
import io.corridor.settlement.globalbudget.Measure.Setting;
import io.corridor.settlement.share.Draw;
import io.corridor.settlement.share.Laws;
import io.corridor.settlement.share.Scale;
import io.corridor.settlement.share.Settled;
import io.corridor.settlement.share.Warning;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobalBudgetRulesTest {

  private static final int ROUNDS = 200;
  private static final List<Rate> TRENDS = rates("0.06", "0.055", "0.05", "0.045", "0.04");
  private static final Scale BONUS = byScore("0", "0.02", "0.03", "0.05", "0.09", "0.10");
  private static final Scale SURPLUS_SHARE =
      byScore("0.20", "0.30", "0.40", "0.55", "0.70", "0.80");
  private static final QualityProgramme QUALITY =
      new QualityProgramme(
          List.of(
              measure("control", Setting.AMBULATORY, Kind.OUTCOME),
              measure("screening", Setting.AMBULATORY, Kind.PROCESS),
              measure("visits", Setting.AMBULATORY, Kind.PROCESS),
              measure("infections", Setting.HOSPITAL, Kind.PROCESS)),
          Rate.of(3),
          Rate.of("0.5"));

  /** Ambulatory 3.0 by 3, 4.5 and 2.0; hospital 4.0. */
  private static final Map<String, Rate> RESULTS =
      Map.of(
          "control", Rate.of("0.70"),
          "screening", Rate.of("0.85"),
          "visits", Rate.of("0.60"),
          "infections", Rate.of("0.80"));

  private static List<Rate> rates(String... texts) {
    return Stream.of(texts).map(Rate::of).toList();
  }

  private static Scale byScore(String... values) {
    List<Scale.Point> points = new ArrayList<>();
    for (String value : values) {
      points.add(new Scale.Point(Rate.of(points.size()), Rate.of(value)));
    }
    return new Scale(points);
  }

  private static Measure measure(String name, Setting setting, Kind kind) {
    return new Measure(name, setting, kind, rates("0.50", "0.60", "0.70", "0.80", "0.90"));
  }

  private static GlobalBudgetTerms terms(BonusBase base) {
    return new GlobalBudgetTerms(
        new Amount(new BigDecimal("400")),
        Rate.of("1.0200"),
        TRENDS,
        QUALITY,
        BONUS,
        base,
        SURPLUS_SHARE);
  }

  private static GlobalBudgetFacts facts(String actual) {
    return new GlobalBudgetFacts(3, Rate.of("1.0404"), Rate.of(240_000), Money.of(actual), RESULTS);
  }

  @ParameterizedTest
  @DisplayName("the budget grows by the trends agreed up to the year and is never rounded")
  @CsvSource({"1,424", "2,447.32", "3,469.686", "4,490.82187", "5,510.4547448"})
  void budgetByTrend(int year, String pmpm) {
    GlobalBudgetFacts facts =
        new GlobalBudgetFacts(year, Rate.of("1.02"), Rate.of(1), Money.ZERO, RESULTS);
    assertThat(GlobalBudgetRules.settle(terms(BonusBase.ACTUAL), facts).value("budgetPmpm"))
        .isEqualByComparingTo(pmpm);
  }

  @Test
  @DisplayName("surplus of 2,679,132.80 at a score of 3.55 earns 9,780,151.50")
  void surplus() {
    Settled settled = GlobalBudgetRules.settle(terms(BonusBase.ACTUAL), facts("112300000"));
    assertThat(settled.value("budget")).isEqualByComparingTo("114979132.80");
    assertThat(settled.value("surplus")).isEqualByComparingTo("2679132.80");
    assertThat(settled.value("ambulatoryScore")).isEqualByComparingTo("3.1");
    assertThat(settled.value("overallScore")).isEqualByComparingTo("3.55");
    assertThat(settled.value("surplusShare")).isEqualByComparingTo("0.6325");
    assertThat(settled.value("bonusPercent")).isEqualByComparingTo("0.072");
    assertThat(settled.value("bonus")).isEqualByComparingTo("8085600");
    assertThat(settled.payment()).isEqualTo(Money.of("9780151.50"));
    assertThat(settled.warnings()).containsExactly(Warning.BONUS_ON_ACTUAL_SPENDING);
    assertThat(settled.limits()).isEmpty();
  }

  @Test
  @DisplayName("deficit of 3,020,867.20 costs 1,110,168.70 and the bonus is paid all the same")
  void deficit() {
    Settled settled = GlobalBudgetRules.settle(terms(BonusBase.ACTUAL), facts("118000000"));
    assertThat(settled.value("sharedDeficit")).isEqualByComparingTo("-1110168.696");
    assertThat(settled.value("bonus")).isEqualByComparingTo("8496000");
    assertThat(settled.payment()).isEqualTo(Money.of("7385831.30"));
  }

  @Test
  void theBonusMayBeAPartOfTheBudget() {
    Settled settled = GlobalBudgetRules.settle(terms(BonusBase.BUDGET), facts("112300000"));
    assertThat(settled.value("bonus")).isEqualByComparingTo("8278497.5616");
    assertThat(settled.warnings()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("a score is the gate reached, straight between gates, nothing below the first")
  @CsvSource({"0.4999,0", "0.50,1", "0.55,1.5", "0.85,4.5", "0.90,5", "1.00,5"})
  void gates(String result, String score) {
    Settled settled = withControl(measure("control", Setting.AMBULATORY, Kind.OUTCOME), result);
    assertThat(settled.value("overallScore")).isEqualByComparingTo(score);
    Laws.explained(settled);
  }

  @ParameterizedTest
  @DisplayName("gates that fall belong to a measure where less is better")
  @CsvSource({"0.31,0", "0.30,1", "0.275,1.5", "0.10,5", "0.05,5"})
  void lessIsBetter(String result, String score) {
    Measure inverse =
        new Measure(
            "control",
            Setting.AMBULATORY,
            Kind.OUTCOME,
            rates("0.30", "0.25", "0.20", "0.15", "0.10"));
    Settled settled = withControl(inverse, result);
    assertThat(settled.value("overallScore")).isEqualByComparingTo(score);
    Laws.explained(settled);
  }

  private static Settled withControl(Measure measure, String result) {
    GlobalBudgetTerms terms =
        new GlobalBudgetTerms(
            new Amount(new BigDecimal("400")),
            Rate.ONE,
            TRENDS,
            new QualityProgramme(List.of(measure), Rate.of(3), Rate.of("0.5")),
            BONUS,
            BonusBase.BUDGET,
            SURPLUS_SHARE);
    return GlobalBudgetRules.settle(
        terms,
        new GlobalBudgetFacts(
            1, Rate.ONE, Rate.of(1000), Money.of("400000"), Map.of("control", Rate.of(result))));
  }

  @Test
  void aMeasureWithoutAResultLeavesItsWeightToItsSetting() {
    Map<String, Rate> some = new HashMap<>(RESULTS);
    some.remove("screening");
    Settled settled =
        GlobalBudgetRules.settle(
            terms(BonusBase.ACTUAL),
            new GlobalBudgetFacts(3, Rate.ONE, Rate.of(1), Money.ZERO, some));
    assertThat(settled.value("ambulatoryScore")).isEqualByComparingTo("2.75");
  }

  @Test
  void aSettingWithoutResultsLeavesItsPartToTheOther() {
    Settled settled =
        GlobalBudgetRules.settle(
            terms(BonusBase.ACTUAL),
            new GlobalBudgetFacts(
                3, Rate.ONE, Rate.of(1), Money.ZERO, Map.of("infections", Rate.of("0.80"))));
    assertThat(settled.value("overallScore")).isEqualByComparingTo("4");
  }

  @Test
  void zeroFactsPayZero() {
    Settled settled =
        GlobalBudgetRules.settle(
            terms(BonusBase.ACTUAL),
            new GlobalBudgetFacts(1, Rate.ZERO, Rate.ZERO, Money.ZERO, Map.of()));
    assertThat(settled.payment()).isEqualTo(Money.ZERO);
    assertThat(settled.warnings())
        .containsExactly(Warning.BONUS_ON_ACTUAL_SPENDING, Warning.QUALITY_NOT_REPORTED);
  }

  @Test
  void spendingExactlyTheBudgetSharesNothing() {
    Settled settled = GlobalBudgetRules.settle(terms(BonusBase.BUDGET), facts("114979132.80"));
    assertThat(settled.value("sharedSurplus")).isZero();
  }

  @Test
  void aYearWithoutATrendIsRefused() {
    GlobalBudgetFacts sixth = new GlobalBudgetFacts(6, Rate.ONE, Rate.of(1), Money.ZERO, RESULTS);
    assertThatThrownBy(() -> GlobalBudgetRules.settle(terms(BonusBase.ACTUAL), sixth))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no trend is agreed for contract year 6");
  }

  @Test
  void termsThatContradictThemselvesAreRefused() {
    List<Rate> four = rates("0.5", "0.6", "0.7", "0.8");
    assertThatThrownBy(() -> new Measure("m", Setting.HOSPITAL, Kind.PROCESS, four))
        .hasMessage("measure m must have five gates");
    List<Rate> mixed = rates("0.5", "0.6", "0.55", "0.8", "0.9");
    assertThatThrownBy(() -> new Measure("m", Setting.HOSPITAL, Kind.PROCESS, mixed))
        .hasMessage("the gates of measure m must all rise or all fall");
    Measure twice = measure("m", Setting.HOSPITAL, Kind.PROCESS);
    assertThatThrownBy(
            () -> new QualityProgramme(List.of(twice, twice), Rate.of(3), Rate.of("0.5")))
        .hasMessage("measure m stands twice");
    assertThatThrownBy(() ->
            new GlobalBudgetTerms(
                new Amount(new BigDecimal("400")),
                Rate.ONE,
                TRENDS,
                QUALITY,
                byScore("0.1", "0"),
                BonusBase.BUDGET,
                SURPLUS_SHARE))
        .hasMessage("the bonus must not fall while the score rises");
  }

  private static GlobalBudgetTerms drawTerms(Draw draw, BonusBase base) {
    List<Rate> trends = new ArrayList<>();
    for (int year = 1; year <= 5; year++) {
      trends.add(draw.percent(-2, 8));
    }
    return new GlobalBudgetTerms(
        draw.price(200, 900),
        draw.percent(80, 120),
        trends,
        QUALITY,
        draw.risingShares(12),
        base,
        draw.risingShares(96));
  }

  private static GlobalBudgetFacts drawFacts(Draw draw, Money actual) {
    Map<String, Rate> results = new HashMap<>();
    QUALITY.measures().stream()
        .filter(measure -> !draw.oneIn(4))
        .forEach(measure -> results.put(measure.name(), draw.percent(40, 100)));
    return new GlobalBudgetFacts(
        draw.number(1, 6), draw.percent(80, 120), draw.count(0, 300_000), actual, results);
  }

  @ParameterizedTest
  @ValueSource(longs = {101, 102, 103})
  @DisplayName("laws: explained, monotone and continuous, or warned of")
  void laws(long seed) {
    Draw draw = new Draw(seed);
    for (int round = 0; round < ROUNDS; round++) {
      BonusBase base = draw.oneIn(2) ? BonusBase.ACTUAL : BonusBase.BUDGET;
      GlobalBudgetTerms terms = drawTerms(draw, base);
      GlobalBudgetFacts facts = drawFacts(draw, draw.dollars(0, 150_000_000));
      Money more = draw.dollars(0, 5_000_000);
      Settled before = GlobalBudgetRules.settle(terms, facts);
      Settled after =
          GlobalBudgetRules.settle(
              terms,
              new GlobalBudgetFacts(
                  facts.contractYear(),
                  facts.healthStatus(),
                  facts.memberMonths(),
                  facts.actual().plus(more),
                  facts.results()));
      Laws.explained(before);
      Laws.explained(after);
      if (base == BonusBase.BUDGET) {
        Laws.moreSpendingPaysNoMore(before, after, more, Rate.ONE);
      } else {
        assertThat(before.warnings()).contains(Warning.BONUS_ON_ACTUAL_SPENDING);
      }
    }
  }

  @Test
  @DisplayName("a bonus on actual spending can pay more for spending more: that is the warning")
  void theWarningIsNeeded() {
    GlobalBudgetTerms terms =
        new GlobalBudgetTerms(
            new Amount(new BigDecimal("400")),
            Rate.ONE,
            TRENDS,
            QUALITY,
            byScore("0.10", "0.10"),
            BonusBase.ACTUAL,
            byScore("0.05", "0.05"));
    Settled less =
        GlobalBudgetRules.settle(
            terms, new GlobalBudgetFacts(1, Rate.ONE, Rate.of(1000), Money.ZERO, RESULTS));
    Settled more =
        GlobalBudgetRules.settle(
            terms, new GlobalBudgetFacts(1, Rate.ONE, Rate.of(1000), Money.of("1000"), RESULTS));
    assertThat(more.payment()).isGreaterThan(less.payment());
    assertThat(less.warnings()).contains(Warning.BONUS_ON_ACTUAL_SPENDING);
  }
}
