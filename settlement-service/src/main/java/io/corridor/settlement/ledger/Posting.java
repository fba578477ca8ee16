package io.corridor.settlement.ledger;

import io.corridor.common.money.Money;
import io.corridor.common.rules.Step;
import io.corridor.settlement.share.Limit;
import java.util.List;
import java.util.Set;

/**
 * What a statement posts.
 *
 * @param due to be paid to the ACO now (positive) or by it (negative)
 * @param owedBack what the ACO owes back after it, over all periods
 * @param limits limits that bind
 * @param steps from the result to what is due
 * @param entries entries, each in balance
 */
public record Posting(
    Money due, Money owedBack, Set<Limit> limits, List<Step> steps, List<Entry> entries) {

  /** Keeps its own copies. */
  public Posting {
    limits = Set.copyOf(limits);
    steps = List.copyOf(steps);
    entries = List.copyOf(entries);
  }
}
