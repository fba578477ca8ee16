package io.corridor.settlement.incentive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.incentive.PreventableEvents.Year;
import io.corridor.settlement.share.Laws;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Settled;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OtherIncentivesTest {

  private static final FeeThenShare TURNING =
      new FeeThenShare(new Amount(new BigDecimal("3")), 2, Rate.of("0.5"));

  private static Settled turning(String savings, String... earlier) {
    List<Money> years = Stream.of(earlier).map(Money::of).toList();
    Settled settled = TURNING.settle(years, Rate.of(10_000), Money.of(savings));
    Laws.explained(settled);
    return settled;
  }

  @Test
  @DisplayName("a fee of 30,000 turns into half of the savings after two years of savings in a row")
  void feeTurnsIntoShare() {
    assertThat(turning("80000").payment()).isEqualTo(Money.of("30000"));
    assertThat(turning("80000", "1", "-5", "1").payment()).isEqualTo(Money.of("30000"));
    assertThat(turning("80000", "1", "0").payment()).isEqualTo(Money.of("30000"));
    assertThat(turning("80000", "-5", "1", "1").payment()).isEqualTo(Money.of("40000"));
  }

  @Test
  void onceTurnedItStaysTurned() {
    Settled loss = turning("-80000", "1", "1", "-9");
    assertThat(loss.payment()).isEqualTo(Money.ZERO);
    assertThat(loss.limits()).containsExactly(Limit.NO_DOWNSIDE);
  }

  private static final PreventableEvents EVENTS =
      new PreventableEvents(new Amount(new BigDecimal("3000")), Rate.of("0.5"), Rate.of(6_000));

  private static Settled events(long events, long memberMonths) {
    Settled settled =
        EVENTS.settle(
            List.of(
                new Year(100, Rate.of(12_000)),
                new Year(97, Rate.of(12_000)),
                new Year(90, Rate.of(12_000))),
            new Year(events, Rate.of(memberMonths)));
    Laws.explained(settled);
    return settled;
  }

  @Test
  @DisplayName("100, 97, 90 per thousand lead to 85; 80 events are 5 fewer and earn 7,500")
  void belowTheOwnTrend() {
    Settled settled = events(80, 12_000);
    assertThat(settled.value("yearlyChange")).isEqualByComparingTo("-5");
    assertThat(settled.value("expectedRate")).isEqualByComparingTo("85");
    assertThat(settled.payment()).isEqualTo(Money.of("7500"));
    assertThat(events(160, 24_000).payment()).isEqualTo(Money.of("15000"));
  }

  @Test
  void atOrAboveTheTrendNothingIsPaidOrOwed() {
    assertThat(events(85, 12_000).payment()).isEqualTo(Money.ZERO);
    assertThat(events(85, 12_000).limits()).isEmpty();
    Settled above = events(86, 12_000);
    assertThat(above.payment()).isEqualTo(Money.ZERO);
    assertThat(above.limits()).containsExactly(Limit.NO_DOWNSIDE);
    assertThat(events(0, 5_999).limits()).containsExactly(Limit.MINIMUM_COUNT);
  }

  @Test
  void theExpectedRateNeverFallsBelowZero() {
    Settled settled =
        EVENTS.settle(
            List.of(new Year(100, Rate.of(12_000)), new Year(10, Rate.of(12_000))),
            new Year(0, Rate.of(6_000)));
    assertThat(settled.value("expectedRate")).isEqualByComparingTo("0");
    assertThat(settled.payment()).isEqualTo(Money.ZERO);
    assertThat(settled.limits()).isEmpty();
    Laws.explained(settled);
  }

  private static final PracticeTarget TARGET =
      new PracticeTarget(new Amount(new BigDecimal("450")), Rate.of("0.3"), Rate.of(1_000));

  private static Settled target(long memberMonths, String cost) {
    Settled settled = TARGET.settle(Rate.of(memberMonths), Money.of(cost));
    Laws.explained(settled);
    return settled;
  }

  @Test
  @DisplayName("2,000 member months at 450 are 900,000; 880,000 spent earn three tenths of 20,000")
  void practiceTarget() {
    assertThat(target(2_000, "880000").payment()).isEqualTo(Money.of("6000"));
    assertThat(target(2_000, "900000").payment()).isEqualTo(Money.ZERO);
    assertThat(target(2_000, "900000").limits()).isEmpty();
    assertThat(target(2_000, "900000.01").payment()).isEqualTo(Money.ZERO);
    assertThat(target(2_000, "900000.01").limits()).containsExactly(Limit.NO_DOWNSIDE);
    assertThat(target(1_000, "0").payment()).isEqualTo(Money.of("135000"));
    assertThat(target(999, "0").limits()).containsExactly(Limit.MINIMUM_COUNT);
  }

  @Test
  void aTrendNeedsAHistory() {
    Year year = new Year(1, Rate.of(12_000));
    assertThatThrownBy(() -> EVENTS.settle(List.of(year), year))
        .hasMessage("a trend needs two years of history");
    assertThatThrownBy(() -> EVENTS.settle(List.of(year, new Year(0, Rate.ZERO)), year))
        .hasMessage("the member months of a past year must be above 0");
  }

  private static final YearMonth JANUARY = YearMonth.of(2025, 1);
  private static final InfrastructurePayment BUILDING =
      new InfrastructurePayment(
          Money.of("1000.01"),
          JANUARY,
          YearMonth.of(2026, 7),
          Rate.of("0.2"),
          new TreeMap<>(Map.of("registry", Rate.of("0.75"), "hours", Rate.of("0.25"))));

  private static Settled building(YearMonth first, YearMonth end, String... met) {
    Settled settled = BUILDING.settle(first, end, Set.of(met));
    Laws.explained(settled);
    return settled;
  }

  @Test
  @DisplayName("a fifth is at risk; the payment ends in June 2026")
  void infrastructure() {
    YearMonth next = JANUARY.plusYears(1);
    assertThat(building(JANUARY, next, "registry", "hours").payment())
        .isEqualTo(Money.of("12000.12"));
    Settled partly = building(JANUARY, next, "registry");
    assertThat(partly.payment()).isEqualTo(Money.of("11400.11"));
    assertThat(partly.limits()).containsExactly(Limit.CONDITION_NOT_MET);
    assertThat(building(JANUARY, next).payment()).isEqualTo(Money.of("9600.10"));
    Settled ending = building(next, next.plusYears(1), "registry", "hours");
    assertThat(ending.value("amount")).isEqualByComparingTo("6000.06");
    assertThat(ending.limits()).containsExactly(Limit.OUTSIDE_PERIOD);
    assertThat(building(next.plusYears(1), next.plusYears(2)).payment()).isEqualTo(Money.ZERO);
    assertThat(building(YearMonth.of(2024, 1), JANUARY).payment()).isEqualTo(Money.ZERO);
  }

  @Test
  void metricsAndRiskBelongTogether() {
    assertThatThrownBy(() ->
            new InfrastructurePayment(
                Money.of("1"), JANUARY, JANUARY.plusMonths(1), Rate.of("0.2"), new TreeMap<>()))
        .hasMessage("a part at risk and metrics must be named together");
    assertThatThrownBy(() ->
            new InfrastructurePayment(Money.of("1"), JANUARY, JANUARY, Rate.ZERO, new TreeMap<>()))
        .hasMessage("an infrastructure payment must end after it begins");
  }
}
