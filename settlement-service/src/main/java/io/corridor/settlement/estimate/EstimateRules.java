package io.corridor.settlement.estimate;

import static io.corridor.common.rules.Workings.DIGITS;
import static io.corridor.common.rules.Workings.in;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Step;
import io.corridor.common.rules.Workings;
import io.corridor.settlement.estimate.Estimate.Outcomes;
import io.corridor.settlement.estimate.Estimate.Refusal;
import io.corridor.settlement.estimate.QualityResult.Gate;
import io.corridor.settlement.mssp.MinimumSavingsRates;
import io.corridor.settlement.share.View;
import java.math.BigDecimal;
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
    Money savings = budget.budget().minus(budget.counted());
    workings.note(
        "savings",
        ORDER,
        "benchmarkExpenditure - expenditure",
        savings.dollars(),
        in("benchmarkExpenditure", budget.budget().dollars()),
        in("expenditure", budget.counted().dollars()));
    if (budget.budget().cents() <= 0) {
      return new Estimate(savings, null, gate, composite, Refusal.NO_BUDGET, workings.steps());
    }
    Rate rate = savingsRate(workings, savings, budget.budget());
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

  private static Rate savingsRate(Workings workings, Money savings, Money budget) {
    Rate rate = Rate.ratio(savings.dollars(), budget.dollars());
    workings.note(
        "savingsRate",
        ORDER,
        "savings / benchmarkExpenditure",
        rate.value(),
        in("savings", savings.dollars()),
        in("benchmarkExpenditure", budget.dollars()));
    return rate;
  }

  private static Rate minimum(
      Workings workings,
      Contract.Settlement terms,
      Optional<MinimumSavingsRates.Band> row,
      long members) {
    Rate stated = terms.minimumSavingsRate();
    if (stated != null) {
      workings.note(
          "minimumSavingsRate", STATED, "stated", stated.value(), in("stated", stated.value()));
      return stated;
    }
    MinimumSavingsRates.Band band = row.orElseThrow();
    Rate minimum = band.at(members);
    Long last = band.last();
    if (last == null) {
      workings.note(
          "minimumSavingsRate",
          TABLE,
          "rateAtFirst",
          minimum.value(),
          in("rateAtFirst", band.atFirst().value()));
    } else {
      workings.note(
          "minimumSavingsRate",
          TABLE,
          "rateAtFirst - (rateAtFirst - rateAtLast) * (members - firstMembers)"
              + " / (lastMembers - firstMembers)",
          minimum.value(),
          in("rateAtFirst", band.atFirst().value()),
          in("rateAtLast", band.atLast().value()),
          in("members", members),
          in("firstMembers", band.first()),
          in("lastMembers", last));
    }
    return minimum;
  }

  private static Outcomes outcomes(Workings workings, Case facts, QualityFactor factor) {
    BigDecimal distance =
        workings.note(
            "distanceToMinimum",
            "interim figure",
            "savings - minimumSavingsRate * benchmarkExpenditure",
            facts.savings().dollars().subtract(facts.minimumDollars(), DIGITS),
            in("savings", facts.savings().dollars()),
            in("minimumSavingsRate", facts.minimum().value()),
            in("benchmarkExpenditure", facts.budget().dollars()));
    Money generated = facts.generated(workings);
    Money shown = new Amount(distance).roundHalfUp();
    if (generated.isNegative()) {
      Outcome owed = facts.losses(workings, generated);
      return new Outcomes(facts.minimum(), shown, owed, owed, owed);
    }
    workings.note(
        "qualityFactor",
        factor.citation(),
        factor.factor().formula(),
        factor.factor().value(),
        factor.factor().inputs().toArray(Step.Input[]::new));
    Outcome earned = facts.earned(workings, generated, factor.factor().value());
    return new Outcomes(facts.minimum(), shown, earned, earned, earned);
  }
}
