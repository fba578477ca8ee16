package io.corridor.benchmark.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which condition categories an ICD-10-CM code means in a payment year. Most codes mean none; some
 * mean two.
 */
final class DiagnosisMap {

  /** One meaning of a code. */
  private record Meaning(Hcc hcc, ListedYears years) {}

  private final Map<String, List<Meaning>> meanings;
  private final int earliest;

  private DiagnosisMap(Map<String, List<Meaning>> meanings, int earliest) {
    this.meanings = meanings;
    this.earliest = earliest;
  }

  static DiagnosisMap load(RiskModel model) {
    return of(TableRow.load("codes/diagnoses_" + model.fileName() + ".csv"));
  }

  static DiagnosisMap of(List<TableRow> rows) {
    Map<String, List<Meaning>> meanings = new HashMap<>();
    int earliest = Integer.MAX_VALUE;
    for (TableRow row : rows) {
      Meaning meaning = new Meaning(row.hcc("hcc"), ListedYears.of(row));
      earliest = Math.min(earliest, meaning.years().first());
      List<Meaning> known =
          meanings.computeIfAbsent(row.required("icd10"), any -> new ArrayList<>(1));
      for (Meaning other : known) {
        if (other.hcc().equals(meaning.hcc()) && other.years().overlap(meaning.years())) {
          throw row.broken("lists a code twice in a year");
        }
      }
      known.add(meaning);
    }
    if (meanings.isEmpty()) {
      throw new IllegalStateException("a diagnosis map has no rows");
    }
    return new DiagnosisMap(meanings, earliest);
  }

  /** The conditions that a code means in a payment year, ascending. */
  SortedSet<Hcc> conditions(String code, int paymentYear) {
    SortedSet<Hcc> conditions = new TreeSet<>();
    for (Meaning meaning : meanings.getOrDefault(code, List.of())) {
      if (meaning.years().contain(paymentYear, earliest)) {
        conditions.add(meaning.hcc());
      }
    }
    return conditions;
  }

  /** All conditions that some code means. */
  SortedSet<Hcc> conditions() {
    SortedSet<Hcc> conditions = new TreeSet<>();
    meanings.values().forEach(all -> all.forEach(meaning -> conditions.add(meaning.hcc())));
    return conditions;
  }
}
