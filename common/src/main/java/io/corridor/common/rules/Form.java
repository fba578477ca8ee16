package io.corridor.common.rules;

import java.math.BigDecimal;
import java.util.List;

/** What the formula of an {@link Expression} or of its condition is made of. */
sealed interface Form {

  /** Writes the formula. */
  void write(StringBuilder formula);

  /** Adds the inputs in the formula's order. */
  void collect(StepInputs inputs);

  /** How tightly the outermost operator of a formula binds. */
  enum Binding {
    SUM,
    PRODUCT,
    WHOLE
  }

  /** How a condition is put together. */
  enum Junction {
    OR,
    AND,
    ALONE
  }

  /** An input. */
  record Named(Step.Input input) implements Form {

    @Override
    public void write(StringBuilder formula) {
      formula.append(input.name());
    }

    @Override
    public void collect(StepInputs inputs) {
      inputs.add(input);
    }
  }

  /** A number of the rule itself. */
  record Constant(BigDecimal number) implements Form {

    @Override
    public void write(StringBuilder formula) {
      formula.append(number.toPlainString());
    }

    @Override
    public void collect(StepInputs inputs) {
      // A number of the rule itself is no input.
    }
  }

  /** Two expressions with an operator between them. */
  record Joined(String operator, Expression left, Expression right, Binding outer) implements Form {

    @Override
    public void write(StringBuilder formula) {
      left.write(formula, outer);
      formula.append(operator);
      right.write(formula, outer == Binding.SUM ? Binding.PRODUCT : Binding.WHOLE);
    }

    @Override
    public void collect(StepInputs inputs) {
      left.form().collect(inputs);
      right.form().collect(inputs);
    }
  }

  /** A sum of two or more expressions. */
  record Sum(List<Expression> parts) implements Form {

    @Override
    public void write(StringBuilder formula) {
      parts.getFirst().write(formula, Binding.SUM);
      for (Expression part : parts.subList(1, parts.size())) {
        formula.append(" + ");
        part.write(formula, Binding.PRODUCT);
      }
    }

    @Override
    public void collect(StepInputs inputs) {
      parts.forEach(part -> part.form().collect(inputs));
    }
  }

  /** A function of expressions, then of numbers of the terms. */
  record Call(String function, List<Expression> arguments, List<BigDecimal> numbers)
      implements Form {

    @Override
    public void write(StringBuilder formula) {
      formula.append(function).append('(');
      for (int i = 0; i < arguments.size(); i++) {
        arguments.get(i).form().write(i == 0 ? formula : formula.append(", "));
      }
      numbers.forEach(number -> formula.append(", ").append(number.toPlainString()));
      formula.append(')');
    }

    @Override
    public void collect(StepInputs inputs) {
      arguments.forEach(argument -> argument.form().collect(inputs));
    }
  }

  /** An expression with the other sign. */
  record Negated(Expression of) implements Form {

    @Override
    public void write(StringBuilder formula) {
      of.write(formula.append('-'), Binding.WHOLE);
    }

    @Override
    public void collect(StepInputs inputs) {
      of.form().collect(inputs);
    }
  }

  /** One of two expressions. */
  record When(Expression.Condition condition, Expression then, Expression otherwise)
      implements Form {

    @Override
    public void write(StringBuilder formula) {
      condition.form().write(formula.append("if("));
      then.form().write(formula.append(", "));
      otherwise.form().write(formula.append(", "));
      formula.append(')');
    }

    @Override
    public void collect(StepInputs inputs) {
      condition.form().collect(inputs);
      then.form().collect(inputs);
      otherwise.form().collect(inputs);
    }
  }

  /** A comparison. */
  record Compared(String operator, Expression left, Expression right) implements Form {

    @Override
    public void write(StringBuilder formula) {
      left.form().write(formula);
      right.form().write(formula.append(operator));
    }

    @Override
    public void collect(StepInputs inputs) {
      left.form().collect(inputs);
      right.form().collect(inputs);
    }
  }

  /** Two conditions that are joined. */
  record Both(String word, Expression.Condition left, Expression.Condition right, Junction outer)
      implements Form {

    @Override
    public void write(StringBuilder formula) {
      left.write(formula, outer);
      right.write(formula.append(word), outer);
    }

    @Override
    public void collect(StepInputs inputs) {
      left.form().collect(inputs);
      right.form().collect(inputs);
    }
  }
}
