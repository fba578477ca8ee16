package io.corridor.settlement.share;

import static io.corridor.common.rules.Expression.constant;
import static io.corridor.common.rules.Expression.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.rules.Expression;
import org.junit.jupiter.api.Test;

class CalculationTest {

  private static final Expression A = named("a", 7);
  private static final Expression B = named("b", -3);

  @Test
  void aCalculationNamesEachStepOnceAndRoundsAtTheEnd() {
    Calculation steps = new Calculation();
    Expression third = steps.step("third", "rule", A.over(constant(3)));
    assertThatThrownBy(() -> steps.step("third", "rule", A))
        .isInstanceOf(IllegalStateException.class);
    Settled settled = steps.pay(third);
    assertThat(settled.payment()).hasToString("2.33");
    assertThat(settled.value("third").toPlainString()).startsWith("2.33333333333333333333");
    assertThatThrownBy(() -> settled.value("fourth")).hasMessage("no step fourth");
  }

  @Test
  void aLimitedStepGivesItsValueBack() {
    Calculation steps = new Calculation();
    assertThat(steps.stepAtMost("most", "rule", A, constant(6), Limit.GAIN_CAP).value())
        .isEqualByComparingTo("6");
    assertThat(steps.stepAtLeast("least", "rule", B, constant(-2), Limit.LOSS_CAP).value())
        .isEqualByComparingTo("-2");
  }

  @Test
  void limitsBindOnlyWhenTheyMoveTheAmount() {
    Calculation steps = new Calculation();
    steps.stepAtMost("at", "rule", A, constant(7), Limit.GAIN_CAP);
    steps.stepAtLeast("least", "rule", B, constant(-3), Limit.LOSS_CAP);
    assertThat(steps.pay(A).limits()).isEmpty();
    Calculation other = new Calculation();
    other.stepAtLeast("least", "rule", B, constant(-2), Limit.LOSS_CAP);
    other.stepAtMost("at", "rule", A, constant(6), Limit.GAIN_CAP);
    assertThat(other.pay(A).limits()).containsExactly(Limit.GAIN_CAP, Limit.LOSS_CAP);
  }
}
