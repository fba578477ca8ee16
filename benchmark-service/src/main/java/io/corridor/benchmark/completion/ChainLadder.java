package io.corridor.benchmark.completion;

import static io.corridor.common.rules.Workings.DIGITS;

import io.corridor.common.money.Money;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chain ladder (domain.md 2.5): the factor from one age to the next is the sum of payments at the
 * later age over the sum at the earlier one, over the months of service seen at both on the last
 * diagonals. Nothing is rounded.
 */
public final class ChainLadder {

  private final PaidTriangle triangle;
  private final ObservedMonths observed;
  private final CompletionTerms terms;

  private ChainLadder(PaidTriangle triangle, ObservedMonths observed, CompletionTerms terms) {
    this.triangle = triangle;
    this.observed = observed;
    this.terms = terms;
  }

  /** How the triangle's payments develop; no step at all from a triangle of a single month. */
  public static CompletionPattern develop(
      PaidTriangle triangle, ObservedMonths observed, CompletionTerms terms) {
    return new ChainLadder(triangle, observed, terms).pattern();
  }

  private CompletionPattern pattern() {
    List<Development> steps = new ArrayList<>();
    if (terms.developed()) {
      for (int age = 0; age < observed.oldestAge(); age++) {
        steps.add(step(age, steps));
      }
    }
    return new CompletionPattern(steps, terms);
  }

  /** One month of service at two ages. */
  private record Pair(Money from, Money to) {}

  private Development step(int age, List<Development> earlier) {
    List<Pair> pairs = pairs(age);
    Money from = pairs.stream().map(Pair::from).reduce(Money.ZERO, Money::plus);
    Money to = pairs.stream().map(Pair::to).reduce(Money.ZERO, Money::plus);
    Development.Kind kind = Development.Kind.of(from, to);
    return switch (kind) {
      case NOTHING_PAID_AT_ALL ->
          new Development(age, from, to, kind, BigDecimal.ONE, BigDecimal.ZERO);
      case NOTHING_PAID_YET, RECOVERIES ->
          new Development(age, from, to, kind, BigDecimal.ONE, null);
      case FACTOR -> {
        BigDecimal ratio = to.dollars().divide(from.dollars(), DIGITS);
        BigDecimal factor = terms.floorAtOne() ? ratio.max(BigDecimal.ONE) : ratio;
        yield new Development(age, from, to, kind, factor, variance(pairs, factor, earlier));
      }
    };
  }

  /** Months of service that reached {@code age + 1} on one of the last diagonals. */
  private List<Pair> pairs(int age) {
    YearMonth youngest = observed.through().minusMonths(age + 1L);
    YearMonth oldest = youngest.minusMonths(terms.diagonals() - 1L);
    YearMonth first = oldest.isBefore(observed.first()) ? observed.first() : oldest;
    List<Pair> pairs = new ArrayList<>();
    for (YearMonth month = first; !month.isAfter(youngest); month = month.plusMonths(1)) {
      pairs.add(new Pair(triangle.through(month, age), triangle.through(month, age + 1)));
    }
    return pairs;
  }

  /**
   * Mack's estimate: the mean squared deviation of the single factors, weighted by what was paid.
   * One month alone tells nothing; then the step is taken to continue its two predecessors.
   */
  private static @Nullable BigDecimal variance(
      List<Pair> pairs, BigDecimal factor, List<Development> earlier) {
    List<Pair> usable = pairs.stream().filter(pair -> pair.from().cents() > 0).toList();
    if (usable.size() < 2) {
      return continued(earlier);
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Pair pair : usable) {
      BigDecimal weight = pair.from().dollars();
      BigDecimal off = pair.to().dollars().divide(weight, DIGITS).subtract(factor, DIGITS);
      sum = sum.add(weight.multiply(off.pow(2, DIGITS), DIGITS), DIGITS);
    }
    return sum.divide(BigDecimal.valueOf(usable.size() - 1L), DIGITS);
  }

  private static @Nullable BigDecimal continued(List<Development> earlier) {
    if (earlier.size() < 2) {
      return null;
    }
    BigDecimal last = earlier.getLast().variance();
    BigDecimal beforeLast = earlier.get(earlier.size() - 2).variance();
    if (last == null || beforeLast == null) {
      return null;
    }
    if (beforeLast.signum() == 0) {
      return BigDecimal.ZERO;
    }
    return last.pow(2, DIGITS).divide(beforeLast, DIGITS).min(last.min(beforeLast));
  }
}
