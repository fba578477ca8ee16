package io.corridor.settlement.statement;

import io.corridor.common.money.Money;
import io.corridor.settlement.engine.AgreedPayments;
import io.corridor.settlement.engine.HandedOn;
import io.corridor.settlement.engine.HandedOn.Shares;
import io.corridor.settlement.ledger.Entry;
import io.corridor.settlement.ledger.Entry.Kind;
import io.corridor.settlement.ledger.HandingOn;
import io.corridor.settlement.ledger.Ledger;
import io.corridor.settlement.ledger.PaymentPosting;
import io.corridor.settlement.ledger.Posting;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who receives what is due: the shares by which the ACO hands it on, and payments beside the shape
 * that practices have themselves. Parts are whole cents and sum to what is due.
 */
final class SharesRules {

  private SharesRules() {}

  /**
   * A posting with the entries that hand it on.
   *
   * @param posting the posting
   * @param shares who receives what is due; null where the party to the contract receives it alone
   */
  record Handed(Posting posting, @Nullable Shares shares) {}

  /**
   * Hands on what a statement posts.
   *
   * @param aco the ACO, which keeps what is not handed on
   * @param place where the statement stands, after the entries of the posting
   * @param again whether all of the period is divided again, as in a restatement
   */
  static Handed of(
      String aco,
      HandingOn.Place place,
      AgreedPayments payments,
      PaymentPosting posted,
      boolean again,
      Ledger before) {
    HandedOn terms = payments.handedOn();
    HandingOn handing = handing(aco, place, terms, posted.whole(), again, before);
    NavigableMap<String, Money> parts = new TreeMap<>(handing.parts());
    posted.direct().forEach((receiver, money) -> parts.merge(receiver, money, Money::plus));
    boolean alone = terms == null && handing.entries().isEmpty() && posted.direct().isEmpty();
    Posting posting = posted.posting();
    List<Entry> entries = new ArrayList<>(posting.entries());
    entries.addAll(handing.entries());
    return new Handed(
        new Posting(posting.due(), posting.owedBack(), posting.limits(), posting.steps(), entries),
        alone || parts.values().stream().allMatch(Money::isZero) ? null : shares(aco, parts));
  }

  private static HandingOn handing(
      String aco,
      HandingOn.Place place,
      @Nullable HandedOn terms,
      Money due,
      boolean again,
      Ledger before) {
    if (terms == null && before.holding(place.year(), EnumSet.of(Kind.HANDED_ON)).isEmpty()) {
      return new HandingOn(List.of(), all(aco, due));
    }
    return again
        ? HandingOn.again(place, due, divided(aco, terms), before)
        : HandingOn.of(place, due, divided(aco, terms));
  }

  private static NavigableMap<String, Money> all(String aco, Money due) {
    NavigableMap<String, Money> parts = new TreeMap<>();
    parts.put(aco, due);
    return parts;
  }

  private static Function<Money, NavigableMap<String, Money>> divided(
      String aco, @Nullable HandedOn terms) {
    return whole -> {
      if (terms == null) {
        return all(aco, whole);
      }
      Shares shares = terms.divide(whole);
      NavigableMap<String, Money> parts = new TreeMap<>(shares.practices());
      parts.putAll(shares.clinicians());
      parts.merge(aco, shares.kept(), Money::plus);
      return parts;
    };
  }

  /** Parts by receiver: the ACO, a practice, or {@code practice|clinician}. */
  private static Shares shares(String aco, NavigableMap<String, Money> parts) {
    NavigableMap<String, Money> practices = new TreeMap<>();
    NavigableMap<String, Money> clinicians = new TreeMap<>();
    parts.forEach((receiver, money) -> {
      if (!receiver.equals(aco)) {
        (receiver.contains("|") ? clinicians : practices).put(receiver, money);
      }
    });
    return new Shares(parts.getOrDefault(aco, Money.ZERO), practices, clinicians);
  }
}
