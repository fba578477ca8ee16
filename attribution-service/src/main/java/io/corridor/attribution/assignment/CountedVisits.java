package io.corridor.attribution.assignment;

import io.corridor.attribution.assignment.MemberHistory.Stay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The visits of a member that count under one policy for one group of services, by day, and the
 * lines that do not, by month and reason.
 */
final class CountedVisits {

  private final List<Visit> counted = new ArrayList<>();
  private final TreeMap<YearMonth, Map<Exclusion, Integer>> excluded;

  private CountedVisits(NavigableMap<YearMonth, Map<Exclusion, Integer>> byThemselves) {
    this.excluded = new TreeMap<>();
    byThemselves.forEach((month, lines) -> excluded.put(month, new EnumMap<>(lines)));
  }

  /**
   * Sorts visits into counted and excluded.
   *
   * @param visits by day
   * @param stays stays of the same days
   * @param byThemselves lines that their own record excludes
   */
  static CountedVisits of(
      List<Visit> visits,
      List<Stay> stays,
      NavigableMap<YearMonth, Map<Exclusion, Integer>> byThemselves,
      VisitPolicy policy,
      ServiceGroup group) {
    CountedVisits result = new CountedVisits(byThemselves);
    int from = 0;
    while (from < visits.size()) {
      int until = from + 1;
      while (until < visits.size() && visits.get(until).day().equals(visits.get(from).day())) {
        until++;
      }
      List<Visit> sameDay = visits.subList(from, until);
      for (Visit visit : sameDay) {
        result.sort(visit, policy.exclusion(visit, sameDay, stays, group));
      }
      from = until;
    }
    return result;
  }

  /** These visits and later ones, which are counted by themselves. Lines left out are not told. */
  CountedVisits then(CountedVisits later) {
    CountedVisits both = new CountedVisits(new TreeMap<>());
    both.counted.addAll(counted);
    both.counted.addAll(later.counted);
    return both;
  }

  private void sort(Visit visit, @org.jspecify.annotations.Nullable Exclusion exclusion) {
    if (exclusion == null) {
      counted.add(visit);
    } else {
      excluded
          .computeIfAbsent(YearMonth.from(visit.day()), month -> new EnumMap<>(Exclusion.class))
          .merge(exclusion, visit.lines(), Integer::sum);
    }
  }

  /** Counted visits by day. */
  List<Visit> counted() {
    return counted;
  }

  /** Excluded lines of the months {@code first} to {@code last}, by reason. */
  TreeMap<Exclusion, Integer> excluded(YearMonth first, YearMonth last) {
    TreeMap<Exclusion, Integer> sums = new TreeMap<>();
    excluded
        .subMap(first, true, last, true)
        .values()
        .forEach(lines -> lines.forEach((reason, n) -> sums.merge(reason, n, Integer::sum)));
    return sums;
  }
}
