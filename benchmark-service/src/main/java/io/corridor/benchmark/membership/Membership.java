package io.corridor.benchmark.membership;

import io.corridor.common.care.Person;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a member tell of coverage by a payer and line of business: the same for every
 * month.
 *
 * @param covered covered spans
 * @param person the person, where the payer states one
 * @param language preferred language; empty when not stated
 */
record Membership(List<MembershipRows.Covered> covered, @Nullable Person person, String language) {

  static Membership of(Rows rows, String payer, String lineOfBusiness) {
    Optional<Row> known = MembershipRows.person(rows, payer);
    return new Membership(
        MembershipRows.covered(rows, payer, lineOfBusiness),
        known.map(Membership::person).orElse(null),
        known.map(row -> row.part(4)).orElse(""));
  }

  private static Person person(Row row) {
    return new Person(LocalDate.parse(row.part(2)), row.part(3).equals("F"), null);
  }
}
