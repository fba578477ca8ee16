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
import java.util.function.ToIntFunction;
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

  private RosterRules(
      MemberAssignment assignment,
      NavigableMap<YearMonth, Published> published,
      LocalDate businessDate) {
    this.assignment = assignment;
    this.published = new TreeMap<>(published);
    this.businessDate = businessDate;
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
   * @param number roster number of a month
   */
  public static List<RosterEntry> publish(
      Collection<YearMonth> months,
      MemberAssignment assignment,
      NavigableMap<YearMonth, Published> published,
      LocalDate businessDate,
      ToIntFunction<YearMonth> number) {
    RosterRules rules = new RosterRules(assignment, published, businessDate);
    List<RosterEntry> entries = new ArrayList<>();
    for (YearMonth month : months) {
      if (!rules.published.containsKey(month)) {
        rules.entry(month, number.applyAsInt(month)).ifPresent(entries::add);
      }
    }
    return entries;
  }

  private Optional<RosterEntry> entry(YearMonth month, int number) {
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
            number,
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
                .orElse(null));
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
