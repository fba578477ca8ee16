package io.corridor.benchmark.completion;

import io.corridor.common.care.CostTerms;
import io.corridor.common.money.Rate;
import java.util.Objects;

/**
 * How a category group is completed.
 *
 * @param developed false when what is paid is complete at once
 * @param diagonals paid months, counted back from the last one, whose development is used
 * @param tail development after the oldest observed age
 * @param floorAtOne true when recoveries must not make a factor fall below one
 * @param matureFrom completion factor from which the chain ladder is trusted; below it stands
 *     Bornhuetter-Ferguson
 * @param expectationMonths mature months whose mean PMPM is the expectation of the young ones
 * @param expectationTrend trend from the mature months to the young ones
 * @param bandErrors standard errors from the completed figure to each end of its band
 */
public record CompletionTerms(
    boolean developed,
    int diagonals,
    Rate tail,
    boolean floorAtOne,
    Rate matureFrom,
    int expectationMonths,
    Rate expectationTrend,
    Rate bandErrors) {

  /** Rejects terms without a diagonal, an expectation month or a tail above zero. */
  public CompletionTerms {
    if (diagonals < 1 || expectationMonths < 1 || tail.compareTo(Rate.ZERO) <= 0) {
      throw new IllegalArgumentException("completion needs a diagonal, a month and a tail");
    }
  }

  /** These where the contract says nothing else. */
  public CompletionTerms with(CostTerms.Completion asked) {
    return new CompletionTerms(
        developed,
        Objects.requireNonNullElse(asked.diagonals(), diagonals),
        Objects.requireNonNullElse(asked.tail(), tail),
        Objects.requireNonNullElse(asked.floorAtOne(), floorAtOne),
        Objects.requireNonNullElse(asked.matureFrom(), matureFrom),
        Objects.requireNonNullElse(asked.expectationMonths(), expectationMonths),
        Objects.requireNonNullElse(asked.expectationTrend(), expectationTrend),
        Objects.requireNonNullElse(asked.bandErrors(), bandErrors));
  }
}
