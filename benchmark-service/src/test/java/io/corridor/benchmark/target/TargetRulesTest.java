package io.corridor.benchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.benchmark.target.Baseline.BaseYear;
import io.corridor.benchmark.target.TargetPlan.Per;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetRulesTest {

  private static final LocalDate DAY = LocalDate.of(2025, 1, 1);

  private static Amount amount(String dollars) {
    return new Amount(new BigDecimal(dollars));
  }

  private static Baseline.Historical history() {
    return new Baseline.Historical(
        List.of(
            new BaseYear(2022, amount("9000"), Rate.of("1.08"), Rate.of("0.98")),
            new BaseYear(2023, amount("9300"), Rate.of("1.04"), Rate.of("1.00")),
            new BaseYear(2024, amount("9600"), Rate.ONE, Rate.of("1.02"))),
        List.of(1L, 3L, 6L));
  }

  private static Baseline.Blended blended(String region, String national) {
    return new Baseline.Blended(
        history(),
        new Baseline.Regional(amount(region)),
        Rate.of("0.35"),
        Rate.of("0.15"),
        amount(national).times(Rate.of("0.05").value()));
  }

  private static RiskChange risk(String performance) {
    return new RiskChange(Rate.of(performance), Rate.of("1.02"), Rate.of("1.03"), Rate.of("0.97"));
  }

  private static TargetPlan plan(Baseline baseline) {
    return TargetPlan.of(Per.MEMBER_YEAR, baseline, new TrendUpdate.National(Rate.of("1.045")));
  }

  private static Recomputed steps(TargetPlan plan) {
    return Recomputed.of(TargetRules.target(plan, Rate.of(12)).steps());
  }

  private static Money cents(Amount amount) {
    return amount.roundHalfUp();
  }

  @Test
  @DisplayName("domain.md 2.9: history 9731.31, region +164.04, 10644.78 a year, 887.06 a month")
  void workedExample() {
    Target target =
        TargetRules.target(plan(blended("10200", "11000")).with(risk("1.05")), Rate.of(12));
    Recomputed steps = Recomputed.of(target.steps());
    assertThat(steps.value("baseYear.2022.restated", 2)).isEqualTo("10116.73");
    assertThat(steps.value("baseYear.2023.restated", 2)).isEqualTo("9865.44");
    assertThat(steps.value("baseYear.2024.restated", 2)).isEqualTo("9600.00");
    assertThat(steps.value("historical", 2)).isEqualTo("9731.31");
    assertThat(steps.value("regionalMove", 2)).isEqualTo("164.04");
    assertThat(steps.value("blended", 2)).isEqualTo("9895.35");
    assertThat(steps.value("riskRatio", 6)).isEqualTo("1.029412");
    assertThat(cents(target.perMember())).isEqualTo(Money.of("10644.78"));
    assertThat(cents(target.perMemberMonth())).isEqualTo(Money.of("887.06"));
    assertThat(target.budget()).isEqualTo(Money.of("10644.78"));
  }

  @Test
  @DisplayName("a later agreement weighs its base years alike")
  void equalWeights() {
    Baseline.Historical equal = new Baseline.Historical(history().years(), List.of(1L, 1L, 1L));
    assertThat(steps(plan(equal)).value("historical", 2)).isEqualTo("9860.72");
  }

  @ParameterizedTest
  @CsvSource({"12000,550.00", "8000,-259.70", "2000,-550.00", "9731.310857142857,0.00"})
  @DisplayName("the region draws by 35 % upwards, 15 % downwards, and by the cap at most")
  void blendIsCapped(String region, String move) {
    assertThat(steps(plan(blended(region, "11000"))).value("regionalMove", 2)).isEqualTo(move);
  }

  @ParameterizedTest
  @CsvSource({"1.05,1.029412", "1.20,1.030000", "1.00,0.980392", "0.50,0.970000"})
  @DisplayName("risk moves the target between the cap and the floor")
  void riskCorridor(String performance, String ratio) {
    assertThat(steps(plan(history()).with(risk(performance))).value("riskRatio", 6))
        .isEqualTo(ratio);
  }

  @Test
  @DisplayName("settlement.md 5a: 400 grows by a falling list to 424.00 ... 510.45")
  void decliningList() {
    List<Rate> falling =
        List.of(
            Rate.of("0.06"), Rate.of("0.055"), Rate.of("0.05"), Rate.of("0.045"), Rate.of("0.04"));
    List<String> expected = List.of("424.00", "447.32", "469.69", "490.82", "510.45");
    for (int year = 1; year <= 5; year++) {
      TargetPlan plan =
          TargetPlan.of(
              Per.MEMBER_MONTH,
              new Baseline.Stated(amount("400")),
              new TrendUpdate.Declining(falling.subList(0, year)));
      assertThat(cents(TargetRules.target(plan, Rate.ONE).perMember()))
          .isEqualTo(Money.of(expected.get(year - 1)));
    }
  }

  @Test
  @DisplayName(
      "settlement.md 5a: year 3 at 1.0404/1.0200 and 240,000 member months: 114,979,132.80")
  void globalBudget() {
    TargetPlan plan =
        TargetPlan.of(
                Per.MEMBER_MONTH,
                new Baseline.Stated(amount("400")),
                new TrendUpdate.Declining(
                    List.of(Rate.of("0.06"), Rate.of("0.055"), Rate.of("0.05"))))
            .with(new RiskChange(Rate.of("1.0404"), Rate.of("1.0200"), null, null));
    Target target = TargetRules.target(plan, Rate.of(240_000));
    Recomputed.of(target.steps());
    assertThat(target.budget()).isEqualTo(Money.of("114979132.80"));
  }

  @Test
  void aDecliningTrendDoesNotRise() {
    assertThatThrownBy(() -> new TrendUpdate.Declining(List.of(Rate.of("0.03"), Rate.of("0.031"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("updates: nation, region, their blend, a fixed factor")
  void updates() {
    Rate national = Rate.of("1.05");
    Rate regional = Rate.of("1.03");
    assertThat(update(new TrendUpdate.National(national))).isEqualTo("1.0500");
    assertThat(update(new TrendUpdate.Regional(regional))).isEqualTo("1.0300");
    assertThat(update(new TrendUpdate.Blend(national, regional, Rate.of("0.25"))))
        .isEqualTo("1.0350");
    assertThat(update(new TrendUpdate.Fixed(Rate.of("1.01")))).isEqualTo("1.0100");
  }

  private static String update(TrendUpdate update) {
    return steps(TargetPlan.of(Per.MEMBER_YEAR, history(), update)).value("update", 4);
  }

  @Test
  @DisplayName("half of the mean savings is given back, capped; losses are not taken off")
  void priorSavings() {
    assertThat(withPrior(amount("1000"), "300", "200", "100")).isEqualTo("9831.31");
    assertThat(withPrior(amount("60"), "300", "200", "100")).isEqualTo("9791.31");
    assertThat(withPrior(amount("1000"), "-300", "-200", "100")).isEqualTo("9731.31");
    assertThat(withPrior(null, "300", "200", "100")).isEqualTo("9831.31");
  }

  private static String withPrior(@Nullable Amount cap, String... savings) {
    PriorSavings prior =
        new PriorSavings(
            List.of(savings).stream().map(TargetRulesTest::amount).toList(), Rate.of("0.5"), cap);
    return steps(
            new TargetPlan(
                Per.MEMBER_YEAR,
                history(),
                prior,
                null,
                new TrendUpdate.Fixed(Rate.ONE),
                null,
                null))
        .value("baselineWithPriorSavings", 2);
  }

  @Test
  @DisplayName("an efficient practice keeps its previous baseline; equality is efficient")
  void efficiency() {
    // 9731.31 is 95 % of 10,243.48
    assertThat(withEfficiency("10300", "9900")).isEqualTo("9900.00");
    assertThat(withEfficiency("10300", "9500")).isEqualTo("9731.31");
    assertThat(withEfficiency("10200", "9900")).isEqualTo("9731.31");
  }

  private static String withEfficiency(String region, String previous) {
    Efficiency efficiency = new Efficiency(Rate.of("0.95"), amount(region), amount(previous));
    return steps(
            new TargetPlan(
                Per.MEMBER_YEAR,
                history(),
                null,
                efficiency,
                new TrendUpdate.Fixed(Rate.ONE),
                null,
                null))
        .value("baselineOfEfficient", 2);
  }

  @Test
  void efficiencyNeedsAHistory() {
    TargetPlan plan =
        new TargetPlan(
            Per.MEMBER_YEAR,
            new Baseline.Stated(amount("1")),
            null,
            new Efficiency(Rate.ONE, amount("1"), amount("1")),
            new TrendUpdate.Fixed(Rate.ONE),
            null,
            null);
    assertThatThrownBy(() -> TargetRules.target(plan, Rate.ONE))
        .hasMessage("efficiency needs a history");
  }

  @Test
  @DisplayName("settlement.md 5b: 6,000 of 12,000 member months, 1450 and 1380: 1,429.50")
  void credibility() {
    TargetPlan plan =
        new TargetPlan(
            Per.MEMBER_MONTH,
            new Baseline.Stated(amount("1450")),
            null,
            null,
            new TrendUpdate.Fixed(Rate.ONE),
            null,
            new TargetPlan.SmallVolume(
                new Credibility(Rate.of(6_000), Rate.of(12_000)), amount("1380")));
    Target target = TargetRules.target(plan, Rate.of(6_000));
    assertThat(Recomputed.of(target.steps()).value("credibility", 4)).isEqualTo("0.7071");
    assertThat(cents(target.perMember())).isEqualTo(Money.of("1429.50"));
    assertThat(target.budget())
        .isEqualTo(
            Money.of(
                target
                    .perMember()
                    .dollars()
                    .multiply(new BigDecimal("6000"))
                    .setScale(2, RoundingMode.HALF_UP)));
  }

  @Test
  void noMembersNoBudget() {
    assertThat(TargetRules.target(plan(history()), Rate.ZERO).budget()).isEqualTo(Money.ZERO);
  }

  @Test
  void baseYearsAscend() {
    assertThatThrownBy(
            () -> new Baseline.Historical(history().years().reversed(), List.of(1L, 3L, 6L)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
