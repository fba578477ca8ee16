package io.corridor.settlement.ledger;

import static io.corridor.common.rules.Expression.constant;
import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.common.rules.Step;
import io.corridor.settlement.incentive.InterimPayment;
import io.corridor.settlement.ledger.Entry.Kind;
import io.corridor.settlement.share.Calculation;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Recoupment;
import io.corridor.settlement.share.Settled;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From results to entries: interim payments with their reserve, settlements that net them, and
 * restatements as a reversal and a new entry (balances carried over years: settlement.md 1.7). What
 * the ACO owes back is never forgotten and never taken faster than the terms allow; losses of a
 * period are owed at once.
 */
public final class PostingRules {

  private static final String NET = "contract terms, what was paid before is netted";
  private static final String LIMIT = "contract terms, limit of recoupment";
  private static final String HELD = "contract terms, reserve until the end of the period";
  private static final int MONTHS = 12;

  /** Terms without a limit take everything back at once. */
  private static final Recoupment AT_ONCE = new Recoupment(Rate.ONE);

  private PostingRules() {}

  /**
   * What an interim statement posts: the advance, and what is held back of it.
   *
   * @param statement id of the statement, which begins the ids of its entries
   * @param month month of the period, 1 to 12
   * @param expected expected result of the whole period
   */
  public static Posting interim(
      String statement, int year, int month, InterimPayment terms, Money expected, Ledger before) {
    Settled advance = terms.advance(month, expected, before.balance(Account.ADVANCES, year));
    Money paid = advance.payment();
    Calculation calculation = new Calculation();
    Expression toDate =
        calculation.step(
            "reserveToDate",
            HELD,
            named("expected", expected)
                .atLeastZero()
                .times(named("paidPart", terms.paidPart()))
                .times(named("reserve", terms.reserve()))
                .times(named("month", month))
                .over(constant(MONTHS)));
    Money heldBefore = before.balance(Account.RESERVE, year).negated();
    Settled reserve = calculation.pay(toDate.minus(named("heldBefore", heldBefore)));
    Money held = reserve.payment();
    List<Entry> entries = new ArrayList<>();
    Entry.of(
            statement + "-1",
            paid.isNegative() ? Kind.TRUE_UP : Kind.INTERIM_PAYMENT,
            year,
            year,
            Map.of(Account.ADVANCES, paid, Account.DUE, paid.negated()))
        .ifPresent(entries::add);
    Entry.of(
            statement + "-2",
            Kind.RESERVE,
            year,
            year,
            Map.of(Account.EXPECTED_RESULT, held, Account.RESERVE, held.negated()))
        .ifPresent(entries::add);
    List<Step> steps = new ArrayList<>(ending("due", advance));
    steps.addAll(ending("heldBack", reserve));
    return new Posting(paid, before.balance(Account.OWED_BACK), advance.limits(), steps, entries);
  }

  /**
   * What a final statement posts: the result, less what was advanced, less what the terms let the
   * payer take back of earlier periods.
   *
   * @param result earned by the ACO (positive) or owed by it (negative)
   * @param interim terms of interim payments; null without any
   */
  public static Posting settlement(
      String statement, int year, Money result, @Nullable InterimPayment interim, Ledger before) {
    Money advances = before.balance(Account.ADVANCES, year);
    Recoupment.Result netted = netted(result, advances, interim);
    Money net = netted.settled().payment();
    Money owed = before.balance(Account.OWED_BACK);
    Settled due = lessEarlierDebts(interim, owed, net);
    Money taken = net.minus(due.payment());
    List<Entry> entries = new ArrayList<>();
    Entry.of(
            statement + "-1",
            Kind.SETTLEMENT,
            year,
            year,
            settled(result, advances, net, netted.balance()))
        .ifPresent(entries::add);
    Money held = before.balance(Account.RESERVE, year).negated();
    Entry.of(
            statement + "-2",
            Kind.RELEASE,
            year,
            year,
            Map.of(Account.RESERVE, held, Account.EXPECTED_RESULT, held.negated()))
        .ifPresent(entries::add);
    Entry.of(
            statement + "-3",
            Kind.RECOUPMENT,
            year,
            year,
            Map.of(Account.DUE, taken, Account.OWED_BACK, taken.negated()))
        .ifPresent(entries::add);
    List<Step> steps = new ArrayList<>(ending("net", netted.settled()));
    steps.addAll(ending("due", due));
    Set<Limit> limits = EnumSet.noneOf(Limit.class);
    limits.addAll(netted.settled().limits());
    limits.addAll(due.limits());
    Money owedAfter = owed.plus(netted.balance()).minus(taken);
    return new Posting(due.payment(), owedAfter, limits, steps, entries);
  }

  private static Recoupment.Result netted(
      Money result, Money advances, @Nullable InterimPayment interim) {
    if (interim != null) {
      return interim.netted(result, advances);
    }
    Settled net = new Calculation().pay(named("result", result).minus(named("advances", advances)));
    return new Recoupment.Result(net, Money.ZERO);
  }

  /** Earlier periods' debts are taken out of what is due to the ACO, never out of what it owes. */
  private static Settled lessEarlierDebts(@Nullable InterimPayment interim, Money owed, Money net) {
    Rate limit = (interim == null ? AT_ONCE : interim.recoupment()).limit();
    Calculation steps = new Calculation();
    Expression due = named("net", net);
    Expression most =
        steps.step(
            "earlierRecoupable",
            LIMIT,
            named("recoupmentLimit", limit).times(due.atLeastZero()).roundHalfUp(2));
    Expression taken =
        steps.stepAtMost(
            "earlierRecouped", LIMIT, named("owedBack", owed), most, Limit.RECOUPMENT_LIMIT);
    return steps.pay(due.minus(taken));
  }

  /**
   * What a restatement of a closed period posts, in the books of a later one: the reversal of what
   * settles the period now, and a new entry. A higher result first forgives what is still carried
   * of the period; a lower one is taken back as far as the terms allow, the rest is carried; more
   * losses are owed at once.
   *
   * @param inPeriod performance year in whose books the entries stand
   * @param result restated result
   */
  public static Posting restatement(
      String statement,
      int year,
      int inPeriod,
      Money result,
      @Nullable InterimPayment interim,
      Ledger before) {
    List<Entry> settling = before.settling(year);
    Money earned = sum(settling, Account.RESULT);
    Money advances = sum(settling, Account.ADVANCES).negated();
    Money dueBefore = sum(settling, Account.DUE).negated();
    Money carried = sum(settling, Account.OWED_BACK);
    Money owed = before.balance(Account.OWED_BACK);
    Calculation steps = new Calculation();
    Expression was = named("resultBefore", earned);
    Expression now = named("result", result);
    Expression had = named("carriedBefore", carried);
    Expression more = steps.step("earnedMore", NET, now.minus(was).atLeastZero());
    Expression forgiven = steps.step("forgiven", NET, more.min(had.min(named("owedBack", owed))));
    Expression unearned =
        steps.step("unearned", NET, was.atLeastZero().minus(now.atLeastZero()).atLeastZero());
    Recoupment limit = interim == null ? AT_ONCE : interim.recoupment();
    Expression paid =
        steps.step(
            "paidForPeriod",
            NET,
            named("advances", advances).plus(named("dueBefore", dueBefore)).atLeastZero());
    Expression recouped = limit.taken(steps, LIMIT, unearned, paid);
    Expression carries =
        steps.step("balanceCarried", LIMIT, had.minus(forgiven).plus(unearned).minus(recouped));
    Expression net = steps.step("net", NET, now.minus(named("advances", advances)).plus(carries));
    Settled due = steps.pay(net.minus(named("dueBefore", dueBefore)));
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : settling) {
      entries.add(entry.reversed(statement + "-" + (entries.size() + 1), inPeriod));
    }
    Money balance = cents(carries);
    correction(statement, entries.size() + 1, year, inPeriod, result, advances, cents(net), balance)
        .ifPresent(entries::add);
    return new Posting(
        due.payment(),
        owed.minus(carried).plus(balance),
        due.limits(),
        ending("due", due),
        entries);
  }

  private static Optional<Entry> correction(
      String statement,
      int number,
      int year,
      int inPeriod,
      Money result,
      Money advances,
      Money net,
      Money carried) {
    return Entry.of(
        statement + "-" + number,
        Kind.CORRECTION,
        inPeriod,
        year,
        settled(result, advances, net, carried));
  }

  private static Map<Account, Money> settled(
      Money result, Money advances, Money net, Money carried) {
    return Map.of(
        Account.RESULT,
        result,
        Account.ADVANCES,
        advances.negated(),
        Account.DUE,
        net.negated(),
        Account.OWED_BACK,
        carried);
  }

  private static Money sum(List<Entry> entries, Account account) {
    return entries.stream().map(entry -> entry.debit(account)).reduce(Money.ZERO, Money::plus);
  }

  private static Money cents(Expression whole) {
    return new Amount(whole.value()).roundHalfUp();
  }

  /** The steps of a calculation, whose last one is called otherwise than "payment". */
  private static List<Step> ending(String name, Settled settled) {
    return ending(name, settled.steps());
  }

  /** Steps whose last one is called otherwise. */
  static List<Step> ending(String name, List<Step> all) {
    List<Step> steps = new ArrayList<>(all);
    Step last = steps.removeLast();
    steps.add(new Step(name, last.citation(), last.formula(), last.inputs(), last.value()));
    return steps;
  }
}
