package io.corridor.settlement.mssp;

import java.util.List;

/** The shipped parameters with one list of rows replaced, as another law would replace it. */
final class MutatedParameters {

  private MutatedParameters() {}

  static MsspParameters sharing(MsspParameters old, List<MsspParameters.Sharing> rows) {
    return of(old, old.table(), rows, old.lossLimits(), old.sequestration(), old.regimes());
  }

  static MsspParameters lossLimits(MsspParameters old, List<MsspParameters.LossLimit> rows) {
    return of(old, old.table(), old.sharing(), rows, old.sequestration(), old.regimes());
  }

  static MsspParameters sequestration(MsspParameters old, List<MsspParameters.Sequestration> rows) {
    return of(old, old.table(), old.sharing(), old.lossLimits(), rows, old.regimes());
  }

  static MsspParameters regimes(MsspParameters old, List<MsspParameters.Regime> rows) {
    return of(old, old.table(), old.sharing(), old.lossLimits(), old.sequestration(), rows);
  }

  static MsspParameters sixMonths(MsspParameters old, List<MsspParameters.SixMonths> rows) {
    return new MsspParameters(
        old.table(),
        old.sharing(),
        old.lossLimits(),
        old.sequestration(),
        old.regimes(),
        old.choices(),
        old.fixedRatePopulations(),
        rows,
        old.belowMinimum(),
        old.guardrails());
  }

  static MsspParameters belowMinimum(MsspParameters old, List<MsspParameters.BelowMinimum> rows) {
    return new MsspParameters(
        old.table(),
        old.sharing(),
        old.lossLimits(),
        old.sequestration(),
        old.regimes(),
        old.choices(),
        old.fixedRatePopulations(),
        old.sixMonths(),
        rows,
        old.guardrails());
  }

  static MsspParameters guardrails(MsspParameters old, List<MsspParameters.Guardrail> rows) {
    return new MsspParameters(
        old.table(),
        old.sharing(),
        old.lossLimits(),
        old.sequestration(),
        old.regimes(),
        old.choices(),
        old.fixedRatePopulations(),
        old.sixMonths(),
        old.belowMinimum(),
        rows);
  }

  private static MsspParameters of(
      MsspParameters old,
      MinimumSavingsRates table,
      List<MsspParameters.Sharing> sharing,
      List<MsspParameters.LossLimit> lossLimits,
      List<MsspParameters.Sequestration> sequestration,
      List<MsspParameters.Regime> regimes) {
    return new MsspParameters(
        table,
        sharing,
        lossLimits,
        sequestration,
        regimes,
        old.choices(),
        old.fixedRatePopulations(),
        old.sixMonths(),
        old.belowMinimum(),
        old.guardrails());
  }
}
