package io.corridor.settlement.ledger;

import io.corridor.common.money.Money;
import io.corridor.settlement.ledger.Entry.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How what is due is handed on, as entries. Each moves what is due from the party to the contract
 * to its receivers, the ACO with what it keeps among them, so that no account's balance moves and
 * the parts sum to the whole. A restatement divides all that was due for the period again: what
 * receivers had is taken back, and what they have is posted anew.
 *
 * @param entries entries; empty where nothing moves
 * @param parts what each receiver is due now, by receiver
 */
public record HandingOn(List<Entry> entries, NavigableMap<String, Money> parts) {

  private static final Set<Kind> HANDED_ON = EnumSet.of(Kind.HANDED_ON);

  /** Keeps its own copies. */
  public HandingOn {
    entries = List.copyOf(entries);
    parts = Collections.unmodifiableNavigableMap(new TreeMap<>(parts));
  }

  /**
   * Where a statement stands in the books.
   *
   * @param statement id of the statement, which begins the ids of its entries
   * @param year performance year that it is about
   * @param inPeriod performance year in whose books it stands
   * @param entriesBefore entries that it posts before these
   */
  public record Place(String statement, int year, int inPeriod, int entriesBefore) {

    private String id(List<Entry> entries) {
      return statement + "-" + (entriesBefore + entries.size() + 1);
    }
  }

  /**
   * Hands what is due now on.
   *
   * @param due what the party to the contract is due (positive) or owes (negative)
   * @param divided parts of an amount by receiver, which sum to it
   */
  public static HandingOn of(
      Place place, Money due, Function<Money, NavigableMap<String, Money>> divided) {
    NavigableMap<String, Money> parts = divided.apply(due);
    List<Entry> entries = new ArrayList<>();
    if (!due.isZero()) {
      entries.add(entry(place.id(entries), place, due, parts));
    }
    return new HandingOn(entries, parts);
  }

  /** Divides all that was due for a period again, with what is due now. */
  public static HandingOn again(
      Place place, Money due, Function<Money, NavigableMap<String, Money>> divided, Ledger before) {
    Money whole = due;
    NavigableMap<String, Money> had = new TreeMap<>();
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : before.holding(place.year(), HANDED_ON)) {
      for (Line line : entry.lines()) {
        String receiver = line.receiver();
        if (receiver == null) {
          whole = whole.plus(line.debit());
        } else {
          had.merge(receiver, line.debit().negated(), Money::plus);
        }
      }
      entries.add(entry.reversed(place.id(entries), place.inPeriod()));
    }
    NavigableMap<String, Money> now = divided.apply(whole);
    NavigableMap<String, Money> parts = new TreeMap<>();
    Set<String> receivers = new TreeSet<>(had.keySet());
    receivers.addAll(now.keySet());
    for (String receiver : receivers) {
      parts.put(
          receiver,
          now.getOrDefault(receiver, Money.ZERO).minus(had.getOrDefault(receiver, Money.ZERO)));
    }
    if (parts.values().stream().allMatch(Money::isZero)) {
      return new HandingOn(List.of(), parts);
    }
    if (!whole.isZero()) {
      entries.add(entry(place.id(entries), place, whole, now));
    }
    return new HandingOn(entries, parts);
  }

  private static Entry entry(
      String id, Place place, Money whole, NavigableMap<String, Money> parts) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(Account.DUE, whole));
    parts.forEach((receiver, part) -> {
      if (!part.isZero()) {
        lines.add(new Line(Account.DUE, receiver, part.negated()));
      }
    });
    return new Entry(id, Kind.HANDED_ON, place.inPeriod(), place.year(), null, null, lines);
  }
}
