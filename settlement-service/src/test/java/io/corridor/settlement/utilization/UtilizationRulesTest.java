package io.corridor.settlement.utilization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.share.Credibility;
import io.corridor.settlement.share.Draw;
import io.corridor.settlement.share.Laws;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Scale;
import io.corridor.settlement.share.Scale.Point;
import io.corridor.settlement.share.Settled;
import io.corridor.settlement.share.Warning;
import io.corridor.settlement.utilization.PracticePool.Divided;
import io.corridor.settlement.utilization.UtilizationFacts.Use;
import io.corridor.settlement.utilization.UtilizationTerms.Category;
import io.corridor.settlement.utilization.UtilizationTerms.Direction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtilizationRulesTest {

  private static final int ROUNDS = 200;
  private static final Scale PAYOUT =
      new Scale(
          List.of(
              new Point(Rate.of("0.85"), Rate.of("6.00")), new Point(Rate.of("1.00"), Rate.ZERO)));

  private static final Map<String, Use> EXAMPLE =
      Map.of(
          "emergency", use("375", "450"),
          "admissions", use("61", "66"),
          "generic", use("90.5", "88"),
          "imaging", use("118", "125"));

  private static Use use(String actual, String expected) {
    return new Use(Rate.of(actual), Rate.of(expected));
  }

  private static UtilizationTerms terms(long minimumMemberMonths) {
    return new UtilizationTerms(
        List.of(
            new Category("emergency", Rate.of("0.35"), Direction.LESS_IS_BETTER),
            new Category("admissions", Rate.of("0.35"), Direction.LESS_IS_BETTER),
            new Category("generic", Rate.of("0.15"), Direction.MORE_IS_BETTER),
            new Category("imaging", Rate.of("0.15"), Direction.LESS_IS_BETTER)),
        Rate.of(2),
        new Credibility(Rate.of(36_000)),
        PAYOUT,
        Rate.of(minimumMemberMonths));
  }

  private static UtilizationFacts facts(long memberMonths, String quality) {
    return new UtilizationFacts(Rate.of(memberMonths), EXAMPLE, Rate.of(quality));
  }

  @Test
  @DisplayName("an index of .902608 on 14,400 member months counts as .938404 and pays 28,383.53")
  void workedExample() {
    Settled settled = UtilizationRules.settle(terms(0), facts(14_400, "0.8"));
    assertThat(sixDigits(settled, "compositeIndex")).isEqualTo("0.902608");
    assertThat(sixDigits(settled, "credibility")).isEqualTo("0.632456");
    assertThat(sixDigits(settled, "credibleIndex")).isEqualTo("0.938404");
    assertThat(sixDigits(settled, "payoutPmpm")).isEqualTo("2.463848");
    assertThat(settled.payment()).isEqualTo(Money.of("28383.53"));
    assertThat(settled.limits()).containsExactly(Limit.CREDIBILITY);
    Laws.explained(settled);
  }

  private static String sixDigits(Settled settled, String step) {
    return new Rate(settled.value(step)).sixDigitsHalfUp().toPlainString();
  }

  @Test
  void aLargePracticeStandsAlone() {
    Settled settled = UtilizationRules.settle(terms(0), facts(36_000, "1"));
    assertThat(settled.value("credibility")).isEqualByComparingTo("1");
    assertThat(settled.limits()).isEmpty();
    assertThat(settled.value("credibleIndex"))
        .isEqualByComparingTo(settled.value("compositeIndex"));
  }

  @ParameterizedTest
  @DisplayName("the scale pays nothing from 1.00 and 6.00 up to .85; nothing is ever owed")
  @CsvSource({
    "850,216000.00,",
    "840,216000.00,SCALE_END",
    "925,108000.00,",
    "1000,0.00,",
    "1500,0.00,"
  })
  void ends(String actual, String payment, @Nullable Limit limit) {
    Map<String, Use> all = new HashMap<>();
    terms(0)
        .categories()
        .forEach(category ->
            all.put(
                category.name(),
                category.direction() == Direction.LESS_IS_BETTER
                    ? use(actual, "1000")
                    : use("1000", actual)));
    Settled settled =
        UtilizationRules.settle(terms(0), new UtilizationFacts(Rate.of(36_000), all, Rate.ONE));
    assertThat(settled.payment()).isEqualTo(Money.of(payment));
    assertThat(settled.limits().stream().findFirst().orElse(null)).isEqualTo(limit);
  }

  @Test
  void belowTheMinimumNothingIsPaid() {
    Settled settled = UtilizationRules.settle(terms(14_401), facts(14_400, "0.8"));
    assertThat(settled.payment()).isEqualTo(Money.ZERO);
    assertThat(settled.limits()).containsExactly(Limit.MINIMUM_COUNT);
    Laws.explained(settled);
    assertThat(UtilizationRules.settle(terms(14_400), facts(14_400, "0.8")).payment())
        .isEqualTo(Money.of("28383.53"));
  }

  @Test
  void aCategoryWithoutAnExpectationLeavesItsWeightToTheOthers() {
    Map<String, Use> some = new HashMap<>(EXAMPLE);
    some.remove("emergency");
    some.remove("admissions");
    some.put("imaging", use("100", "100"));
    some.put("generic", use("100", "50"));
    Settled settled =
        UtilizationRules.settle(terms(0), new UtilizationFacts(Rate.of(36_000), some, Rate.ONE));
    assertThat(settled.value("compositeIndex")).isEqualByComparingTo("0.75");
    assertThat(settled.warnings()).containsExactly(Warning.CATEGORY_NOT_MEASURED);
    Laws.explained(settled);
  }

  @Test
  @DisplayName("none of what there should be more of is the worst index, not a division by zero")
  void nothingOfTheGood() {
    Map<String, Use> none = new HashMap<>(EXAMPLE);
    none.put("generic", use("0", "88"));
    Settled settled =
        UtilizationRules.settle(terms(0), new UtilizationFacts(Rate.of(36_000), none, Rate.ONE));
    assertThat(settled.value("generic.index")).isEqualByComparingTo("2");
    Laws.explained(settled);
  }

  @Test
  void withoutQualityNothingIsPaid() {
    Settled settled = UtilizationRules.settle(terms(0), facts(36_000, "0"));
    assertThat(settled.payment()).isEqualTo(Money.ZERO);
    assertThat(settled.limits()).containsExactly(Limit.QUALITY_GATE);
    Map<String, Use> dear = new HashMap<>(EXAMPLE);
    dear.put("emergency", use("9000", "450"));
    assertThat(
            UtilizationRules.settle(
                    terms(0), new UtilizationFacts(Rate.of(36_000), dear, Rate.ZERO))
                .limits())
        .isEmpty();
  }

  @Test
  void zeroFactsPayZero() {
    Settled settled =
        UtilizationRules.settle(terms(0), new UtilizationFacts(Rate.ZERO, Map.of(), Rate.ZERO));
    assertThat(settled.payment()).isEqualTo(Money.ZERO);
    Laws.explained(settled);
  }

  @Test
  @DisplayName("a pool pays its rate for each practice's months by its own quality")
  void pool() {
    Divided divided =
        new PracticePool(
                new TreeMap<>(
                    Map.of("123456789", half(8_000, "1"), "987654321", half(6_400, "0.5"))))
            .settle(terms(20_000));
    assertThat(sixDigits(divided.whole(), "payoutPmpm")).isEqualTo("2.463848");
    assertThat(divided.parts())
        .containsOnly(
            Map.entry("123456789", Money.of("19710.78")),
            Map.entry("987654321", Money.of("7884.31")));
    assertThat(divided.whole().payment()).isEqualTo(Money.of("27595.09"));
    Laws.explained(divided.whole());
  }

  /** A practice with half of the example's use. */
  private static UtilizationFacts half(long memberMonths, String quality) {
    Map<String, Use> use = new HashMap<>();
    EXAMPLE.forEach((name, whole) ->
        use.put(
            name,
            new Use(whole.actual().times(Rate.of("0.5")), whole.expected().times(Rate.of("0.5")))));
    return new UtilizationFacts(Rate.of(memberMonths), use, Rate.of(quality));
  }

  @Test
  void onlyPracticesBelowTheMinimumArePooled() {
    Map<String, UtilizationFacts> region =
        Map.of("a", facts(5_999, "1"), "b", facts(6_000, "1"), "c", facts(10, "1"));
    assertThat(PracticePool.tooSmall(terms(6_000), region).keySet()).containsExactly("a", "c");
  }

  @Test
  void contradictionsAreRefused() {
    Category half = new Category("a", Rate.of("0.5"), Direction.LESS_IS_BETTER);
    assertThatThrownBy(() ->
            new UtilizationTerms(
                List.of(half), Rate.of(2), new Credibility(Rate.ONE), PAYOUT, Rate.ZERO))
        .hasMessage("the weights of the categories must sum to 1");
    Scale late =
        new Scale(
            List.of(new Point(Rate.of("0.85"), Rate.of(6)), new Point(Rate.of("1.1"), Rate.ZERO)));
    Category whole = new Category("a", Rate.ONE, Direction.LESS_IS_BETTER);
    assertThatThrownBy(() ->
            new UtilizationTerms(
                List.of(whole), Rate.of(2), new Credibility(Rate.ONE), late, Rate.ZERO))
        .hasMessage("the payout must be nothing at an index of 1");
    assertThatThrownBy(() -> new PracticePool(new TreeMap<>()))
        .hasMessage("a pool must have a practice");
  }

  private static UtilizationFacts draw(Draw draw) {
    Map<String, Use> use = new HashMap<>();
    terms(0)
        .categories()
        .forEach(
            category -> use.put(category.name(), new Use(draw.count(0, 900), draw.count(0, 900))));
    return new UtilizationFacts(draw.count(0, 50_000), use, draw.percent(0, 100));
  }

  @ParameterizedTest
  @ValueSource(longs = {401, 402, 403})
  @DisplayName("laws: explained, more use never pays more, never owed, never above the scale")
  void laws(long seed) {
    Draw draw = new Draw(seed);
    for (int round = 0; round < ROUNDS; round++) {
      UtilizationFacts facts = draw(draw);
      Map<String, Use> more = new HashMap<>(facts.use());
      more.merge("emergency", use("7", "0"), Use::plus);
      Settled before = UtilizationRules.settle(terms(500), facts);
      Settled after =
          UtilizationRules.settle(
              terms(500), new UtilizationFacts(facts.memberMonths(), more, facts.quality()));
      Laws.explained(before);
      Laws.explained(after);
      assertThat(after.payment()).isLessThanOrEqualTo(before.payment());
      assertThat(before.payment().isNegative()).isFalse();
      assertThat(before.payment().dollars())
          .isLessThanOrEqualTo(
              facts.memberMonths().times(Rate.of(6)).value().add(Money.of("0.01").dollars()));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {411, 412})
  @DisplayName("the parts of a pool sum to the whole; one practice alone is its own pool")
  void pools(long seed) {
    Draw draw = new Draw(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, UtilizationFacts> practices = new HashMap<>();
      int count = draw.number(1, 8);
      for (int i = 0; i < count; i++) {
        practices.put("tin" + i, draw(draw));
      }
      Divided divided = new PracticePool(new TreeMap<>(practices)).settle(terms(500));
      Laws.explained(divided.whole());
      assertThat(divided.parts().values().stream().reduce(Money.ZERO, Money::plus))
          .isEqualTo(divided.whole().payment());
      if (count == 1) {
        assertThat(divided.whole().payment())
            .isEqualTo(
                UtilizationRules.settle(terms(0), practices.values().iterator().next()).payment());
      }
    }
  }
}
