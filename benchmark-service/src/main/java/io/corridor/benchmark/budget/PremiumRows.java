package io.corridor.benchmark.budget;

import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.money.Money;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.FactChange;
import io.corridor.common.streams.Part;
import io.corridor.common.streams.Subject;
import io.corridor.schemas.PremiumValue;
import io.corridor.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Premiums of contracts. Their subject is the contract, which no member is called: its rows {@code
 * premium|contract|month} hold premium, taxes and fees in cents, and say nothing but what they
 * contribute to the contract's sums.
 */
final class PremiumRows {

  private static final String PREMIUM = "premium|";

  private PremiumRows() {}

  /** Premium of a month, and taxes and fees in it. */
  record Premium(Money premium, Money taxesAndFees) {

    static Premium of(long[] sum) {
      return new Premium(Money.ofCents(sum[0]), Money.ofCents(sum[1]));
    }
  }

  static FactChange change(PremiumValue value) {
    io.corridor.schemas.Premium premium = value.getBody();
    String cents =
        Money.of(premium.getPremium()).cents() + "|" + Money.of(premium.getTaxesAndFees()).cents();
    return FactChange.replace(
        value.getEnvelope(),
        PREMIUM + premium.getContract() + "|" + premium.getMonth(),
        cents.getBytes(StandardCharsets.UTF_8));
  }

  /** What the premiums of a contract contribute; nothing for a member. */
  static List<Answer> answers(Subject subject, Rows rows) {
    Set<String> keys =
        subject.everything()
            ? rows.startingWith(PREMIUM).stream()
                .map(Row::key)
                .collect(Collectors.toCollection(TreeSet::new))
            : subject.touched().stream()
                .filter(key -> key.startsWith(PREMIUM))
                .collect(Collectors.toCollection(TreeSet::new));
    List<Answer> answers = new ArrayList<>();
    for (String key : keys) {
      Row name = Row.empty(key);
      String contract = name.part(1);
      String month = name.part(2);
      String answer = String.join("|", contract, BudgetKey.PREMIUM, month);
      answers.add(
          rows.find(key)
              .map(row ->
                  Answer.silent(
                      Topics.MEMBER_MONTH,
                      answer,
                      "",
                      List.of(
                          new Part(
                              new BudgetKey(contract, BudgetKey.PREMIUM, contract, month).text(),
                              amounts(row)))))
              .orElseGet(() ->
                  Answer.none(Topics.MEMBER_MONTH, answer, "", LocalDate.parse(month + "-01"))));
    }
    return answers;
  }

  private static long[] amounts(Row row) {
    Row cents = Row.empty(row.text());
    return new long[] {Long.parseLong(cents.part(0)), Long.parseLong(cents.part(1))};
  }
}
