package io.corridor.settlement.statement;

import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.engine.LevelKey;
import io.corridor.settlement.incentive.CareManagementFee;
import io.corridor.settlement.incentive.CareManagementFee.Month;
import io.corridor.settlement.incentive.CareManagementFee.Restatement;
import io.corridor.settlement.ledger.FeePosting;
import io.corridor.settlement.ledger.Ledger;
import io.corridor.settlement.ledger.Posting;
import io.corridor.settlement.share.Calculation;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Recoupment;
import io.corridor.settlement.share.Settled;
import io.corridor.settlement.terms.PeriodTerms;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Care management fees, month by month (issue "care management fees … with recoupment when an
 * attribution is restated"; the rule itself is {@link CareManagementFee}). The fee of a month is
 * due once the figures are complete to its end. With it each earlier month is worked out again on
 * its patients as known now: what a restated attribution asks back is taken out of the fee as far
 * as the terms allow, the rest is carried; what it adds is paid.
 */
public final class FeeRules {

  /** A month that a payee has no patients in. */
  private static final Month NOBODY = new Month(Rate.ZERO, Rate.ONE, Set.of());

  private static final String SUM = "contract terms, care management fee of each payee";

  private FeeRules() {}

  /** Id of the statement of a month's fees. */
  public static String id(int month) {
    return "C%02d".formatted(month);
  }

  /**
   * The month that is paid.
   *
   * @param number its number in the performance year, from 1
   * @param month the month
   */
  public record Due(int number, YearMonth month) {}

  /**
   * A payee with the months of the year to date.
   *
   * @param level the payee, with what it is worked out from; its result does not matter
   * @param inputs what stands behind its months
   * @param months its months as known now, the month that is paid among them
   * @param paid fee of each month as it was paid or restated last; empty before the first
   * @param balance what it still owes of fees that were paid too much
   */
  public record Payee(
      FinalLevel level,
      List<Statement.Input> inputs,
      NavigableMap<YearMonth, Month> months,
      NavigableMap<YearMonth, Money> paid,
      Money balance) {

    /** Keeps its own copies. */
    public Payee {
      inputs = List.copyOf(inputs);
      months = new TreeMap<>(months);
      paid = new TreeMap<>(paid);
    }
  }

  /** The fees of a payee. */
  private record Fee(Payee payee, Settled settled, PaidFees after, Money earned) {}

  /**
   * The statement of a month's fees.
   *
   * @param due the month
   * @param payees those that have the month
   */
  public static Statement of(
      Due due,
      CareManagementFee fee,
      PeriodTerms terms,
      List<Payee> payees,
      LocalDate completeTo,
      Ledger before) {
    List<Fee> fees = payees.stream().map(payee -> fee(due.month(), fee, payee)).toList();
    Calculation steps = new Calculation();
    List<Expression> parts = new ArrayList<>();
    List<Statement.Part> levels = new ArrayList<>();
    List<Statement.Input> inputs = new ArrayList<>();
    Set<Limit> limits = EnumSet.noneOf(Limit.class);
    Money earned = Money.ZERO;
    Money owed = Money.ZERO;
    for (Fee one : fees) {
      LevelKey key = one.payee().level().key();
      Money payment = one.settled().payment();
      parts.add(named("fee." + key.id(), payment));
      inputs.add(
          new Statement.Input("fee." + key.id(), payment.toString(), key.level() + " " + key.id()));
      limits.addAll(one.settled().limits());
      levels.add(new Statement.Part(level(one), one.payee().inputs()));
      earned = earned.plus(one.earned());
      owed = owed.plus(one.after().balance()).minus(one.payee().balance());
    }
    steps.step("result", SUM, Expression.sum(parts));
    Settled sum = steps.pay(Expression.sum(parts));
    int year = terms.year().year();
    String id = id(due.number());
    Posting posting = new FeePosting(earned, owed, limits).of(year + "-" + id, year, sum, before);
    return new Statement(
        id,
        Statement.Kind.FEE,
        terms,
        payees.getFirst().level().shape(),
        completeTo,
        null,
        inputs,
        new FinalResult.Given(sum.payment(), null, codes(limits), List.of(), sum.steps()),
        levels,
        posting,
        fees.stream().map(Fee::after).toList(),
        null,
        null);
  }

  private static List<String> codes(Set<Limit> limits) {
    return limits.stream().map(Enum::name).toList();
  }

  private static FinalLevel level(Fee fee) {
    FinalLevel level = fee.payee().level();
    return new FinalLevel(
        level.key(),
        level.shape(),
        level.facts(),
        new FinalResult.Given(
            fee.settled().payment(),
            null,
            codes(fee.settled().limits()),
            List.of(),
            fee.settled().steps()),
        List.of());
  }

  private static Fee fee(YearMonth when, CareManagementFee terms, Payee payee) {
    NavigableMap<YearMonth, Restatement> restated = new TreeMap<>();
    NavigableMap<YearMonth, Money> after = new TreeMap<>();
    Money earned = Money.ZERO;
    NavigableSet<YearMonth> all = new TreeSet<>(payee.months().headMap(when, true).keySet());
    all.addAll(payee.paid().headMap(when, true).keySet());
    for (YearMonth each : all) {
      Month patients = payee.months().getOrDefault(each, NOBODY);
      Money due = terms.of(patients);
      Money paid = payee.paid().getOrDefault(each, Money.ZERO);
      boolean now = each.equals(when);
      if (now || !due.equals(paid)) {
        after.put(each, due);
        earned = earned.plus(due.minus(paid));
      }
      if (!now && !due.equals(paid)) {
        restated.put(each, new Restatement(paid, patients));
      }
    }
    Month month = payee.months().getOrDefault(when, NOBODY);
    Recoupment.Result result =
        terms.settle(new CareManagementFee.Facts(month, restated, payee.balance()));
    return new Fee(
        payee,
        result.settled(),
        new PaidFees(
            payee.level().key().level(), payee.level().key().id(), after, result.balance()),
        earned);
  }
}
