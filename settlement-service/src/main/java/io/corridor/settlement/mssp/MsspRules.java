package io.corridor.settlement.mssp;

import static io.corridor.common.rules.Expression.ZERO;
import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.mssp.MsspRefusal.Code;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Settlement of the Medicare Shared Savings Program in its order of operations (settlement.md 1):
 * minimum rate, guardrail, savings, final rates, what counts, payment or loss, recoupment. The same
 * function serves estimates, final settlement and what-if; only its facts differ. Nothing is
 * rounded before the one rounding to whole dollars.
 */
public final class MsspRules {

  /** Version of the rules in this package. */
  public static final String VERSION = "mssp-1";

  private static final String BENCHMARK = "42 CFR 425.604(a), 425.605(a), 425.606(a), 425.610(a)";
  private static final String ROUNDING = "whole dollars, half up, once";

  private final MsspParameters parameters;
  private final MinimumRate minimumRate;
  private final Guardrail guardrail;
  private final Generation generation;
  private final SavingsPayment savingsPayment;

  MsspRules(MsspParameters parameters, Generation generation, SavingsPayment savingsPayment) {
    this.parameters = parameters;
    this.minimumRate = new MinimumRate(parameters.table());
    this.guardrail = new Guardrail(parameters);
    this.generation = generation;
    this.savingsPayment = savingsPayment;
  }

  /** The rules with the parameters shipped with the product. */
  public static MsspRules load() {
    return new MsspRules(ParameterFiles.load(), new FirstDollar(), new CapAfterSequestration());
  }

  /** Settles one ACO and performance year, or says why that cannot be done. */
  public MsspResult settle(PerformanceFacts facts) {
    Optional<MsspRefusal> contradiction = FactsCheck.alone(facts);
    if (contradiction.isPresent()) {
      return contradiction.get();
    }
    return switch (YearTerms.of(parameters, facts)) {
      case YearTerms.Missing missing -> missing.refusal();
      case YearTerms.Terms(YearTerms terms) -> settle(facts, terms);
    };
  }

  private MsspResult settle(PerformanceFacts facts, YearTerms terms) {
    Optional<MsspRefusal> contradiction =
        FactsCheck.against(terms, parameters, facts).or(() -> minimumRate.refusal(terms, facts));
    if (contradiction.isPresent()) {
      return contradiction.get();
    }
    Worksheet sheet = new Worksheet();
    Reconciliation year = reconcile(facts, terms, sheet);
    BigDecimal factor = FinalRates.beforeReduction(facts, terms, sheet);
    return switch (belowMinimum(year, factor)) {
      case NotTold told -> new MsspRefusal(Code.FACT_MISSING, told.field());
      case Below(MsspParameters.BelowMinimum rule) -> share(year, factor, rule, sheet);
      case Whole whole -> share(year, factor, null, sheet);
    };
  }

  /** Steps 1 to 4: expenditure held against the benchmark that the guardrail leaves. */
  private Reconciliation reconcile(PerformanceFacts facts, YearTerms terms, Worksheet sheet) {
    BigDecimal minimum = minimumRate.of(terms, facts, sheet);
    Guardrail.Benchmark benchmark = guardrail.of(facts, terms, minimum, sheet);
    Expression whole = named("benchmark", benchmark.dollars());
    Expression savings =
        sheet.step(
            "savings",
            BENCHMARK,
            whole.minus(named("expenditure", facts.finances().expenditure())));
    Expression rate =
        sheet.step("savingsRate", BENCHMARK + ", over the benchmark", savings.over(whole));
    if (benchmark.guarded()) {
      sheet.bind(Limit.LOSS_GUARDRAIL);
    }
    return new Reconciliation(
        facts,
        terms,
        benchmark.dollars(),
        savings.value(),
        rate.value(),
        minimum,
        benchmark.guarded());
  }

  private sealed interface Sharing {}

  private record Whole() implements Sharing {}

  private record Below(MsspParameters.BelowMinimum rule) implements Sharing {}

  private record NotTold(String field) implements Sharing {}

  /** Whether savings short of the minimum rate are shared at a part of the rate. */
  private Sharing belowMinimum(Reconciliation year, @Nullable BigDecimal factor) {
    PerformanceFacts facts = year.facts();
    Optional<MsspParameters.BelowMinimum> rule =
        parameters.belowMinimum(facts.agreement().track(), facts.agreement().start());
    boolean asked =
        rule.isPresent()
            && !year.guarded()
            && year.saved()
            && !year.savedEnough()
            && facts.population().beneficiaries() >= rule.get().minimumBeneficiaries();
    if (!asked || factor != null && factor.signum() == 0) {
      return new Whole();
    }
    Boolean lowRevenue = facts.population().lowRevenue();
    if (lowRevenue == null) {
      return new NotTold("lowRevenue");
    }
    return lowRevenue ? new Below(rule.get()) : new Whole();
  }

  /** Steps 5 to 9. */
  private MsspResult share(
      Reconciliation year,
      @Nullable BigDecimal factor,
      MsspParameters.@Nullable BelowMinimum below,
      Worksheet sheet) {
    PerformanceFacts facts = year.facts();
    BigDecimal shareRate =
        factor == null ? null : FinalRates.share(facts, year.terms(), factor, below, sheet);
    BigDecimal lossRate = FinalRates.loss(facts, year.terms(), shareRate, sheet);
    BigDecimal generated = generation.generated(year, below != null, sheet);
    Outcome outcome = new Outcome(year, generated, shareRate, lossRate, sheet);
    return switch (generated.signum()) {
      case 1 -> earned(outcome, below != null);
      case -1 -> owed(outcome);
      default -> nothing(outcome);
    };
  }

  /** Step 6: the payment, capped after sequestration; then 8 and 9. */
  private MsspResult earned(Outcome outcome, boolean belowMinimum) {
    PerformanceFacts facts = outcome.year().facts();
    Worksheet sheet = outcome.sheet();
    if (outcome.shareRate() == null) {
      return new MsspRefusal(Code.FACT_MISSING, missingQuality(outcome));
    }
    if (facts.paymentDate() == null) {
      return new MsspRefusal(Code.FACT_MISSING, "paymentDate");
    }
    if (belowMinimum) {
      sheet.bind(Limit.SHARED_BELOW_MINIMUM);
    }
    if (outcome.shareRate().signum() == 0) {
      sheet.bind(Limit.QUALITY_STANDARD);
    }
    MsspParameters.Sequestration sequestration =
        parameters.sequestration(facts.paymentDate()).orElseThrow();
    Expression unrounded =
        savingsPayment.unrounded(
            outcome.year(), outcome.generated(), outcome.shareRate(), sequestration, sheet);
    return Recoupment.of(outcome, sheet.step("earned", ROUNDING, unrounded.roundHalfUp(0)));
  }

  private static String missingQuality(Outcome outcome) {
    Reconciliation year = outcome.year();
    return year.terms().quality().missing(year.facts().quality());
  }

  /** Step 7: the loss; then 8. Advances stay owed. */
  private static MsspResult owed(Outcome outcome) {
    Worksheet sheet = outcome.sheet();
    if (outcome.lossRate() == null) {
      return new MsspRefusal(Code.FACT_MISSING, missingQuality(outcome));
    }
    bindLossRateBounds(outcome);
    Expression liability =
        LossLiability.unrounded(outcome.year(), outcome.generated(), outcome.lossRate(), sheet);
    Expression owed = sheet.step("owed", ROUNDING, liability.roundHalfUp(0));
    Expression payment = sheet.step("payment", ROUNDING, owed.negated());
    return outcome.statement(
        BigDecimal.ZERO, owed.value(), BigDecimal.ZERO, outcome.balanceBefore(), payment.value());
  }

  private static void bindLossRateBounds(Outcome outcome) {
    if (outcome.year().terms().sharing().lossRate()
            instanceof LossRateRule.QualityScaled(Rate floor, Rate ceiling)
        && outcome.lossRate() != null
        && outcome.year().facts().published().lossRate() == null) {
      if (outcome.lossRate().compareTo(floor.value()) == 0) {
        outcome.sheet().bind(Limit.LOSS_RATE_FLOOR);
      }
      if (outcome.lossRate().compareTo(ceiling.value()) == 0) {
        outcome.sheet().bind(Limit.LOSS_RATE_CEILING);
      }
    }
  }

  private static MsspResult nothing(Outcome outcome) {
    Reconciliation year = outcome.year();
    if (year.saved() && !year.guarded()) {
      outcome.sheet().bind(Limit.MINIMUM_SAVINGS_RATE);
    }
    if (year.lost()) {
      outcome.sheet().bind(year.twoSided() ? Limit.MINIMUM_LOSS_RATE : Limit.NO_DOWNSIDE);
    }
    BigDecimal zero = outcome.sheet().step("payment", BENCHMARK, ZERO).value();
    return outcome.statement(zero, zero, zero, outcome.balanceBefore(), zero);
  }
}
