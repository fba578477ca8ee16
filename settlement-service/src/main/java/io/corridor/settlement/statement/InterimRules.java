package io.corridor.settlement.statement;

import static io.corridor.common.rules.Expression.constant;
import static io.corridor.common.rules.Expression.named;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Money;
import io.corridor.common.rules.Step;
import io.corridor.settlement.incentive.InterimPayment;
import io.corridor.settlement.ledger.HandingOn;
import io.corridor.settlement.ledger.Ledger;
import io.corridor.settlement.ledger.PaymentPosting;
import io.corridor.settlement.ledger.Posting;
import io.corridor.settlement.ledger.PostingRules;
import io.corridor.settlement.share.Calculation;
import io.corridor.settlement.share.Settled;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Interim payments (issue "Interim payments"; the rule itself is {@link InterimPayment}): which
 * month is due, and its statement. A month is due once the figures are complete to its end, and
 * until the month after it is over: months long past are not paid after the fact. The payments are
 * cumulative, so a month that was passed over is caught up by the next.
 */
public final class InterimRules {

  private static final String STRAIGHT = "expected result, straight from the months to date";
  private static final int MONTHS = 12;

  private InterimRules() {}

  /** Id of the interim statement of a month. */
  public static String id(int month) {
    return "I%02d".formatted(month);
  }

  /**
   * The month of a performance year whose payment is due, 1 to 12.
   *
   * @param everyMonths months between two payments
   * @param completeTo business date that the running figures are complete to
   */
  public static OptionalInt due(
      int everyMonths, Contract.PerformanceYear year, LocalDate completeTo) {
    LocalDate from = year.span().from();
    LocalDate until = Objects.requireNonNull(year.span().until());
    if (!from.plusMonths(MONTHS).equals(until)) {
      return OptionalInt.empty();
    }
    long ended = Math.min(MONTHS, ChronoUnit.MONTHS.between(from, completeTo));
    int month = (int) (ended - Math.floorMod(ended, (long) everyMonths));
    boolean now = month >= 1 && completeTo.isBefore(from.plusMonths(month + 1L));
    return now ? OptionalInt.of(month) : OptionalInt.empty();
  }

  /**
   * The statement of an interim payment.
   *
   * @param running what the year to date is worked out from
   * @param toDate expected result on the figures to date
   */
  public static Statement of(
      int month,
      StatementRules.Settled running,
      InterimPayment payment,
      FinalResult.Given toDate,
      LocalDate completeTo,
      Ledger before) {
    Calculation calculation = new Calculation();
    Settled whole =
        calculation.pay(
            named("expectedToDate", toDate.payment())
                .times(constant(MONTHS))
                .over(named("month", month)));
    Step last = whole.steps().getLast();
    List<Step> steps = new ArrayList<>(toDate.steps());
    steps.add(new Step("expected", STRAIGHT, last.formula(), last.inputs(), last.value()));
    Money expected = whole.payment();
    int year = running.terms().year().year();
    String id = id(month);
    Posting advance = PostingRules.interim(year + "-" + id, year, month, payment, expected, before);
    SharesRules.Handed handed =
        SharesRules.of(
            running.terms().contract().aco(),
            new HandingOn.Place(year + "-" + id, year, year, advance.entries().size()),
            running.payments(),
            new PaymentPosting(advance, advance.due(), new TreeMap<>()),
            false,
            before);
    return new Statement(
        id,
        Statement.Kind.INTERIM,
        running.terms(),
        running.parts().getFirst().level().shape(),
        completeTo,
        null,
        running.inputs(),
        new FinalResult.Given(
            expected, toDate.refusal(), toDate.limits(), toDate.warnings(), steps),
        List.of(),
        handed.posting(),
        List.of(),
        handed.shares(),
        null);
  }
}
