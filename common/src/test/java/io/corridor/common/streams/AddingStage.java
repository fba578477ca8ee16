package io.corridor.common.streams;

import io.corridor.common.facts.Fact;
import io.corridor.schemas.Budget;
import io.corridor.schemas.CashCell;
import io.corridor.schemas.ClaimValue;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Adds the cash cells of claim changes by month; answers a budget row a month; totals them. A cell
 * paid in {@link #TAKEN_BACK} is taken back.
 */
final class AddingStage implements Stage {
  /** Month of payment of a cell whose fact is taken back. */
  static final String TAKEN_BACK = "0001-01";

  @Override
  public String service() {
    return "benchmark";
  }

  @Override
  public String ruleVersion() {
    return "test-1";
  }

  @Override
  public List<Source<?>> sources() {
    return List.of(Source.of(Topics.CLAIM, AddingStage::facts));
  }

  private static FactChange facts(ClaimValue value) {
    List<Fact> before = new ArrayList<>();
    List<Fact> after = new ArrayList<>();
    for (CashCell cell : value.getBody().getCash()) {
      List<Fact> facts = cell.getPaidMonth().equals(TAKEN_BACK) ? before : after;
      facts.add(
          Fact.of("cost|" + cell.getServiceMonth(), cell.getPaid().movePointRight(2).longValue()));
    }
    return FactChange.of("P1", Instant.EPOCH, before, after);
  }

  @Override
  public List<Reference<?>> references() {
    return List.of();
  }

  @Override
  public List<Topic<?>> outputs() {
    return List.of(Topics.BUDGET, Topics.MEMBER_MONTH);
  }

  @Override
  public Derivation derive(Subject subject, World world) {
    if (world.businessDate().isEmpty()) {
      return Derivation.of(List.of());
    }
    LocalDate today = world.businessDate().get();
    List<Answer> answers = new ArrayList<>();
    subject
        .rows()
        .startingWith("cost|")
        .forEach(row ->
            answers.add(
                Answer.of(
                    Topics.BUDGET,
                    subject.id() + "|" + row.part(1),
                    body(subject.id(), row.part(1), row.sum(0), null),
                    "P1",
                    today,
                    List.of(new Part("C1|TIN|T1|" + row.part(1), new long[] {row.sum(0), 1})))));
    subject.answerKeys(Topics.BUDGET).stream()
        .filter(key -> answers.stream().noneMatch(answer -> answer.key().equals(key)))
        .toList()
        .forEach(key -> answers.add(Answer.none(Topics.BUDGET, key, "P1", today)));
    return new Derivation(answers, List.of(), List.of(), today.plusDays(1), Set.of("payer=P1"));
  }

  @Override
  public Optional<Totals> totals() {
    return Optional.of(
        new Totals() {
          @Override
          public List<String> rollUps(String partKey) {
            return List.of(partKey, "C1|CONTRACT|C1|" + Keys.last(partKey));
          }

          @Override
          public List<String> outputs(String totalKey, World world) {
            return List.of(totalKey);
          }

          @Override
          public Optional<Answer> derive(String key, Sums sums, World world) {
            return Optional.of(
                Answer.of(
                    Topics.BUDGET,
                    key,
                    body("total", key, sums.sum(key)[0], sums.completeTo().orElse(null)),
                    "P1",
                    LocalDate.EPOCH,
                    List.of()));
          }
        });
  }

  private static Budget body(
      String id, String period, long cents, @org.jspecify.annotations.Nullable LocalDate to) {
    BigDecimal money = BigDecimal.valueOf(cents, 2);
    BigDecimal none = new BigDecimal("0.00");
    return Budget.newBuilder()
        .setContract("C1")
        .setLevel("TIN")
        .setId(id)
        .setPeriod(period)
        .setMembers(1)
        .setMemberMonths(new BigDecimal("1.000000"))
        .setAllowed(money)
        .setPaid(money)
        .setInScope(none)
        .setCounted(none)
        .setBudget(none)
        .setVariance(none)
        .setInsidePaid(none)
        .setUnpricedLines(0)
        .setCategories(List.of())
        .setCompleteTo(to)
        .build();
  }
}
