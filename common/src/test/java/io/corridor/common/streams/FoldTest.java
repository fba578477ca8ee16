package io.corridor.common.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.facts.Fact;
import io.corridor.schemas.Budget;
import io.corridor.schemas.CashCell;
import io.corridor.schemas.ClaimChange;
import io.corridor.schemas.ClaimValue;
import io.corridor.schemas.Op;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** The fold with a stage that only adds cents: what holds here holds for every service. */
class FoldTest {

  private static final String MEMBER = "m1";

  /** Adds the cash cells of claim changes by month; answers a budget row a month; totals them. */
  private static final class Adding implements Stage {
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
      return List.of(Source.of(Topics.CLAIM, Adding::facts));
    }

    private static FactChange facts(ClaimValue value) {
      List<Fact> facts = new ArrayList<>();
      for (CashCell cell : value.getBody().getCash()) {
        facts.add(
            Fact.of(
                "cost|" + cell.getServiceMonth(), cell.getPaid().movePointRight(2).longValue()));
      }
      return FactChange.of("P1", Instant.EPOCH, List.of(), facts);
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

  private static ClaimChange cash(String month, String dollars) {
    return ClaimChange.newBuilder()
        .setCash(
            List.of(
                new CashCell(month, month, new BigDecimal(dollars), new BigDecimal("0.00"), null)))
        .build();
  }

  private static String paid(Map<String, SpecificRecord> current, String key) {
    return budget(current, key).getPaid().toPlainString();
  }

  private static Budget budget(Map<String, SpecificRecord> current, String key) {
    return (Budget) Objects.requireNonNull(current.get(key), key);
  }

  @Test
  void answersFollowFactsAndTotalsFollowAnswers() {
    try (FoldDriver driver = new FoldDriver(new Adding())) {
      driver.tick(LocalDate.of(2025, 2, 1), false);
      driver.feed(Topics.CLAIM, "m1|P|a", cash("2025-01", "10.25"));
      driver.feed(Topics.CLAIM, "m2|P|b", cash("2025-01", "5.00"));
      driver.feed(Topics.CLAIM, "m1|P|c", cash("2025-01", "-0.25"));
      Map<String, SpecificRecord> current = driver.current(Topics.BUDGET);
      assertThat(paid(current, "m1|2025-01")).isEqualTo("10.00");
      assertThat(paid(current, "C1|TIN|T1|2025-01")).isEqualTo("15.00");
      assertThat(paid(current, "C1|CONTRACT|C1|2025-01")).isEqualTo("15.00");
    }
  }

  @Test
  void beforeTheFirstTickNothingIsAnsweredAndTheFirstTickAnswersAll() {
    try (FoldDriver driver = new FoldDriver(new Adding())) {
      for (int i = 0; i < 1_200; i++) {
        driver.feed(Topics.CLAIM, "m" + i + "|P|a", cash("2025-01", "1.00"));
      }
      assertThat(driver.log(Topics.BUDGET)).isEmpty();
      driver.tick(LocalDate.of(2025, 2, 1), false);
      assertThat(paid(driver.current(Topics.BUDGET), "C1|CONTRACT|C1|2025-01"))
          .as("more members than a slice holds")
          .isEqualTo("1200.00");
    }
  }

  @Test
  void totalsSayUpToWhichBusinessDateTheyAreComplete() {
    try (FoldDriver driver = new FoldDriver(new Adding())) {
      driver.feed(Topics.CLAIM, "m1|P|a", cash("2025-01", "1.00"));
      driver.tick(LocalDate.of(2025, 2, 1), false);
      driver.tick(LocalDate.of(2025, 3, 1), false);
      Budget total = budget(driver.current(Topics.BUDGET), "C1|CONTRACT|C1|2025-01");
      assertThat(total.getCompleteTo()).isEqualTo(LocalDate.of(2025, 3, 1));
      assertThat(driver.log(Topics.PROGRESS)).hasSize(2);
    }
  }

  @Test
  void lawL1_anyOrderEndsInTheSameBodies() {
    long seed = 20260101;
    List<ClaimChange> changes = new ArrayList<>();
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      changes.add(
          cash("2025-0" + (1 + random.nextInt(9)), (random.nextInt(20_000) - 5_000) / 100 + ".00"));
    }
    Map<String, SpecificRecord> first = run(changes);
    Collections.shuffle(changes, random);
    assertThat(run(changes)).as("seed " + seed).isEqualTo(first);
  }

  private static Map<String, SpecificRecord> run(List<ClaimChange> changes) {
    try (FoldDriver driver = new FoldDriver(new Adding())) {
      driver.tick(LocalDate.of(2025, 2, 1), false);
      changes.forEach(change -> driver.feed(Topics.CLAIM, MEMBER + "|P|x", change));
      driver.tick(LocalDate.of(2025, 12, 1), false);
      return driver.current(Topics.BUDGET);
    }
  }

  @Test
  void versionsGrowByOneAndUnchangedAnswersAreNotWritten() {
    try (FoldDriver driver = new FoldDriver(new Adding())) {
      driver.tick(LocalDate.of(2025, 2, 1), false);
      driver.feed(Topics.CLAIM, "m1|P|a", cash("2025-01", "10.00"));
      driver.feed(Topics.CLAIM, "m1|P|b", cash("2025-01", "0.00"));
      driver.feed(Topics.CLAIM, "m1|P|c", cash("2025-01", "1.00"));
      List<Long> versions =
          driver.log(Topics.BUDGET).stream()
              .filter(value -> value.getEnvelope().getEntityId().equals("m1|2025-01"))
              .map(value -> value.getEnvelope().getVersion())
              .toList();
      assertThat(versions).containsExactly(1L, 2L);
      assertThat(driver.log(Topics.BUDGET).getFirst().getEnvelope().getOp()).isEqualTo(Op.CREATE);
    }
  }

  @Test
  void aRecordThatFailsThreeTimesGoesToTheDeadLettersUnchanged() {
    try (FoldDriver driver = new FoldDriver(new Adding())) {
      byte[] broken = "not avro".getBytes(StandardCharsets.UTF_8);
      assertThatThrownBy(() -> driver.feedBytes(Topics.CLAIM, "m1|P|a", broken))
          .hasStackTraceContaining("SerdeException");
      assertThat(driver.raw(Topics.deadLetter("benchmark"))).isEmpty();
    }
  }
}
