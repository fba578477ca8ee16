package io.corridor.settlement.replicate;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import io.corridor.settlement.mssp.Assumption;
import io.corridor.settlement.mssp.Limit;
import io.corridor.settlement.mssp.MsspResult;
import io.corridor.settlement.mssp.MsspRules;
import io.corridor.settlement.mssp.MsspStatement;
import io.corridor.settlement.replicate.Reproduction.Cause;
import io.corridor.settlement.replicate.Reproduction.Check;
import io.corridor.settlement.replicate.Reproduction.Figure;
import io.corridor.settlement.replicate.Reproduction.Payment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settles published rows again and compares every figure that they print. */
public final class Replication {

  private static final BigDecimal DOLLAR = BigDecimal.ONE;

  private final MsspRules rules;
  private final Map<Integer, PublishedLayout> layouts = PublishedLayout.load();

  /** Replication by these rules. */
  public Replication(MsspRules rules) {
    this.rules = rules;
  }

  /** Every row beside what the rules make of it. */
  public List<Reproduction> of(List<PublishedResult> rows) {
    return rows.stream().map(this::of).toList();
  }

  /** One row beside what the rules make of it. */
  public Reproduction of(PublishedResult row) {
    Printed score = row.score();
    MsspResult settled = rules.settle(PublishedFacts.of(row, score == null ? null : score.value()));
    if (!(settled instanceof MsspStatement statement)) {
      return new Reproduction(row, null, Payment.NOT_REPRODUCED, Cause.REFUSED, List.of());
    }
    BigDecimal computed = payment(statement);
    List<Check> checks = checks(row, statement);
    if (near(computed, row.earned())) {
      return new Reproduction(row, computed, Payment.EXACT, null, checks);
    }
    if (score != null && bracketed(row, score)) {
      return new Reproduction(row, computed, Payment.WITHIN_ROUNDING, Cause.SCORE_ROUNDED, checks);
    }
    return new Reproduction(
        row, computed, Payment.NOT_REPRODUCED, cause(row, statement, computed), checks);
  }

  /** Whether the published payment lies between those of the scores that print alike. */
  private boolean bracketed(PublishedResult row, Printed score) {
    BigDecimal one = paymentAt(row, score.least());
    BigDecimal other = paymentAt(row, score.largest());
    return one != null
        && other != null
        && row.earned().compareTo(one.min(other).subtract(DOLLAR)) >= 0
        && row.earned().compareTo(one.max(other).add(DOLLAR)) <= 0;
  }

  private @Nullable BigDecimal paymentAt(PublishedResult row, BigDecimal score) {
    return rules.settle(PublishedFacts.of(row, score)) instanceof MsspStatement statement
        ? payment(statement)
        : null;
  }

  private static BigDecimal payment(MsspStatement statement) {
    return statement.earned().minus(statement.owed()).dollars();
  }

  private static boolean near(BigDecimal one, BigDecimal other) {
    return one.subtract(other).abs().compareTo(DOLLAR) <= 0;
  }

  /**
   * A loss computed too large where revenue may limit it; a file that says it does not is believed.
   */
  private static Cause cause(PublishedResult row, MsspStatement statement, BigDecimal computed) {
    boolean tooLarge = computed.compareTo(row.earned()) < 0;
    boolean revenueMayLimit =
        statement.assumptions().contains(Assumption.PARTICIPANT_REVENUE_UNKNOWN)
            && !Boolean.FALSE.equals(row.revenueLimited());
    return tooLarge && revenueMayLimit ? Cause.REVENUE_NOT_PUBLISHED : Cause.UNEXPLAINED;
  }

  private List<Check> checks(PublishedResult row, MsspStatement statement) {
    List<Check> checks = new ArrayList<>();
    BigDecimal savings = row.benchmark().subtract(row.expenditure());
    checks.add(new Check(Figure.SAVINGS, near(savings, row.savings()), false));
    if (row.savingsRate() != null) {
      BigDecimal dollarOfBenchmark = DOLLAR.divide(row.benchmark(), MathContext.DECIMAL128);
      checks.add(
          new Check(
              Figure.SAVINGS_RATE,
              row.savingsRate().rounds(statement.savingsRate().value(), dollarOfBenchmark),
              false));
    }
    checks.add(minimumRate(row, statement));
    if (row.generated() != null) {
      checks.add(new Check(Figure.GENERATED, generatedAgrees(row, statement), false));
    }
    share(row, statement).ifPresent(checks::add);
    if (row.lossRate() != null && statement.lossRate() != null) {
      checks.add(
          new Check(
              Figure.LOSS_RATE,
              row.lossRate().rounds(statement.lossRate().value(), slack(row)),
              false));
    }
    if (row.recouped() != null) {
      checks.add(new Check(Figure.RECOUPED, recoupedAgrees(row, statement), false));
    }
    return checks;
  }

  /** Printed to the digit, within a billionth that the oldest file is off by its own rounding. */
  private static Check minimumRate(PublishedResult row, MsspStatement statement) {
    BigDecimal slack = BigDecimal.valueOf(1, 10);
    return new Check(
        Figure.MINIMUM_RATE,
        row.minimumRate().rounds(statement.minimumSavingsRate().value(), slack),
        statement.assumptions().contains(Assumption.MINIMUM_SAVINGS_RATE_OVERRIDDEN));
  }

  /** Some files print generated losses for one-sided ACOs too, which owe nothing for them. */
  private boolean generatedAgrees(PublishedResult row, MsspStatement statement) {
    BigDecimal printed = row.generated() == null ? BigDecimal.ZERO : row.generated();
    if (near(statement.generated().dollars(), printed)) {
      return true;
    }
    PublishedLayout layout = layouts.get(row.year());
    Rate negated = new Rate(statement.minimumSavingsRate().value().negate());
    return layout != null
        && layout.printsOneSidedLosses()
        && statement.limits().contains(Limit.NO_DOWNSIDE)
        && statement.savingsRate().compareTo(negated) <= 0
        && near(row.savings(), printed);
  }

  /**
   * The sharing rate as the rules derive it; a failed standard may be known from the rate alone.
   */
  private static Optional<Check> share(PublishedResult row, MsspStatement statement) {
    Rate share = statement.shareRate();
    return share == null
        ? Optional.empty()
        : Optional.of(
            new Check(
                Figure.SHARE_RATE,
                row.shareRate().rounds(share.value(), slack(row)),
                row.standardMet() == null && row.shareRate().value().signum() == 0));
  }

  private static BigDecimal slack(PublishedResult row) {
    return row.score() == null ? BigDecimal.ZERO : row.score().halfUnit();
  }

  /** Advances are taken back out of the published payment, so that only recoupment is compared. */
  private static boolean recoupedAgrees(PublishedResult row, MsspStatement statement) {
    BigDecimal printed = row.recouped() == null ? BigDecimal.ZERO : row.recouped();
    Amount computed = statement.recouped();
    return near(computed.dollars(), printed)
        || near(printed, row.earned()) && near(computed.dollars(), payment(statement));
  }
}
