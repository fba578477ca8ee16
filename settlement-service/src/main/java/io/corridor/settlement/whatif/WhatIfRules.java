package io.corridor.settlement.whatif;

import io.corridor.settlement.engine.AgreedTerms;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.PeriodFacts.Period;
import io.corridor.settlement.engine.SettlementEngine;
import io.corridor.settlement.whatif.WhatIfAnswer.Answered;
import io.corridor.settlement.whatif.WhatIfAnswer.NotAnswered;
import io.corridor.settlement.whatif.WhatIfAnswer.Year;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers what-if questions: the engine once on terms and facts as they are and once as changed.
 * Where changes begin in later years the question looks at each year up to the last of them (a
 * glide path), on the same facts in the contract's next year.
 */
public final class WhatIfRules {

  private final SettlementEngine engine;

  /** Answers by an engine. */
  public WhatIfRules(SettlementEngine engine) {
    this.engine = engine;
  }

  /** The answer to a question. */
  public WhatIfAnswer answer(AgreedTerms terms, PeriodFacts facts, List<Change> changes) {
    int years = changes.stream().mapToInt(Change::year).max().orElse(1);
    List<Year> answered = new ArrayList<>();
    try {
      for (int year = 1; year <= years; year++) {
        Changes.Side now = new Changes.Side(terms, later(facts, year - 1));
        Changes.Side then = Changes.made(now, changes, year);
        answered.add(
            new Year(
                year,
                engine.estimate(now.terms(), now.facts()),
                engine.estimate(then.terms(), then.facts())));
      }
      return new Answered(answered);
    } catch (ChangeException refused) {
      return new NotAnswered(refused.refusal());
    }
  }

  private static PeriodFacts later(PeriodFacts facts, int years) {
    if (years == 0) {
      return facts;
    }
    Period now = facts.period();
    return facts.withPeriod(
        new Period(
            now.contract(),
            now.level(),
            now.id(),
            now.year() + years,
            now.contractYear() + years,
            now.from().plusYears(years),
            now.until().plusYears(years),
            now.completeTo()));
  }
}
