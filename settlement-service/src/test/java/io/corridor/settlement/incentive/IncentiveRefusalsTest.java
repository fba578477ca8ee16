package io.corridor.settlement.incentive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Recoupment;
import io.corridor.settlement.share.Settled;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Terms and facts of incentives that cannot be are refused with a message that names them. */
class IncentiveRefusalsTest {

  private static final Rate MINUS = Rate.of("-0.0001");
  private static final Rate MORE_THAN_ALL = Rate.of("1.0001");
  private static final Amount DEBT = new Amount(new BigDecimal("-0.0001"));
  private static final Amount DOLLAR = new Amount(BigDecimal.ONE);
  private static final Money CENT_OWED = Money.of("-0.01");
  private static final YearMonth JANUARY = YearMonth.of(2025, 1);
  private static final Recoupment FREE = new Recoupment(Rate.ONE);

  private static Arguments refused(String message, ThrowingCallable call) {
    return arguments(message, call);
  }

  private static CareManagementFee.Month patients(Rate members, Rate risk) {
    return new CareManagementFee.Month(members, risk, Set.of());
  }

  private static InfrastructurePayment infrastructure(
      Money amount, YearMonth until, Rate atRisk, Map<String, Rate> metrics) {
    return new InfrastructurePayment(amount, JANUARY, until, atRisk, new TreeMap<>(metrics));
  }

  private static InterimPayment advances(int everyMonths, Rate part, Rate reserve) {
    return new InterimPayment(everyMonths, part, reserve, true, FREE);
  }

  static Stream<Arguments> fees() {
    return Stream.of(
        refused("members must not be negative", () -> patients(MINUS, Rate.ONE)),
        refused("the risk score must not be negative", () -> patients(Rate.ONE, MINUS)),
        refused(
            "the balance must not be negative",
            () ->
                new CareManagementFee.Facts(
                    patients(Rate.ONE, Rate.ONE), new TreeMap<>(), CENT_OWED)),
        refused(
            "the care management fee must be above 0",
            () -> new CareManagementFee(Amount.ZERO, false, Set.of(), FREE)),
        refused("the fee must not be negative", () -> new FeeThenShare(DEBT, 1, Rate.ONE)),
        refused(
            "the fee must turn after one year or more",
            () -> new FeeThenShare(DOLLAR, 0, Rate.ONE)),
        refused(
            "the share of savings must lie between 0 and 1",
            () -> new FeeThenShare(DOLLAR, 1, MORE_THAN_ALL)));
  }

  static Stream<Arguments> infrastructure() {
    YearMonth july = JANUARY.plusMonths(6);
    return Stream.of(
        refused(
            "the monthly amount must not be negative",
            () -> infrastructure(CENT_OWED, july, Rate.ZERO, Map.of())),
        refused(
            "an infrastructure payment must end after it begins",
            () -> infrastructure(Money.ZERO, JANUARY, Rate.ZERO, Map.of())),
        refused(
            "the part at risk must lie between 0 and 1",
            () -> infrastructure(Money.ZERO, july, MORE_THAN_ALL, Map.of("a", Rate.ONE))),
        refused(
            "metric A_B must be letters and digits",
            () -> infrastructure(Money.ZERO, july, Rate.ONE, Map.of("A_B", Rate.ONE))),
        refused(
            "a part at risk and metrics must be named together",
            () -> infrastructure(Money.ZERO, july, Rate.ONE, Map.of())),
        refused(
            "a part at risk and metrics must be named together",
            () -> infrastructure(Money.ZERO, july, Rate.ZERO, Map.of("a", Rate.ONE))),
        refused(
            "the weights of the metrics must sum to 1",
            () -> infrastructure(Money.ZERO, july, Rate.ONE, Map.of("a", Rate.of("0.9")))));
  }

  static Stream<Arguments> advances() {
    String whole = "advances must be a whole number of times a year";
    String month = "a month lies between 1 and 12";
    String soFar = "advances so far must not be negative";
    InterimPayment monthly = advances(1, Rate.ONE, Rate.ZERO);
    return Stream.of(
        refused(whole, () -> advances(0, Rate.ONE, Rate.ZERO)),
        refused(whole, () -> advances(5, Rate.ONE, Rate.ZERO)),
        refused(
            "the part paid ahead must lie between 0 and 1",
            () -> advances(1, MORE_THAN_ALL, Rate.ZERO)),
        refused("the reserve must lie between 0 and 1", () -> advances(1, Rate.ONE, MINUS)),
        refused(month, () -> monthly.advance(0, Money.ZERO, Money.ZERO)),
        refused(month, () -> monthly.advance(13, Money.ZERO, Money.ZERO)),
        refused(soFar, () -> monthly.advance(1, Money.ZERO, CENT_OWED)),
        refused(soFar, () -> monthly.netted(Money.ZERO, CENT_OWED)));
  }

  static Stream<Arguments> rewards() {
    PerformancePay.Measure measure =
        new PerformancePay.Measure(
            "m",
            PerformancePay.Direction.AT_LEAST,
            Rate.ONE,
            1,
            new PerformancePay.FixedAmount(Money.of("10")));
    return Stream.of(
        refused("measure m stands twice", () -> new PerformancePay(List.of(measure, measure))),
        refused(
            "the target of a practice must be above 0",
            () -> new PracticeTarget(Amount.ZERO, Rate.ONE, Rate.ZERO)),
        refused(
            "the share of a practice must lie between 0 and 1",
            () -> new PracticeTarget(DOLLAR, MINUS, Rate.ZERO)),
        refused(
            "the minimum of member months must not be negative",
            () -> new PracticeTarget(DOLLAR, Rate.ONE, MINUS)),
        refused("events must not be negative", () -> new PreventableEvents.Year(-1, Rate.ONE)),
        refused("member months must not be negative", () -> new PreventableEvents.Year(0, MINUS)),
        refused(
            "the value of an event must not be negative",
            () -> new PreventableEvents(DEBT, Rate.ONE, Rate.ZERO)),
        refused(
            "the share of the value must lie between 0 and 1",
            () -> new PreventableEvents(DOLLAR, MORE_THAN_ALL, Rate.ZERO)),
        refused(
            "the minimum of member months must not be negative",
            () -> new PreventableEvents(DOLLAR, Rate.ONE, MINUS)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"fees", "infrastructure", "advances", "rewards"})
  void namesWhatCannotBe(String message, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  @DisplayName("the ends of each range are allowed: a year, nothing, all")
  void ends() {
    assertThat(new FeeThenShare(Amount.ZERO, 1, Rate.ONE).yearsOfSavings()).isEqualTo(1);
    assertThat(new PreventableEvents.Year(0, Rate.ZERO).events()).isZero();
    assertThat(advances(12, Rate.ZERO, Rate.ONE).everyMonths()).isEqualTo(12);
  }

  @Test
  @DisplayName("without metrics the whole monthly amount is paid until the end")
  void withoutMetrics() {
    InfrastructurePayment payment =
        infrastructure(Money.of("1000"), JANUARY.plusMonths(6), Rate.ZERO, Map.of());
    Settled settled = payment.settle(JANUARY, JANUARY.plusMonths(8), Set.of());
    assertThat(settled.payment()).isEqualTo(Money.of("6000"));
    assertThat(settled.limits()).containsExactly(Limit.OUTSIDE_PERIOD);
  }
}
