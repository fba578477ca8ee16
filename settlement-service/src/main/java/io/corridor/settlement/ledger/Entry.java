package io.corridor.settlement.ledger;

import io.corridor.common.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger: debits equal credits. It never changes.
 *
 * @param id id within the contract
 * @param kind what it does
 * @param period performance year in whose books it stands
 * @param aboutPeriod performance year that it is about
 * @param reverses entry that a reversal takes back; null for every other kind
 * @param reason which payment beside the shape a {@link Kind#PAYMENT} is; null for every other kind
 *     but its reversal
 * @param lines debits, then credits, each in the order of the accounts and receivers
 */
public record Entry(
    String id,
    Kind kind,
    int period,
    int aboutPeriod,
    @Nullable String reverses,
    @Nullable String reason,
    List<Line> lines) {

  /** What an entry does. */
  public enum Kind {
    /** Pays part of the expected result ahead. */
    INTERIM_PAYMENT,
    /** Takes back what was paid ahead, because less is expected. */
    TRUE_UP,
    /** Holds back part of the expected result, or less of it than before. */
    RESERVE,
    /** Releases what was held back, because the result is settled. */
    RELEASE,
    /** Settles a period and nets what was paid ahead. */
    SETTLEMENT,
    /** Takes back what the ACO owes of earlier periods out of what is due to it. */
    RECOUPMENT,
    /** Takes back an entry, line by line. */
    REVERSAL,
    /** Settles a period again after a reversal. */
    CORRECTION,
    /** Pays the fees of a month, with what restated months ask for or back. */
    FEE,
    /** Pays a payment beside the shape to who has earned it; its reason says which. */
    PAYMENT,
    /** Hands what is due on to practices and clinicians; no account's balance moves. */
    HANDED_ON
  }

  /** Rejects an entry that does not balance, and a reversal of nothing. */
  public Entry {
    lines = ordered(lines);
    Money sum = lines.stream().map(Line::debit).reduce(Money.ZERO, Money::plus);
    if (!sum.isZero()) {
      throw new IllegalArgumentException("entry " + id + " does not balance: " + sum);
    }
    if (lines.size() < 2) {
      throw new IllegalArgumentException("entry " + id + " has no two sides");
    }
    if ((kind == Kind.REVERSAL) != (reverses != null)) {
      throw new IllegalArgumentException("entry " + id + " must name what it reverses");
    }
    if (kind == Kind.PAYMENT && reason == null) {
      throw new IllegalArgumentException("entry " + id + " must name its reason");
    }
  }

  private static List<Line> ordered(List<Line> lines) {
    return lines.stream()
        .sorted(
            Comparator.comparing((Line line) -> line.debit().isNegative())
                .thenComparing(Line::account)
                .thenComparing(Line::receiver, Comparator.nullsFirst(Comparator.naturalOrder())))
        .toList();
  }

  /**
   * An entry of these amounts; accounts that do not move are left out.
   *
   * @return nothing when no account moves
   */
  static Optional<Entry> of(
      String id, Kind kind, int period, int aboutPeriod, Map<Account, Money> debits) {
    List<Line> lines = new ArrayList<>();
    new EnumMap<Account, Money>(debits)
        .forEach((account, debit) -> {
          if (!debit.isZero()) {
            lines.add(new Line(account, debit));
          }
        });
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new Entry(id, kind, period, aboutPeriod, null, null, lines));
  }

  /** The entry that takes this one back, in the books of a period. */
  public Entry reversed(String reversalId, int inPeriod) {
    return new Entry(
        reversalId,
        Kind.REVERSAL,
        inPeriod,
        aboutPeriod,
        id,
        reason,
        lines.stream().map(Line::reversed).toList());
  }

  /** Debits less credits of an account. */
  public Money debit(Account account) {
    return lines.stream()
        .filter(line -> line.account() == account)
        .map(Line::debit)
        .reduce(Money.ZERO, Money::plus);
  }

  /** Who is paid by a payment beside the shape; null for the party to the contract. */
  public @Nullable String receiver() {
    return lines.stream()
        .filter(line -> line.account() == Account.DUE)
        .map(Line::receiver)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
