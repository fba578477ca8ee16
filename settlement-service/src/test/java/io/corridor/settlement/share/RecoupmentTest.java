package io.corridor.settlement.share;

import static io.corridor.common.rules.Expression.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecoupmentTest {

  @ParameterizedTest
  @CsvSource({"0,0,false", "12.49,12.49,false", "12.5,12.50,false", "12.51,12.50,true"})
  @DisplayName("at most a quarter of the payment is taken back; less is no limit's doing")
  void taken(String owed, String taken, boolean binds) {
    Calculation steps = new Calculation();
    Expression back =
        new Recoupment(Rate.of("0.25"))
            .taken(steps, "5 e", named("owed", new BigDecimal(owed)), named("paid", 50));
    assertThat(back.value()).isEqualByComparingTo(taken);
    Settled settled = steps.pay(back);
    assertThat(settled.value("recoupable")).isEqualByComparingTo("12.50");
    assertThat(settled.limits().contains(Limit.RECOUPMENT_LIMIT)).isEqualTo(binds);
  }

  @Test
  @DisplayName("the most is rounded to the cent before it is compared")
  void wholeCents() {
    Calculation steps = new Calculation();
    Expression back =
        new Recoupment(Rate.of("0.333"))
            .taken(steps, "5 e", named("owed", 9), named("paid", new BigDecimal("10.05")));
    assertThat(back.value()).isEqualByComparingTo("3.35");
  }

  @Test
  void theLimitIsAShare() {
    assertThatThrownBy(() -> new Recoupment(Rate.of("1.1")))
        .hasMessage("the recoupment limit must lie between 0 and 1");
  }
}
