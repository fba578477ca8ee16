package io.corridor.benchmark.spend;

import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What today's admissions will cost when they are billed. A stay that ADT tells of is expected at
 * the price of its class until a claim for a stay comes that begins within a day of it, at whatever
 * facility: hospitals name themselves differently in messages and claims. Each claimed stay is
 * taken once, by the earliest admission that it fits.
 *
 * @param stays stays without a claim
 * @param expected what they are expected to cost
 * @param billedStays stays whose claim has come
 * @param billed what those claims cost, before scope and truncation
 * @param error billed less what those stays were expected to cost
 */
public record Unbilled(long stays, Money expected, long billedStays, Money billed, Money error) {

  /** No stay. */
  public static final Unbilled NONE = new Unbilled(0, Money.ZERO, 0, Money.ZERO, Money.ZERO);

  private static final int DAYS_APART = 1;

  /** This and more stays. */
  public Unbilled plus(Unbilled other) {
    return new Unbilled(
        stays + other.stays,
        expected.plus(other.expected),
        billedStays + other.billedStays,
        billed.plus(other.billed),
        error.plus(other.error));
  }

  /**
   * The stays admitted in a month.
   *
   * @param price what a stay is expected to cost
   * @param allowedBasis true when the contract counts allowed dollars
   */
  public static Unbilled of(Rows rows, YearMonth month, Money price, boolean allowedBasis) {
    List<Row> claimed = new ArrayList<>(rows.startingWith(SpendRows.STAY));
    Unbilled sum = NONE;
    for (AdmissionRows.Admission admission : AdmissionRows.admissions(rows)) {
      Row stay =
          claimed.stream().filter(row -> fits(row, admission.day())).findFirst().orElse(null);
      claimed.remove(stay);
      if (YearMonth.from(admission.day()).equals(month)) {
        sum = sum.plus(stay == null ? open(price) : billed(stay, price, allowedBasis));
      }
    }
    return sum;
  }

  private static boolean fits(Row stay, LocalDate admitted) {
    return Math.abs(ChronoUnit.DAYS.between(LocalDate.parse(stay.part(1)), admitted)) <= DAYS_APART;
  }

  private static Unbilled open(Money price) {
    return new Unbilled(1, price, 0, Money.ZERO, Money.ZERO);
  }

  private static Unbilled billed(Row stay, Money price, boolean allowedBasis) {
    Money cost = Money.ofCents(stay.sum(allowedBasis ? 1 : 2));
    return new Unbilled(0, Money.ZERO, 1, cost, cost.minus(price));
  }
}
