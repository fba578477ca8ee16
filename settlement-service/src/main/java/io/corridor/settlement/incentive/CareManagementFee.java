package io.corridor.settlement.incentive;

import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.share.Calculation;
import io.corridor.settlement.share.Check;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Recoupment;
import io.corridor.settlement.share.Settled;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * A monthly fee per attributed patient, flat or by risk, paid while the practice attests to what it
 * is for. When an attribution is restated, the months concerned are worked out again and the
 * difference is settled with the next fee.
 *
 * @param pmpm dollars per patient and month, at a risk score of one if adjusted by risk
 * @param riskAdjusted whether the fee follows the patients' risk
 * @param conditions attestations that must all be in force
 * @param recoupment how much of a month's fee may be taken back
 */
public record CareManagementFee(
    Amount pmpm, boolean riskAdjusted, Set<String> conditions, Recoupment recoupment) {

  private static final String FEE = "contract terms, care management fee";
  private static final String CONDITIONS = "contract terms, attestations that the fee asks for";
  private static final String RESTATED = "contract terms, restated attribution of earlier months";
  private static final String RECOUPMENT = "contract terms, limit of recoupment";

  /**
   * Patients of a month.
   *
   * @param members patients attributed to the practice
   * @param riskScore their mean risk score
   * @param attested attestations in force
   */
  public record Month(Rate members, Rate riskScore, Set<String> attested) {

    /** Rejects impossible facts. */
    public Month {
      attested = Set.copyOf(attested);
      Check.notNegative("members", members);
      Check.notNegative("the risk score", riskScore);
    }
  }

  /**
   * An earlier month whose attribution was restated.
   *
   * @param paid fee paid for it so far, before recoupments
   * @param restated its patients as known now
   */
  public record Restatement(Money paid, Month restated) {}

  /**
   * What a payment is made on.
   *
   * @param month the month that is paid
   * @param restatements earlier months that were restated since the last payment
   * @param balance what the practice still owes from before
   */
  public record Facts(
      Month month, NavigableMap<YearMonth, Restatement> restatements, Money balance) {

    /** Keeps its own copy; rejects a negative balance. */
    public Facts {
      restatements = Collections.unmodifiableNavigableMap(new TreeMap<>(restatements));
      Check.notNegative("the balance", balance);
    }
  }

  /** Rejects impossible terms. */
  public CareManagementFee {
    conditions = Set.copyOf(conditions);
    Check.positive("the care management fee", pmpm);
  }

  /** The fee of a month alone, in whole cents; nothing where a condition is not attested. */
  public Money of(Month month) {
    return new Amount(fee(new Calculation(), "", month).value()).roundHalfUp();
  }

  /** The fee of a month with what earlier months still ask for. */
  public Recoupment.Result settle(Facts facts) {
    Calculation steps = new Calculation();
    Expression fee = fee(steps, "", facts.month());
    if (!conditionsMet(facts.month())) {
      steps.limitedBy(Limit.CONDITION_NOT_MET);
    }
    List<Expression> overpaid = new ArrayList<>(List.of(named("balance", facts.balance())));
    facts
        .restatements()
        .forEach((when, earlier) -> {
          String suffix = "." + when.toString().replace('-', '.');
          Expression due = fee(steps, suffix, earlier.restated());
          overpaid.add(named("paid" + suffix, earlier.paid()).minus(due));
        });
    Expression owed = steps.step("owed", RESTATED, Expression.sum(overpaid));
    if (owed.value().signum() <= 0) {
      return new Recoupment.Result(steps.pay(fee.minus(owed)), Money.ZERO);
    }
    Expression recouped = recoupment.taken(steps, RECOUPMENT, owed, fee);
    Expression carried = steps.step("balanceCarried", RECOUPMENT, owed.minus(recouped));
    Settled settled = steps.pay(fee.minus(recouped));
    return new Recoupment.Result(settled, new Amount(carried.value()).roundHalfUp());
  }

  private boolean conditionsMet(Month month) {
    return month.attested().containsAll(conditions);
  }

  /** The fee of a month in whole cents, as it is paid. */
  private Expression fee(Calculation steps, String suffix, Month month) {
    if (!conditionsMet(month)) {
      return steps.step("fee" + suffix, CONDITIONS, Expression.ZERO);
    }
    Expression flat = named("members" + suffix, month.members()).times(named("pmpm", pmpm));
    Expression fee =
        riskAdjusted ? flat.times(named("riskScore" + suffix, month.riskScore())) : flat;
    return steps.step("fee" + suffix, FEE, fee.roundHalfUp(2));
  }
}
