package io.corridor.benchmark.spend;

import io.corridor.common.care.Claim;
import io.corridor.common.care.ClaimLine;
import io.corridor.common.facts.Fact;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.id.Npi;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows that tell of procedures and what stands around them, for care variation (domain.md 4, report
 * 6). A claim belongs to one clinical group at most: that of its line with the greatest allowed,
 * then the smaller group, then the first line.
 *
 * <ul>
 *   <li>{@code proc|yyyy-MM-dd|group|npi|place}: a clinician's claim; sum allowed cents of the
 *       whole claim; npi and place {@code -} where the line has none
 *   <li>{@code procfac|yyyy-MM-dd|group}: a facility's claim that is no hospital stay; the same sum
 *   <li>{@code staycost|first|last}: a hospital stay (type of bill 11x, 12x); the same sum
 *   <li>{@code test|yyyy-MM-dd}: counts lines of laboratory and radiology
 * </ul>
 */
public final class CaseRows {

  /** Prefix of clinicians' claims. */
  public static final String PROCEDURE = "proc|";

  /** Prefix of facilities' claims. */
  public static final String FACILITY = "procfac|";

  /** Prefix of stays. */
  public static final String STAY = "staycost|";

  /** Prefix of tests. */
  public static final String TEST = "test|";

  /** Days before a procedure whose tests count. */
  public static final int TEST_DAYS = 30;

  private CaseRows() {}

  /** What a claim says about a test on one of its lines. */
  static Optional<Fact> test(ClaimLine line, Category category) {
    return category == Category.LAB || category == Category.RADIOLOGY
        ? Optional.of(Fact.of(TEST + line.from()))
        : Optional.empty();
  }

  /**
   * What a paid claim says about procedures.
   *
   * @param admitted first day of its stay, if it is one
   * @param allowed cents of all its lines
   */
  static List<Fact> of(Claim claim, LocalDate admitted, ClinicalGroups groups, long allowed) {
    if (claim.billedAs("11", "12")) {
      return List.of(Fact.of(STAY + admitted + "|" + claim.through(), allowed));
    }
    if (claim.type() == Claim.Type.PHARMACY) {
      return List.of();
    }
    Grouped leading = leading(claim, groups);
    if (leading == null) {
      return List.of();
    }
    String key = leading.line().from() + "|" + leading.group();
    return List.of(
        claim.type() == Claim.Type.INSTITUTIONAL
            ? Fact.of(FACILITY + key, allowed)
            : Fact.of(PROCEDURE + key + clinician(leading.line()), allowed));
  }

  private static String clinician(ClaimLine line) {
    Npi npi = line.renderingNpi();
    String place = line.placeOfService();
    return "|"
        + (npi == null ? SpendRows.UNKNOWN : npi.value())
        + "|"
        + (place == null ? SpendRows.UNKNOWN : place);
  }

  private record Grouped(ClaimLine line, String group, long allowed) {}

  private static @Nullable Grouped leading(Claim claim, ClinicalGroups groups) {
    List<Grouped> lines = new ArrayList<>();
    for (ClaimLine line : claim.lines()) {
      String code = line.hcpcs();
      if (!line.denied() && code != null) {
        groups
            .of(code, line.from())
            .ifPresent(group ->
                lines.add(
                    new Grouped(line, group, line.price(claim.paymentKind()).allowed().cents())));
      }
    }
    return lines.stream()
        .min(
            Comparator.comparingLong(Grouped::allowed)
                .reversed()
                .thenComparing(Grouped::group)
                .thenComparingInt(grouped -> grouped.line().line()))
        .orElse(null);
  }

  /** First and last day of a stay, the day after it left out. */
  public static DateSpan stay(Row stay) {
    LocalDate first = LocalDate.parse(stay.part(1));
    LocalDate last = LocalDate.parse(stay.part(2));
    return last.isBefore(first) ? new DateSpan(first, first) : DateSpan.ofInclusive(first, last);
  }

  /**
   * The days whose procedures a touched row may change; none for rows of another kind. A procedure
   * that comes or goes may give the cost of a stay to another one.
   */
  public static Optional<DateSpan> reach(Rows rows, String rowKey) {
    Row row = Row.empty(rowKey);
    if (rowKey.startsWith(STAY)) {
      return Optional.of(stay(row));
    }
    if (rowKey.startsWith(TEST)) {
      LocalDate day = LocalDate.parse(row.part(1));
      return Optional.of(DateSpan.ofInclusive(day, day.plusDays(TEST_DAYS)));
    }
    if (rowKey.startsWith(FACILITY)) {
      LocalDate day = LocalDate.parse(row.part(1));
      return Optional.of(DateSpan.ofInclusive(day, day));
    }
    if (rowKey.startsWith(PROCEDURE)) {
      LocalDate day = LocalDate.parse(row.part(1));
      LocalDate first = day;
      LocalDate until = day.plusDays(1);
      for (Row stay : rows.startingWith(STAY)) {
        DateSpan days = stay(stay);
        if (days.contains(day)) {
          first = days.from().isBefore(first) ? days.from() : first;
          LocalDate end = days.until();
          until = end != null && end.isAfter(until) ? end : until;
        }
      }
      return Optional.of(new DateSpan(first, until));
    }
    return Optional.empty();
  }
}
