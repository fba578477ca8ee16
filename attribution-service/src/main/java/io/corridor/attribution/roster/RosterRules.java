package io.corridor.attribution.roster;

import io.corridor.attribution.assignment.Accountable;
import io.corridor.attribution.assignment.ChangeType;
import io.corridor.attribution.assignment.MemberAssignment;
import io.corridor.attribution.assignment.MonthDecision;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The roster rows that a tick publishes for one member and contract (domain.md 1.7): the state of
 * knowledge on the business date, held against the roster before. A published month is never
 * published again; what becomes known later shows in the next roster with its cause.
 */
public final class RosterRules {

  private final MemberAssignment assignment;
  private final NavigableMap<YearMonth, Published> published;
  private final LocalDate businessDate;
  private final Calendar calendar;
  private final @Nullable LocalDate lastVisit;

  private RosterRules(
      MemberAssignment assignment,
      NavigableMap<YearMonth, Published> published,
      LocalDate businessDate,
      Calendar calendar,
      @Nullable LocalDate lastVisit) {
    this.assignment = assignment;
    this.published = new TreeMap<>(published);
    this.businessDate = businessDate;
    this.calendar = calendar;
    this.lastVisit = lastVisit;
  }

  /** The contract's months. */
  public interface Calendar {

    /** Roster number of a month, from 1. */
    int number(YearMonth month);

    /** The first month of the performance year that holds a month. */
    YearMonth yearBegins(YearMonth month);
  }

  /**
   * First days of months that lie in a tick, as months.
   *
   * @param from business date before; null when there was none: then only {@code to} itself counts,
   *     because the past is not published after the fact
   */
  public static List<YearMonth> months(@Nullable LocalDate from, LocalDate to) {
    LocalDate after = from == null ? to.minusDays(1) : from;
    return io.corridor.common.time.Months.between(YearMonth.from(after), YearMonth.from(to))
        .stream()
        .filter(month -> month.atDay(1).isAfter(after))
        .toList();
  }

  /**
   * Rows to publish.
   *
   * @param months months whose roster is due, ascending
   * @param assignment the member's assignment, with the decisions of those months
   * @param published what was published before
   * @param calendar the contract's months
   * @param lastVisit latest primary care visit as known on the business date; null without one
   */
  public static List<RosterEntry> publish(
      Collection<YearMonth> months,
      MemberAssignment assignment,
      NavigableMap<YearMonth, Published> published,
      LocalDate businessDate,
      Calendar calendar,
      @Nullable LocalDate lastVisit) {
    RosterRules rules = new RosterRules(assignment, published, businessDate, calendar, lastVisit);
    List<RosterEntry> entries = new ArrayList<>();
    for (YearMonth month : months) {
      if (!rules.published.containsKey(month)) {
        rules.entry(month).ifPresent(entries::add);
      }
    }
    return entries;
  }

  private Optional<RosterEntry> entry(YearMonth month) {
    Published before = published.get(month.minusMonths(1));
    Accountable prior = before == null ? null : before.accountable();
    MonthDecision now = assignment.decision(month).orElse(null);
    Accountable held = now == null ? null : now.accountable();
    if (now == null || (prior == null && held == null)) {
      return Optional.empty();
    }
    RosterEntry entry =
        new RosterEntry(
            month,
            calendar.number(month),
            businessDate,
            held,
            prior,
            type(month, prior, held),
            assignment
                .reason(
                    prior,
                    assignment.decision(month.minusMonths(1)).orElse(null),
                    now,
                    before == null ? month.minusMonths(1).atDay(1) : before.businessDate())
                .orElse(null),
            held == null
                ? null
                : Standing.of(
                    now, held, assignment.months(), calendar.yearBegins(month), lastVisit));
    published.put(month, entry.published());
    return Optional.of(entry);
  }

  private ChangeType type(
      YearMonth month, @Nullable Accountable prior, @Nullable Accountable held) {
    if (prior == null) {
      return ChangeType.NEW;
    }
    if (held == null) {
      return listedInError(month.minusMonths(1)) ? ChangeType.CANCELLED : ChangeType.DROPPED;
    }
    return prior.samePlace(held) ? ChangeType.NOCHANGE : ChangeType.CHANGED;
  }

  /** True when, by today's knowledge, no month of the unbroken listing that ends here holds. */
  private boolean listedInError(YearMonth last) {
    for (YearMonth month = last; ; month = month.minusMonths(1)) {
      Published row = published.get(month);
      if (row == null || row.accountable() == null) {
        return true;
      }
      if (assignment.months().containsKey(month)) {
        return false;
      }
      if (row.type() == ChangeType.NEW) {
        return true;
      }
    }
  }
}
