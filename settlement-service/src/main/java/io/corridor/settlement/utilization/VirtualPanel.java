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
 * Small practices measured together (domain.md 2.9): their months and use are one panel, and each
 * is paid the panel's rate for its own months by its own quality.
 *
 * @param practices practices of the panel by name, in the order of their names; fixed before the
 *     year
 */
public record VirtualPanel(NavigableMap<String, UtilizationFacts> practices) {

  private static final String DISTRIBUTION = "contract terms, months of a practice by its quality";

  /**
   * What a panel earns and how it is divided.
   *
   * @param whole settlement of the panel
   * @param parts payment by practice; they sum to the whole
   */
  public record Divided(Settled whole, Map<String, Money> parts) {

    /** Keeps its own copy of the parts. */
    public Divided {
      parts = Map.copyOf(parts);
    }
  }

  /** Keeps its own copy; rejects a panel without practices. */
  public VirtualPanel {
    practices = Collections.unmodifiableNavigableMap(new TreeMap<>(practices));
    Check.that(!practices.isEmpty(), "a virtual panel must have a practice");
    Check.names("practice", practices.keySet().stream().map(VirtualPanel::inSteps).toList());
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

  /** The settlement of the panel and of each practice in it. */
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
