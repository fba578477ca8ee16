package io.corridor.attribution.assignment;

import io.corridor.common.care.Contract;
import io.corridor.common.id.ContractId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The assignment of one member under one contract as it is after a change. */
public final class MemberAssignment {

  /**
   * What was there before.
   *
   * @param months months with somebody accountable
   * @param evaluated true when the contract had been evaluated for the member
   */
  public record Before(NavigableMap<YearMonth, Accountable> months, boolean evaluated) {}

  private final MemberHistory history;
  private final NavigableMap<YearMonth, MonthTerms> begun;
  private final NavigableMap<YearMonth, MonthDecision> decisions = new TreeMap<>();
  private final NavigableMap<YearMonth, Accountable> months = new TreeMap<>();
  private final List<MonthDecision> looked = new ArrayList<>();
  private final List<AssignmentChange> changes = new ArrayList<>();

  private MemberAssignment(MemberHistory history, NavigableMap<YearMonth, MonthTerms> begun) {
    this.history = history;
    this.begun = begun;
  }

  /**
   * Derives the months of a scope; the others stay as they were.
   *
   * @param before what was there before, which knows every month out of scope
   * @param since business date before, after which a reversal is news; null when unknown
   */
  public static MemberAssignment derive(
      MemberHistory history,
      Network network,
      Programs programs,
      ContractId contract,
      LocalDate businessDate,
      Scope scope,
      Before before,
      @Nullable LocalDate since) {
    MemberAssignment result = new MemberAssignment(history, programs.begun(contract, businessDate));
    List<MonthTerms> looked = result.begun.values().stream().filter(scope::holds).toList();
    result.decide(network, looked);
    before.months().forEach((month, held) -> result.keep(month, held, scope));
    result.looked.forEach(result::place);
    for (MonthDecision decision : result.looked) {
      result.compare(decision, before, scope, since);
    }
    return result;
  }

  /** A reason may need the month before, so that one is decided too. */
  private void decide(Network network, List<MonthTerms> scoped) {
    NavigableMap<YearMonth, MonthTerms> wanted = new TreeMap<>();
    for (MonthTerms terms : scoped) {
      wanted.put(terms.month(), terms);
      Optional.ofNullable(begun.get(terms.month().minusMonths(1)))
          .ifPresent(earlier -> wanted.put(earlier.month(), earlier));
    }
    for (MonthDecision decision : AssignmentRules.decide(history, network, wanted.values())) {
      decisions.put(decision.month(), decision);
    }
    scoped.forEach(terms -> looked.add(Objects.requireNonNull(decisions.get(terms.month()))));
  }

  private void keep(YearMonth month, Accountable held, Scope scope) {
    MonthTerms terms = begun.get(month);
    if (terms != null && !scope.holds(terms)) {
      months.put(month, held);
    }
  }

  private void place(MonthDecision decision) {
    Accountable held = decision.accountable();
    if (held != null) {
      months.put(decision.month(), held);
    }
  }

  private void compare(MonthDecision now, Before before, Scope scope, @Nullable LocalDate since) {
    YearMonth month = now.month();
    boolean begins =
        !before.evaluated() || (scope.begunAfter() != null && month.isAfter(scope.begunAfter()));
    MonthDecision earlier = decisions.get(month.minusMonths(1));
    Accountable from = begins ? months.get(month.minusMonths(1)) : before.months().get(month);
    reason(from, earlier, now, since, !begins && !scope.all())
        .ifPresent(reason ->
            changes.add(
                new AssignmentChange(
                    month, from, now.accountable(), type(from, now.accountable()), reason)));
  }

  /** The reason why a month is not as {@code from}; empty when it is. */
  public Optional<ChangeReason> reason(
      @Nullable Accountable from,
      @Nullable MonthDecision earlier,
      MonthDecision now,
      @Nullable LocalDate since) {
    return reason(from, earlier, now, since, false);
  }

  private Optional<ChangeReason> reason(
      @Nullable Accountable from,
      @Nullable MonthDecision earlier,
      MonthDecision now,
      @Nullable LocalDate since,
      boolean visitsOnly) {
    MonthTerms terms = Objects.requireNonNull(begun.get(now.month()));
    return ChangeReasons.of(from, earlier, now, history, terms, since, visitsOnly);
  }

  private static ChangeType type(@Nullable Accountable from, @Nullable Accountable to) {
    return from == null ? ChangeType.NEW : to == null ? ChangeType.DROPPED : ChangeType.CHANGED;
  }

  /** Decisions of the months in scope, ascending. */
  public List<MonthDecision> looked() {
    return looked;
  }

  /** The decision of a month in scope or just before it. */
  public Optional<MonthDecision> decision(YearMonth month) {
    return Optional.ofNullable(decisions.get(month));
  }

  /** Who is accountable in each month, ascending. */
  public NavigableMap<YearMonth, Accountable> months() {
    return months;
  }

  /** What changed, by month. */
  public List<AssignmentChange> changes() {
    return changes;
  }

  /** Payer of the contract in its latest begun month. */
  public Optional<String> payer() {
    return Optional.ofNullable(begun.lastEntry())
        .map(entry -> entry.getValue().contract())
        .map(Contract::payer);
  }
}
