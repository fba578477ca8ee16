package io.corridor.common.rules;

import static io.corridor.common.rules.Expression.ONE;
import static io.corridor.common.rules.Expression.constant;
import static io.corridor.common.rules.Expression.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

  private static final Expression A = named("a", 7);
  private static final Expression B = named("b.one", -3);

  @Test
  @DisplayName("brackets stand where they are needed and nowhere else")
  void brackets() {
    assertThat(A.minus(B.plus(ONE)).formula()).isEqualTo("a - (b.one + 1)");
    assertThat(A.minus(B.times(ONE)).formula()).isEqualTo("a - b.one * 1");
    assertThat(A.plus(B).times(ONE.minus(A)).formula()).isEqualTo("(a + b.one) * (1 - a)");
    assertThat(A.over(B.times(A)).formula()).isEqualTo("a / (b.one * a)");
    assertThat(A.minus(B).atLeastZero().formula()).isEqualTo("max(0, a - b.one)");
    assertThat(Expression.when(A.reaches(B), A, B).formula()).isEqualTo("if(a >= b.one, a, b.one)");
  }

  @Test
  void inputsStandOnceInTheOrderOfTheFormula() {
    assertThat(B.times(A).plus(B).inputs().stream().map(Step.Input::name))
        .containsExactly("b.one", "a");
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
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      Expression drawn = draw(random, 5);
      Map<String, BigDecimal> inputs = new HashMap<>();
      drawn.inputs().forEach(input -> inputs.put(input.name(), input.value()));
      assertThat(Formula.evaluate(drawn.formula(), inputs))
          .as("seed %d: %s", seed, drawn.formula())
          .isEqualByComparingTo(drawn.value());
    }
  }

  private static Expression draw(Random random, int depth) {
    if (depth == 0) {
      return switch (random.nextInt(4)) {
        case 0 -> A;
        case 1 -> B;
        case 2 -> constant(random.nextInt(-4, 9));
        default -> named("c", new BigDecimal("0.3"));
      };
    }
    Expression left = draw(random, random.nextInt(depth));
    Expression right = draw(random, random.nextInt(depth));
    return switch (random.nextInt(10)) {
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
}
