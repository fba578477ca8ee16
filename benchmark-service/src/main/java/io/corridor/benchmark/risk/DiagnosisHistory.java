package io.corridor.benchmark.risk;

import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The diagnosis codes of a person that some eligible claim states now, by year of service. Read
 * from a multiset: a code is here while at least one claim states it.
 *
 * @param byYear codes without dots by calendar year of service
 */
public record DiagnosisHistory(NavigableMap<Integer, SortedSet<String>> byYear) {

  /** Keeps its own copy. */
  public DiagnosisHistory {
    NavigableMap<Integer, SortedSet<String>> copy = new TreeMap<>();
    byYear.forEach(
        (year, codes) -> copy.put(year, Collections.unmodifiableSortedSet(new TreeSet<>(codes))));
    byYear = Collections.unmodifiableNavigableMap(copy);
  }

  /**
   * The history that the rows of a member hold.
   *
   * @param firstYear first year of service to read
   * @param lastYear last year of service to read
   */
  public static DiagnosisHistory of(Rows rows, int firstYear, int lastYear) {
    NavigableMap<Integer, SortedSet<String>> byYear = new TreeMap<>();
    for (Row row :
        rows.between(DiagnosisFacts.ofYear(firstYear), DiagnosisFacts.ofYear(lastYear + 1))) {
      byYear.computeIfAbsent(Integer.valueOf(row.part(1)), any -> new TreeSet<>()).add(row.part(2));
    }
    return new DiagnosisHistory(byYear);
  }

  /** The codes of a year; none when no claim states any. */
  public SortedSet<String> codes(int year) {
    return byYear.getOrDefault(year, Collections.emptySortedSet());
  }
}
