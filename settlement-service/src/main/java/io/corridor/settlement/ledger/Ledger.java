package io.corridor.settlement.ledger;

import io.corridor.common.money.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The entries of one contract. Balances are sums, so the order in which entries were posted does
 * not matter.
 *
 * @param entries entries by id
 */
public record Ledger(List<Entry> entries) {

  /** Rejects two entries of one id. */
  public Ledger {
    entries = entries.stream().sorted(Comparator.comparing(Entry::id)).toList();
    if (entries.stream().map(Entry::id).distinct().count() != entries.size()) {
      throw new IllegalArgumentException("an entry stands twice in the ledger");
    }
  }

  /** This and more entries. */
  public Ledger with(Collection<Entry> more) {
    return new Ledger(java.util.stream.Stream.concat(entries.stream(), more.stream()).toList());
  }

  /** Debits less credits of every account, over all periods. */
  public Map<Account, Money> trialBalance() {
    Map<Account, Money> balances = new EnumMap<>(Account.class);
    for (Account account : Account.values()) {
      balances.put(account, balance(account, entry -> true));
    }
    return balances;
  }

  /** Debits less credits of an account, over all periods. */
  public Money balance(Account account) {
    return balance(account, entry -> true);
  }

  /** Debits less credits of an account in the entries about a period. */
  public Money balance(Account account, int aboutPeriod) {
    return balance(account, entry -> entry.aboutPeriod() == aboutPeriod);
  }

  private Money balance(Account account, Predicate<Entry> which) {
    return entries.stream()
        .filter(which)
        .map(entry -> entry.debit(account))
        .reduce(Money.ZERO, Money::plus);
  }

  /** The entry that settles a period now, if one does: posted and not reversed. */
  public List<Entry> settling(int aboutPeriod) {
    return holding(aboutPeriod, EnumSet.of(Entry.Kind.SETTLEMENT, Entry.Kind.CORRECTION));
  }

  /** Entries of some kinds about a period that hold: posted and not reversed. */
  public List<Entry> holding(int aboutPeriod, Set<Entry.Kind> kinds) {
    Set<String> reversed =
        entries.stream()
            .filter(entry -> entry.kind() == Entry.Kind.REVERSAL)
            .map(entry -> java.util.Objects.requireNonNull(entry.reverses()))
            .collect(Collectors.toSet());
    return entries.stream()
        .filter(entry -> entry.aboutPeriod() == aboutPeriod)
        .filter(entry -> kinds.contains(entry.kind()))
        .filter(entry -> !reversed.contains(entry.id()))
        .toList();
  }
}
