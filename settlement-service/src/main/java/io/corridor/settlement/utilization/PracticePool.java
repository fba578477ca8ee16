package io.corridor.settlement.utilization;

import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.share.Calculation;
import io.corridor.settlement.share.Check;
import io.corridor.settlement.share.PassThrough;
import io.corridor.settlement.share.Settled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Small practices measured together, a virtual panel (domain.md 2.9): their months and use are
 * added, and each is paid the pool's rate for its own months by its own quality.
 *
 * @param practices practices of the pool by name, in the order of their names; fixed before the
 *     year
 */
public record PracticePool(NavigableMap<String, UtilizationFacts> practices) {

  private static final String DISTRIBUTION = "contract terms, months of a practice by its quality";

  /**
   * What a pool earns and how it is divided.
   *
   * @param whole settlement of the pool
   * @param parts payment by practice; they sum to the whole
   */
  public record Divided(Settled whole, NavigableMap<String, Money> parts) {

    /** Keeps its own copy of the parts. */
    public Divided {
      parts = Collections.unmodifiableNavigableMap(new TreeMap<>(parts));
    }
  }

  /** Keeps its own copy; rejects a pool without practices. */
  public PracticePool {
    practices = Collections.unmodifiableNavigableMap(new TreeMap<>(practices));
    Check.that(!practices.isEmpty(), "a pool must have a practice");
    Check.names("practice", practices.keySet().stream().map(PracticePool::inSteps).toList());
  }

  /** A practice's name in steps, where a name begins with a letter and a tax number does not. */
  private static String inSteps(String practice) {
    return "practice" + practice;
  }

  /** The practices of a region that are too small to be measured alone. */
  public static NavigableMap<String, UtilizationFacts> tooSmall(
      UtilizationTerms terms, Map<String, UtilizationFacts> region) {
    NavigableMap<String, UtilizationFacts> small = new TreeMap<>(region);
    small
        .values()
        .removeIf(facts -> facts.memberMonths().compareTo(terms.minimumMemberMonths()) >= 0);
    return small;
  }

  /** The settlement of the pool and of each practice in it. */
  public Divided settle(UtilizationTerms terms) {
    Calculation steps = new Calculation();
    UtilizationFacts pooled =
        practices.values().stream().reduce(UtilizationFacts::pooledWith).orElseThrow();
    Expression payoutPmpm = UtilizationRules.payoutPmpm(steps, terms, pooled);
    List<Expression> qualityMonths = new ArrayList<>();
    NavigableMap<String, Rate> shares = new TreeMap<>();
    practices.forEach((name, facts) -> {
      Expression months =
          steps.step(
              inSteps(name) + ".qualityMonths",
              DISTRIBUTION,
              named(inSteps(name) + ".memberMonths", facts.memberMonths())
                  .times(named(inSteps(name) + ".quality", facts.quality())));
      qualityMonths.add(months);
      shares.put(name, new Rate(months.value()));
    });
    Settled whole = steps.pay(payoutPmpm.times(Expression.sum(qualityMonths)));
    return new Divided(whole, PassThrough.inProportion(whole.payment(), shares));
  }
}
