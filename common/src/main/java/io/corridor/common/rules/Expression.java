package io.corridor.common.rules;

import static io.corridor.common.rules.Workings.DIGITS;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A value together with the formula and the named inputs that give it, in the words of {@link
 * Step}: what a step says and what it computes cannot differ. Every operation carries 34 digits and
 * nothing is rounded unless {@link #roundHalfUp} says so.
 *
 * <p>The value is worked out with each operation; formula and inputs are put together once, when a
 * step asks for them, because thousands of statements a second are written with all their steps.
 */
public final class Expression {

  /** The number zero. */
  public static final Expression ZERO = constant(BigDecimal.ZERO);

  /** The number one. */
  public static final Expression ONE = constant(BigDecimal.ONE);

  private final Form form;
  private final BigDecimal value;
  private final Form.Binding binding;

  private Expression(Form form, BigDecimal value, Form.Binding binding) {
    this.form = form;
    this.value = value;
    this.binding = binding;
  }

  /** A condition of {@link #when}, with its own formula and inputs. */
  public static final class Condition {

    private final Form form;
    private final boolean holds;
    private final Form.Junction junction;

    private Condition(Form form, boolean holds, Form.Junction junction) {
      this.form = form;
      this.holds = holds;
      this.junction = junction;
    }

    /** Whether it holds. */
    public boolean holds() {
      return holds;
    }

    /** This and {@code other}. */
    public Condition and(Condition other) {
      return new Condition(
          new Form.Both(" and ", this, other, Form.Junction.AND),
          holds && other.holds,
          Form.Junction.AND);
    }

    /** This or {@code other}. */
    public Condition or(Condition other) {
      return new Condition(
          new Form.Both(" or ", this, other, Form.Junction.OR),
          holds || other.holds,
          Form.Junction.OR);
    }

    /** What it is made of. */
    Form form() {
      return form;
    }

    /** Writes the formula, in brackets where it binds less than what is around it. */
    void write(StringBuilder formula, Form.Junction least) {
      boolean brackets = junction.compareTo(least) < 0;
      form.write(brackets ? formula.append('(') : formula);
      if (brackets) {
        formula.append(')');
      }
    }
  }

  /** A named input. */
  public static Expression named(String name, BigDecimal value) {
    return new Expression(new Form.Named(new Step.Input(name, value)), value, Form.Binding.WHOLE);
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
    return new Expression(new Form.Constant(value), value, Form.Binding.WHOLE);
  }

  /** A whole number of the rule itself. */
  public static Expression constant(long value) {
    return constant(BigDecimal.valueOf(value));
  }

  /** The sum of some expressions in their order; zero without any. */
  public static Expression sum(List<Expression> parts) {
    if (parts.isEmpty()) {
      return ZERO;
    }
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    BigDecimal sum = parts.getFirst().value;
    for (Expression part : parts.subList(1, parts.size())) {
      sum = sum.add(part.value, DIGITS);
    }
    return new Expression(new Form.Sum(List.copyOf(parts)), sum, Form.Binding.SUM);
  }

  /** One of two values. */
  public static Expression when(Condition condition, Expression then, Expression otherwise) {
    return new Expression(
        new Form.When(condition, then, otherwise),
        condition.holds ? then.value : otherwise.value,
        Form.Binding.WHOLE);
  }

  /**
   * A function of this whose other arguments are numbers of the terms.
   *
   * @param function its name in the words of {@link Step}
   * @param result its exact value
   */
  public Expression through(String function, List<BigDecimal> arguments, BigDecimal result) {
    return new Expression(
        new Form.Call(function, List.of(this), List.copyOf(arguments)), result, Form.Binding.WHOLE);
  }

  /** This and {@code other}. */
  public Expression plus(Expression other) {
    return joined(" + ", other, value.add(other.value, DIGITS), Form.Binding.SUM);
  }

  /** This without {@code other}. */
  public Expression minus(Expression other) {
    return joined(" - ", other, value.subtract(other.value, DIGITS), Form.Binding.SUM);
  }

  /** This times {@code other}. */
  public Expression times(Expression other) {
    return joined(" * ", other, value.multiply(other.value, DIGITS), Form.Binding.PRODUCT);
  }

  /**
   * This divided by {@code other}.
   *
   * @throws ArithmeticException if {@code other} is zero
   */
  public Expression over(Expression other) {
    return joined(" / ", other, value.divide(other.value, DIGITS), Form.Binding.PRODUCT);
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
    return new Expression(new Form.Negated(this), value.negate(), Form.Binding.WHOLE);
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
    return compared(" >= ", other, value.compareTo(other.value) >= 0);
  }

  /** Whether this is above {@code other}; equality does not count. */
  public Condition exceeds(Expression other) {
    return compared(" > ", other, value.compareTo(other.value) > 0);
  }

  /** Whether this does not exceed {@code other}; equality counts. */
  public Condition atMost(Expression other) {
    return compared(" <= ", other, value.compareTo(other.value) <= 0);
  }

  /** Whether this is below {@code other}; equality does not count. */
  public Condition below(Expression other) {
    return compared(" < ", other, value.compareTo(other.value) < 0);
  }

  private Condition compared(String operator, Expression other, boolean holds) {
    return new Condition(new Form.Compared(operator, this, other), holds, Form.Junction.ALONE);
  }

  private Expression joined(
      String operator, Expression other, BigDecimal result, Form.Binding outer) {
    return new Expression(new Form.Joined(operator, this, other, outer), result, outer);
  }

  private Expression call(String function, Expression other, BigDecimal result) {
    return new Expression(
        new Form.Call(function, List.of(this, other), List.of()), result, Form.Binding.WHOLE);
  }

  /** Writes the formula, in brackets where it binds less than what is around it. */
  void write(StringBuilder formula, Form.Binding least) {
    boolean brackets = binding.compareTo(least) < 0;
    form.write(brackets ? formula.append('(') : formula);
    if (brackets) {
      formula.append(')');
    }
  }

  /** What the formula is made of. */
  Form form() {
    return form;
  }

  /** The formula. */
  public String formula() {
    if (form instanceof Form.Named alone) {
      return alone.input().name();
    }
    StringBuilder formula = new StringBuilder();
    form.write(formula);
    return formula.toString();
  }

  /** The exact value. */
  public BigDecimal value() {
    return value;
  }

  /**
   * The inputs in the formula's order.
   *
   * @throws IllegalArgumentException if two values bear one name
   */
  public List<Step.Input> inputs() {
    StepInputs inputs = new StepInputs();
    form.collect(inputs);
    return inputs.all();
  }

  @Override
  public String toString() {
    return formula() + " = " + value.toPlainString();
  }
}
