package io.corridor.benchmark.membership;

import io.corridor.common.care.AssignedSpan;
import io.corridor.common.care.Coverage;
import io.corridor.common.care.Enrollment;
import io.corridor.common.care.Person;
import io.corridor.common.facts.Fact;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows of coverage and assignment.
 *
 * <ul>
 *   <li>{@code cover|payer|line of business|from|until|traits|county}: a covered span; until empty
 *       while open, traits as {@code field=value} joined by {@code ;}, county of the home empty
 *       when not stated
 *   <li>{@code person|payer|birth date|sex|language}: the person, sex F or M, language empty when
 *       not stated
 *   <li>{@code assign|contract}: the assignment as attribution last said it
 * </ul>
 */
public final class MembershipRows {

  /** Prefix of coverage rows. */
  public static final String COVER = "cover|";

  /** Prefix of persons. */
  public static final String PERSON = "person|";

  /** Prefix of assignment rows. */
  public static final String ASSIGN = "assign|";

  private MembershipRows() {}

  /** What an enrollment record says without traits. */
  public static List<Fact> facts(Enrollment enrollment) {
    return facts(enrollment, Traits.NONE);
  }

  /**
   * What an enrollment record says of coverage and the person.
   *
   * @param traits traits of a covered span, or the language of a person
   */
  public static List<Fact> facts(Enrollment enrollment, Traits traits) {
    return switch (enrollment.content()) {
      case Enrollment.Covered covered ->
          List.of(covered(enrollment.payer(), covered.coverage(), traits, covered.home().county()));
      case Enrollment.Selected selected -> List.of();
      case Enrollment.Known known -> List.of(person(enrollment.payer(), known.person(), traits));
      case Enrollment.Chose chose -> List.of();
    };
  }

  private static Fact covered(
      String payer, Coverage coverage, Traits traits, @Nullable String county) {
    LocalDate until = coverage.span().until();
    return Fact.of(
        COVER
            + String.join(
                "|",
                payer,
                coverage.lineOfBusiness(),
                coverage.span().from().toString(),
                until == null ? "" : until.toString(),
                traits.text(),
                county == null ? "" : county.replace("|", "")));
  }

  private static Fact person(String payer, Person person, Traits traits) {
    return Fact.of(
        PERSON
            + String.join(
                "|",
                payer,
                person.birthDate().toString(),
                person.female() ? "F" : "M",
                traits.value(Traits.LANGUAGE).orElse("")));
  }

  /** The person as the payer knows it; the row that sorts first where it says several things. */
  static Optional<Row> person(Rows rows, String payer) {
    return rows.startingWith(PERSON + payer + "|").stream().findFirst();
  }

  /** Covered spans by a payer and line of business. */
  static List<Covered> covered(Rows rows, String payer, String lineOfBusiness) {
    return rows.startingWith(COVER + payer + "|" + lineOfBusiness + "|").stream()
        .map(row -> new Covered(span(row), Traits.parse(row.part(5)), row.part(6)))
        .toList();
  }

  /**
   * A covered span.
   *
   * @param span covered days
   * @param traits what holds during them
   * @param county county code of the home; empty when not stated
   */
  record Covered(DateSpan span, Traits traits, String county) {}

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

  /** The spans of every contract's assignment row. */
  static List<AssignedSpan> assignedAnywhere(Rows rows) {
    return rows.startingWith(ASSIGN).stream().flatMap(row -> parse(row.text()).stream()).toList();
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
