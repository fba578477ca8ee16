package io.corridor.common.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @Test
  @DisplayName("cents are exact: a fraction of a cent is refused, not rounded")
  void exact() {
    assertThat(Money.of("12.34").cents()).isEqualTo(1234);
    assertThat(Money.of("-0.05").dollars()).isEqualByComparingTo("-0.05");
    assertThat(Money.ofCents(1234)).hasToString("12.34");
    assertThatThrownBy(() -> Money.of("0.005")).isInstanceOf(ArithmeticException.class);
  }

  @Test
  @DisplayName("an overflow is an error, never a wrong amount")
  void overflow() {
    Money most = Money.ofCents(Long.MAX_VALUE);
    assertThatThrownBy(() -> most.plus(Money.ofCents(1))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.ofCents(Long.MIN_VALUE).negated())
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @DisplayName("the largest remainder takes the last cent; equal remainders go to the earlier part")
  @CsvSource({
    "1.00, 1 1 1, 0.34 0.33 0.33",
    "-1.00, 1 1 1, -0.34 -0.33 -0.33",
    "0.02, 1 1 1, 0.01 0.01 0.00",
    "10.00, 1 0 3, 2.50 0.00 7.50",
    "0.05, 5 3 2, 0.03 0.01 0.01",
    "0.00, 7 9, 0.00 0.00"
  })
  void split(String whole, String weights, String parts) {
    assertThat(Money.of(whole).splitByLargestRemainder(longs(weights)))
        .containsExactlyElementsOf(
            java.util.Arrays.stream(parts.split(" ")).map(Money::of).toList());
  }

  @ParameterizedTest
  @DisplayName("L3: the parts of a split sum to the whole, each within a cent of its share")
  @ValueSource(longs = {1, 2, 3})
  void partsSumToTheWhole(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      Money whole = Money.ofCents(random.nextLong(-10_000_000_000L, 10_000_000_000L));
      List<Long> weights =
          LongStream.concat(
                  LongStream.of(1), random.longs(random.nextInt(12), 0, 1_000_000_000_000L))
              .boxed()
              .toList();
      List<Money> parts = whole.splitByLargestRemainder(weights);
      assertThat(parts.stream().reduce(Money.ZERO, Money::plus))
          .as("seed " + seed)
          .isEqualTo(whole);
      Rate all = Rate.of(weights.stream().mapToLong(Long::longValue).sum());
      for (int i = 0; i < parts.size(); i++) {
        Amount share = whole.times(Rate.ratio(Rate.of(weights.get(i)).value(), all.value()));
        assertThat(Amount.of(parts.get(i)).minus(share).dollars().abs())
            .isLessThan(Money.of("0.01").dollars());
      }
    }
  }

  @Test
  @DisplayName("weights that are negative or all zero cannot divide anything")
  void badWeights() {
    assertThatThrownBy(() -> Money.of("1.00").splitByLargestRemainder(List.of(0L, 0L)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Money.of("1.00").splitByLargestRemainder(List.of(2L, -1L)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @DisplayName("an amount becomes money half up: away from zero at exactly half a cent")
  @CsvSource({
    "0.005, 0.01",
    "0.00499999999999999999999999999999, 0.00",
    "-0.005, -0.01",
    "2.675, 2.68"
  })
  void halfUp(String amount, String money) {
    assertThat(new Amount(new java.math.BigDecimal(amount)).roundHalfUp())
        .isEqualTo(Money.of(money));
  }

  @Test
  @DisplayName("amounts and rates are equal by value, whatever their scale, and carry 34 digits")
  void amountsAndRates() {
    assertThat(Rate.of("0.50")).isEqualTo(Rate.of("0.5")).hasSameHashCodeAs(Rate.of("0.5"));
    Rate third = Rate.ratio(Rate.of(1).value(), Rate.of(3).value());
    assertThat(third).hasToString("0." + "3".repeat(34));
    assertThat(third.sixDigitsHalfUp()).isEqualByComparingTo("0.333333");
    assertThat(Money.of("0.30").times(third).times(Rate.of(3).value()).roundHalfUp())
        .isEqualTo(Money.of("0.30"));
    assertThat(Amount.of(Money.of("1.10"))).isEqualTo(new Amount(Rate.of("1.1").value()));
  }

  private static List<Long> longs(String text) {
    return java.util.Arrays.stream(text.split(" ")).map(Long::valueOf).toList();
  }
}
