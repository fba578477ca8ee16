package io.corridor.notification.task;

import io.corridor.common.care.Claim;
import io.corridor.common.care.ClaimLine;
import io.corridor.common.facts.Fact;
import io.corridor.common.facts.Rows;
import io.corridor.common.rules.CodeTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Rows {@code visit|day|code}: follow-up visits on claims (domain.md Q15), counted by line. A claim
 * says them by itself; a reversed or replaced claim takes its own back.
 */
public final class VisitRows {

  /** First part of the row. */
  public static final String ROW = "visit|";

  private final List<Range> codes;

  private record Range(String first, String last) {
    boolean contains(String code) {
      return code.length() == first.length()
          && code.compareTo(first) >= 0
          && code.compareTo(last) <= 0;
    }
  }

  private VisitRows(List<Range> codes) {
    this.codes = codes;
  }

  /** With the codes shipped with the product. */
  public static VisitRows load() {
    return new VisitRows(
        CodeTable.load(VisitRows.class, "codes/follow_up_visit.csv").rows().stream()
            .map(VisitRows::range)
            .toList());
  }

  private static Range range(Map<String, String> row) {
    return new Range(row.getOrDefault("first", ""), row.getOrDefault("last", ""));
  }

  /** The visits of a claim: none unless it is paid, none for a denied line or a drug claim. */
  public List<Fact> of(Claim claim) {
    if (!claim.isPaid() || claim.type() == Claim.Type.PHARMACY) {
      return List.of();
    }
    return claim.lines().stream().filter(this::isVisit).map(VisitRows::fact).toList();
  }

  private boolean isVisit(ClaimLine line) {
    String code = line.hcpcs();
    return !line.denied() && code != null && codes.stream().anyMatch(range -> range.contains(code));
  }

  private static Fact fact(ClaimLine line) {
    return Fact.of(ROW + line.from() + '|' + line.hcpcs());
  }

  /** Visits on a day from {@code first} to {@code last}, both included, by day then code. */
  public static List<Visit> between(Rows rows, LocalDate first, LocalDate last) {
    return rows.between(ROW + first, ROW + last.plusDays(1)).stream()
        .map(row -> new Visit(LocalDate.parse(row.part(1)), row.part(2)))
        .toList();
  }
}
