package io.corridor.settlement.replicate;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published row beside what the rules make of it.
 *
 * @param result the row
 * @param computed payment before recoupment, or loss below zero, by the rules; null when refused
 * @param payment how well the payment is reproduced
 * @param cause why it is not reproduced to the dollar; null when it is
 * @param checks the other figures of the row that were compared
 */
public record Reproduction(
    PublishedResult result,
    @Nullable BigDecimal computed,
    Payment payment,
    @Nullable Cause cause,
    List<Check> checks) {

  /** How well a payment is reproduced. */
  public enum Payment {
    /** To the dollar. */
    EXACT,
    /** Inside what the rounding of a printed input leaves open. */
    WITHIN_ROUNDING,
    /** Not. */
    NOT_REPRODUCED
  }

  /** Why a payment is not reproduced to the dollar. */
  public enum Cause {
    /** The quality score is printed rounded, and the payment lies where that leaves it. */
    SCORE_ROUNDED,
    /** The loss is limited by the participants' revenue, which no file has. */
    REVENUE_NOT_PUBLISHED,
    /** The rules refuse the facts. */
    REFUSED,
    /** None is known. */
    UNEXPLAINED
  }

  /** A figure of a row beside the payment. */
  public enum Figure {
    /** Benchmark minus expenditure. */
    SAVINGS,
    /** Savings over benchmark. */
    SAVINGS_RATE,
    /** Minimum savings rate. */
    MINIMUM_RATE,
    /** Savings or losses that count. */
    GENERATED,
    /** Final sharing rate. */
    SHARE_RATE,
    /** Final loss rate. */
    LOSS_RATE,
    /** Advances taken back. */
    RECOUPED
  }

  /**
   * One comparison.
   *
   * @param figure figure compared
   * @param agrees whether what is computed rounds to what is printed
   * @param given true when the row's own figure had to be given to the rules
   */
  public record Check(Figure figure, boolean agrees, boolean given) {}

  /** Keeps its own copy of the checks. */
  public Reproduction {
    checks = List.copyOf(checks);
  }

  /** True when a payment was made or a loss was owed. */
  public boolean nonZero() {
    return result.earned().signum() != 0;
  }

  /** True when the payment and every other figure agree. */
  public boolean whole() {
    return payment != Payment.NOT_REPRODUCED && checks.stream().allMatch(Check::agrees);
  }

  /** The comparison of a figure; null when the row does not print it. */
  public @Nullable Check check(Figure figure) {
    return checks.stream().filter(check -> check.figure() == figure).findFirst().orElse(null);
  }
}
