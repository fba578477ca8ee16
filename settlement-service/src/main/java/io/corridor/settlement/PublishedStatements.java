package io.corridor.settlement;

import io.corridor.common.facts.Row;
import io.corridor.common.money.Money;
import io.corridor.common.streams.Event;
import io.corridor.common.streams.Subject;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.settlement.engine.Level;
import io.corridor.settlement.ledger.Ledger;
import io.corridor.settlement.statement.ClosingRows;
import io.corridor.settlement.statement.ClosingRows.Published;
import io.corridor.settlement.statement.PaidFees;
import io.corridor.settlement.statement.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one contract that were published and read back, and the ledger that they make.
 *
 * <p>A contract makes one statement at a time: the next waits until the last has been read back,
 * because it rests on the ledger after it. So a rebuilt service, which knows what it published
 * before it has read it, makes none again; and an entry is a function of its statement alone.
 */
final class PublishedStatements {

  private final String contract;
  private final NavigableMap<Integer, NavigableMap<String, Published>> statements = new TreeMap<>();
  private final Ledger ledger;
  private final boolean underWay;
  private final List<PaidFees> fees = new ArrayList<>();

  PublishedStatements(Subject subject) {
    this.contract = subject.id();
    for (Row row : subject.rows().startingWith(ClosingRows.STATEMENT)) {
      statements
          .computeIfAbsent(ClosingRows.year(row), year -> new TreeMap<>())
          .put(row.part(2), ClosingRows.statement(row));
    }
    subject
        .rows()
        .startingWith(ClosingRows.FEES)
        .forEach(row -> fees.addAll(ClosingRows.fees(row)));
    this.ledger =
        new Ledger(
            statements.values().stream()
                .flatMap(year -> year.values().stream())
                .flatMap(statement -> statement.entries().stream())
                .toList());
    this.underWay =
        subject.publishedKeys(ClosingTopics.STATEMENT).stream().anyMatch(key -> !isReadBack(key));
  }

  private boolean isReadBack(String key) {
    String[] parts = key.split("\\|", -1);
    return has(Integer.parseInt(parts[1]), parts[2]);
  }

  /** True while a statement was published that has not been read back. */
  boolean underWay() {
    return underWay;
  }

  Ledger ledger() {
    return ledger;
  }

  /** Fee of each month of a payee, as it was paid or restated last. */
  NavigableMap<YearMonth, Money> fees(Level level, String id) {
    NavigableMap<YearMonth, Money> paid = new TreeMap<>();
    of(level, id).forEach(known -> paid.putAll(known.months()));
    return paid;
  }

  /** What a payee owes of fees that were paid too much. */
  Money feesOwed(Level level, String id) {
    return of(level, id).reduce((first, last) -> last).map(PaidFees::balance).orElse(Money.ZERO);
  }

  private Stream<PaidFees> of(Level level, String id) {
    return fees.stream().filter(known -> known.level() == level && known.id().equals(id));
  }

  /** Years with a statement. */
  Set<Integer> years() {
    return statements.keySet();
  }

  private NavigableMap<String, Published> of(int year) {
    return statements.getOrDefault(year, new TreeMap<>());
  }

  boolean has(int year, String id) {
    return of(year).containsKey(id);
  }

  /** The statement of a closing. */
  Optional<Published> ofClosing(int year, int number) {
    return Optional.ofNullable(of(year).get(Statement.ofClosing(number)));
  }

  /** Last command that each final statement of a year knew, by number of its closing. */
  NavigableMap<Integer, String> lastCommands(int year) {
    NavigableMap<Integer, String> last = new TreeMap<>();
    of(year)
        .forEach((id, statement) -> {
          String command = statement.lastCommand();
          if (command != null) {
            last.put(Integer.valueOf(id.substring(1)), command);
          }
        });
    return last;
  }

  /** What was approved of each final statement of a year that asked for it, by its closing. */
  NavigableMap<Integer, String> proposals(int year) {
    NavigableMap<Integer, String> approved = new TreeMap<>();
    of(year)
        .forEach((id, statement) -> {
          String proposal = statement.proposal();
          if (proposal != null) {
            approved.put(Integer.valueOf(id.substring(1)), proposal);
          }
        });
    return approved;
  }

  /** Number of the last closing of a year that has a statement; null without any. */
  @Nullable Integer lastClosing(int year) {
    NavigableMap<Integer, String> published = lastCommands(year);
    return published.isEmpty() ? null : published.lastKey();
  }

  /** Business date of the cut of the first closing of a year that has a statement. */
  Optional<LocalDate> firstCut(int year) {
    NavigableMap<Integer, String> published = lastCommands(year);
    return published.isEmpty()
        ? Optional.empty()
        : ofClosing(year, published.firstKey()).map(Published::cutDate);
  }

  /** The next performance year whose books are open. */
  int nextOpen(int year) {
    int next = year + 1;
    while (!lastCommands(next).isEmpty()) {
      next++;
    }
    return next;
  }

  /** The entries of all statements, each published once. */
  List<Event> entries(String payer) {
    List<Event> entries = new ArrayList<>();
    statements.forEach((year, published) ->
        published.forEach((id, statement) -> {
          String about = contract + "|" + year + "|" + id;
          statement
              .entries()
              .forEach(entry ->
                  entries.add(
                      new Event(
                          ClosingTopics.ENTRY,
                          contract + "|" + entry.id(),
                          StatementMapper.entry(contract, about, statement.cutDate(), entry),
                          payer,
                          statement.cutDate())));
        }));
    return entries;
  }
}
