package io.corridor.benchmark.target;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import java.util.ArrayList;
import java.util.List;

/** Growth from the last base year to the performance year (domain.md 2.9.4). */
public sealed interface TrendUpdate {

  /** Where the rule stands. */
  String CITATION = "domain.md 2.9.4";

  /** Notes the factor. */
  default Expression work(Worksheet sheet) {
    return sheet.step("update", CITATION, factor());
  }

  /** The factor, such as 1.045. */
  Expression factor();

  /** Growth of the nation. */
  record National(Rate growth) implements TrendUpdate {
    @Override
    public Expression factor() {
      return Expression.named("nationalGrowth", growth);
    }
  }

  /** Growth of the region. */
  record Regional(Rate growth) implements TrendUpdate {
    @Override
    public Expression factor() {
      return Expression.named("regionalGrowth", growth);
    }
  }

  /** A weighted mean of both, {@code nationalWeight} on the nation. */
  record Blend(Rate national, Rate regional, Rate nationalWeight) implements TrendUpdate {
    @Override
    public Expression factor() {
      Expression weight = Expression.named("nationalWeight", nationalWeight);
      return weight
          .times(Expression.named("nationalGrowth", national))
          .plus(Expression.ONE.minus(weight).times(Expression.named("regionalGrowth", regional)));
    }
  }

  /** A factor that the contract fixes, such as 1.01. */
  record Fixed(Rate growth) implements TrendUpdate {
    @Override
    public Expression factor() {
      return Expression.named("fixedGrowth", growth);
    }
  }

  /**
   * Trends agreed in advance that never rise, one for each year since the base, such as 0.06,
   * 0.055, 0.05; their growths multiply.
   */
  record Declining(List<Rate> trends) implements TrendUpdate {

    /** Rejects a list without a year or with a trend above the one before it. */
    public Declining {
      trends = List.copyOf(trends);
      if (trends.isEmpty()) {
        throw new IllegalArgumentException("a list of trends has a year");
      }
      for (int i = 1; i < trends.size(); i++) {
        if (trends.get(i).compareTo(trends.get(i - 1)) > 0) {
          throw new IllegalArgumentException("a declining trend does not rise");
        }
      }
    }

    @Override
    public Expression factor() {
      List<Expression> growths = new ArrayList<>();
      for (int year = 1; year <= trends.size(); year++) {
        growths.add(Expression.ONE.plus(Expression.named("trend." + year, trends.get(year - 1))));
      }
      return growths.stream().reduce(Expression::times).orElseThrow();
    }
  }
}
