package io.corridor.settlement.incentive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.share.Draw;
import io.corridor.settlement.share.Laws;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Recoupment;
import io.corridor.settlement.share.Settled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterimPaymentTest {

  private static InterimPayment quarterly(boolean trueUp) {
    return new InterimPayment(
        3, Rate.of("0.5"), Rate.of("0.2"), trueUp, new Recoupment(Rate.of("0.25")));
  }

  @Test
  @DisplayName("half of 1,200,000 less a fifth in reserve: 120,000 a quarter")
  void advances() {
    InterimPayment terms = quarterly(false);
    Settled first = terms.advance(3, Money.of("1200000"), Money.ZERO);
    assertThat(first.payment()).isEqualTo(Money.of("120000"));
    Laws.explained(first);
    assertThat(terms.advance(6, Money.of("1200000"), Money.of("120000")).payment())
        .isEqualTo(Money.of("120000"));
    assertThat(terms.advance(12, Money.of("1200000"), Money.of("360000")).payment())
        .isEqualTo(Money.of("120000"));
  }

  @Test
  void betweenTheDatesNothingIsAdvanced() {
    Settled settled = quarterly(true).advance(4, Money.of("1200000"), Money.ZERO);
    assertThat(settled.payment()).isEqualTo(Money.ZERO);
    assertThat(settled.limits()).containsExactly(Limit.OUTSIDE_PERIOD);
  }

  @Test
  @DisplayName("a falling expectation takes advances back only where the terms true up")
  void trueUp() {
    assertThat(quarterly(false).advance(6, Money.of("300000"), Money.of("120000")).payment())
        .isEqualTo(Money.ZERO);
    assertThat(quarterly(true).advance(6, Money.of("300000"), Money.of("120000")).payment())
        .isEqualTo(Money.of("-60000"));
    assertThat(quarterly(true).advance(6, Money.of("-300000"), Money.of("120000")).payment())
        .isEqualTo(Money.of("-120000"));
  }

  @ParameterizedTest
  @DisplayName("the final settlement nets the advances and takes back a quarter of them at most")
  @CsvSource({
    "1200000,480000,720000,0,false",
    "480000,480000,0,0,false",
    "400000,480000,-80000,0,false",
    "360000,480000,-120000,0,false",
    "359999.99,480000,-120000,0.01,true",
    "0,480000,-120000,360000,true",
    "-50000,480000,-170000,360000,true",
    "-50000,0,-50000,0,false",
    "0,0,0,0,false"
  })
  void netted(String result, String paid, String payment, String balance, boolean limited) {
    Recoupment.Result end = quarterly(true).netted(Money.of(result), Money.of(paid));
    assertThat(end.settled().payment()).isEqualTo(Money.of(payment));
    assertThat(end.balance()).isEqualTo(Money.of(balance));
    assertThat(end.settled().limits().contains(Limit.RECOUPMENT_LIMIT)).isEqualTo(limited);
    Laws.explained(end.settled());
  }

  @Test
  void contradictionsAreRefused() {
    assertThatThrownBy(
            () -> new InterimPayment(5, Rate.ONE, Rate.ZERO, true, new Recoupment(Rate.ONE)))
        .hasMessage("advances must be a whole number of times a year");
    assertThatThrownBy(() -> quarterly(true).advance(13, Money.ZERO, Money.ZERO))
        .hasMessage("a month lies between 1 and 12");
  }

  @ParameterizedTest
  @ValueSource(longs = {901, 902})
  @DisplayName("laws: advances, final payment and balance sum to the result of the year")
  void everythingPaidIsTheResult(long seed) {
    Draw draw = new Draw(seed);
    for (int round = 0; round < 200; round++) {
      InterimPayment terms =
          new InterimPayment(
              draw.oneIn(2) ? 1 : 3,
              draw.percent(0, 100),
              draw.percent(0, 100),
              draw.oneIn(2),
              new Recoupment(draw.percent(0, 100)));
      Money paid = Money.ZERO;
      for (int month = 1; month <= 12; month++) {
        Settled advance = terms.advance(month, draw.dollars(-500_000, 2_000_000), paid);
        Laws.explained(advance);
        paid = paid.plus(advance.payment());
        assertThat(paid.isNegative()).isFalse();
      }
      Money result = draw.dollars(-500_000, 2_000_000);
      Recoupment.Result end = terms.netted(result, paid);
      Laws.explained(end.settled());
      assertThat(end.balance().isNegative()).isFalse();
      assertThat(paid.plus(end.settled().payment()).minus(end.balance())).isEqualTo(result);
    }
  }
}
