package io.corridor.benchmark.spend;

import io.corridor.common.care.Claim;
import io.corridor.common.care.ClaimLine;
import io.corridor.common.facts.Fact;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Drugs of a month: {@code rx|month|drug}, sums units in millionths, allowed and paid cents. A drug
 * is the first nine digits of its national drug code: labeler and product, whatever the package. A
 * line without code or units has no row and counts as it was paid.
 */
public final class DrugRows {

  /** Prefix of drug rows. */
  public static final String DRUG = "rx|";

  private static final int PRODUCT_DIGITS = 9;
  private static final int MILLIONTHS = 6;

  private DrugRows() {}

  /**
   * What a claim says of drugs.
   *
   * @param categories where a line belongs: only PHARMACY has drug prices
   * @param units units dispensed by line number; lines without units left out
   */
  public static List<Fact> facts(
      Claim claim, CategoryRules categories, Map<Integer, BigDecimal> units) {
    List<Fact> facts = new ArrayList<>();
    if (claim.isPaid() && claim.type() == Claim.Type.PHARMACY) {
      for (ClaimLine line : claim.lines()) {
        String drug = line.ndc();
        BigDecimal dispensed = units.get(line.line());
        boolean counts =
            !line.denied() && categories.place(claim, line).category() == Category.PHARMACY;
        if (counts && drug != null && drug.length() >= PRODUCT_DIGITS && dispensed != null) {
          facts.add(fact(claim, line, drug, dispensed));
        }
      }
    }
    return facts;
  }

  private static Fact fact(Claim claim, ClaimLine line, String drug, BigDecimal units) {
    ClaimLine.Price price = line.price(claim.paymentKind());
    return Fact.of(
        DRUG + SpendFacts.month(claim, line) + "|" + drug.substring(0, PRODUCT_DIGITS),
        units.movePointRight(MILLIONTHS).longValueExact(),
        price.allowed().cents(),
        price.paid().cents());
  }

  /** The month of a drug row; empty for rows of another kind. */
  public static Optional<YearMonth> month(String rowKey) {
    return rowKey.startsWith(DRUG)
        ? Optional.of(YearMonth.parse(Row.empty(rowKey).part(1)))
        : Optional.empty();
  }

  /**
   * What repricing takes out of a month: for each drug with a base price its cost less units times
   * base price, half up to the cent; negative when the drug has become cheaper.
   *
   * @param prices base price of a unit by drug
   * @param allowedBasis true when the contract counts allowed dollars
   */
  public static Money priceEffect(
      Rows rows, YearMonth month, Map<String, Rate> prices, boolean allowedBasis) {
    Money effect = Money.ZERO;
    for (Row row : rows.startingWith(DRUG + month + "|")) {
      Rate price = prices.get(row.part(2));
      if (price != null) {
        BigDecimal units = BigDecimal.valueOf(row.sum(0), MILLIONTHS);
        Money repriced = new Amount(price.value()).times(units).roundHalfUp();
        effect = effect.plus(Money.ofCents(row.sum(allowedBasis ? 1 : 2)).minus(repriced));
      }
    }
    return effect;
  }
}
