package io.corridor.common.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;

/** Evaluates the formula texts of steps, so that a result can be recomputed from what it says. */
public final class Formula {

  private final String text;
  private final Map<String, BigDecimal> inputs;
  private int at;

  private Formula(String text, Map<String, BigDecimal> inputs) {
    this.text = text;
    this.inputs = inputs;
  }

  /** The value of a formula text under named inputs. */
  public static BigDecimal evaluate(String text, Map<String, BigDecimal> inputs) {
    Formula formula = new Formula(text, inputs);
    BigDecimal value = formula.sum();
    formula.skip();
    if (formula.at != text.length()) {
      throw new IllegalArgumentException("left over: " + text.substring(formula.at));
    }
    return value;
  }

  private BigDecimal sum() {
    BigDecimal value = product();
    while (true) {
      if (eat("+")) {
        value = value.add(product(), MathContext.DECIMAL128);
      } else if (eat("-")) {
        value = value.subtract(product(), MathContext.DECIMAL128);
      } else {
        return value;
      }
    }
  }

  private BigDecimal product() {
    BigDecimal value = factor();
    while (true) {
      if (eat("*")) {
        value = value.multiply(factor(), MathContext.DECIMAL128);
      } else if (eat("/")) {
        value = value.divide(factor(), MathContext.DECIMAL128);
      } else {
        return value;
      }
    }
  }

  private BigDecimal factor() {
    if (eat("-")) {
      return factor().negate();
    }
    if (eat("(")) {
      return closed(sum());
    }
    if (eat("min(")) {
      return pair().min();
    }
    if (eat("max(")) {
      return pair().max();
    }
    if (eat("roundHalfUp(")) {
      Pair pair = pair();
      return pair.first().setScale(pair.second().intValueExact(), RoundingMode.HALF_UP);
    }
    if (eat("sqrt(")) {
      return closed(sum()).sqrt(MathContext.DECIMAL128);
    }
    if (eat("interpolate(")) {
      return interpolated();
    }
    if (eat("if(")) {
      boolean holds = either();
      expect(",");
      Pair pair = pair();
      return holds ? pair.first() : pair.second();
    }
    return word();
  }

  private record Pair(BigDecimal first, BigDecimal second) {
    BigDecimal min() {
      return first.min(second);
    }

    BigDecimal max() {
      return first.max(second);
    }
  }

  private Pair pair() {
    BigDecimal first = sum();
    expect(",");
    return new Pair(first, closed(sum()));
  }

  /** Straight between the points that follow the position, level beyond the first and last. */
  private BigDecimal interpolated() {
    BigDecimal position = sum();
    BigDecimal lastX = null;
    BigDecimal lastY = BigDecimal.ZERO;
    BigDecimal found = null;
    while (eat(",")) {
      BigDecimal x = sum();
      expect(",");
      BigDecimal y = sum();
      if (found == null && position.compareTo(x) <= 0) {
        found = lastX == null ? y : along(position, lastX, lastY, x, y);
      }
      lastX = x;
      lastY = y;
    }
    return closed(found == null ? lastY : found);
  }

  private static BigDecimal along(
      BigDecimal position, BigDecimal x1, BigDecimal y1, BigDecimal x2, BigDecimal y2) {
    BigDecimal rise =
        y2.subtract(y1, MathContext.DECIMAL128)
            .multiply(position.subtract(x1, MathContext.DECIMAL128), MathContext.DECIMAL128);
    return rise.divide(x2.subtract(x1, MathContext.DECIMAL128), MathContext.DECIMAL128)
        .add(y1, MathContext.DECIMAL128);
  }

  private BigDecimal closed(BigDecimal value) {
    expect(")");
    return value;
  }

  private boolean either() {
    boolean holds = both();
    while (eat("or")) {
      boolean other = both();
      holds = holds || other;
    }
    return holds;
  }

  private boolean both() {
    boolean holds = comparison();
    while (eat("and")) {
      boolean other = comparison();
      holds = holds && other;
    }
    return holds;
  }

  private boolean comparison() {
    BigDecimal left = sum();
    for (String sign : new String[] {">=", "<=", ">", "<"}) {
      if (eat(sign)) {
        int order = left.compareTo(sum());
        return switch (sign) {
          case ">=" -> order >= 0;
          case "<=" -> order <= 0;
          case ">" -> order > 0;
          default -> order < 0;
        };
      }
    }
    throw new IllegalArgumentException("no comparison at " + text.substring(at));
  }

  private BigDecimal word() {
    skip();
    int from = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    String word = text.substring(from, at);
    return Character.isDigit(word.charAt(0)) ? new BigDecimal(word) : named(word);
  }

  private BigDecimal named(String word) {
    BigDecimal value = inputs.get(word);
    if (value == null) {
      throw new IllegalArgumentException("no input " + word);
    }
    return value;
  }

  private boolean eat(String token) {
    skip();
    if (!text.startsWith(token, at)) {
      return false;
    }
    at += token.length();
    return true;
  }

  private void expect(String token) {
    if (!eat(token)) {
      throw new IllegalArgumentException("expected " + token + " at " + text.substring(at));
    }
  }

  private void skip() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }
}
