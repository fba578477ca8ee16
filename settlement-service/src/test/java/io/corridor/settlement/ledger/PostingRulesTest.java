package io.corridor.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.incentive.InterimPayment;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Recoupment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries of interim payments, settlements and restatements, and the laws they keep. */
class PostingRulesTest {

  private static final Ledger EMPTY = new Ledger(List.of());

  /** Quarterly, half of the expected result, a tenth of that held back, taken back by a quarter. */
  private static final InterimPayment QUARTERLY = terms("0.25");

  private static InterimPayment terms(String limit) {
    return new InterimPayment(
        3, Rate.of("0.5"), Rate.of("0.1"), true, new Recoupment(Rate.of(limit)));
  }

  private static Money money(String dollars) {
    return Money.of(dollars);
  }

  private static Ledger after(Ledger before, Posting posting) {
    return before.with(posting.entries());
  }

  @Test
  @DisplayName("an interim payment advances its part, holds the reserve back and trues up")
  void interim() {
    // 120,000 expected: half is 60,000, a tenth of it held; a quarter of a year: 13,500 and 1,500
    Posting march = PostingRules.interim("2025-I3", 2025, 3, QUARTERLY, money("120000"), EMPTY);
    assertThat(march.due()).isEqualTo(money("13500.00"));
    Ledger ledger = after(EMPTY, march);
    assertThat(ledger.balance(Account.ADVANCES)).isEqualTo(money("13500.00"));
    assertThat(ledger.balance(Account.RESERVE)).isEqualTo(money("-1500.00"));
    // 40,000 expected in June: half a year's part is 9,000, so 4,500 come back
    Posting june = PostingRules.interim("2025-I6", 2025, 6, QUARTERLY, money("40000"), ledger);
    assertThat(june.due()).isEqualTo(money("-4500.00"));
    assertThat(june.entries().getFirst().kind()).isEqualTo(Entry.Kind.TRUE_UP);
    assertThat(after(ledger, june).balance(Account.RESERVE)).isEqualTo(money("-1000.00"));
  }

  @Test
  @DisplayName(
      "the settlement nets the advances, releases the reserve and carries what is too much")
  void settlementNets() {
    Ledger ledger =
        after(EMPTY, PostingRules.interim("2025-I12", 2025, 12, QUARTERLY, money("200000"), EMPTY));
    assertThat(ledger.balance(Account.ADVANCES)).isEqualTo(money("90000.00"));
    Posting good = PostingRules.settlement("2025-F1", 2025, money("150000"), QUARTERLY, ledger);
    assertThat(good.due()).isEqualTo(money("60000.00"));
    assertThat(after(ledger, good).trialBalance())
        .containsEntry(Account.ADVANCES, Money.ZERO)
        .containsEntry(Account.RESERVE, Money.ZERO)
        .containsEntry(Account.EXPECTED_RESULT, Money.ZERO)
        .containsEntry(Account.RESULT, money("150000.00"))
        .containsEntry(Account.DUE, money("-150000.00"));
    // 10,000 earned of 90,000 advanced: 80,000 too much, a quarter of 90,000 taken now
    Posting bad = PostingRules.settlement("2025-F1", 2025, money("10000"), QUARTERLY, ledger);
    assertThat(bad.due()).isEqualTo(money("-22500.00"));
    assertThat(bad.owedBack()).isEqualTo(money("57500.00"));
    assertThat(bad.limits()).containsExactly(Limit.RECOUPMENT_LIMIT);
    assertThat(after(ledger, bad).balance(Account.OWED_BACK)).isEqualTo(money("57500.00"));
    // The next year's payment is cut by a quarter at most until the debt is gone.
    Posting next =
        PostingRules.settlement("2026-F1", 2026, money("100000"), QUARTERLY, after(ledger, bad));
    assertThat(next.due()).isEqualTo(money("75000.00"));
    assertThat(next.owedBack()).isEqualTo(money("32500.00"));
  }

  @Test
  @DisplayName(
      "a restatement reverses, posts anew in the next books, and is taken back within limits")
  void restatement() {
    Ledger closed =
        after(EMPTY, PostingRules.settlement("2025-F1", 2025, money("100000"), QUARTERLY, EMPTY));
    Posting down =
        PostingRules.restatement("2025-F2", 2025, 2026, money("40000"), QUARTERLY, closed);
    // 60,000 not earned; a quarter of the 100,000 paid is taken now
    assertThat(down.due()).isEqualTo(money("-25000.00"));
    assertThat(down.owedBack()).isEqualTo(money("35000.00"));
    assertThat(down.entries())
        .extracting(Entry::kind)
        .containsExactly(Entry.Kind.REVERSAL, Entry.Kind.CORRECTION);
    assertThat(down.entries()).extracting(Entry::period).containsOnly(2026);
    assertThat(down.entries().getFirst().reverses()).isEqualTo("2025-F1-1");
    Ledger ledger = after(closed, down);
    assertThat(ledger.balance(Account.RESULT, 2025)).isEqualTo(money("40000.00"));
    // 50,000 again: 10,000 more are not paid but forgive the debt
    Posting up = PostingRules.restatement("2025-F3", 2025, 2026, money("50000"), QUARTERLY, ledger);
    assertThat(up.due()).isEqualTo(Money.ZERO);
    assertThat(up.owedBack()).isEqualTo(money("25000.00"));
  }

  @Test
  @DisplayName("more losses are owed at once, whatever the limit of recoupment")
  void lossesAtOnce() {
    Ledger closed =
        after(EMPTY, PostingRules.settlement("2025-F1", 2025, money("-10000"), QUARTERLY, EMPTY));
    assertThat(closed.balance(Account.DUE)).isEqualTo(money("10000.00"));
    Posting worse =
        PostingRules.restatement("2025-F2", 2025, 2026, money("-30000"), QUARTERLY, closed);
    assertThat(worse.due()).isEqualTo(money("-20000.00"));
    assertThat(worse.owedBack()).isEqualTo(Money.ZERO);
  }

  @Test
  @DisplayName("nothing earned posts nothing, and an entry that does not balance is refused")
  void nothing() {
    Posting zero = PostingRules.settlement("2025-F1", 2025, Money.ZERO, null, EMPTY);
    assertThat(zero.entries()).isEmpty();
    assertThat(zero.due()).isEqualTo(Money.ZERO);
    List<Line> lines =
        List.of(new Line(Account.RESULT, money("1")), new Line(Account.DUE, money("-2")));
    assertThatThrownBy(() -> new Entry("x", Entry.Kind.SETTLEMENT, 2025, 2025, null, null, lines))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not balance");
  }

  /** A random life of a contract: interim payments, settlements and restatements of three years. */
  private static List<Posting> life(Random random, InterimPayment terms) {
    List<Posting> postings = new ArrayList<>();
    Ledger ledger = EMPTY;
    for (int year = 2023; year <= 2025; year++) {
      for (int month = 3; month <= 12; month += 3) {
        Posting interim =
            PostingRules.interim(year + "-I" + month, year, month, terms, draw(random), ledger);
        postings.add(interim);
        ledger = after(ledger, interim);
      }
      Posting settled = PostingRules.settlement(year + "-F1", year, draw(random), terms, ledger);
      postings.add(settled);
      ledger = after(ledger, settled);
      for (int number = 2; number < 2 + random.nextInt(3); number++) {
        Posting restated =
            PostingRules.restatement(
                year + "-F" + number, year, year + 1, draw(random), terms, ledger);
        postings.add(restated);
        ledger = after(ledger, restated);
      }
    }
    return postings;
  }

  private static Money draw(Random random) {
    return Money.ofCents(random.nextInt(40_000_000) - 10_000_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  @DisplayName("the trial balance is zero, whatever is posted and in whatever order")
  void trialBalanceIsZero(long seed) {
    Random random = new Random(seed);
    List<Posting> postings = life(random, QUARTERLY);
    Ledger inOrder = EMPTY;
    for (Posting posting : postings) {
      inOrder = after(inOrder, posting);
      Money sum = inOrder.trialBalance().values().stream().reduce(Money.ZERO, Money::plus);
      assertThat(sum).as("seed %d", seed).isEqualTo(Money.ZERO);
      assertThat(inOrder.balance(Account.OWED_BACK).cents()).isNotNegative();
      assertThat(inOrder.balance(Account.OWED_BACK)).isEqualTo(posting.owedBack());
    }
    List<Posting> shuffled = new ArrayList<>(postings);
    Collections.shuffle(shuffled, random);
    Ledger anyOrder = EMPTY;
    for (Posting posting : shuffled) {
      anyOrder = after(anyOrder, posting);
    }
    assertThat(anyOrder.trialBalance()).isEqualTo(inOrder.trialBalance());
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
  @DisplayName(
      "what is due moves by what the statement says, and never faster than the terms allow")
  void recoupmentIsNeverExceeded(long seed) {
    Ledger ledger = EMPTY;
    for (Posting posting : life(new Random(seed), QUARTERLY)) {
      Ledger next = after(ledger, posting);
      Money paidBefore = ledger.balance(Account.DUE).negated();
      Money paidAfter = next.balance(Account.DUE).negated();
      assertThat(paidAfter.minus(paidBefore)).as("seed %d", seed).isEqualTo(posting.due());
      for (Entry entry : posting.entries()) {
        if (entry.kind() == Entry.Kind.CORRECTION) {
          recoupedWithinLimit(entry, ledger, seed);
        }
      }
      ledger = next;
    }
  }

  private static void recoupedWithinLimit(Entry correction, Ledger before, long seed) {
    int year = correction.aboutPeriod();
    Money result = correction.debit(Account.RESULT);
    Money resultBefore = before.balance(Account.RESULT, year);
    Money paid =
        before.settling(year).stream()
            .map(e -> e.debit(Account.DUE).plus(e.debit(Account.ADVANCES)).negated())
            .reduce(Money.ZERO, Money::plus);
    Money dueBefore =
        before.settling(year).stream()
            .map(e -> e.debit(Account.DUE).negated())
            .reduce(Money.ZERO, Money::plus);
    long taken = dueBefore.cents() + correction.debit(Account.DUE).cents();
    long losses = Math.max(0, -result.cents()) - Math.max(0, -resultBefore.cents());
    long most = Math.max(0, paid.cents()) / 4 + Math.max(0, losses) + 1;
    assertThat(taken).as("seed %d, year %d", seed, year).isLessThanOrEqualTo(most);
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34})
  @DisplayName("without a limit any way to the last result ends in the same balances")
  void pathDoesNotMatter(long seed) {
    Random random = new Random(seed);
    Money last = draw(random);
    Map<Account, Money> direct = restated(List.of(draw(random), last));
    List<Money> way = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      way.add(draw(random));
    }
    way.add(last);
    assertThat(restated(way)).as("seed %d", seed).isEqualTo(direct);
  }

  private static Map<Account, Money> restated(List<Money> results) {
    Ledger ledger = EMPTY;
    for (Money result : results) {
      int number = 1 + ledger.entries().size();
      Posting posting =
          ledger.entries().isEmpty()
              ? PostingRules.settlement("2025-F1", 2025, result, null, ledger)
              : PostingRules.restatement("2025-F" + number, 2025, 2026, result, null, ledger);
      ledger = after(ledger, posting);
    }
    return ledger.trialBalance();
  }
}
