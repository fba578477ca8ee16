package io.corridor.settlement.share;

import static io.corridor.settlement.share.Expression.ONE;
import static io.corridor.settlement.share.Expression.constant;
import static io.corridor.settlement.share.Expression.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.settlement.estimate.Formula;
import io.corridor.settlement.statement.Step;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

  private static final Expression A = named("a", 7);
  private static final Expression B = named("b", -3);

  @Test
  @DisplayName("brackets stand where they are needed and nowhere else")
  void brackets() {
    assertThat(A.plus(B).plus(ONE).formula()).isEqualTo("a + b + 1");
    assertThat(A.minus(B.plus(ONE)).formula()).isEqualTo("a - (b + 1)");
    assertThat(A.minus(B.times(ONE)).formula()).isEqualTo("a - b * 1");
    assertThat(A.plus(B).times(ONE.minus(A)).formula()).isEqualTo("(a + b) * (1 - a)");
    assertThat(A.over(B.times(A)).formula()).isEqualTo("a / (b * a)");
    assertThat(A.times(B).over(A).formula()).isEqualTo("a * b / a");
    assertThat(A.plus(B).negated().formula()).isEqualTo("-(a + b)");
    assertThat(A.minus(B).atLeastZero().formula()).isEqualTo("max(0, a - b)");
    assertThat(Expression.when(A.reaches(B), A, B).formula()).isEqualTo("if(a >= b, a, b)");
    assertThat(A.squareRoot().formula()).isEqualTo("sqrt(a)");
  }

  @Test
  void inputsStandOnceInTheOrderOfTheFormula() {
    assertThat(B.times(A).plus(B).inputs().stream().map(Step.Input::name))
        .containsExactly("b", "a");
    assertThatThrownBy(() -> A.plus(named("a", 8))).hasMessage("two values are called a");
  }

  @Test
  void theSumOfNothingIsZero() {
    assertThat(Expression.sum(List.of()).value()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @DisplayName("whatever is built, its formula gives its value")
  void formulaGivesValue(long seed) {
    Draw draw = new Draw(seed);
    for (int round = 0; round < 500; round++) {
      Expression drawn = draw(draw, 5);
      Map<String, BigDecimal> inputs = new HashMap<>();
      drawn.inputs().forEach(input -> inputs.put(input.name(), input.value()));
      assertThat(Formula.evaluate(drawn.formula(), inputs))
          .as(drawn.formula())
          .isEqualByComparingTo(drawn.value());
    }
  }

  private static Expression draw(Draw draw, int depth) {
    if (depth == 0) {
      return switch (draw.number(0, 4)) {
        case 0 -> A;
        case 1 -> B;
        case 2 -> constant(draw.number(-4, 9));
        default -> named("c", new BigDecimal("0.3"));
      };
    }
    Expression left = draw(draw, draw.number(0, depth));
    Expression right = draw(draw, draw.number(0, depth));
    return switch (draw.number(0, 10)) {
      case 0 -> left.plus(right);
      case 1 -> left.minus(right);
      case 2 -> left.times(right);
      case 3 -> left.over(right.times(right).plus(ONE));
      case 4 -> left.min(right);
      case 5 -> left.max(right);
      case 6 -> left.negated();
      case 7 -> left.times(left).squareRoot();
      case 8 -> left.roundHalfUp(2);
      default -> Expression.when(left.reaches(right), right, left);
    };
  }

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
