package io.corridor.settlement.statement;

import io.corridor.common.money.Money;
import io.corridor.settlement.engine.Level;
import java.time.YearMonth;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What the fees of a payee come to after a statement.
 *
 * @param level level of the payee
 * @param id its id
 * @param months fee of each month that the statement pays or restates, as it is due now
 * @param balance what the payee still owes of fees that were paid too much
 */
public record PaidFees(
    Level level, String id, NavigableMap<YearMonth, Money> months, Money balance) {

  /** Keeps its own copy. */
  public PaidFees {
    months = Collections.unmodifiableNavigableMap(new TreeMap<>(months));
  }
}
