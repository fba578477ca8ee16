package io.corridor.attribution.assignment;

import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an assignment if nothing happens any more: no claim, no enrollment record, no new
 * terms. The months to come are decided by the same rules over the same rows, so that the forecast
 * is what the roster will say.
 */
public final class AssignmentForecast {

  /**
   * What is to come for one member and contract.
   *
   * @param month present month
   * @param now who is accountable in it
   * @param turn the first month with another answer, if one lies within the horizon
   * @param wins when nobody is accountable: the smallest visit with which the best placed practice
   *     of the contract has the member in the next month
   */
  public record Outlook(
      YearMonth month,
      @Nullable Accountable now,
      Optional<Turn> turn,
      Optional<SmallestVisit> wins) {}

  /**
   * A month from which somebody else, or nobody, is accountable.
   *
   * @param on its first day
   * @param then who is accountable from then on
   * @param reason why nobody is; null when somebody is
   * @param keeps the smallest visit with which the present practice keeps the member; empty when
   *     there is none, or no visit would
   */
  public record Turn(
      LocalDate on,
      @Nullable Accountable then,
      @Nullable Unattributed reason,
      Optional<SmallestVisit> keeps) {}

  /**
   * The least that a practice must do: fewest service days, then fewest dollars.
   *
   * @param tin practice
   * @param days service days, from the first that is still open on
   * @param allowed allowed dollars of each of them
   */
  public record SmallestVisit(Tin tin, int days, Money allowed) {}

  private final Evidence evidence;
  private final NavigableMap<YearMonth, MonthTerms> months;
  private final LocalDate firstVisit;

  private AssignmentForecast(
      Evidence evidence, NavigableMap<YearMonth, MonthTerms> months, LocalDate firstVisit) {
    this.evidence = evidence;
    this.months = months;
    this.firstVisit = firstVisit;
  }

  /**
   * The forecast of a member.
   *
   * @param present present month
   * @param horizon months to look ahead
   * @param firstVisit first day on which a visit that has not happened may be imagined
   * @return empty when the contract does not evaluate the present month
   */
  public static Optional<AssignmentForecast> of(
      MemberHistory history,
      Network network,
      Programs programs,
      ContractId contract,
      YearMonth present,
      int horizon,
      LocalDate firstVisit) {
    NavigableMap<YearMonth, MonthTerms> months = months(programs, contract, present, horizon);
    return months.containsKey(present)
        ? Optional.of(
            new AssignmentForecast(
                Evidence.ofOutcomes(history, network, months.values()), months, firstVisit))
        : Optional.empty();
  }

  /**
   * True when what changed can move the forecast: a record of the windows of its months that counts
   * or keeps another from counting, or anything that reaches all months.
   */
  public static boolean canMove(
      Scope scope, Programs programs, ContractId contract, YearMonth present, int horizon) {
    return scope.moves(months(programs, contract, present, horizon).values());
  }

  private static NavigableMap<YearMonth, MonthTerms> months(
      Programs programs, ContractId contract, YearMonth present, int horizon) {
    return programs.months(contract).subMap(present, true, present.plusMonths(horizon), true);
  }

  /** Who is accountable now, and what changes first. */
  public Outlook outlook() {
    AssignmentRules rules = AssignmentRules.by(evidence);
    MonthDecision present = rules.decide(months.firstEntry().getValue());
    Accountable now = present.accountable();
    return new Outlook(
        present.month(),
        now,
        months.tailMap(present.month(), false).values().stream()
            .map(rules::decide)
            .filter(decision -> !samePlace(now, decision.accountable()))
            .findFirst()
            .map(decision -> turn(now, decision)),
        now == null ? won(present) : Optional.empty());
  }

  /** Whom the ranking names first among the practices that take part. */
  private Optional<SmallestVisit> won(MonthDecision present) {
    YearMonth next = present.month().plusMonths(1);
    MonthTerms terms = months.get(next);
    if (terms == null) {
      return Optional.empty();
    }
    return present.ballot().seen().stream()
        .filter(terms::participates)
        .findFirst()
        .flatMap(tin -> smallestVisit(tin, null, next));
  }

  private Turn turn(@Nullable Accountable now, MonthDecision later) {
    return new Turn(
        later.month().atDay(1),
        later.accountable(),
        later.unattributed(),
        now == null ? Optional.empty() : smallestVisit(now.tin(), now.npi(), later.month()));
  }

  private static boolean samePlace(@Nullable Accountable one, @Nullable Accountable other) {
    return one == null ? other == null : other != null && one.samePlace(other);
  }

  /**
   * The smallest visit from the first open day on with which a practice has the member in a month.
   *
   * @param npi clinician to be seen; null when any
   * @return empty when no visit would do, as on a list that is fixed
   */
  public Optional<SmallestVisit> smallestVisit(Tin tin, @Nullable Npi npi, YearMonth month) {
    MonthTerms terms = months.get(month);
    if (terms == null) {
      return Optional.empty();
    }
    return smallestVisit(tin, npi, terms, Clinician.PHYSICIAN)
        .or(() -> smallestVisit(tin, npi, terms, Clinician.SPECIALIST));
  }

  private Optional<SmallestVisit> smallestVisit(
      Tin tin, @Nullable Npi npi, MonthTerms terms, Clinician clinician) {
    List<Visit> known = evidence.services(terms, ServiceGroup.ALL, terms.reach());
    // More days than all others together, and more than three times their dollars, always win.
    int mostDays = (int) known.stream().map(Visit::day).distinct().count() + 1;
    long mostCents = 3 * known.stream().mapToLong(Visit::allowedCents).sum() + 1;
    if (!wins(new Imagined(tin, npi, clinician, mostDays), mostCents, terms)) {
      return Optional.empty();
    }
    int days = 1;
    while (!wins(new Imagined(tin, npi, clinician, days), mostCents, terms)) {
      days++;
    }
    Imagined fewest = new Imagined(tin, npi, clinician, days);
    return Optional.of(
        new SmallestVisit(tin, days, Money.ofCents(fewestCents(fewest, mostCents, terms))));
  }

  /** Visits that have not happened. */
  private record Imagined(Tin tin, @Nullable Npi npi, Clinician clinician, int days) {

    List<Visit> from(LocalDate first, long cents) {
      // A wellness visit is the one that every method counts.
      VisitClass kind = new VisitClass(VisitClass.EARLIEST_LIST, VisitClass.Condition.WELLNESS);
      List<Visit> visits = new ArrayList<>();
      for (int i = 0; i < days; i++) {
        visits.add(new Visit(first.plusDays(i), tin, npi, clinician, kind, 1, cents));
      }
      return visits;
    }
  }

  private long fewestCents(Imagined imagined, long winning, MonthTerms terms) {
    if (wins(imagined, 0, terms)) {
      return 0;
    }
    long low = 1;
    long high = winning;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (wins(imagined, middle, terms)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return high;
  }

  private boolean wins(Imagined imagined, long cents, MonthTerms terms) {
    Evidence with = evidence.with(imagined.from(firstVisit, cents));
    Tin winner = AssignmentRules.by(with).decide(terms).tin();
    return Objects.equals(winner, imagined.tin());
  }
}
