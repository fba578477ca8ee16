package io.corridor.benchmark.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Edits by age and sex: codes that mean another condition for some persons, or nothing. These are
 * the mandatory edits of CMS's software; the optional ones of the Medicare Code Editor are not
 * applied.
 */
final class DiagnosisEdits {

  /**
   * One edit of a code.
   *
   * @param female sex it is for; null: both
   * @param firstAge first age it is for
   * @param lastAge last age it is for
   * @param becomes the condition meant instead; empty: none
   */
  record Edit(@Nullable Boolean female, int firstAge, int lastAge, Optional<Hcc> becomes) {

    boolean isFor(boolean sexFemale, int age) {
      return (female == null || female == sexFemale) && firstAge <= age && age <= lastAge;
    }
  }

  private final Map<String, List<Edit>> edits;

  private DiagnosisEdits(Map<String, List<Edit>> edits) {
    this.edits = edits;
  }

  static DiagnosisEdits load(RiskModel model) {
    return of(TableRow.load("codes/diagnosis_edits.csv"), model);
  }

  static DiagnosisEdits of(List<TableRow> rows, RiskModel model) {
    Map<String, List<Edit>> edits = new HashMap<>();
    for (TableRow row : rows) {
      if (row.isFor(model)) {
        Edit edit = edit(row);
        row.words("codes")
            .forEach(code -> edits.computeIfAbsent(code, any -> new ArrayList<>(1)).add(edit));
      }
    }
    return new DiagnosisEdits(edits);
  }

  private static Edit edit(TableRow row) {
    @Nullable Boolean female =
        switch (row.text("sex")) {
          case "" -> null;
          case "F" -> Boolean.TRUE;
          case "M" -> Boolean.FALSE;
          default -> throw row.broken("names an unknown sex");
        };
    Edit edit =
        new Edit(
            female,
            row.optionalNumber("first_age").orElse(0),
            row.optionalNumber("last_age").orElse(Integer.MAX_VALUE),
            row.text("hcc").isEmpty() ? Optional.empty() : Optional.of(row.hcc("hcc")));
    if (edit.lastAge() < edit.firstAge()) {
      throw row.broken("has a reversed span of ages");
    }
    return edit;
  }

  /** The edit that applies to a code of a person, if one does. */
  Optional<Edit> of(String code, boolean female, int age) {
    return edits.getOrDefault(code, List.of()).stream()
        .filter(edit -> edit.isFor(female, age))
        .findFirst();
  }

  /** All conditions that some edit gives. */
  SortedSet<Hcc> conditions() {
    SortedSet<Hcc> conditions = new TreeSet<>();
    edits.values().stream()
        .flatMap(List::stream)
        .flatMap(edit -> Stream.ofNullable(edit.becomes().orElse(null)))
        .forEach(conditions::add);
    return conditions;
  }
}
