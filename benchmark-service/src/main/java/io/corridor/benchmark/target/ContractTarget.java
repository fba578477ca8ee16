package io.corridor.benchmark.target;

import io.corridor.common.care.TargetTerms;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A target out of the terms of a contract and its own history (domain.md 2.9). What the terms leave
 * to the history and the history does not have is a refusal, never a zero.
 */
public final class ContractTarget {

  private final TargetTerms terms;
  private final History history;
  private final Worksheet sheet = new Worksheet();
  private final List<Refusal> refusals = new ArrayList<>();
  private final @Nullable Amount compared;

  /**
   * What a contract's year tells.
   *
   * @param pmpm completed cost of a member month, unrounded
   * @param memberMonths member months
   * @param risk mean prospective risk; null where members are not scored
   * @param completion completed over counted cost; null where completion is not asked for
   */
  public record Year(
      Amount pmpm, Rate memberMonths, @Nullable Rate risk, @Nullable Rate completion) {}

  /** What the contract's years tell. */
  public interface History {

    /** A performance year; empty without member months. */
    Optional<Year> year(int year);

    /** The comparison group of a performance year; empty when it is too small. */
    Optional<ComparisonGroup.Standardized> compared(int year);
  }

  /** Why there is no target; of several reasons the first that the worksheet meets. */
  public enum Refusal {
    /** A base year has neither a stated cost nor member months. */
    NO_BASE_YEAR,
    /** The comparison group is too small, or the contract has no member months to hold it to. */
    NO_COMPARISON,
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

  private ContractTarget(TargetTerms terms, History history) {
    this.terms = terms;
    this.history = history;
    this.compared = terms.comparisonYear().flatMap(this::compared).orElse(null);
  }

  /**
   * The target of the terms' year.
   *
   * @param history what the contract's years tell
   */
  public static Outcome of(TargetTerms terms, History history) {
    return new ContractTarget(terms, history).make();
  }

  private Outcome make() {
    Optional<Year> performance = history.year(terms.year());
    if (performance.isEmpty()) {
      return new Refused(Refusal.NO_MEMBER_MONTHS);
    }
    Baseline baseline = baseline(terms.baseline());
    if (compared == null && terms.comparisonYear().isPresent()) {
      refusals.add(Refusal.NO_COMPARISON);
    }
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
    return new Made(TargetRules.target(sheet, plan, performance.get().memberMonths()));
  }

  private Baseline baseline(TargetTerms.Base base) {
    return switch (base) {
      case TargetTerms.Stated stated -> new Baseline.Stated(amount(stated.pmpm()));
      case TargetTerms.Historical own -> historical(own);
      case TargetTerms.Regional regional -> new Baseline.Regional(region(regional.region()));
      case TargetTerms.Blended blended ->
          new Baseline.Blended(
              historical(blended.own()),
              new Baseline.Regional(region(blended.region().region())),
              blended.weightIfHigher(),
              blended.weightIfLower(),
              amount(blended.cap()));
    };
  }

  private Amount region(TargetTerms.Region region) {
    return switch (region) {
      case TargetTerms.StatedRegion stated -> amount(stated.pmpm());
      case TargetTerms.Compared _ -> Objects.requireNonNullElse(compared, Amount.ZERO);
    };
  }

  /** The region's amount, as late claims leave it where the contract's own cost is completed. */
  private Optional<Amount> compared(int year) {
    Optional<Year> own = history.year(year);
    return own.isEmpty()
        ? Optional.empty()
        : history.compared(year).map(group -> completed(group.work(sheet), own.get().completion()));
  }

  private Amount completed(Expression cost, @Nullable Rate completion) {
    return new Amount(
        completion == null
            ? cost.value()
            : sheet
                .step(
                    "comparisonCompleted",
                    "docs/budget.md, the comparison group",
                    cost.times(Expression.named("comparison.completion", completion)))
                .value());
  }

  private Baseline.Historical historical(TargetTerms.Historical own) {
    List<Baseline.BaseYear> years = new ArrayList<>();
    List<Long> weights = new ArrayList<>();
    for (TargetTerms.BaseYear year : own.years()) {
      Optional<Year> lived = history.year(year.year());
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
    Optional<Rate> base = lastRisk();
    if (now == null || base.isEmpty()) {
      refusals.add(Refusal.NO_RISK);
      return null;
    }
    return new RiskChange(now, base.get(), limits.cap(), limits.floor());
  }

  /** Mean risk of the year in whose terms the baseline stands. */
  private Optional<Rate> lastRisk() {
    return switch (terms.baseline()) {
      case TargetTerms.Historical own -> Optional.of(lastRisk(own));
      case TargetTerms.Blended blended -> Optional.of(lastRisk(blended.own()));
      case TargetTerms.Regional _ -> terms.comparisonYear().flatMap(history::year).map(Year::risk);
      case TargetTerms.Stated _ -> Optional.empty();
    };
  }

  private Rate lastRisk(TargetTerms.Historical own) {
    TargetTerms.BaseYear last = own.years().getLast();
    return meanRisk(last, history.year(last.year()));
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
            efficiency.threshold(), region(efficiency.region()), amount(efficiency.previous()));
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
