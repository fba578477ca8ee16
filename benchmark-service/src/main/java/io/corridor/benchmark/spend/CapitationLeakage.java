package io.corridor.benchmark.spend;

import io.corridor.common.care.Claim;
import io.corridor.common.care.ClaimLine;
import io.corridor.common.facts.Fact;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/**
 * Capitated services that were bought from others (settlement.md 5 e): what a monthly amount had
 * paid for already, paid again fee for service. Its dollars stand in the cost of the month too.
 *
 * <p>Rows {@code fee|yyyy-MM|code|tin}: what a practice billed fee for service under a procedure
 * code; sums allowed and paid cents; tin {@code -} when the claim has none.
 */
public final class CapitationLeakage {

  /** Prefix of the rows. */
  static final String FEE = "fee|";

  private static final int CODE = 2;
  private static final int TIN = 3;

  private CapitationLeakage() {}

  /** The month whose leakage a touched row may change; empty for rows of another kind. */
  public static Optional<YearMonth> month(String rowKey) {
    return rowKey.startsWith(FEE)
        ? Optional.of(YearMonth.parse(Row.empty(rowKey).part(1)))
        : Optional.empty();
  }

  /**
   * What a line that counts says; empty where it is not paid by itself or names no code.
   *
   * @param month incurred month of the line
   * @param tin practice that billed it
   */
  static Optional<Fact> of(
      Claim claim, ClaimLine line, ClaimLine.Price price, YearMonth month, String tin) {
    String code = line.hcpcs();
    if (code == null || claim.paymentKind() != Claim.PaymentKind.FEE_FOR_SERVICE) {
      return Optional.empty();
    }
    return Optional.of(
        Fact.of(
            FEE + String.join("|", month.toString(), code, tin),
            price.allowed().cents(),
            price.paid().cents()));
  }

  /**
   * What others than the accountable practice were paid in a month.
   *
   * @param practice the practice that is accountable in the month; all other billers are others,
   *     whether they take part in the contract or not
   * @param codes services that the monthly amount pays for
   * @param allowedBasis true when the contract counts allowed dollars
   */
  public static Money of(
      Rows rows, YearMonth month, Tin practice, Set<String> codes, boolean allowedBasis) {
    Money leaked = Money.ZERO;
    for (Row row : rows.startingWith(FEE + month + "|")) {
      if (codes.contains(row.part(CODE)) && !row.part(TIN).equals(practice.value())) {
        leaked = leaked.plus(Money.ofCents(row.sum(allowedBasis ? 0 : 1)));
      }
    }
    return leaked;
  }
}
