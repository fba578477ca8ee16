package io.corridor.settlement.mssp;

import static io.corridor.common.rules.Expression.named;
import static io.corridor.common.rules.Workings.DIGITS;

import io.corridor.common.money.Rate;
import io.corridor.settlement.mssp.LossRateRule.NoLosses;
import io.corridor.settlement.mssp.LossRateRule.QualityScaled;
import io.corridor.settlement.mssp.MsspParameters.Regime;
import io.corridor.settlement.mssp.MsspParameters.Sequestration;
import io.corridor.settlement.mssp.MsspParameters.Sharing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Rules that look right and are not, each put where another law would be put: as other parameter
 * rows, or as another class for one step.
 */
final class WrongRules {

  private static final MsspParameters SHIPPED = ParameterFiles.load();
  private static final LocalDate EVER = LocalDate.of(2012, 1, 1);

  private WrongRules() {}

  private static MsspRules with(MsspParameters parameters) {
    return new MsspRules(parameters, new FirstDollar(), new CapAfterSequestration());
  }

  private static MsspRules with(Generation generation) {
    return new MsspRules(SHIPPED, generation, new CapAfterSequestration());
  }

  private static MsspRules sharing(UnaryOperator<Sharing> change) {
    return with(
        MutatedParameters.sharing(SHIPPED, SHIPPED.sharing().stream().map(change).toList()));
  }

  private static Sharing with(Sharing old, LossRateRule lossRate) {
    return new Sharing(
        old.periods(),
        old.agreements(),
        old.track(),
        old.maximumShare(),
        old.paymentCap(),
        lossRate,
        old.citation());
  }

  /** Only what exceeds the minimum savings rate counts. */
  static MsspRules excessOnly() {
    Generation firstDollar = new FirstDollar();
    return with((year, belowMinimum, sheet) -> {
      BigDecimal generated = firstDollar.generated(year, belowMinimum, sheet);
      return generated.signum() > 0
          ? generated.subtract(year.minimumRate().multiply(year.benchmark(), DIGITS), DIGITS)
          : generated;
    });
  }

  /** The minimum rate is rounded, as it is printed, before it is compared. */
  static MsspRules roundedMinimumRate() {
    Generation firstDollar = new FirstDollar();
    return with((year, belowMinimum, sheet) ->
        firstDollar.generated(
            new Reconciliation(
                year.facts(),
                year.terms(),
                year.benchmark(),
                year.savings(),
                year.savingsRate(),
                year.minimumRate().setScale(4, RoundingMode.HALF_UP),
                year.guarded()),
            belowMinimum,
            sheet));
  }

  /** Payments are never cut by sequestration. */
  static MsspRules noSequestration() {
    return with(
        MutatedParameters.sequestration(
            SHIPPED, List.of(new Sequestration(EVER, Rate.ONE, "wrong on purpose"))));
  }

  /** Sequestration goes on through its suspension. */
  static MsspRules sequestrationNeverSuspended() {
    return with(
        MutatedParameters.sequestration(
            SHIPPED, List.of(new Sequestration(EVER, Rate.of("0.98"), "wrong on purpose"))));
  }

  /** One-sided ACOs share losses. */
  static MsspRules oneSidedLosses() {
    return sharing(old -> old.twoSided() ? old : with(old, new QualityScaled(Rate.ZERO, Rate.ONE)));
  }

  /** Nobody shares losses. */
  static MsspRules noLosses() {
    return sharing(old -> with(old, new NoLosses()));
  }

  /** The loss rate has no floor. */
  static MsspRules noFloor() {
    return sharing(old ->
        old.lossRate() instanceof QualityScaled(Rate floor, Rate ceiling)
            ? with(old, new QualityScaled(Rate.ZERO, ceiling))
            : old);
  }

  /** Six months are treated as a whole year. */
  static MsspRules sixMonthsAsAYear() {
    return with(
        MutatedParameters.sixMonths(
            SHIPPED,
            SHIPPED.sixMonths().stream()
                .map(old ->
                    new MsspParameters.SixMonths(
                        old.year(), old.period(), old.firstDay(), Rate.ONE))
                .toList()));
  }

  /** Nothing is shared below the minimum savings rate. */
  static MsspRules nothingBelowMinimum() {
    return with(MutatedParameters.belowMinimum(SHIPPED, List.of()));
  }

  /** Below the minimum savings rate the whole rate is shared. */
  static MsspRules wholeShareBelowMinimum() {
    return with(
        MutatedParameters.belowMinimum(
            SHIPPED,
            SHIPPED.belowMinimum().stream()
                .map(old ->
                    new MsspParameters.BelowMinimum(
                        old.agreementsFrom(),
                        old.tracks(),
                        old.minimumBeneficiaries(),
                        Rate.ONE,
                        old.citation()))
                .toList()));
  }

  /** Only the standard itself opens the gate. */
  static MsspRules alternativeStandardIgnored() {
    return with(
        MutatedParameters.regimes(
            SHIPPED,
            SHIPPED.regimes().stream()
                .map(old ->
                    old.regime() instanceof StandardOrAlternative
                        ? new Regime(old.from(), new StandardGatesShare("wrong on purpose"))
                        : old)
                .toList()));
  }

  /** The cap is compared before sequestration, which then cuts it. */
  static MsspRules capBeforeSequestration() {
    return new MsspRules(
        SHIPPED,
        new FirstDollar(),
        (year, generated, shareRate, sequestration, sheet) -> {
          BigDecimal shared = generated.multiply(shareRate, DIGITS);
          BigDecimal cap =
              year.terms().sharing().paymentCap().value().multiply(year.benchmark(), DIGITS);
          return sheet.step(
              "cappedSavings",
              "wrong on purpose",
              named("shared", shared)
                  .min(named("cap", cap))
                  .times(named("sequestration", sequestration.factor())));
        });
  }

  /** A loss that the guardrail takes away turns into savings. */
  static MsspRules guardrailPaysSavings() {
    Generation firstDollar = new FirstDollar();
    return with((year, belowMinimum, sheet) ->
        firstDollar.generated(
            new Reconciliation(
                year.facts(),
                year.terms(),
                year.benchmark(),
                year.savings(),
                year.savingsRate(),
                year.minimumRate(),
                false),
            belowMinimum,
            sheet));
  }
}
