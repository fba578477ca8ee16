package io.corridor.settlement.engine;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.share.Check;
import io.corridor.settlement.share.View;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Cost against budget of a level to date, as benchmark published it.
 *
 * @param budget budget, dollars
 * @param inScope cost in scope: waiver services, long-term weights and drug prices are applied
 * @param counted cost in scope after truncation or stop-loss
 * @param categories cost by service category; empty where it is not split
 * @param unpaid claims of the period still to come; null where the budget carries none
 */
public record CostFacts(
    Money budget,
    Money inScope,
    Money counted,
    NavigableMap<String, CategoryCost> categories,
    @Nullable Unpaid unpaid) {

  /** Service categories whose cases benchmark counts: admissions and emergency visits. */
  public static final Set<String> COUNTED = Set.of("INPATIENT", "ED");

  /**
   * Cost of a category.
   *
   * @param counted counted cost
   * @param cases admissions, visits or fills; null where they are not counted
   * @param expected cases expected of the member months; null where nothing is expected
   */
  public record CategoryCost(Money counted, @Nullable Long cases, @Nullable Rate expected) {

    /** Nothing is expected of it. */
    public CategoryCost(Money counted, @Nullable Long cases) {
      this(counted, cases, null);
    }
  }

  /**
   * Claims incurred and not yet paid, in the basis of the counted cost.
   *
   * @param low fewest
   * @param expected as their pattern says
   * @param high most
   */
  public record Unpaid(Money low, Money expected, Money high) {

    /** Rejects figures out of order. */
    public Unpaid {
      Check.that(
          low.compareTo(expected) <= 0 && expected.compareTo(high) <= 0,
          "the band of claims still to come is out of order");
    }

    /** The figure of a view: most claims are the least favourable. */
    public Money in(View view) {
      return switch (view) {
        case LOW -> high;
        case EXPECTED -> expected;
        case HIGH -> low;
      };
    }
  }

  /** Keeps its own copy. */
  public CostFacts {
    categories = Collections.unmodifiableNavigableMap(new TreeMap<>(categories));
  }

  /** Cost that is not split and complete. */
  public static CostFacts of(Money budget, Money counted) {
    return new CostFacts(budget, counted, counted, new TreeMap<>(), null);
  }

  /** Counted cost with the claims still to come. */
  public Money counted(View view) {
    return unpaid == null ? counted : counted.plus(unpaid.in(view));
  }

  /** Cost in scope with the claims still to come. */
  public Money inScope(View view) {
    return unpaid == null ? inScope : inScope.plus(unpaid.in(view));
  }

  /** The same with so many cases expected of a category. */
  CostFacts expecting(String category, Rate expected) {
    NavigableMap<String, CategoryCost> changed = new TreeMap<>(categories);
    changed.computeIfPresent(
        category, (name, cost) -> new CategoryCost(cost.counted(), cost.cases(), expected));
    return new CostFacts(budget, inScope, counted, changed, unpaid);
  }

  /** The same with another budget. */
  public CostFacts withBudget(Money other) {
    return new CostFacts(other, inScope, counted, categories, unpaid);
  }

  /** The same without doubt about what is still to come: all is paid. */
  public CostFacts complete() {
    return new CostFacts(budget, inScope, counted, categories, null);
  }

  /** The same with the claims still to come as their pattern says: a cut leaves no band. */
  public CostFacts frozen() {
    return unpaid == null
        ? this
        : new CostFacts(
            budget,
            inScope,
            counted,
            categories,
            new Unpaid(unpaid.expected(), unpaid.expected(), unpaid.expected()));
  }

  /** All costs times a factor, each rounded half up to the cent on its own; cases stay. */
  public CostFacts times(Rate factor) {
    NavigableMap<String, CategoryCost> scaled = new TreeMap<>();
    categories.forEach((name, cost) ->
        scaled.put(
            name,
            new CategoryCost(
                cost.counted().times(factor).roundHalfUp(), cost.cases(), cost.expected())));
    Unpaid left =
        unpaid == null
            ? null
            : new Unpaid(
                unpaid.low().times(factor).roundHalfUp(),
                unpaid.expected().times(factor).roundHalfUp(),
                unpaid.high().times(factor).roundHalfUp());
    return new CostFacts(
        budget,
        inScope.times(factor).roundHalfUp(),
        counted.times(factor).roundHalfUp(),
        scaled,
        left);
  }

  /** One amount more, or less when negative, of a category's cost; its cases stay. */
  public CostFacts changed(String category, Money more) {
    NavigableMap<String, CategoryCost> changed = new TreeMap<>(categories);
    changed.computeIfPresent(
        category,
        (name, cost) -> new CategoryCost(cost.counted().plus(more), cost.cases(), cost.expected()));
    return new CostFacts(budget, inScope.plus(more), counted.plus(more), changed, unpaid);
  }

  /** Mean counted cost of a case, half up to the cent; null where cases are not counted. */
  public @Nullable Money meanCost(String category) {
    CategoryCost cost = categories.get(category);
    Long cases = cost == null ? null : cost.cases();
    return cost == null || cases == null || cases == 0
        ? null
        : cost.counted().times(Rate.ratio(BigDecimal.ONE, BigDecimal.valueOf(cases))).roundHalfUp();
  }

  /** Some cases fewer at the category's mean cost; the same where cases are not counted. */
  public CostFacts fewerCases(String category, long cases) {
    Money mean = meanCost(category);
    CategoryCost cost = categories.get(category);
    Long counted = cost == null ? null : cost.cases();
    if (mean == null || counted == null) {
      return this;
    }
    CostFacts cheaper = changed(category, mean.times(cases).negated());
    NavigableMap<String, CategoryCost> fewer = new TreeMap<>(cheaper.categories);
    fewer.computeIfPresent(
        category,
        (name, less) ->
            new CategoryCost(less.counted(), Math.max(0, counted - cases), less.expected()));
    return new CostFacts(budget, cheaper.inScope, cheaper.counted, fewer, unpaid);
  }
}
