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
 * clinician, the specialty and, where the claim does, the referring clinician after the practice.
 *
 * @param tin practice that billed, where the claims name one
 * @param npi clinician; {@code -} where the lines name none
 * @param specialty CMS specialty code, else taxonomy; {@code -} where the lines state neither
 * @param referring clinician who referred the member; null where the claims name none
 */
public record SpecialistCost(
    @Nullable Tin tin,
    String npi,
    String specialty,
    @Nullable Npi referring,
    Money allowed,
    Money paid) {

  private static final int REFERRING = 6;

  /** Parts of a row's key after the practice. Who names himself has referred nobody. */
  static String parts(ClaimLine line, @Nullable Npi referring) {
    Npi npi = line.renderingNpi();
    String specialty = line.specialty() != null ? line.specialty() : line.taxonomy();
    return "|"
        + (npi == null ? SpendRows.UNKNOWN : npi.value())
        + "|"
        + (specialty == null ? SpendRows.UNKNOWN : specialty)
        + (referring == null || referring.equals(npi) ? "" : "|" + referring.value());
  }

  /** The specialty care of a month, by key of its rows. */
  public static List<SpecialistCost> of(Rows rows, YearMonth month) {
    return rows
        .startingWith(SpendRows.COST + month + "|" + Category.PROF_SPECIALTY.number() + "|")
        .stream()
        .map(SpecialistCost::read)
        .toList();
  }

  private static long parts(Row row) {
    return row.key().chars().filter(c -> c == '|').count() + 1;
  }

  private static SpecialistCost read(Row row) {
    String tin = row.part(3);
    return new SpecialistCost(
        tin.equals(SpendRows.UNKNOWN) ? null : new Tin(tin),
        row.part(4),
        row.part(5),
        parts(row) > REFERRING ? new Npi(row.part(REFERRING)) : null,
        Money.ofCents(row.sum(0)),
        Money.ofCents(row.sum(1)));
  }
}
