package io.corridor.common.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.schemas.Budget;
import io.corridor.schemas.BudgetValue;
import io.corridor.schemas.CashCell;
import io.corridor.schemas.ClaimChange;
import io.corridor.schemas.Op;
import io.corridor.schemas.topic.IdentityTopics;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Merged members with a stage that only adds cents: what holds here holds for every service. */
class HomingTest {

  private static final LocalDate TODAY = LocalDate.of(2025, 12, 1);

  private static void pay(FoldDriver driver, String member, String month, String dollars) {
    driver.feed(Topics.CLAIM, member + "|P|x", cash(month, dollars));
  }

  private static ClaimChange cash(String month, String dollars) {
    return ClaimChange.newBuilder()
        .setCash(
            List.of(
                new CashCell(month, month, new BigDecimal(dollars), new BigDecimal("0.00"), null)))
        .build();
  }

  /** Paid dollars by key: members' months and the contract's. */
  private static Map<String, String> paid(FoldDriver driver) {
    Map<String, String> paid = new TreeMap<>();
    driver
        .current(Topics.BUDGET)
        .forEach((key, body) -> paid.put(key, ((Budget) body).getPaid().toPlainString()));
    return paid;
  }

  private static Map<String, String> members(FoldDriver driver) {
    Map<String, String> paid = paid(driver);
    paid.keySet().removeIf(key -> key.startsWith("C1|"));
    return paid;
  }

  private static void play(Consumer<FoldDriver> steps) {
    try (FoldDriver driver = new FoldDriver(new AddingStage())) {
      driver.tick(TODAY, false);
      steps.accept(driver);
    }
  }

  @Test
  @DisplayName("a merge moves what is known, the root answers the sum, the member's answers end")
  void merge() {
    play(driver -> {
      pay(driver, "A", "2025-01", "10.00");
      pay(driver, "A", "2025-02", "20.00");
      pay(driver, "B", "2025-01", "1.00");
      driver.identify("A", "B");
      assertThat(members(driver)).isEqualTo(Map.of("B|2025-01", "11.00", "B|2025-02", "20.00"));
      assertThat(paid(driver)).containsEntry("C1|CONTRACT|C1|2025-01", "11.00");
      BudgetValue end =
          driver.log(Topics.BUDGET).stream()
              .filter(value -> value.getEnvelope().getEntityId().equals("A|2025-02"))
              .reduce((first, last) -> last)
              .orElseThrow();
      assertThat(end.getEnvelope().getOp()).isEqualTo(Op.END);
      assertThat(end.getEnvelope().getCause().getTopic()).isEqualTo(IdentityTopics.MEMBER.name());
    });
  }

  @Test
  @DisplayName("merged before any claim; claims under the old id later count for the root")
  void mergedFirst() {
    play(driver -> {
      driver.identify("A", "B");
      pay(driver, "A", "2025-01", "10.00");
      assertThat(members(driver)).isEqualTo(Map.of("B|2025-01", "10.00"));
      pay(driver, "B", "2025-01", "0.50");
      pay(driver, "A", "2025-01", "-10.00");
      assertThat(members(driver)).isEqualTo(Map.of("B|2025-01", "0.50"));
    });
  }

  @Test
  @DisplayName("an unmerge takes the origin away, later claims included, and clears its rows")
  void unmerge() {
    play(driver -> {
      pay(driver, "A", "2025-01", "10.00");
      pay(driver, "B", "2025-01", "1.00");
      driver.identify("A", "B");
      pay(driver, "A", "2025-03", "30.00");
      driver.identify("A", "A");
      assertThat(members(driver))
          .isEqualTo(Map.of("A|2025-01", "10.00", "A|2025-03", "30.00", "B|2025-01", "1.00"));
      assertThat(driver.storeKeys()).noneMatch(key -> key.startsWith("o|"));
      pay(driver, "A", "2025-03", "5.00");
      assertThat(members(driver))
          .containsEntry("A|2025-03", "35.00")
          .doesNotContainKey("B|2025-03");
    });
  }

  @Test
  @DisplayName("merged of merged: every origin moves on to the new root, in either order")
  void chain() {
    for (List<String> order : List.of(List.of("A", "B"), List.of("B", "A"))) {
      play(driver -> {
        pay(driver, "A", "2025-01", "10.00");
        pay(driver, "B", "2025-01", "1.00");
        pay(driver, "C", "2025-01", "0.10");
        driver.identify("A", "B");
        order.forEach(member -> driver.identify(member, "C"));
        assertThat(members(driver)).isEqualTo(Map.of("C|2025-01", "11.10"));
        driver.identify("B", "B");
        driver.identify("A", "B");
        assertThat(members(driver)).isEqualTo(Map.of("B|2025-01", "11.00", "C|2025-01", "0.10"));
      });
    }
  }

  @Test
  @DisplayName("there and back again and there: no row counts twice")
  void thereAndBack() {
    play(driver -> {
      pay(driver, "A", "2025-01", "10.00");
      for (String root : List.of("B", "A", "B", "C", "B", "B")) {
        driver.identify("A", root);
        pay(driver, "A", "2025-01", "1.00");
      }
      assertThat(members(driver)).isEqualTo(Map.of("B|2025-01", "16.00"));
    });
  }

  @Test
  @DisplayName("the same identity again changes and writes nothing")
  void duplicate() {
    play(driver -> {
      pay(driver, "A", "2025-01", "10.00");
      driver.identify("A", "B");
      int written = driver.log(Topics.BUDGET).size();
      driver.identify("A", "B");
      driver.identify("D", "D");
      assertThat(driver.log(Topics.BUDGET)).hasSize(written);
      assertThat(members(driver)).isEqualTo(Map.of("B|2025-01", "10.00"));
    });
  }

  @Test
  @DisplayName("L4: merged and then voided, everything ends and no row is left")
  void everythingEnds() {
    play(driver -> {
      pay(driver, "A", "2025-01", "10.00");
      pay(driver, "B", "2025-02", "1.00");
      driver.identify("A", "B");
      takeBack(driver, "A", "2025-01", "10.00");
      takeBack(driver, "B", "2025-02", "1.00");
      assertThat(members(driver)).isEmpty();
      assertThat(driver.storeKeys()).noneMatch(key -> key.startsWith("o|") || key.startsWith("m|"));
      driver.identify("A", "A");
      assertThat(members(driver)).isEmpty();
    });
  }

  private static void takeBack(FoldDriver driver, String member, String month, String dollars) {
    CashCell cell =
        new CashCell(
            AddingStage.TAKEN_BACK, month, new BigDecimal(dollars), new BigDecimal("0.00"), null);
    driver.feed(
        Topics.CLAIM, member + "|P|x", ClaimChange.newBuilder().setCash(List.of(cell)).build());
  }

  @Test
  @DisplayName("more rows than a slice: half a person is never answered for")
  void slices() {
    play(driver -> {
      YearMonth first = YearMonth.of(1900, 1);
      int months = 2 * Home.SLICE_ROWS + 200;
      List<CashCell> cells = new ArrayList<>();
      for (int i = 0; i < months; i++) {
        cells.addAll(cash(first.plusMonths(i).toString(), "1.00").getCash());
      }
      driver.feed(Topics.CLAIM, "A|P|x", ClaimChange.newBuilder().setCash(cells).build());
      pay(driver, "B", first.toString(), "1.00");
      int before = driver.log(Topics.BUDGET).size();
      driver.identify("A", "B");
      assertThat(members(driver))
          .hasSize(months)
          .allSatisfy((key, dollars) ->
              assertThat(dollars).isEqualTo(key.equals("B|1900-01") ? "2.00" : "1.00"));
      assertThat(
              driver.log(Topics.BUDGET).subList(before, driver.log(Topics.BUDGET).size()).stream()
                  .filter(value -> value.getEnvelope().getEntityId().startsWith("B|")))
          .as("one write a month")
          .hasSize(months);
      driver.identify("A", "A");
      assertThat(driver.storeKeys()).noneMatch(key -> key.startsWith("o|"));
    });
  }

  @Test
  @DisplayName("a slice that comes again after a crash changes nothing, a stale one even less")
  void repeatedSlices() {
    play(driver -> {
      pay(driver, "A", "2025-01", "10.00");
      driver.identify("A", "B");
      Map<String, String> expected = paid(driver);
      long moved = driver.log(IdentityTopics.MEMBER).size();
      for (long generation = 0; generation < 6 + moved; generation++) {
        LoopMessage again = new LoopMessage.MoveOn("A", generation, "");
        driver.feedBytes(Topics.loop("benchmark"), "0|", again.toBytes());
      }
      assertThat(paid(driver)).isEqualTo(expected);
      driver.feedBytes(
          IdentityTopics.homing("benchmark"),
          "B|A",
          new HomingMessage.Withdrawn(0, Instant.EPOCH).toBytes());
      assertThat(paid(driver)).as("withdrawn is another move").isEqualTo(expected);
    });
  }

  @Test
  @DisplayName("messages read back as they were written")
  void messages() {
    for (LoopMessage message :
        List.of(
            new LoopMessage.MoveOn("A", 3, ""),
            new LoopMessage.MoveOn("A", 3, "visit|2025-01-01|x"),
            new LoopMessage.ClearOn("o|B|A|3|"))) {
      assertThat(LoopMessage.fromBytes(message.toBytes())).isEqualTo(message);
    }
    HomingMessage.Moved moved =
        new HomingMessage.Moved(
            7,
            Instant.EPOCH.plusSeconds(9),
            true,
            Map.of("a|1", Optional.of(new byte[] {1, 2}), "b", Optional.empty()));
    HomingMessage.Moved read = (HomingMessage.Moved) HomingMessage.fromBytes(moved.toBytes());
    assertThat(read.generation()).isEqualTo(7);
    assertThat(read.knownAt()).isEqualTo(moved.knownAt());
    assertThat(read.complete()).isTrue();
    assertThat(read.rows().get("a|1")).get().isEqualTo(new byte[] {1, 2});
    assertThat(read.rows().get("b")).isEmpty();
  }

  @Test
  @DisplayName("what is kept about a subject reads back, with ties and without")
  void states() {
    SubjectState plain =
        new SubjectState(Instant.EPOCH, TODAY, java.util.Set.of("a", "b"), Ties.NONE);
    assertThat(SubjectState.fromBytes(plain.toBytes())).isEqualTo(plain);
    SubjectState root = plain.with(Ties.NONE.with("M1", 4).with("M2", 9));
    assertThat(SubjectState.fromBytes(root.toBytes())).isEqualTo(root);
    SubjectState merged = plain.with(null, java.util.Set.of()).with(Ties.NONE.under("R", 5, TODAY));
    assertThat(SubjectState.fromBytes(merged.toBytes())).isEqualTo(merged);
  }

  /** A step of a random history: a claim, or who somebody is now. */
  private record Step(String member, String what, boolean identity) {}

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {20251122, 20251123, 20251124, 20251125})
  @DisplayName("L1: as if every record had named the root from the start, in any order")
  void asIfFromTheStart(long seed) {
    Random random = new Random(seed);
    List<Step> claims = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String month = "2025-0" + (1 + random.nextInt(5));
      String cents = month + ' ' + random.nextInt(9_000) / 100 + "." + (10 + random.nextInt(80));
      claims.add(new Step("M" + random.nextInt(5), cents, false));
    }
    Map<String, String> roots = new TreeMap<>();
    List<Step> identities = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      String member = "M" + random.nextInt(4);
      String root = random.nextInt(3) == 0 ? member : "M" + (2 + random.nextInt(3));
      identities.add(new Step(member, root, true));
      roots.put(member, root);
    }
    // The resolver's last word has roots that are their own.
    for (String member : List.of("M2", "M3")) {
      identities.add(new Step(member, member, true));
      roots.put(member, member);
    }
    Map<String, String> expected = outcome(claims, member -> roots.getOrDefault(member, member));
    for (int round = 0; round < 3; round++) {
      List<Step> mixed = new ArrayList<>(claims);
      Collections.shuffle(mixed, random);
      int at = 0;
      for (Step identity : identities) {
        at += random.nextInt(1 + mixed.size() - at);
        mixed.add(at++, identity);
      }
      assertThat(outcome(mixed, UnaryOperator.identity())).as("seed " + seed).isEqualTo(expected);
    }
  }

  private static Map<String, String> outcome(List<Step> steps, UnaryOperator<String> member) {
    Map<String, String> result = new TreeMap<>();
    play(driver -> {
      for (Step step : steps) {
        if (step.identity()) {
          driver.identify(step.member(), step.what());
        } else {
          String[] claim = step.what().split(" ");
          pay(driver, member.apply(step.member()), claim[0], claim[1]);
        }
      }
      driver.tick(TODAY.plusMonths(1), false);
      result.putAll(paid(driver));
    });
    return result;
  }

  @Test
  @DisplayName("L9: the 350th claim of a merged member reads and writes what the 50th did")
  void flat() {
    play(driver -> {
      driver.identify("A", "B");
      for (int i = 0; i < 50; i++) {
        pay(driver, "A", "2025-01", "1.00");
      }
      StoreMeter.Counts start = driver.storeCounts();
      pay(driver, "A", "2025-01", "1.00");
      StoreMeter.Counts early = driver.storeCounts().since(start);
      for (int i = 0; i < 300; i++) {
        pay(driver, "A", "2025-01", "1.00");
      }
      StoreMeter.Counts late = driver.storeCounts();
      pay(driver, "A", "2025-01", "1.00");
      StoreMeter.Counts then = driver.storeCounts().since(late);
      assertThat(then.rowsRead()).isEqualTo(early.rowsRead());
      assertThat(then.rowsWritten()).isEqualTo(early.rowsWritten());
      assertThat(then.bytesWritten())
          .as("offsets and versions in envelopes grow by a digit")
          .isLessThan(early.bytesWritten() * 105 / 100);
    });
  }

  @Test
  @DisplayName("a member without ties reads and writes what it did before there were merges")
  void untied() {
    try (FoldDriver driver = new FoldDriver(new AddingStage())) {
      driver.tick(TODAY, false);
      pay(driver, "A", "2025-01", "1.00");
      assertThat(driver.storeKeys()).noneMatch(key -> key.startsWith("o|"));
      Map<String, SpecificRecord> current = driver.current(Topics.BUDGET);
      assertThat(current).containsKey("A|2025-01");
    }
  }
}
