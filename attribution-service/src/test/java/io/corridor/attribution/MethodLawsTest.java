package io.corridor.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.streams.StoreMeter;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.Explanation;
import io.corridor.schemas.Participant;
import io.corridor.schemas.RosterValue;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of DESIGN section 3 on the real topology, for the methods beyond A and B. */
class MethodLawsTest {

  private static final List<List<String>> CONTRACTS =
      List.of(
          List.of("MOST_RECENT_VISIT"),
          List.of("MSSP"),
          List.of("WELLNESS", "PLURALITY_VISITS", "SPECIALIST_FALLBACK"),
          List.of("HYBRID"),
          List.of("REACH_WEIGHTED"));
  private static final List<String> SPECIALTIES = List.of("08", "11", "50", "06", "06");
  private static final String LAST_DAY = "2026-09-01";

  static Stream<Arguments> contractsAndSeeds() {
    return CONTRACTS.stream()
        .flatMap(methods -> Stream.of(41L, 42L).map(seed -> Arguments.of(methods, seed)));
  }

  static Stream<List<String>> contracts() {
    return CONTRACTS.stream();
  }

  private static List<Histories> histories(long seed) {
    List<Histories> members = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      members.add(Histories.of("m" + i, seed * 100 + i, SPECIALTIES));
    }
    return members;
  }

  private static List<Histories.Change> all(List<Histories> members) {
    return members.stream().flatMap(member -> member.changes.stream()).toList();
  }

  /** Runs changes in an order of the seed, half of them before the year 2025 has ended. */
  private static Service run(List<String> methods, List<Histories.Change> changes, long seed) {
    List<Histories.Change> order = new ArrayList<>(changes);
    Collections.shuffle(order, new Random(seed));
    Service service = new Service(methods);
    int half = order.size() / 2;
    service.tick("2025-03-01", true).feed(order.subList(0, half)).tick("2025-12-15", true);
    return service
        .tick("2026-01-01", true)
        .feed(order.subList(half, order.size()))
        .tick(LAST_DAY, true);
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("contractsAndSeeds")
  @DisplayName("L1: any order of the accepted changes ends alike")
  void orderFree(List<String> methods, long seed) {
    List<Histories.Change> changes = all(histories(seed));
    try (Service one = run(methods, changes, seed);
        Service two = run(methods, changes, seed + 1000);
        Service three = new Service(methods).feed(changes).tick(LAST_DAY, false)) {
      assertThat(one.current()).isNotEmpty().isEqualTo(two.current()).isEqualTo(three.current());
    }
  }

  @Test
  @DisplayName("L1: the terms of another ACO change the comparison whenever they come")
  void anotherAcoComesLate() {
    List<Histories.Change> changes = all(histories(43));
    ContractTerms other =
        ContractTerms.newBuilder(Records.terms(1, "2020-01-01", List.of("MSSP")))
            .setContract("C2")
            .setAco("A2")
            .setParticipants(
                List.of(new Participant(Records.T3, null, LocalDate.of(2020, 1, 1), null)))
            .build();
    try (Service late = new Service(List.of("MSSP"));
        Service early = new Service(List.of("MSSP"))) {
      Map<String, SpecificRecord> alone = late.feed(changes).tick(LAST_DAY, false).current();
      late.driver.feed(Topics.TERMS, "C2|1", other);
      late.tick(LAST_DAY, false);
      early.driver.feed(Topics.TERMS, "C2|1", other);
      early.feed(changes).tick(LAST_DAY, false);
      assertThat(late.current()).isEqualTo(early.current());
      assertThat(late.current().keySet()).containsAll(alone.keySet());
      assertThat(late.current()).isNotEqualTo(alone);
      assertThat(late.current().values().stream().map(MethodLawsTest::entities))
          .anyMatch(entities -> entities.contains("A2"));
    }
  }

  private static Set<String> entities(SpecificRecord body) {
    Set<String> entities = new TreeSet<>();
    if (body instanceof Explanation why) {
      why.getCharges().forEach(charges -> entities.add(charges.getEntity()));
    }
    return entities;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contracts")
  @DisplayName("L2, L6: a rebuilt service answers alike and publishes no roster row again")
  void replayIsLive(List<String> methods) {
    long seed = 42;
    List<Histories.Change> changes = all(histories(seed));
    try (Service live = run(methods, changes, seed);
        Service rebuilt = new Service(methods)) {
      List<RosterValue> published = live.driver.log(Topics.ROSTER);
      Set<String> once = new TreeSet<>();
      published.forEach(row -> assertThat(once.add(row.getEnvelope().getEntityId())).isTrue());
      published.forEach(row ->
          rebuilt.driver.feed(Topics.ROSTER, row.getEnvelope().getEntityId(), row.getBody()));
      rebuilt.feed(changes);
      rebuilt.driver.tick(LocalDate.parse("2025-03-01"), true);
      rebuilt.driver.tick(LocalDate.parse(LAST_DAY), true);
      assertThat(rebuilt.current()).isNotEmpty().isEqualTo(live.current());
      assertThat(rebuilt.driver.log(Topics.ROSTER))
          .noneMatch(row -> once.contains(row.getEnvelope().getEntityId()));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contracts")
  @DisplayName("L4: voiding everything leaves no current row")
  void retraction(List<String> methods) {
    long seed = 42;
    List<Histories> members = histories(seed);
    try (Service service = run(methods, all(members), seed)) {
      members.forEach(member -> service.feed(member.voids()));
      assertThat(service.current()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("contractsAndSeeds")
  @DisplayName("L5: every winner recomputes from the claims by a plain recount")
  void explained(List<String> methods, long seed) {
    List<Histories> members = histories(seed);
    try (Service service = run(methods, all(members), seed)) {
      int counted = 0;
      for (SpecificRecord body : service.driver.current(Topics.EXPLANATION).values()) {
        Explanation why = (Explanation) body;
        if (why.getMethod() != null && Recount.knows(why)) {
          Histories member = members.get(Integer.parseInt(why.getMember().substring(1)));
          assertThat(why.getAttributed() ? why.getTin() : "nobody")
              .as(why.getMember() + " " + why.getMonth() + " " + why.getBasis())
              .isEqualTo(Recount.winner(member.claims.values(), why));
          assertThat(why.getWhatWouldChange()).isNotEmpty();
          counted++;
        }
      }
      assertThat(counted).isPositive();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contracts")
  @DisplayName("L9: the 600th claim of a member reads and writes as many rows as the 60th")
  void flatCost(List<String> methods) {
    try (Service service = new Service(methods)) {
      LocalDate first = LocalDate.parse("2023-09-01");
      service.feed(
          new Histories.Change(
              Topics.ENROLLMENT,
              "m|P1|cov",
              IntakeRecords.change(null, Records.coverage("cov", first, null, first))));
      service.tick("2025-02-01", false);
      StoreMeter.Counts early = cost(service, 0, 60);
      StoreMeter.Counts last = cost(service, 60, 600);
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
      String tin = i % 2 == 0 ? Records.T1 : Records.T2;
      Claim claim =
          Records.visit(
              "c" + i, ClaimStatus.PAID, day, tin, Records.N1, "08", "G0439", "90.00", day);
      service.feed(
          new Histories.Change(Topics.CLAIM, "m|P1|c" + i, IntakeRecords.change(null, claim)));
    }
    return service.driver.storeCounts().since(before);
  }
}
