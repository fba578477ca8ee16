package io.corridor.settlement.corridor;

import static io.corridor.common.rules.Expression.ONE;
import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Money;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.corridor.TotalCostFacts.ByCategory;
import io.corridor.settlement.corridor.TotalCostFacts.Counted;
import io.corridor.settlement.corridor.TotalCostFacts.InScope;
import io.corridor.settlement.corridor.TotalCostFacts.RatingCategory;
import io.corridor.settlement.corridor.TotalCostFacts.Raw;
import io.corridor.settlement.corridor.TotalCostFacts.Whole;
import io.corridor.settlement.share.Calculation;
import io.corridor.settlement.share.Credibility;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Settled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Settles a year of total cost of care (settlement.md 5 b): the benchmark by rating category, then
 * the cost without exclusions, without what stop-loss takes back and with what it charges, without
 * excess drug prices; the margin is shared band by band.
 */
public final class TotalCostRules {

  private static final String BENCHMARK = "contract terms, benchmark by rating category";
  private static final String VOLUME = "contract terms, minimum volume of a rating category";
  private static final String WAIVER = "contract terms, waiver services never count";
  private static final String LONG_TERM = "contract terms, phase-in of long-term services";
  private static final String ADJUSTED = "contract terms, cost as adjusted";
  private static final String MARGIN = "contract terms, benchmark against cost";
  private static final String CORRIDOR = "contract terms, risk corridor band by band";
  private static final String QUALITY = "contract terms, quality on gains and losses";

  private TotalCostRules() {}

  /** The settlement of a year. */
  public static Settled settle(TotalCostTerms terms, TotalCostFacts facts) {
    Calculation steps = new Calculation();
    Expression benchmark =
        switch (facts.benchmark()) {
          case ByCategory parts -> benchmark(steps, terms, parts.categories());
          case Whole whole -> steps.step("benchmark", BENCHMARK, named("budget", whole.total()));
        };
    Expression cost = adjustedCost(steps, terms, facts);
    Expression margin = steps.step("margin", MARGIN, benchmark.minus(cost));
    Expression quality = named("quality", facts.quality());
    return margin.value().signum() >= 0
        ? steps.pay(sharedGain(steps, terms, margin, benchmark, quality))
        : steps.pay(sharedLoss(steps, terms, margin, benchmark, quality).negated());
  }

  private static Expression benchmark(
      Calculation steps, TotalCostTerms terms, List<RatingCategory> categories) {
    List<Expression> parts = new ArrayList<>();
    for (RatingCategory category :
        categories.stream().sorted(Comparator.comparing(RatingCategory::name)).toList()) {
      String name = category.name();
      Expression memberMonths = named(name + ".memberMonths", category.memberMonths());
      parts.add(
          steps.step(
              name + ".benchmark",
              BENCHMARK,
              pmpm(steps, terms, category, memberMonths)
                  .times(named(name + ".riskScore", category.riskScore()))
                  .times(memberMonths)));
    }
    return steps.step("benchmark", BENCHMARK, Expression.sum(parts));
  }

  private static Expression pmpm(
      Calculation steps, TotalCostTerms terms, RatingCategory category, Expression memberMonths) {
    String name = category.name();
    Expression own = named(name + ".ownPmpm", category.ownPmpm());
    Credibility minimum = terms.minimumVolume();
    if (minimum == null || category.memberMonths().compareTo(minimum.fullCount()) >= 0) {
      return own;
    }
    Expression weight =
        minimum.weight(steps, name + ".credibility", VOLUME, memberMonths, "minimumMemberMonths");
    Expression market = named(name + ".marketPmpm", category.marketPmpm());
    return steps.step(name + ".pmpm", VOLUME, Credibility.blend(weight, own, market));
  }

  private static Expression adjustedCost(
      Calculation steps, TotalCostTerms terms, TotalCostFacts facts) {
    Expression adjusted =
        switch (facts.spending()) {
          case Raw raw -> {
            Expression covered = withoutExclusions(steps, terms, facts.contractYear(), raw);
            Expression insured = withoutRecovery(steps, terms, covered, raw.memberCosts());
            Expression charged = withCharge(steps, terms, insured, facts);
            yield withoutExcessDrugPrices(steps, terms, charged, raw);
          }
          case InScope inScope -> {
            Expression covered = named("inScopeCost", inScope.total());
            Expression insured = withoutRecovery(steps, terms, covered, inScope.memberCosts());
            yield withCharge(steps, terms, insured, facts);
          }
          case Counted counted ->
              withCharge(steps, terms, named("countedCost", counted.total()), facts);
        };
    return steps.step("adjustedCost", ADJUSTED, adjusted);
  }

  private static Expression withoutExclusions(
      Calculation steps, TotalCostTerms terms, int contractYear, Raw raw) {
    Expression withoutWaiver =
        steps.step(
            "costWithoutWaiver",
            WAIVER,
            named("rawCost", raw.total()).minus(named("waiverServices", raw.waiverServices())));
    Expression weight = named("longTermWeight", terms.longTermWeight(contractYear));
    Expression left = named("longTermServices", raw.longTermServices()).times(ONE.minus(weight));
    return steps.step("coveredCost", LONG_TERM, withoutWaiver.minus(left));
  }

  private static Expression withoutRecovery(
      Calculation steps, TotalCostTerms terms, Expression cost, List<Money> memberCosts) {
    StopLoss stopLoss = terms.stopLoss();
    return stopLoss == null ? cost : cost.minus(stopLoss.recovery(steps, memberCosts));
  }

  private static Expression withCharge(
      Calculation steps, TotalCostTerms terms, Expression cost, TotalCostFacts facts) {
    StopLoss stopLoss = terms.stopLoss();
    if (stopLoss == null) {
      return cost;
    }
    Expression memberMonths =
        switch (facts.benchmark()) {
          case ByCategory parts ->
              steps.step(
                  "memberMonths",
                  BENCHMARK,
                  Expression.sum(
                      parts.categories().stream()
                          .sorted(Comparator.comparing(RatingCategory::name))
                          .map(some -> named(some.name() + ".memberMonths", some.memberMonths()))
                          .toList()));
          case Whole whole -> named("memberMonths", whole.memberMonths());
        };
    return cost.plus(stopLoss.charge(steps, memberMonths));
  }

  private static Expression withoutExcessDrugPrices(
      Calculation steps, TotalCostTerms terms, Expression cost, Raw raw) {
    DrugPriceControl control = terms.drugPriceControl();
    return control == null ? cost : cost.minus(control.excessInflation(steps, raw.drugs()));
  }

  private static Expression sharedGain(
      Calculation steps,
      TotalCostTerms terms,
      Expression gain,
      Expression benchmark,
      Expression quality) {
    Expression shared = terms.gains().shared(steps, "gain", CORRIDOR, gain, benchmark);
    Expression earned = steps.step("sharedGain", QUALITY, shared.times(quality));
    if (shared.value().signum() > 0 && earned.value().signum() == 0) {
      steps.limitedBy(Limit.QUALITY_GATE);
    }
    return earned;
  }

  private static Expression sharedLoss(
      Calculation steps,
      TotalCostTerms terms,
      Expression margin,
      Expression benchmark,
      Expression quality) {
    if (terms.losses().bands().isEmpty()) {
      steps.limitedBy(Limit.NO_DOWNSIDE);
    }
    Expression loss = steps.step("loss", MARGIN, margin.negated());
    Expression shared = terms.losses().shared(steps, "loss", CORRIDOR, loss, benchmark);
    Expression relief = named("lossRelief", terms.lossRelief()).times(quality);
    return steps.step("sharedLoss", QUALITY, shared.times(ONE.minus(relief)));
  }
}
