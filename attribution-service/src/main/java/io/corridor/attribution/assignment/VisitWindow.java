package io.corridor.attribution.assignment;

import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Visits per practice and clinician in a window that only moves forward: each visit enters once and
 * leaves once, whatever the number of months.
 */
final class VisitWindow {

  /** Days with their lines, and the allowed cents of all of them. */
  private static final class Tally {
    private final TreeMap<LocalDate, Integer> rowsByDay = new TreeMap<>();
    private long allowedCents;

    void add(Visit visit) {
      rowsByDay.merge(visit.day(), 1, Integer::sum);
      allowedCents = Math.addExact(allowedCents, visit.allowedCents());
    }

    void remove(Visit visit) {
      rowsByDay.computeIfPresent(visit.day(), (day, rows) -> rows == 1 ? null : rows - 1);
      allowedCents = Math.subtractExact(allowedCents, visit.allowedCents());
    }

    Candidate candidate(Tin tin, @Nullable Npi npi) {
      return new Candidate(
          tin, npi, rowsByDay.size(), rowsByDay.lastKey(), Money.ofCents(allowedCents));
    }
  }

  private static final class Practice {
    private final Tally all = new Tally();
    private final Map<Npi, Tally> clinicians = new HashMap<>();
  }

  private final List<Visit> visits;
  private final Map<Tin, Practice> practices = new HashMap<>();
  private int entered;
  private int left;

  /**
   * A window over visits, empty until it is moved.
   *
   * @param visits counted visits by day
   */
  VisitWindow(List<Visit> visits) {
    this.visits = visits;
  }

  /** Moves to days that neither begin nor end before those of the last call. */
  boolean moveTo(DateSpan days) {
    int before = entered + left;
    LocalDate until = days.until();
    while (entered < visits.size()
        && (until == null || visits.get(entered).day().isBefore(until))) {
      enter(visits.get(entered++));
    }
    while (left < entered && visits.get(left).day().isBefore(days.from())) {
      leave(visits.get(left++));
    }
    return entered + left != before;
  }

  private void enter(Visit visit) {
    Practice practice = practices.computeIfAbsent(visit.tin(), tin -> new Practice());
    practice.all.add(visit);
    Npi npi = visit.npi();
    if (npi != null) {
      practice.clinicians.computeIfAbsent(npi, id -> new Tally()).add(visit);
    }
  }

  private void leave(Visit visit) {
    Practice practice = Optional.ofNullable(practices.get(visit.tin())).orElseThrow();
    practice.all.remove(visit);
    Npi npi = visit.npi();
    if (npi != null) {
      Tally clinician = Optional.ofNullable(practice.clinicians.get(npi)).orElseThrow();
      clinician.remove(visit);
      if (clinician.rowsByDay.isEmpty()) {
        practice.clinicians.remove(npi);
      }
    }
    if (practice.all.rowsByDay.isEmpty()) {
      practices.remove(visit.tin());
    }
  }

  /** Practices with a visit in the window, in no order. */
  List<Candidate> practices() {
    return practices.entrySet().stream()
        .map(entry -> entry.getValue().all.candidate(entry.getKey(), null))
        .toList();
  }

  /** Clinicians of a practice with a visit in the window, in no order. */
  List<Candidate> clinicians(Tin tin) {
    Practice practice = practices.get(tin);
    return practice == null
        ? List.of()
        : practice.clinicians.entrySet().stream()
            .map(entry -> entry.getValue().candidate(tin, entry.getKey()))
            .toList();
  }
}
