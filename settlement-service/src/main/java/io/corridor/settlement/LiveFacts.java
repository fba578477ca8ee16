package io.corridor.settlement;

import io.corridor.common.care.Contract;
import io.corridor.common.facts.Rows;
import io.corridor.common.money.Money;
import io.corridor.settlement.engine.AgreedTerms;
import io.corridor.settlement.engine.CostFacts;
import io.corridor.settlement.engine.Level;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.PeriodFacts.Period;
import io.corridor.settlement.engine.PeriodFacts.Population;
import io.corridor.settlement.engine.QualityFacts;
import io.corridor.settlement.engine.ShapeTerms;
import io.corridor.settlement.engine.Stated;
import io.corridor.settlement.estimate.QualityResult;
import io.corridor.settlement.estimate.QualityResult.Gate;
import io.corridor.settlement.estimate.RunningBudget;
import io.corridor.settlement.terms.PeriodTerms;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of a contract's year as the engine's terms and facts. */
final class LiveFacts {

  private LiveFacts() {}

  /** The terms that the live estimate settles. */
  static AgreedTerms terms(PeriodTerms held) {
    Contract contract = held.contract();
    return new AgreedTerms(
        new ShapeTerms.SharedSavings(contract.settlement()),
        contract.quality(),
        contract.minLives());
  }

  /** What is known of the whole contract in the year. */
  static PeriodFacts facts(
      PeriodTerms held,
      RunningBudget budget,
      @Nullable QualityResult score,
      Rows rows,
      @Nullable LocalDate completeTo) {
    Contract contract = held.contract();
    int year = held.year().year();
    Money counted = budget.counted();
    String id = contract.id().value();
    return new PeriodFacts(
        new Period(
            id,
            Level.CONTRACT,
            id,
            year,
            contract.years().indexOf(held.year()) + 1,
            held.year().span().from(),
            Objects.requireNonNull(held.year().span().until()),
            completeTo),
        Population.of(budget.members(), budget.memberMonths()),
        new CostFacts(budget.budget(), counted, counted, FactRows.cost(rows, year), null),
        quality(contract.quality(), score, rows, year),
        Stated.NONE);
  }

  /** A score without a programme says nothing; a programme without a score is open. */
  private static QualityFacts quality(
      Contract.@Nullable Quality programme, @Nullable QualityResult score, Rows rows, int year) {
    if (programme == null) {
      return QualityFacts.none();
    }
    QualityResult known = score == null ? new QualityResult(Gate.UNKNOWN, null, null, null) : score;
    return new QualityFacts(known, programme.gate(), FactRows.measures(rows, year, programme));
  }
}
