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

class CredibilityTest {

  private static final Credibility FULL_AT_400 = new Credibility(Rate.of(400));

  @ParameterizedTest
  @CsvSource({"0,0,true", "100,0.5,true", "361,0.95,true", "400,1,false", "900,1,false"})
  @DisplayName("the square root of the count over the full count, at most one; noted while below")
  void weight(long count, String weight, boolean binds) {
    Calculation steps = new Calculation();
    Expression own = FULL_AT_400.weight(steps, "weight", "5 b", named("count", count), "fullCount");
    assertThat(own.value()).isEqualByComparingTo(weight);
    Settled settled = steps.pay(own);
    assertThat(settled.value("weight")).isEqualByComparingTo(weight);
    assertThat(settled.limits().contains(Limit.CREDIBILITY)).isEqualTo(binds);
  }

  @Test
  @DisplayName("what the own figure lacks of weight, the standard has")
  void blend() {
    Expression blended =
        Credibility.blend(
            named("weight", new BigDecimal("0.25")), named("own", 80), named("all", 120));
    assertThat(blended.value()).isEqualByComparingTo("110");
  }

  @Test
  void theFullCountIsAboveZero() {
    assertThatThrownBy(() -> new Credibility(Rate.ZERO))
        .hasMessage("full credibility must be above 0");
  }
}
