package io.corridor.benchmark.spend;

import io.corridor.common.care.ClaimLine;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a clinician's professional care cost a member in a month: the rows of categories 13 and 14
 * name the clinician, the specialty and, where the claim does, the referring clinician.
 *
 * @param category {@link Category#PROF_PRIMARY} or {@link Category#PROF_SPECIALTY}
 * @param tin practice that billed, where the claims name one
 * @param npi clinician; {@code -} where the lines name none
 * @param specialty CMS specialty code, else taxonomy; {@code -} where the lines state neither
 * @param referring clinician who referred the member; null where the claims name none
 */
public record ClinicianCost(
    Category category,
    @Nullable Tin tin,
    String npi,
    String specialty,
    @Nullable Npi referring,
    Money allowed,
    Money paid) {

  private static final int TIN = 3;
  private static final int NPI = 4;
  private static final int SPECIALTY = 5;
  private static final int REFERRING = 6;

  /** Who furnished a line, as two parts of a row's key. */
  static String clinician(ClaimLine line) {
    Npi npi = line.renderingNpi();
    String specialty = line.specialty() != null ? line.specialty() : line.taxonomy();
    return (npi == null ? SpendRows.UNKNOWN : npi.value())
        + "|"
        + (specialty == null ? SpendRows.UNKNOWN : specialty);
  }

  /** Who referred to a line, as the last part of a row's key. Who names himself referred nobody. */
  static String referral(ClaimLine line, @Nullable Npi referring) {
    return referring == null || referring.equals(line.renderingNpi())
        ? ""
        : "|" + referring.value();
  }

  /**
   * The professional care of a month.
   *
   * @param primary what the contract counts as primary care
   */
  public static List<ClinicianCost> of(Rows rows, YearMonth month, MonthSpend.PrimaryCare primary) {
    List<ClinicianCost> costs = new ArrayList<>();
    String prefix = SpendRows.COST + month + "|" + Category.PROF_SPECIALTY.number() + "|";
    for (Row row : rows.startingWith(prefix)) {
      costs.add(
          read(row, Category.PROF_SPECIALTY, row.part(TIN), row.part(NPI), row.part(SPECIALTY))
              .referredBy(row, REFERRING));
    }
    PrimaryCareRows listed = new PrimaryCareRows(rows, month, primary);
    listed.services().forEach(row -> costs.add(listed.cost(row)));
    return costs;
  }

  static ClinicianCost read(Row row, Category category, String tin, String npi, String specialty) {
    return new ClinicianCost(
        category,
        tin.equals(SpendRows.UNKNOWN) ? null : new Tin(tin),
        npi,
        specialty,
        null,
        Money.ofCents(row.sum(0)),
        Money.ofCents(row.sum(1)));
  }

  /** The same with who referred, where the row's key has a part for it. */
  ClinicianCost referredBy(Row row, int part) {
    return row.key().chars().filter(c -> c == '|').count() < part
        ? this
        : new ClinicianCost(category, tin, npi, specialty, new Npi(row.part(part)), allowed, paid);
  }
}
