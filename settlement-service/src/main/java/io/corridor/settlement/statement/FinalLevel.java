package io.corridor.settlement.statement;

import io.corridor.settlement.engine.LevelKey;
import io.corridor.settlement.engine.PaymentBeside;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.Shape;
import java.util.List;

/**
 * The settlement of one level that the terms name.
 *
 * @param key level and year
 * @param shape shape of the terms that settle it
 * @param facts what it is settled on
 * @param result its result, or why there is none
 * @param payments payments beside the shape
 */
public record FinalLevel(
    LevelKey key,
    Shape shape,
    PeriodFacts facts,
    FinalResult result,
    List<PaymentBeside> payments) {

  /** Keeps its own copy. */
  public FinalLevel {
    payments = List.copyOf(payments);
  }
}
