package io.corridor.benchmark.membership;

import io.corridor.common.care.AssignedSpan;
import io.corridor.common.care.Coverage;
import io.corridor.common.care.Enrollment;
import io.corridor.common.facts.Fact;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of coverage and assignment.
 *
 * <ul>
 *   <li>{@code cover|payer|line of business|from|until}: a covered span; until empty while open
 *   <li>{@code assign|contract}: the assignment as attribution last said it
 * </ul>
 */
public final class MembershipRows {

  /** Prefix of coverage rows. */
  public static final String COVER = "cover|";

  /** Prefix of assignment rows. */
  public static final String ASSIGN = "assign|";

  private MembershipRows() {}

  /** What an enrollment record says; only coverage matters here. */
  public static List<Fact> facts(Enrollment enrollment) {
    return switch (enrollment.content()) {
      case Enrollment.Covered covered -> List.of(covered(enrollment.payer(), covered.coverage()));
      case Enrollment.Selected selected -> List.of();
      case Enrollment.Known known -> List.of();
      case Enrollment.Chose chose -> List.of();
    };
  }

  private static Fact covered(String payer, Coverage coverage) {
    LocalDate until = coverage.span().until();
    return Fact.of(
        COVER
            + String.join(
                "|",
                payer,
                coverage.lineOfBusiness(),
                coverage.span().from().toString(),
                until == null ? "" : until.toString()));
  }

  /** True when any day of the month is covered by the payer and line of business. */
  public static boolean coversAnyDay(
      Rows rows, String payer, String lineOfBusiness, YearMonth month) {
    DateSpan days = DateSpan.of(month);
    return rows.startingWith(COVER + payer + "|" + lineOfBusiness + "|").stream()
        .anyMatch(row -> span(row).overlaps(days));
  }

  private static DateSpan span(Row row) {
    String until = row.part(4);
    return new DateSpan(
        LocalDate.parse(row.part(3)), until.isEmpty() ? null : LocalDate.parse(until));
  }

  /** Key of the assignment row of a contract. */
  public static String assignment(String contract) {
    return ASSIGN + contract;
  }

  /** Spans as an assignment row keeps them: one line a span. */
  public static byte[] toPayload(List<AssignedSpan> spans) {
    StringBuilder text = new StringBuilder();
    for (AssignedSpan assigned : spans) {
      LocalDate until = assigned.span().until();
      Npi npi = assigned.npi();
      text.append(assigned.span().from())
          .append('|')
          .append(until == null ? "" : until)
          .append('|')
          .append(assigned.tin())
          .append('|')
          .append(npi == null ? "" : npi)
          .append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The spans of a contract's assignment row; none when there is no row. */
  public static List<AssignedSpan> assigned(Rows rows, ContractId contract) {
    return rows.find(assignment(contract.value())).map(row -> parse(row.text())).orElse(List.of());
  }

  private static List<AssignedSpan> parse(String text) {
    List<AssignedSpan> spans = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Row parts = Row.empty(line);
      spans.add(
          new AssignedSpan(
              new DateSpan(
                  LocalDate.parse(parts.part(0)),
                  parts.part(1).isEmpty() ? null : LocalDate.parse(parts.part(1))),
              new Tin(parts.part(2)),
              parts.part(3).isEmpty() ? null : new Npi(parts.part(3))));
    }
    return spans;
  }
}
