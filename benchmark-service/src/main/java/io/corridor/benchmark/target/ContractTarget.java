package io.corridor.benchmark.target;

import io.corridor.common.care.TargetTerms;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A target out of the terms of a contract and its own history (domain.md 2.9). What the terms leave
 * to the history and the history does not have is a refusal, never a zero.
 */
public final class ContractTarget {

  private final TargetTerms terms;
  private final IntFunction<Optional<Year>> history;
  private final List<Refusal> refusals = new ArrayList<>();

  /**
   * What a contract's year tells.
   *
   * @param pmpm completed cost of a member month, unrounded
   * @param memberMonths member months
   * @param risk mean prospective risk; null where members are not scored
   */
  public record Year(Amount pmpm, Rate memberMonths, @Nullable Rate risk) {}

  /** Why there is no target. */
  public enum Refusal {
    /** A base year has neither a stated cost nor member months. */
    NO_BASE_YEAR,
    /** Risk is asked for and a year has no score. */
    NO_RISK,
    /** The performance year has no member month. */
    NO_MEMBER_MONTHS
  }

  /** A target, or why there is none. */
  public sealed interface Outcome {}

  /** The target. */
  public record Made(Target target) implements Outcome {}

  /** No target. */
  public record Refused(Refusal refusal) implements Outcome {}

  private ContractTarget(TargetTerms terms, IntFunction<Optional<Year>> history) {
    this.terms = terms;
    this.history = history;
  }

  /**
   * The target of the terms' year.
   *
   * @param history what a performance year of the contract tells; empty without member months
   */
  public static Outcome of(TargetTerms terms, IntFunction<Optional<Year>> history) {
    return new ContractTarget(terms, history).make();
  }

  private Outcome make() {
    Optional<Year> performance = history.apply(terms.year());
    if (performance.isEmpty()) {
      return new Refused(Refusal.NO_MEMBER_MONTHS);
    }
    Baseline baseline = baseline(terms.baseline());
    RiskChange risk = risk(performance.get());
    if (!refusals.isEmpty()) {
      return new Refused(refusals.getFirst());
    }
    TargetPlan plan =
        new TargetPlan(
            TargetPlan.Per.MEMBER_MONTH,
            baseline,
            priorSavings(),
            efficiency(),
            update(terms.update()),
            risk,
            smallVolume(performance.get().memberMonths()));
    return new Made(TargetRules.target(plan, performance.get().memberMonths()));
  }

  private Baseline baseline(TargetTerms.Base base) {
    return switch (base) {
      case TargetTerms.Stated stated -> new Baseline.Stated(amount(stated.pmpm()));
      case TargetTerms.Historical own -> historical(own);
      case TargetTerms.Regional region -> new Baseline.Regional(amount(region.pmpm()));
      case TargetTerms.Blended blended ->
          new Baseline.Blended(
              historical(blended.own()),
              new Baseline.Regional(amount(blended.region().pmpm())),
              blended.weightIfHigher(),
              blended.weightIfLower(),
              amount(blended.cap()));
    };
  }

  private Baseline.Historical historical(TargetTerms.Historical own) {
    List<Baseline.BaseYear> years = new ArrayList<>();
    List<Long> weights = new ArrayList<>();
    for (TargetTerms.BaseYear year : own.years()) {
      Optional<Year> lived = history.apply(year.year());
      Rate stated = year.pmpm();
      Amount pmpm = stated == null ? lived.map(Year::pmpm).orElse(Amount.ZERO) : amount(stated);
      if (stated == null && lived.isEmpty()) {
        refusals.add(Refusal.NO_BASE_YEAR);
      }
      years.add(new Baseline.BaseYear(year.year(), pmpm, year.trend(), meanRisk(year, lived)));
      weights.add((long) year.weight());
    }
    return new Baseline.Historical(years, weights);
  }

  /** Without scores every year has the same risk. */
  private Rate meanRisk(TargetTerms.BaseYear year, Optional<Year> lived) {
    Rate stated = year.risk();
    Rate own = lived.map(Year::risk).orElse(null);
    if (stated == null && own == null && terms.risk() != null) {
      refusals.add(Refusal.NO_RISK);
    }
    return stated != null ? stated : own != null ? own : Rate.ONE;
  }

  private @Nullable RiskChange risk(Year performance) {
    TargetTerms.RiskLimits limits = terms.risk();
    if (limits == null) {
      return null;
    }
    Rate now = performance.risk();
    Optional<TargetTerms.BaseYear> last = lastBaseYear();
    if (now == null || last.isEmpty()) {
      refusals.add(Refusal.NO_RISK);
      return null;
    }
    Rate base = meanRisk(last.get(), history.apply(last.get().year()));
    return new RiskChange(now, base, limits.cap(), limits.floor());
  }

  private Optional<TargetTerms.BaseYear> lastBaseYear() {
    return switch (terms.baseline()) {
      case TargetTerms.Historical own -> Optional.of(own.years().getLast());
      case TargetTerms.Blended blended -> Optional.of(blended.own().years().getLast());
      case TargetTerms.Stated _, TargetTerms.Regional _ -> Optional.empty();
    };
  }

  private @Nullable PriorSavings priorSavings() {
    TargetTerms.PriorSavings savings = terms.priorSavings();
    Rate cap = savings == null ? null : savings.cap();
    return savings == null
        ? null
        : new PriorSavings(
            savings.pmpm().stream().map(ContractTarget::amount).toList(),
            savings.share(),
            cap == null ? null : amount(cap));
  }

  private @Nullable Efficiency efficiency() {
    TargetTerms.Efficiency efficiency = terms.efficiency();
    return efficiency == null
        ? null
        : new Efficiency(
            efficiency.threshold(), amount(efficiency.region()), amount(efficiency.previous()));
  }

  private static TrendUpdate update(TargetTerms.Update update) {
    return switch (update) {
      case TargetTerms.National national -> new TrendUpdate.National(national.growth());
      case TargetTerms.RegionalGrowth regional -> new TrendUpdate.Regional(regional.growth());
      case TargetTerms.Blend blend ->
          new TrendUpdate.Blend(blend.national(), blend.regional(), blend.nationalWeight());
      case TargetTerms.Fixed fixed -> new TrendUpdate.Fixed(fixed.growth());
      case TargetTerms.Declining declining -> new TrendUpdate.Declining(declining.trends());
    };
  }

  private TargetPlan.@Nullable SmallVolume smallVolume(Rate memberMonths) {
    TargetTerms.Credibility credibility = terms.credibility();
    return credibility == null
        ? null
        : new TargetPlan.SmallVolume(
            new Credibility(memberMonths, credibility.full()), amount(credibility.market()));
  }

  private static Amount amount(Rate dollars) {
    return new Amount(dollars.value());
  }
}
