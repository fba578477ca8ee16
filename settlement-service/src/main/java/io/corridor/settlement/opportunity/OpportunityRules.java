package io.corridor.settlement.opportunity;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.engine.AgreedTerms;
import io.corridor.settlement.engine.CostFacts.CategoryCost;
import io.corridor.settlement.engine.EstimateResult.Estimated;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.SettlementEngine;
import io.corridor.settlement.marginal.Worth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cost opportunity (domain.md 4.7): units above the target rate at their mean cost, and what the
 * savings would add to the payment by the engine run again. The target is the smaller of the peers'
 * median and the own rate less the improvement.
 */
public final class OpportunityRules {

  /** Improvement that a target asks for, as a part of the own rate (domain.md 4.7: 5 percent). */
  public static final Rate IMPROVEMENT = Rate.of("0.05");

  private static final BigDecimal THOUSAND_YEARS = BigDecimal.valueOf(12_000);

  private final SettlementEngine engine;

  /** Opportunities by an engine. */
  public OpportunityRules(SettlementEngine engine) {
    this.engine = engine;
  }

  /**
   * The opportunity of each lever whose units and cost are known.
   *
   * @param before the estimate on the facts as they are; empty while it is refused
   * @param peers rates of the peers by lever; a lever without peers is left out
   */
  public List<Opportunity> of(
      AgreedTerms terms,
      PeriodFacts facts,
      Optional<Estimated> before,
      Map<Lever, List<Rate>> peers) {
    List<Opportunity> found = new ArrayList<>();
    for (Lever lever : Lever.values()) {
      CategoryCost cost = facts.cost().categories().get(lever.category());
      Long units = cost == null ? null : cost.cases();
      boolean known = units != null && units > 0 && !facts.population().memberMonths().isZero();
      if (cost != null && units != null && known && cost.counted().cents() > 0) {
        Rate peer = median(peers.getOrDefault(lever, List.of())).orElse(null);
        found.add(opportunity(terms, facts, before, new Use(lever, units, cost.counted(), peer)));
      }
    }
    return found;
  }

  private record Use(Lever lever, long units, Money counted, @Nullable Rate peer) {

    Rate rate(PeriodFacts facts) {
      return perThousandYears(units, facts.population().memberMonths());
    }
  }

  /** Units per 1,000 member years. */
  public static Rate perThousandYears(long units, Rate memberMonths) {
    return Rate.ratio(BigDecimal.valueOf(units).multiply(THOUSAND_YEARS), memberMonths.value());
  }

  private Opportunity opportunity(
      AgreedTerms terms, PeriodFacts facts, Optional<Estimated> before, Use use) {
    Rate actual = use.rate(facts);
    Rate target = actual.times(less(IMPROVEMENT));
    if (use.peer() != null && use.peer().compareTo(target) < 0) {
      target = use.peer();
    }
    Rate part = less(Rate.ratio(target.value(), actual.value()));
    Money savings = use.counted().times(part).roundHalfUp();
    Optional<Estimated> after =
        before.isEmpty()
            ? Optional.empty()
            : estimated(terms, facts.withCostChanged(use.lever().category(), savings.negated()));
    Optional<Money> incentive =
        before.flatMap(known ->
            after.map(changed -> changed.expected().payment().minus(known.expected().payment())));
    return new Opportunity(
        use.lever(),
        use.units(),
        actual,
        use.peer(),
        target,
        part.times(Rate.of(use.units())),
        new Amount(Rate.ratio(use.counted().dollars(), BigDecimal.valueOf(use.units())).value())
            .roundHalfUp(),
        savings,
        incentive.orElse(null),
        incentive.filter(Money::isZero).isPresent() ? because(before, after) : List.of());
  }

  private Optional<Estimated> estimated(AgreedTerms terms, PeriodFacts facts) {
    return engine.estimate(terms, facts) instanceof Estimated given
        ? Optional.of(given)
        : Optional.empty();
  }

  /** What is left of one. */
  private static Rate less(Rate part) {
    return new Rate(BigDecimal.ONE.subtract(part.value()));
  }

  private static List<String> because(Optional<Estimated> before, Optional<Estimated> after) {
    List<String> limits =
        before
            .map(known -> known.expected().limits())
            .filter(some -> !some.isEmpty())
            .or(() -> after.map(changed -> changed.expected().limits()))
            .orElse(List.of());
    return limits.isEmpty() ? List.of(Worth.NO_EFFECT) : limits;
  }

  /** The middle of the peers' rates, the mean of the two middle ones; none below two peers. */
  private static Optional<Rate> median(List<Rate> rates) {
    if (rates.size() < 2) {
      return Optional.empty();
    }
    List<Rate> sorted = rates.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return Optional.of(
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : Rate.ratio(sorted.get(middle - 1).plus(sorted.get(middle)).value(), BigDecimal.TWO));
  }
}
