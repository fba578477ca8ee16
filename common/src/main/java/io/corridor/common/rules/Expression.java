package io.corridor.common.rules;

import static io.corridor.common.rules.Workings.DIGITS;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value together with the formula and the named inputs that give it, in the words of {@link
 * Step}: what a step says and what it computes cannot differ. Every operation carries 34 digits and
 * nothing is rounded unless {@link #roundHalfUp} says so.
 */
public final class Expression {

  /** The number zero. */
  public static final Expression ZERO = constant(BigDecimal.ZERO);

  /** The number one. */
  public static final Expression ONE = constant(BigDecimal.ONE);

  /** How tightly the outermost operator of a formula binds. */
  private enum Binding {
    SUM,
    PRODUCT,
    WHOLE
  }

  private final String formula;
  private final BigDecimal value;
  private final Map<String, BigDecimal> inputs;
  private final Binding binding;

  private Expression(
      String formula, BigDecimal value, Map<String, BigDecimal> inputs, Binding binding) {
    this.formula = formula;
    this.value = value;
    this.inputs = inputs;
    this.binding = binding;
  }

  /** A condition of {@link #when}, with its own formula and inputs. */
  public record Condition(String formula, boolean holds, Map<String, BigDecimal> inputs) {

    /** Keeps its own copy of the inputs, in their order. */
    public Condition {
      inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /** This and {@code other}. */
    public Condition and(Condition other) {
      return new Condition(
          formula + " and " + other.formula, holds && other.holds, merged(inputs, other.inputs));
    }
  }

  /** A named input. */
  public static Expression named(String name, BigDecimal value) {
    return new Expression(name, value, Map.of(name, value), Binding.WHOLE);
  }

  /** A named rate, share or count. */
  public static Expression named(String name, Rate value) {
    return named(name, value.value());
  }

  /** A named amount in dollars. */
  public static Expression named(String name, Amount value) {
    return named(name, value.dollars());
  }

  /** A named amount in dollars. */
  public static Expression named(String name, Money value) {
    return named(name, value.dollars());
  }

  /** A named count. */
  public static Expression named(String name, long value) {
    return named(name, BigDecimal.valueOf(value));
  }

  /** A number of the rule itself. */
  public static Expression constant(BigDecimal value) {
    return new Expression(value.toPlainString(), value, Map.of(), Binding.WHOLE);
  }

  /** A whole number of the rule itself. */
  public static Expression constant(long value) {
    return constant(BigDecimal.valueOf(value));
  }

  /** The sum of some expressions in their order; zero without any. */
  public static Expression sum(List<Expression> parts) {
    return parts.stream().reduce(Expression::plus).orElse(ZERO);
  }

  /** One of two values. */
  public static Expression when(Condition condition, Expression then, Expression otherwise) {
    Map<String, BigDecimal> inputs = merged(condition.inputs(), then.inputs);
    return new Expression(
        "if(" + condition.formula() + ", " + then.formula + ", " + otherwise.formula + ")",
        condition.holds() ? then.value : otherwise.value,
        merged(inputs, otherwise.inputs),
        Binding.WHOLE);
  }

  /**
   * A function of this whose other arguments are numbers of the terms.
   *
   * @param function its name in the words of {@link Step}
   * @param result its exact value
   */
  public Expression through(String function, List<BigDecimal> arguments, BigDecimal result) {
    StringBuilder call = new StringBuilder(function).append('(').append(formula);
    arguments.forEach(argument -> call.append(", ").append(argument.toPlainString()));
    return new Expression(call.append(')').toString(), result, inputs, Binding.WHOLE);
  }

  /** This and {@code other}. */
  public Expression plus(Expression other) {
    return joined(" + ", other, value.add(other.value, DIGITS), Binding.SUM);
  }

  /** This without {@code other}. */
  public Expression minus(Expression other) {
    return joined(" - ", other, value.subtract(other.value, DIGITS), Binding.SUM);
  }

  /** This times {@code other}. */
  public Expression times(Expression other) {
    return joined(" * ", other, value.multiply(other.value, DIGITS), Binding.PRODUCT);
  }

  /**
   * This divided by {@code other}.
   *
   * @throws ArithmeticException if {@code other} is zero
   */
  public Expression over(Expression other) {
    return joined(" / ", other, value.divide(other.value, DIGITS), Binding.PRODUCT);
  }

  /** The smaller of the two. */
  public Expression min(Expression other) {
    return call("min", other, value.min(other.value));
  }

  /** The larger of the two. */
  public Expression max(Expression other) {
    return call("max", other, value.max(other.value));
  }

  /** This, or zero when it is below. */
  public Expression atLeastZero() {
    return ZERO.max(this);
  }

  /** This with the other sign. */
  public Expression negated() {
    return new Expression("-" + within(Binding.WHOLE), value.negate(), inputs, Binding.WHOLE);
  }

  /**
   * The square root.
   *
   * @throws ArithmeticException if this is negative
   */
  public Expression squareRoot() {
    return through("sqrt", List.of(), value.sqrt(DIGITS));
  }

  /** Rounded half up to some digits after the point: away from zero at exactly half. */
  public Expression roundHalfUp(int digits) {
    return through(
        "roundHalfUp",
        List.of(BigDecimal.valueOf(digits)),
        value.setScale(digits, RoundingMode.HALF_UP));
  }

  /** Whether this reaches {@code other}; equality counts. */
  public Condition reaches(Expression other) {
    return new Condition(
        formula + " >= " + other.formula,
        value.compareTo(other.value) >= 0,
        merged(inputs, other.inputs));
  }

  /** Whether this is above {@code other}; equality does not count. */
  public Condition exceeds(Expression other) {
    return new Condition(
        formula + " > " + other.formula,
        value.compareTo(other.value) > 0,
        merged(inputs, other.inputs));
  }

  private Expression joined(String operator, Expression other, BigDecimal result, Binding outer) {
    Binding right = outer == Binding.SUM ? Binding.PRODUCT : Binding.WHOLE;
    return new Expression(
        within(outer) + operator + other.within(right),
        result,
        merged(inputs, other.inputs),
        outer);
  }

  private Expression call(String function, Expression other, BigDecimal result) {
    return new Expression(
        function + "(" + formula + ", " + other.formula + ")",
        result,
        merged(inputs, other.inputs),
        Binding.WHOLE);
  }

  private String within(Binding least) {
    return binding.compareTo(least) < 0 ? "(" + formula + ")" : formula;
  }

  private static Map<String, BigDecimal> merged(
      Map<String, BigDecimal> some, Map<String, BigDecimal> more) {
    Map<String, BigDecimal> all = new LinkedHashMap<>(some);
    more.forEach((name, value) -> {
      BigDecimal known = all.putIfAbsent(name, value);
      if (known != null && known.compareTo(value) != 0) {
        throw new IllegalArgumentException("two values are called " + name);
      }
    });
    return all;
  }

  /** The formula. */
  public String formula() {
    return formula;
  }

  /** The exact value. */
  public BigDecimal value() {
    return value;
  }

  /** The inputs in the formula's order. */
  public List<Step.Input> inputs() {
    List<Step.Input> all = new ArrayList<>();
    inputs.forEach((name, input) -> all.add(new Step.Input(name, input)));
    return all;
  }

  @Override
  public String toString() {
    return formula + " = " + value.toPlainString();
  }
}
