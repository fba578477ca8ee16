package io.corridor.settlement.estimate;

import static io.corridor.common.rules.Expression.named;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.common.rules.Workings;
import io.corridor.settlement.estimate.Estimate.Outcomes;
import io.corridor.settlement.estimate.Estimate.Refusal;
import io.corridor.settlement.estimate.QualityResult.Gate;
import io.corridor.settlement.mssp.MinimumSavingsRates;
import io.corridor.settlement.share.View;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shared savings from the first dollar with a minimum savings rate, a quality gate and caps
 * (settlement.md 1 steps 2-8, 1.1, 4). The same function serves interim and final figures; only its
 * inputs differ. Nothing is rounded before the one rounding of the payment.
 *
 * <p>Left out because the terms of this contract shape have no field for it: sequestration,
 * extreme-circumstance relief, the loss guardrail, low-revenue sharing below the minimum, a loss
 * limit by practice revenue, and the replacement of a fixed choice below 5,000 members.
 */
public final class EstimateRules {

  /** Version of the rules in this class. */
  public static final String VERSION = "shared-savings-1";

  private static final String ORDER = "42 CFR 425.605; savings over the benchmark";
  private static final String TABLE = "42 CFR 425.604(b), table by number of members";
  private static final String STATED = "contract terms, minimumSavingsRate";
  private static final String MINIMUM = "minimumSavingsRate";

  private final MinimumSavingsRates table;

  /** Rules over a table of minimum savings rates. */
  public EstimateRules(MinimumSavingsRates table) {
    this.table = table;
  }

  /**
   * The estimate of one performance year.
   *
   * @param terms terms that hold for the year
   * @param yearStart first day of the performance year, which picks the dated table
   * @param budget running budget of the contract
   * @param score quality score of the contract; null when none was published
   */
  public Estimate estimate(
      Contract terms, LocalDate yearStart, RunningBudget budget, @Nullable QualityResult score) {
    Contract.Settlement settlement = terms.settlement();
    Contract.Quality programme = terms.quality();
    int minLives = terms.minLives();
    Estimate expected =
        estimate(settlement, programme, minLives, yearStart, budget, score, View.EXPECTED);
    if (!(expected.result() instanceof Outcomes outcomes)) {
      return expected;
    }
    Outcome low = outcome(settlement, programme, minLives, yearStart, budget, score, View.LOW);
    Outcome high = outcome(settlement, programme, minLives, yearStart, budget, score, View.HIGH);
    return new Estimate(
        expected.savings(),
        expected.savingsRate(),
        expected.quality(),
        expected.score(),
        new Outcomes(outcomes.minimum(), outcomes.distance(), low, outcomes.expected(), high),
        expected.steps());
  }

  private Outcome outcome(
      Contract.Settlement terms,
      Contract.@Nullable Quality programme,
      int minLives,
      LocalDate yearStart,
      RunningBudget budget,
      @Nullable QualityResult score,
      View view) {
    return estimate(terms, programme, minLives, yearStart, budget, score, view)
        .outcomes()
        .orElseThrow()
        .expected();
  }

  /**
   * One view of a performance year: low, expected and high of the answer are all this one.
   *
   * @param terms shared savings terms
   * @param programme quality programme; null without one
   * @param minLives members below which there is no financial result
   * @param yearStart first day of the performance year, which picks the dated table
   * @param budget running budget of the level
   * @param score quality score of the level; null when none was published
   * @param view how an open quality gate is taken
   */
  public Estimate estimate(
      Contract.Settlement terms,
      Contract.@Nullable Quality programme,
      int minLives,
      LocalDate yearStart,
      RunningBudget budget,
      @Nullable QualityResult score,
      View view) {
    Gate gate = programme == null ? Gate.NONE : score == null ? Gate.UNKNOWN : score.gate();
    Rate composite = programme == null || score == null ? null : score.published();
    Workings workings = new Workings();
    Expression benchmark = named("benchmarkExpenditure", budget.budget());
    Expression saved =
        workings.step("savings", ORDER, benchmark.minus(named("expenditure", budget.counted())));
    Money savings = Money.of(saved.value());
    if (budget.budget().cents() <= 0) {
      return new Estimate(savings, null, gate, composite, Refusal.NO_BUDGET, workings.steps());
    }
    Rate rate = new Rate(workings.step("savingsRate", ORDER, saved.over(benchmark)).value());
    Optional<MinimumSavingsRates.Band> band = table.row(budget.members(), yearStart);
    Optional<Refusal> refusal = refusal(terms, minLives, budget, band);
    if (refusal.isPresent()) {
      return new Estimate(savings, rate, gate, composite, refusal.get(), workings.steps());
    }
    Rate minimum = minimum(workings, terms, band, budget.members());
    Case facts = new Case(terms, budget.budget(), savings, rate, minimum);
    QualityFactor factor =
        QualityFactor.of(programme, gate, score == null ? null : score.exact(), view);
    return new Estimate(
        savings, rate, gate, composite, outcomes(workings, facts, factor), workings.steps());
  }

  private static Optional<Refusal> refusal(
      Contract.Settlement settlement,
      int minLives,
      RunningBudget budget,
      Optional<MinimumSavingsRates.Band> band) {
    if (budget.members() < minLives) {
      return Optional.of(Refusal.BELOW_MIN_LIVES);
    }
    if (settlement.minimumSavingsRate() == null && band.isEmpty()) {
      return Optional.of(Refusal.MSR_NOT_STATED);
    }
    return settlement.twoSided() && settlement.lossShare() == null
        ? Optional.of(Refusal.LOSS_SHARE_NOT_STATED)
        : Optional.empty();
  }

  private static Rate minimum(
      Workings workings,
      Contract.Settlement terms,
      Optional<MinimumSavingsRates.Band> row,
      long members) {
    Rate stated = terms.minimumSavingsRate();
    Expression minimum =
        stated == null
            ? workings.step(
                MINIMUM, TABLE, row.orElseThrow().at(named("members", members), "Members"))
            : workings.step(MINIMUM, STATED, named("stated", stated));
    return new Rate(minimum.value());
  }

  private static Outcomes outcomes(Workings workings, Case facts, QualityFactor factor) {
    Money distance = new Amount(facts.distance(workings).value()).roundHalfUp();
    Money generated = facts.generated(workings);
    if (generated.isNegative()) {
      Outcome owed = facts.losses(workings, generated);
      return new Outcomes(facts.minimum(), distance, owed, owed, owed);
    }
    Expression left = workings.step("qualityFactor", factor.citation(), factor.factor());
    Outcome earned = facts.earned(workings, generated, left);
    return new Outcomes(facts.minimum(), distance, earned, earned, earned);
  }
}
