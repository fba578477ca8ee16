package io.corridor.benchmark.spend;

import io.corridor.common.care.Claim;
import io.corridor.common.care.ClaimLine;
import io.corridor.common.facts.Fact;
import io.corridor.common.facts.Rows;
import io.corridor.common.money.Money;
import java.time.YearMonth;
import java.util.List;

/**
 * Pended claims (domain.md section 0): what the payer has not decided yet, in a column of its own.
 * It becomes cost, or nothing, with the version that decides it.
 */
public final class Preliminary {

  private Preliminary() {}

  /** What a pended claim says, by the months that its lines would cost in. */
  static List<Fact> of(Claim claim) {
    return claim.lines().stream()
        .filter(line -> !line.denied())
        .map(line -> fact(claim, line))
        .toList();
  }

  private static Fact fact(Claim claim, ClaimLine line) {
    ClaimLine.Price price = line.price(claim.paymentKind());
    return Fact.of(
        SpendRows.PENDED + SpendFacts.month(claim, line),
        price.allowed().cents(),
        price.paid().cents());
  }

  /**
   * The pended amount of a month.
   *
   * @param allowedBasis true when the contract counts allowed dollars
   */
  public static Money of(Rows rows, YearMonth month, boolean allowedBasis) {
    return rows.find(SpendRows.PENDED + month)
        .map(row -> Money.ofCents(row.sum(allowedBasis ? 0 : 1)))
        .orElse(Money.ZERO);
  }
}
