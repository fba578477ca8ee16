package io.corridor.settlement.ledger;

import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Money;
import io.corridor.common.rules.Expression;
import io.corridor.common.rules.Step;
import io.corridor.settlement.ledger.Entry.Kind;
import io.corridor.settlement.share.Calculation;
import io.corridor.settlement.share.Settled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a closing posts of the payments beside the shape: an entry for each payment and receiver,
 * with its reason. A restatement takes back each entry whose amount is another now and posts it
 * anew; the terms agree no limit for them, so all of the difference is due at once.
 *
 * @param posting the posting of the result, with the payments
 * @param whole of what is due: what the party to the contract has, which is handed on
 * @param direct of what is due: what the others have, by receiver
 */
public record PaymentPosting(Posting posting, Money whole, NavigableMap<String, Money> direct) {

  private static final String PAID = "contract terms, payments beside the shape";

  /** Keeps its own copy. */
  public PaymentPosting {
    direct = Collections.unmodifiableNavigableMap(new TreeMap<>(direct));
  }

  /**
   * A payment beside the shape that somebody has earned.
   *
   * @param reason which payment
   * @param receiver practice or clinician; null for the party to the contract
   * @param amount what it comes to for the period
   */
  public record Earned(String reason, @Nullable String receiver, Money amount) {

    private Key key() {
      return new Key(reason, receiver == null ? "" : receiver);
    }
  }

  /** A payment to somebody: empty for the party to the contract. */
  private record Key(String reason, String receiver) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      int byReason = reason.compareTo(other.reason);
      return byReason == 0 ? receiver.compareTo(other.receiver) : byReason;
    }

    private @Nullable String party() {
      return receiver.isEmpty() ? null : receiver;
    }

    /** {@code practiceTarget.345678901}. */
    private String inSteps() {
      StringBuilder name = new StringBuilder();
      for (String word : reason.toLowerCase(java.util.Locale.ROOT).split("_", -1)) {
        name.append(name.isEmpty() ? word.charAt(0) : Character.toUpperCase(word.charAt(0)));
        name.append(word, 1, word.length());
      }
      return receiver.isEmpty() ? name.toString() : name + "." + receiver;
    }
  }

  /**
   * Adds the payments of a period to what its result posts.
   *
   * @param statement id of the statement, which begins the ids of its entries
   * @param inPeriod performance year in whose books the entries stand
   * @param result what the result posts
   * @param payments all payments of the period; one that was posted before and is not among them is
   *     taken back
   */
  public static PaymentPosting of(
      String statement,
      int year,
      int inPeriod,
      Posting result,
      List<Earned> payments,
      Ledger before) {
    NavigableMap<Key, Money> now = new TreeMap<>();
    payments.forEach(payment -> now.merge(payment.key(), payment.amount(), Money::plus));
    NavigableMap<Key, Entry> held = new TreeMap<>();
    for (Entry entry : before.holding(year, EnumSet.of(Kind.PAYMENT))) {
      String receiver = entry.receiver();
      held.put(
          new Key(Objects.requireNonNull(entry.reason()), receiver == null ? "" : receiver), entry);
    }
    if (now.isEmpty() && held.isEmpty()) {
      return new PaymentPosting(result, result.due(), new TreeMap<>());
    }
    Set<Key> keys = new TreeSet<>(now.keySet());
    keys.addAll(held.keySet());
    List<Entry> entries = new ArrayList<>(result.entries());
    List<Expression> parts = new ArrayList<>();
    NavigableMap<String, Money> direct = new TreeMap<>();
    Money whole = result.due();
    for (Key key : keys) {
      Money earned = now.getOrDefault(key, Money.ZERO);
      Entry paid = held.get(key);
      Money was = paid == null ? Money.ZERO : paid.debit(Account.PAYMENTS);
      parts.add(part(key, earned, was));
      Money difference = earned.minus(was);
      if (difference.isZero()) {
        continue;
      }
      if (paid != null) {
        entries.add(paid.reversed(id(statement, entries), inPeriod));
      }
      if (!earned.isZero()) {
        entries.add(entry(id(statement, entries), year, inPeriod, key, earned));
      }
      if (key.receiver().isEmpty()) {
        whole = whole.plus(difference);
      } else {
        direct.merge(key.receiver(), difference, Money::plus);
      }
    }
    Settled due = due(result.due(), parts);
    List<Step> steps = PostingRules.ending("dueOfResult", result.steps());
    steps.addAll(PostingRules.ending("due", due.steps()));
    Posting posting =
        new Posting(due.payment(), result.owedBack(), result.limits(), steps, entries);
    return new PaymentPosting(posting, whole, direct);
  }

  private static Expression part(Key key, Money earned, Money was) {
    Expression part = named(key.inSteps(), earned);
    return was.isZero() ? part : part.minus(named(key.inSteps() + ".before", was));
  }

  private static Settled due(Money ofResult, List<Expression> parts) {
    Calculation steps = new Calculation();
    Expression payments = steps.step("paymentsDue", PAID, Expression.sum(parts));
    return steps.pay(named("dueOfResult", ofResult).plus(payments));
  }

  private static Entry entry(String id, int year, int inPeriod, Key key, Money earned) {
    return new Entry(
        id,
        Kind.PAYMENT,
        inPeriod,
        year,
        null,
        key.reason(),
        List.of(
            new Line(Account.PAYMENTS, earned),
            new Line(Account.DUE, key.party(), earned.negated())));
  }

  private static String id(String statement, List<Entry> before) {
    return statement + "-" + (before.size() + 1);
  }
}
