package io.corridor.benchmark.target.mssp;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import org.jspecify.annotations.Nullable;

/** Growth from the first two benchmark years to the third (settlement.md 2 step 3). */
sealed interface TrendRule {

  /** The factor of one year and type. */
  Expression factor(String name, BenchmarkFacts.Growth growth, @Nullable Rate nationalWeight);

  /** Where the rule stands. */
  String citation();

  /** Growth of the nation alone (42 CFR 425.602(a)(5)). */
  record National(String citation) implements TrendRule {
    @Override
    public Expression factor(
        String name, BenchmarkFacts.Growth growth, @Nullable Rate nationalWeight) {
      return Expression.named(name + ".national", growth.national());
    }
  }

  /** Growth of nation and region, weighted by how much of its region the ACO is. */
  record Blended(String citation) implements TrendRule {
    @Override
    public Expression factor(
        String name, BenchmarkFacts.Growth growth, @Nullable Rate nationalWeight) {
      if (nationalWeight == null) {
        throw new IllegalArgumentException("a blended trend needs its weight");
      }
      return blend(
          Expression.named("nationalWeight", nationalWeight),
          Expression.named(name + ".national", growth.national()),
          Expression.named(name + ".regional", growth.regional()));
    }
  }

  /** A mean of nation and region with {@code weight} on the nation. */
  static Expression blend(Expression weight, Expression national, Expression regional) {
    return weight.times(national).plus(Expression.ONE.minus(weight).times(regional));
  }
}
