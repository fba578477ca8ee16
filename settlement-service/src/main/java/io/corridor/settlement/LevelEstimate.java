package io.corridor.settlement;

import io.corridor.common.care.Contract;
import io.corridor.settlement.engine.AgreedPayments;
import io.corridor.settlement.engine.AgreedTerms;
import io.corridor.settlement.engine.EstimateResult;
import io.corridor.settlement.engine.LevelKey;
import io.corridor.settlement.engine.PaymentBeside;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.PeriodFacts.Period;
import io.corridor.settlement.engine.Shape;
import java.util.List;

/**
 * The estimate of a level and year, with what it was worked out from.
 *
 * @param key level and year
 * @param contract version of the contract that holds
 * @param shape shape of the terms that hold
 * @param agreed terms of the year; those of a refusal where the terms contradict themselves
 * @param besides what they agree beside the shape
 * @param facts facts of the level
 * @param result the estimate or the refusal
 * @param payments payments beside the shape
 */
record LevelEstimate(
    LevelKey key,
    Contract contract,
    Shape shape,
    AgreedTerms agreed,
    AgreedPayments besides,
    PeriodFacts facts,
    EstimateResult result,
    List<PaymentBeside> payments) {

  /** Keeps its own copy. */
  LevelEstimate {
    payments = List.copyOf(payments);
  }

  /** The facts, complete to the earlier of the inputs' dates. */
  PeriodFacts dated() {
    Period period = facts.period();
    return facts.withPeriod(
        new Period(
            period.contract(),
            period.level(),
            period.id(),
            period.year(),
            period.contractYear(),
            period.from(),
            period.until(),
            EstimateMapper.completeTo(facts, contract.quality() != null)));
  }
}
