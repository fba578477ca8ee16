package io.corridor.settlement.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.share.PassThrough.Divided;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassThroughTest {

  private static PassThrough equally(String passedOn, String... names) {
    NavigableMap<String, Rate> shares = new TreeMap<>();
    for (String name : names) {
      shares.put(name, Rate.ONE);
    }
    return new PassThrough(Rate.of(passedOn), shares);
  }

  @Test
  @DisplayName("a third of a hundred dollars each: the odd cent goes to the smaller name")
  void oddCent() {
    Divided divided = equally("1", "c", "a", "b").divide(Money.of("100"));
    assertThat(divided.parts())
        .containsExactly(
            Map.entry("a", Money.of("33.34")),
            Map.entry("b", Money.of("33.33")),
            Map.entry("c", Money.of("33.33")));
    assertThat(divided.kept()).isEqualTo(Money.ZERO);
  }

  @Test
  @DisplayName("an ACO keeps two fifths; a practice hands a half of its part to its clinicians")
  void fromAcoToPracticeToClinician() {
    PassThrough toPractices =
        new PassThrough(
            Rate.of("0.6"),
            new TreeMap<>(Map.of("small", Rate.of("0.25"), "large", Rate.of("0.75"))));
    Divided practices = toPractices.divide(Money.of("1694551.50"));
    assertThat(practices.kept()).isEqualTo(Money.of("677820.60"));
    assertThat(practices.parts())
        .containsOnly(
            Map.entry("small", Money.of("254182.72")), Map.entry("large", Money.of("762548.18")));
    Divided clinicians = equally("0.5", "n1", "n2").divide(Money.of("254182.73"));
    assertThat(clinicians.kept()).isEqualTo(Money.of("127091.36"));
    assertThat(clinicians.parts())
        .containsOnly(Map.entry("n1", Money.of("63545.69")), Map.entry("n2", Money.of("63545.68")));
  }

  @Test
  void whatIsOwedIsDividedToo() {
    Divided divided = equally("1", "a", "b").divide(Money.of("-0.03"));
    assertThat(divided.parts())
        .containsOnly(Map.entry("a", Money.of("-0.02")), Map.entry("b", Money.of("-0.01")));
  }

  @Test
  void receiversAreNeededWhereSomethingIsHandedOn() {
    assertThatThrownBy(() -> new PassThrough(Rate.ONE, new TreeMap<>()))
        .hasMessage("a payment that is handed on needs receivers");
    assertThat(new PassThrough(Rate.ZERO, new TreeMap<>()).divide(Money.of("5")).kept())
        .isEqualTo(Money.of("5"));
  }

  @Test
  void sharesOfNothingDivideNothing() {
    NavigableMap<String, Rate> none = new TreeMap<>(Map.of("a", Rate.ZERO, "b", Rate.ZERO));
    assertThat(PassThrough.inProportion(Money.ZERO, none))
        .containsOnly(Map.entry("a", Money.ZERO), Map.entry("b", Money.ZERO));
    assertThatThrownBy(() -> PassThrough.inProportion(Money.of("0.01"), none))
        .hasMessage("a payment without shares cannot be divided");
    assertThatThrownBy(() -> new PassThrough(Rate.ONE, none))
        .hasMessage("a payment that is handed on needs receivers");
  }

  @ParameterizedTest
  @ValueSource(longs = {701, 702, 703})
  @DisplayName("L3: what is kept and the parts sum to the whole, each within a cent of its share")
  void partsSumToTheWhole(long seed) {
    Draw draw = new Draw(seed);
    for (int round = 0; round < 300; round++) {
      NavigableMap<String, Rate> shares = new TreeMap<>();
      int count = draw.number(1, 12);
      for (int i = 0; i < count; i++) {
        shares.put("p" + i, draw.percent(i == 0 ? 1 : 0, 100));
      }
      Money payment = draw.dollars(-1_000_000, 1_000_000);
      Divided divided = new PassThrough(draw.percent(0, 100), shares).divide(payment);
      Money handedOn = divided.parts().values().stream().reduce(Money.ZERO, Money::plus);
      assertThat(divided.kept().plus(handedOn)).isEqualTo(payment);
      Rate whole = shares.values().stream().reduce(Rate.ZERO, Rate::plus);
      divided
          .parts()
          .forEach((name, part) -> {
            Rate share = Rate.ratio(shares.getOrDefault(name, Rate.ZERO).value(), whole.value());
            Money exact = handedOn.times(share).roundHalfUp();
            assertThat(Math.abs(part.minus(exact).cents())).isLessThanOrEqualTo(1);
          });
    }
  }
}
