package io.corridor.common.rules;

import static io.corridor.common.rules.Expression.ONE;
import static io.corridor.common.rules.Expression.constant;
import static io.corridor.common.rules.Expression.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
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
    Expression twice = A.plus(named("a", 8));
    assertThatThrownBy(twice::inputs).hasMessage("two values are called a");
  }

  @Test
  @DisplayName("many inputs stand once each too, and two values of one name are found among them")
  void manyInputs() {
    List<Expression> parts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      parts.add(named("part" + i % 30, i % 30));
    }
    assertThat(Expression.sum(parts).inputs()).hasSize(30);
    parts.add(named("part29", 1));
    Expression twice = Expression.sum(parts);
    assertThatThrownBy(twice::inputs).hasMessage("two values are called part29");
  }

  @Test
  @DisplayName("conditions are joined with brackets where they are needed")
  void conditions() {
    Expression.Condition above = A.exceeds(ONE).and(A.reaches(B));
    Expression.Condition below = A.below(ONE).and(A.atMost(B.negated()));
    assertThat(Expression.when(above.or(below), A, B).formula())
        .isEqualTo("if(a > 1 and a >= b.one or a < 1 and a <= -b.one, a, b.one)");
    assertThat(Expression.when(above.and(A.below(B).or(A.exceeds(B))), A, B).formula())
        .isEqualTo("if(a > 1 and a >= b.one and (a < b.one or a > b.one), a, b.one)");
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
    return switch (random.nextInt(12)) {
      case 0 -> left.plus(right);
      case 1 -> left.minus(right);
      case 2 -> left.times(right);
      case 3 -> left.over(right.times(right).plus(ONE));
      case 4 -> left.min(right);
      case 5 -> left.max(right);
      case 6 -> left.negated();
      case 7 -> left.times(left).squareRoot();
      case 8 -> left.roundHalfUp(2);
      case 9 -> Expression.when(left.below(right).or(right.atMost(ONE)), right, left);
      case 10 -> Expression.sum(List.of(left, right, A));
      default -> Expression.when(left.reaches(right).and(left.exceeds(ONE)), right, left);
    };
  }
}
