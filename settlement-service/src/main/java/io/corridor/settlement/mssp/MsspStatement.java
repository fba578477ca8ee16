package io.corridor.settlement.mssp;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settlement of one ACO and performance year.
 *
 * @param acoId identifier of the ACO
 * @param performanceYear calendar year
 * @param generated savings (positive) or losses (negative) that count, exact
 * @param earned shared savings before recoupment, whole dollars
 * @param owed shared losses, whole dollars, not negative
 * @param recouped advance payments taken back out of what was earned
 * @param balance advance payments still to be repaid, carried into later years
 * @param payment earned minus recouped, or minus owed
 * @param savingsRate savings over benchmark, unrounded
 * @param minimumSavingsRate rate the savings must reach, unrounded
 * @param shareRate final sharing rate, unrounded; null where it was not needed and is not known
 * @param lossRate final loss rate, unrounded; null for a one-sided ACO, and where it was not needed
 *     and is not known
 * @param limits limits that bind, in the order of {@link Limit}
 * @param assumptions what the statement rests on beside the rules
 * @param steps every step, in order
 */
public record MsspStatement(
    String acoId,
    int performanceYear,
    Amount generated,
    Money earned,
    Money owed,
    Amount recouped,
    Amount balance,
    Amount payment,
    Rate savingsRate,
    Rate minimumSavingsRate,
    @Nullable Rate shareRate,
    @Nullable Rate lossRate,
    List<Limit> limits,
    List<Assumption> assumptions,
    List<Step> steps)
    implements MsspResult {

  /** Keeps its own copies of the lists. */
  public MsspStatement {
    limits = List.copyOf(limits);
    assumptions = List.copyOf(assumptions);
    steps = List.copyOf(steps);
  }
}
