package io.corridor.settlement.ledger;

import io.corridor.common.money.Money;
import io.corridor.common.rules.Step;
import io.corridor.settlement.ledger.Entry.Kind;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Settled;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a statement of care management fees posts: what the fees of its months come to more (or,
 * negative, less) than was paid for them, what of it is carried, and what is due now.
 *
 * @param earned fees of the month, and what restated months changed
 * @param carried what the payees owe more (or less) than before
 * @param limits limits that bind
 */
public record FeePosting(Money earned, Money carried, Set<Limit> limits) {

  /** Keeps its own copy. */
  public FeePosting {
    limits = Set.copyOf(limits);
  }

  /**
   * The posting.
   *
   * @param statement id of the statement, which begins the id of its entry
   * @param due sum of what the payees are paid
   */
  public Posting of(String statement, int year, Settled due, Ledger before) {
    Map<Account, Money> debits = new EnumMap<>(Account.class);
    debits.put(Account.FEES, earned);
    debits.put(Account.FEES_OWED_BACK, carried);
    debits.put(Account.DUE, due.payment().negated());
    List<Entry> entries = new ArrayList<>();
    Entry.of(statement + "-1", Kind.FEE, year, year, debits).ifPresent(entries::add);
    List<Step> steps = new ArrayList<>(due.steps());
    Step last = steps.removeLast();
    steps.add(new Step("due", last.citation(), last.formula(), last.inputs(), last.value()));
    return new Posting(
        due.payment(),
        before.balance(Account.FEES_OWED_BACK).plus(carried),
        limits,
        steps,
        entries);
  }
}
