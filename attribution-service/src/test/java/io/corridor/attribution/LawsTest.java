package io.corridor.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.streams.StoreMeter;
import io.corridor.schemas.Assignment;
import io.corridor.schemas.AssignmentSpan;
import io.corridor.schemas.Candidate;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.Explanation;
import io.corridor.schemas.RosterValue;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of DESIGN section 3 on the real topology. */
class LawsTest {

  private static final List<String> TICKS =
      List.of("2025-03-01", "2025-08-01", "2026-01-01", "2026-05-01", "2026-09-01");

  private static List<Histories> histories(long seed) {
    List<Histories> members = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      members.add(Histories.of("m" + i, seed * 100 + i));
    }
    return members;
  }

  private static List<Histories.Change> all(List<Histories> members) {
    List<Histories.Change> changes = new ArrayList<>();
    members.forEach(member -> changes.addAll(member.changes));
    return changes;
  }

  /** Runs changes in an order of the seed, with the ticks at places of the seed. */
  private static Service run(List<Histories.Change> changes, long seed) {
    List<Histories.Change> order = new ArrayList<>(changes);
    Random random = new Random(seed);
    Collections.shuffle(order, random);
    Service service = new Service();
    int tick = 0;
    for (Histories.Change change : order) {
      if (tick < TICKS.size() && random.nextInt(order.size()) < TICKS.size()) {
        service.tick(TICKS.get(tick++), true);
      }
      service.feed(change);
    }
    return service.tick("2026-09-01", true).tick("2026-09-01", true);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  @DisplayName("L1: any order of the accepted changes and any places of the ticks end alike")
  void orderFree(long seed) {
    List<Histories.Change> changes = all(histories(seed));
    try (Service one = run(changes, seed);
        Service two = run(changes, seed + 1000);
        Service three = new Service().feed(changes).tick("2026-09-01", false)) {
      assertThat(one.current()).isNotEmpty().isEqualTo(two.current()).isEqualTo(three.current());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13})
  @DisplayName("L2, L6: a rebuilt service answers alike and publishes no roster row again")
  void replayIsLive(long seed) {
    List<Histories.Change> changes = all(histories(seed));
    try (Service live = run(changes, seed)) {
      List<RosterValue> published = live.driver.log(Topics.ROSTER);
      assertThat(published).isNotEmpty();
      assertThat(published.stream().map(row -> row.getEnvelope().getEntityId()))
          .doesNotHaveDuplicates();
      try (Service rebuilt = new Service()) {
        for (RosterValue row : published) {
          rebuilt.driver.feed(Topics.ROSTER, row.getEnvelope().getEntityId(), row.getBody());
        }
        rebuilt.feed(changes);
        rebuilt.driver.tick(LocalDate.parse("2025-03-01"), true);
        rebuilt.driver.tick(LocalDate.parse("2026-09-01"), true);
        assertThat(rebuilt.current()).isEqualTo(live.current());
        TreeSet<String> again = new TreeSet<>();
        rebuilt
            .driver
            .log(Topics.ROSTER)
            .forEach(row -> again.add(row.getEnvelope().getEntityId()));
        published.forEach(row -> assertThat(again).doesNotContain(row.getEnvelope().getEntityId()));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23})
  @DisplayName("L4: voiding everything leaves no current row")
  void retraction(long seed) {
    List<Histories> members = histories(seed);
    try (Service service = run(all(members), seed)) {
      members.forEach(member -> service.feed(member.voids()));
      assertThat(service.current()).isEmpty();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33, 34})
  @DisplayName("L5: every explanation recomputes from the claims by a plain recount")
  void explained(long seed) {
    List<Histories> members = histories(seed);
    try (Service service = run(all(members), seed)) {
      Map<String, SpecificRecord> explanations = service.driver.current(Topics.EXPLANATION);
      int byVisits = 0;
      for (SpecificRecord body : explanations.values()) {
        Explanation why = (Explanation) body;
        if ("PLURALITY_VISITS".equals(why.getMethod())) {
          Histories member = members.get(Integer.parseInt(why.getMember().substring(1)));
          assertThat(why.getPractices()).isEqualTo(recount(member, why, null));
          byVisits++;
          if (why.getAttributed()) {
            assertThat(why.getTin()).isEqualTo(why.getPractices().getFirst().getTin());
            assertThat(why.getClinicians()).isEqualTo(recount(member, why, why.getTin()));
            assertThat(why.getNpi()).isEqualTo(why.getClinicians().getFirst().getNpi());
          }
        }
      }
      assertThat(byVisits).isPositive();
      assertThat(monthsOfSpans(service)).isEqualTo(monthsOfExplanations(explanations));
    }
  }

  /** Counts again, from the claims that hold now, with loops. */
  private static List<Candidate> recount(Histories member, Explanation why, @Nullable String tin) {
    Map<String, TreeSet<LocalDate>> days = new TreeMap<>();
    Map<String, BigDecimal> allowed = new TreeMap<>();
    for (Claim claim : member.claims.values()) {
      LocalDate day = claim.getFrom();
      boolean counts =
          claim.getStatus() == ClaimStatus.PAID
              && !claim.getLines().getFirst().getHcpcs().equals("80053")
              && !day.isBefore(why.getWindowFrom())
              && day.isBefore(why.getWindowUntil())
              && (tin == null || claim.getBillingTin().equals(tin));
      if (counts) {
        String id =
            tin == null ? claim.getBillingTin() : claim.getLines().getFirst().getRenderingNpi();
        days.computeIfAbsent(id, any -> new TreeSet<>()).add(day);
        allowed.merge(id, claim.getLines().getFirst().getAllowed(), BigDecimal::add);
      }
    }
    return days.entrySet().stream()
        .map(entry ->
            new Candidate(
                tin == null ? entry.getKey() : tin,
                tin == null ? null : entry.getKey(),
                entry.getValue().size(),
                entry.getValue().last(),
                allowed.get(entry.getKey())))
        .sorted(
            Comparator.comparing(Candidate::getVisits)
                .thenComparing(Candidate::getLastVisit)
                .thenComparing(Candidate::getAllowed)
                .reversed()
                .thenComparing(c -> tin == null ? c.getTin() : c.getNpi()))
        .limit(5)
        .toList();
  }

  private static Map<String, String> monthsOfSpans(Service service) {
    Map<String, String> months = new TreeMap<>();
    for (SpecificRecord body : service.driver.current(Topics.ASSIGNMENT).values()) {
      Assignment held = (Assignment) body;
      for (AssignmentSpan span : held.getSpans()) {
        LocalDate until = span.getUntil() == null ? LocalDate.parse("2026-10-01") : span.getUntil();
        for (YearMonth month = YearMonth.from(span.getFrom());
            month.atDay(1).isBefore(until);
            month = month.plusMonths(1)) {
          months.put(held.getMember() + "|" + month, span.getTin() + "|" + span.getNpi());
        }
      }
    }
    return months;
  }

  private static Map<String, String> monthsOfExplanations(Map<String, SpecificRecord> bodies) {
    Map<String, String> months = new TreeMap<>();
    for (SpecificRecord body : bodies.values()) {
      Explanation why = (Explanation) body;
      if (why.getAttributed()) {
        months.put(why.getMember() + "|" + why.getMonth(), why.getTin() + "|" + why.getNpi());
      }
    }
    return months;
  }

  @Test
  @DisplayName("L9: the 2,000th claim of a member reads and writes as many rows as the 200th")
  void flatCost() {
    assertFlatCost(200, 2_000);
  }

  @Test
  @Tag("acceptance")
  @DisplayName("L9: the 10,000th claim of a member reads and writes as many rows as the 1,000th")
  void flatCostOfManyClaims() {
    assertFlatCost(1_000, 10_000);
  }

  private static void assertFlatCost(int few, int many) {
    try (Service service = new Service()) {
      LocalDate first = LocalDate.parse("2024-09-01");
      Histories.Change coverage =
          new Histories.Change(
              Topics.ENROLLMENT,
              "m|P1|cov",
              IntakeRecords.change(null, Records.coverage("cov", first, null, first)));
      service.feed(coverage).tick("2025-02-01", false);
      StoreMeter.Counts early = cost(service, 0, few);
      StoreMeter.Counts last = cost(service, few, many);
      assertThat(last.rowsRead()).isEqualTo(early.rowsRead());
      assertThat(last.rowsWritten()).isEqualTo(early.rowsWritten());
      assertThat(last.bytesWritten()).isLessThan(early.bytesWritten() * 11 / 10);
    }
  }

  /** Feeds claims over the same days and practices; the cost of the last one. */
  private static StoreMeter.Counts cost(Service service, int from, int until) {
    StoreMeter.Counts before = service.driver.storeCounts();
    for (int i = from; i < until; i++) {
      before = service.driver.storeCounts();
      LocalDate day = LocalDate.parse("2025-01-01").plusDays(i % 10);
      Claim claim =
          Records.visit(
              "c" + i,
              ClaimStatus.PAID,
              day,
              i % 2 == 0 ? Records.T1 : Records.T2,
              Records.N1,
              "99213",
              "90.00",
              day);
      service.feed(
          new Histories.Change(Topics.CLAIM, "m|P1|c" + i, IntakeRecords.change(null, claim)));
    }
    return service.driver.storeCounts().since(before);
  }
}
