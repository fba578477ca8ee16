package io.corridor.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.money.Money;
import io.corridor.settlement.ledger.Entry.Kind;
import io.corridor.settlement.ledger.PaymentPosting.Earned;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Payments beside the shape in the books, and how what is due is handed on. */
class PaymentPostingTest {

  private static final Ledger EMPTY = new Ledger(List.of());

  private static Money money(String dollars) {
    return Money.of(dollars);
  }

  /** A life of a period: each statement with the payments that it knows. */
  private record Life(Ledger ledger, List<PaymentPosting> postings, List<HandingOn> handed) {}

  private static Life life(
      List<List<Earned>> statements,
      List<Money> results,
      Function<Money, NavigableMap<String, Money>> divided) {
    Ledger ledger = EMPTY;
    List<PaymentPosting> postings = new ArrayList<>();
    List<HandingOn> handed = new ArrayList<>();
    for (int number = 1; number <= statements.size(); number++) {
      String id = "2025-F" + number;
      Money result = results.get(number - 1);
      int books = number == 1 ? 2025 : 2026;
      Posting ofResult =
          number == 1
              ? PostingRules.settlement(id, 2025, result, null, ledger)
              : PostingRules.restatement(id, 2025, books, result, null, ledger);
      PaymentPosting posted =
          PaymentPosting.of(id, 2025, books, ofResult, statements.get(number - 1), ledger);
      HandingOn.Place place =
          new HandingOn.Place(id, 2025, books, posted.posting().entries().size());
      HandingOn handing =
          number == 1
              ? HandingOn.of(place, posted.whole(), divided)
              : HandingOn.again(place, posted.whole(), divided, ledger);
      ledger = ledger.with(posted.posting().entries()).with(handing.entries());
      postings.add(posted);
      handed.add(handing);
    }
    return new Life(ledger, postings, handed);
  }

  private static NavigableMap<String, Money> thirds(Money whole) {
    NavigableMap<String, Money> parts = new TreeMap<>();
    List<Money> split =
        whole.splitInProportion(List.of(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE));
    parts.put("A1", split.get(0));
    parts.put("111111111", split.get(1));
    parts.put("111111111|1234567893", split.get(2));
    return parts;
  }

  @Test
  @DisplayName("only what is another amount now is taken back and posted anew")
  void onlyWhatChanged() {
    Earned fee = new Earned("INFRASTRUCTURE", null, money("9600"));
    Life life =
        life(
            List.of(
                List.of(fee, new Earned("PRACTICE_TARGET", "111111111", money("6000"))),
                List.of(fee, new Earned("PRACTICE_TARGET", "111111111", money("5000"))),
                List.of(fee)),
            List.of(money("0"), money("0"), money("0")),
            whole -> new TreeMap<>(Map.of("A1", whole)));
    assertThat(life.ledger().entries())
        .filteredOn(entry -> entry.kind() != Kind.HANDED_ON)
        .extracting(entry -> entry.id() + " " + entry.kind() + " " + entry.reverses())
        .containsExactly(
            "2025-F1-1 PAYMENT null",
            "2025-F1-2 PAYMENT null",
            "2025-F2-1 REVERSAL 2025-F1-2",
            "2025-F2-2 PAYMENT null",
            "2025-F3-1 REVERSAL 2025-F2-2");
    assertThat(life.postings())
        .extracting(posted -> posted.posting().due().toString())
        .containsExactly("15600.00", "-1000.00", "-5000.00");
    assertThat(life.postings().get(1).direct()).containsEntry("111111111", money("-1000"));
    assertThat(life.postings().get(1).whole()).isEqualTo(Money.ZERO);
    assertThat(life.postings().get(1).posting().steps().getLast().formula())
        .isEqualTo("roundHalfUp(dueOfResult + paymentsDue, 2)");
  }

  @Test
  @DisplayName("without payments a posting is left as it is; a payment names its reason")
  void nothing() {
    Posting result = PostingRules.settlement("2025-F1", 2025, money("100"), null, EMPTY);
    assertThat(PaymentPosting.of("2025-F1", 2025, 2025, result, List.of(), EMPTY).posting())
        .isEqualTo(result);
    List<Line> lines =
        List.of(new Line(Account.PAYMENTS, money("1")), new Line(Account.DUE, money("-1")));
    assertThatThrownBy(() -> new Entry("x", Kind.PAYMENT, 2025, 2025, null, null, lines))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reason");
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43, 44, 45, 46, 47, 48})
  @DisplayName("balances stay zero, what is due moves by what is said, receivers have it all")
  void laws(long seed) {
    Random random = new Random(seed);
    List<List<Earned>> statements = new ArrayList<>();
    List<Money> results = new ArrayList<>();
    for (int number = 0; number < 5; number++) {
      List<Earned> earned = new ArrayList<>();
      for (String reason : List.of("FEE_THEN_SHARE", "PERFORMANCE_PAY", "PRACTICE_TARGET")) {
        if (random.nextInt(4) > 0) {
          String receiver = reason.startsWith("P") ? "11111111" + random.nextInt(3) : null;
          earned.add(new Earned(reason, receiver, Money.ofCents(random.nextInt(1_000_000))));
        }
      }
      statements.add(earned);
      results.add(Money.ofCents(random.nextInt(20_000_000) - 10_000_000));
    }
    Life life = life(statements, results, PaymentPostingTest::thirds);
    Money sum = life.ledger().trialBalance().values().stream().reduce(Money.ZERO, Money::plus);
    assertThat(sum).as("seed %d", seed).isEqualTo(Money.ZERO);
    Money due = Money.ZERO;
    for (int i = 0; i < life.postings().size(); i++) {
      PaymentPosting posted = life.postings().get(i);
      due = due.plus(posted.posting().due());
      Money direct = posted.direct().values().stream().reduce(Money.ZERO, Money::plus);
      assertThat(posted.whole().plus(direct)).isEqualTo(posted.posting().due());
      Money parts = life.handed().get(i).parts().values().stream().reduce(Money.ZERO, Money::plus);
      assertThat(parts).as("seed %d, statement %d", seed, i).isEqualTo(posted.whole());
    }
    assertThat(life.ledger().balance(Account.DUE)).isEqualTo(due.negated());
    Money last = statements.getLast().stream().map(Earned::amount).reduce(Money.ZERO, Money::plus);
    assertThat(life.ledger().balance(Account.PAYMENTS)).isEqualTo(last);
    Money ofParty =
        life.ledger().entries().stream()
            .flatMap(entry -> entry.lines().stream())
            .filter(line -> line.account() == Account.DUE && line.receiver() == null)
            .map(Line::debit)
            .reduce(Money.ZERO, Money::plus);
    assertThat(ofParty).as("all that is due is handed on").isEqualTo(Money.ZERO);
  }
}
