package io.corridor.settlement.share;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What terms and facts must hold, said in words that name the term. */
public final class Check {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

  private Check() {}

  /**
   * Holds a term to a condition.
   *
   * @throws Contradiction with the message if it does not hold
   */
  public static void that(boolean holds, String message) {
    if (!holds) {
      throw new Contradiction(message);
    }
  }

  /** A share lies between zero and one; null means that the terms have none. */
  public static void share(String term, @Nullable Rate share) {
    that(
        share == null || share.value().signum() >= 0 && share.compareTo(Rate.ONE) <= 0,
        term + " must lie between 0 and 1");
  }

  /** A rate or count is not below zero; null means that there is none. */
  public static void notNegative(String term, @Nullable Rate rate) {
    that(rate == null || rate.value().signum() >= 0, term + " must not be negative");
  }

  /** An amount is not below zero; null means that there is none. */
  public static void notNegative(String term, @Nullable Money money) {
    that(money == null || !money.isNegative(), term + " must not be negative");
  }

  /** An amount is not below zero; null means that there is none. */
  public static void notNegative(String term, @Nullable Amount amount) {
    that(amount == null || amount.dollars().signum() >= 0, term + " must not be negative");
  }

  /** A rate, factor or count is above zero. */
  public static void positive(String term, Rate rate) {
    positive(term, rate.value());
  }

  /** An amount is above zero. */
  public static void positive(String term, Amount amount) {
    positive(term, amount.dollars());
  }

  private static void positive(String term, BigDecimal value) {
    that(value.signum() > 0, term + " must be above 0");
  }

  /** Weights are not negative and sum to one. */
  public static void sumToOne(String term, List<Rate> weights) {
    weights.forEach(weight -> notNegative(term, weight));
    that(weights.stream().reduce(Rate.ZERO, Rate::plus).equals(Rate.ONE), term + " must sum to 1");
  }

  /** Names of letters and digits, each once, so that steps can bear them. */
  public static void names(String term, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      that(NAME.matcher(name).matches(), term + " " + name + " must be letters and digits");
      that(seen.add(name), term + " " + name + " stands twice");
    }
  }
}
