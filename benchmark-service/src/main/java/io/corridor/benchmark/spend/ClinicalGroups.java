package io.corridor.benchmark.spend;

import io.corridor.common.rules.CodeTable;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Clinical groups of procedures by CPT and HCPCS code, each code from a day until another. The
 * grouping is the product's own.
 */
public final class ClinicalGroups {

  private static final Pattern GROUP = Pattern.compile("[A-Z][A-Z_]*[A-Z]");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]\\d{4}");

  private final Map<String, List<Listed>> byCode;

  private record Listed(String group, DateSpan days) {}

  private ClinicalGroups(Map<String, List<Listed>> byCode) {
    this.byCode = byCode;
  }

  /** The table shipped with the product. */
  public static ClinicalGroups load() {
    return read(CodeTable.load(ClinicalGroups.class, "codes/clinical_groups.csv"));
  }

  /**
   * Reads a table.
   *
   * @throws IllegalStateException if a group or code is written badly, or a code has two groups on
   *     a day
   */
  static ClinicalGroups read(CodeTable table) {
    Map<String, List<Listed>> byCode = new HashMap<>();
    for (Map<String, String> row : table.rows()) {
      String group = row.getOrDefault("group", "");
      String code = row.getOrDefault("code", "");
      if (!GROUP.matcher(group).matches() || !CODE.matcher(code).matches()) {
        throw broken(table, row);
      }
      DateSpan days = days(row);
      List<Listed> same = byCode.computeIfAbsent(code, any -> new ArrayList<>());
      if (same.stream().anyMatch(listed -> listed.days().overlaps(days))) {
        throw broken(table, row);
      }
      same.add(new Listed(group, days));
    }
    return new ClinicalGroups(Map.copyOf(byCode));
  }

  private static DateSpan days(Map<String, String> row) {
    String from = row.getOrDefault("from", "");
    String until = row.getOrDefault("until", "");
    return new DateSpan(
        from.isEmpty() ? LocalDate.MIN : LocalDate.parse(from),
        until.isEmpty() ? null : LocalDate.parse(until));
  }

  private static IllegalStateException broken(CodeTable table, Map<String, String> row) {
    return new IllegalStateException("code table " + table.name() + ": " + row);
  }

  /** The group of a code on a day. */
  Optional<String> of(String code, LocalDate day) {
    return byCode.getOrDefault(code, List.of()).stream()
        .filter(listed -> listed.days().contains(day))
        .map(Listed::group)
        .findFirst();
  }
}
