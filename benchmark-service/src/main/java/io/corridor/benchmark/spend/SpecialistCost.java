package io.corridor.benchmark.spend;

import io.corridor.common.care.ClaimLine;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a clinician's specialty care cost a member in a month: rows of category 14 name the
 * clinician and the specialty after the practice.
 *
 * @param tin practice that billed, where the claims name one
 * @param npi clinician; {@code -} where the lines name none
 * @param specialty CMS specialty code, else taxonomy; {@code -} where the lines state neither
 */
public record SpecialistCost(
    @Nullable Tin tin, String npi, String specialty, Money allowed, Money paid) {

  /** Parts of a row's key after the practice. */
  static String parts(ClaimLine line) {
    Npi npi = line.renderingNpi();
    String specialty = line.specialty() != null ? line.specialty() : line.taxonomy();
    return "|"
        + (npi == null ? SpendRows.UNKNOWN : npi.value())
        + "|"
        + (specialty == null ? SpendRows.UNKNOWN : specialty);
  }

  /** The specialty care of a month, by key of its rows. */
  public static List<SpecialistCost> of(Rows rows, YearMonth month) {
    return rows
        .startingWith(SpendRows.COST + month + "|" + Category.PROF_SPECIALTY.number() + "|")
        .stream()
        .map(SpecialistCost::read)
        .toList();
  }

  private static SpecialistCost read(Row row) {
    String tin = row.part(3);
    return new SpecialistCost(
        tin.equals(SpendRows.UNKNOWN) ? null : new Tin(tin),
        row.part(4),
        row.part(5),
        Money.ofCents(row.sum(0)),
        Money.ofCents(row.sum(1)));
  }
}
