package io.corridor.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.streams.StoreMeter;
import io.corridor.schemas.Assignment;
import io.corridor.schemas.AssignmentSpan;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.Forecast;
import io.corridor.schemas.RosterRow;
import io.corridor.schemas.RosterValue;
import io.corridor.schemas.SmallestVisit;
import io.corridor.schemas.topic.AttributionTopics;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forecast on its topic, held against time that really passes. */
class ForecastTopologyTest {

  private static final YearMonth PRESENT = YearMonth.of(2025, 6);
  private static final YearMonth LAST = YearMonth.of(2026, 7);

  private static List<Histories.Change> changes(long seed) {
    List<Histories.Change> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.addAll(Histories.of("m" + i, seed * 100 + i).changes);
    }
    return all;
  }

  private static Map<String, Forecast> forecasts(Service service) {
    Map<String, Forecast> all = new TreeMap<>();
    service
        .driver
        .current(AttributionTopics.FORECAST)
        .forEach((key, body) -> all.put(key, (Forecast) body));
    return all;
  }

  private static String holder(Service service, String key, YearMonth month) {
    Assignment held = (Assignment) service.driver.current(Topics.ASSIGNMENT).get(key);
    return held == null
        ? "nobody"
        : held.getSpans().stream()
            .filter(span -> contains(span, month.atDay(1)))
            .map(span -> place(span.getTin(), span.getNpi()))
            .findFirst()
            .orElse("nobody");
  }

  private static boolean contains(AssignmentSpan span, LocalDate day) {
    LocalDate until = span.getUntil();
    return !day.isBefore(span.getFrom()) && (until == null || day.isBefore(until));
  }

  private static String place(@Nullable String tin, @Nullable String npi) {
    return tin == null ? "nobody" : tin + "|" + npi;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  @DisplayName("month after month passes by ticks: what was foretold happens, on its day")
  void timePasses(long seed) {
    try (Service service = new Service()) {
      service.feed(changes(seed)).tick(PRESENT.atDay(14).toString(), false);
      Map<String, Forecast> foretold = forecasts(service);
      int turns = 0;
      for (YearMonth month = PRESENT.plusMonths(1);
          !month.isAfter(LAST);
          month = month.plusMonths(1)) {
        service.tick(month.atDay(1).toString(), false);
        for (Map.Entry<String, Forecast> entry : foretold.entrySet()) {
          Forecast forecast = entry.getValue();
          LocalDate on = forecast.getChangesOn();
          String lives = holder(service, entry.getKey(), month);
          if (on == null || month.atDay(1).isBefore(on)) {
            assertThat(lives).isEqualTo(place(forecast.getTin(), forecast.getNpi()));
          } else if (month.atDay(1).equals(on)) {
            assertThat(lives).isEqualTo(place(forecast.getThenTin(), forecast.getThenNpi()));
            turns++;
          }
        }
      }
      assertThat(turns).isPositive();
    }
  }

  @Test
  @DisplayName("expected leavers and joiners of three months are those whom the rosters then show")
  void leaversAndJoiners() {
    int moved = 0;
    for (long seed = 21; seed <= 24; seed++) {
      try (Service service = new Service()) {
        service.feed(changes(seed)).tick("2025-05-14", false).tick("2025-06-01", true);
        Set<String> expected = expected(service);
        assertThat(happened(service)).as("seed %d", seed).isEqualTo(expected);
        moved += expected.size();
      }
    }
    assertThat(moved).isPositive();
  }

  /** Whom the forecasts of the present month send away or bring within three months. */
  private static Set<String> expected(Service service) {
    Set<String> moves = new TreeSet<>();
    forecasts(service)
        .forEach((key, forecast) -> {
          LocalDate on = forecast.getChangesOn();
          if (on != null && !on.isAfter(PRESENT.plusMonths(3).atDay(1))) {
            moves(moves, key, on, forecast.getTin(), forecast.getThenTin());
          }
        });
    return moves;
  }

  /** Three months pass; the first change of each member by the published rosters. */
  private static Set<String> happened(Service service) {
    Map<String, String> before = published(service, PRESENT);
    Set<String> moves = new TreeSet<>();
    Set<String> turned = new TreeSet<>();
    for (int i = 1; i <= 3; i++) {
      YearMonth month = PRESENT.plusMonths(i);
      service.tick(month.atDay(1).toString(), true);
      Map<String, String> now = published(service, month);
      Set<String> members = new TreeSet<>(before.keySet());
      members.addAll(now.keySet());
      for (String member : members) {
        String was = before.getOrDefault(member, "nobody");
        String is = now.getOrDefault(member, "nobody");
        if (!was.equals(is) && turned.add(member)) {
          moves(moves, member, month.atDay(1), tin(was), tin(is));
        }
      }
    }
    return moves;
  }

  /** Who is accountable by the roster of a month, by member and contract. */
  private static Map<String, String> published(Service service, YearMonth month) {
    Map<String, String> places = new TreeMap<>();
    for (RosterValue value : service.driver.log(Topics.ROSTER)) {
      RosterRow row = value.getBody();
      if (row.getMonth().equals(month.toString()) && row.getTin() != null) {
        places.put(row.getMember() + "|" + row.getContract(), place(row.getTin(), row.getNpi()));
      }
    }
    return places;
  }

  private static @Nullable String tin(String place) {
    return place.equals("nobody") ? null : place.substring(0, place.indexOf('|'));
  }

  /** A practice loses a member, another gets one; between clinicians of one nobody moves. */
  private static void moves(
      Set<String> moves, String key, LocalDate on, @Nullable String from, @Nullable String to) {
    if (Objects.equals(from, to)) {
      return;
    }
    if (from != null) {
      moves.add(on + " leaves " + from + ": " + key);
    }
    if (to != null) {
      moves.add(on + " joins " + to + ": " + key);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13})
  @DisplayName("L1: any order, and another day of the month in between, ends in the same forecasts")
  void orderFree(long seed) {
    List<Histories.Change> changes = changes(seed);
    List<Histories.Change> shuffled = new ArrayList<>(changes);
    Collections.shuffle(shuffled, new Random(seed));
    int half = shuffled.size() / 2;
    try (Service one = new Service();
        Service two = new Service()) {
      one.feed(changes).tick("2025-06-20", false).tick("2025-06-20", false);
      two.feed(shuffled.subList(0, half))
          .tick("2025-05-03", true)
          .tick("2025-06-02", true)
          .feed(shuffled.subList(half, shuffled.size()))
          .tick("2025-06-20", true)
          .tick("2025-06-20", true);
      Map<String, SpecificRecord> forecasts = one.driver.current(AttributionTopics.FORECAST);
      assertThat(forecasts).isNotEmpty().isEqualTo(two.driver.current(AttributionTopics.FORECAST));
    }
  }

  @Test
  @DisplayName("L4: without enrollment and claims nobody has a forecast")
  void retraction() {
    try (Service service = new Service()) {
      List<Histories> members = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        members.add(Histories.of("m" + i, 2100 + i));
      }
      members.forEach(member -> service.feed(member.changes));
      service.tick("2025-06-14", false);
      assertThat(forecasts(service)).isNotEmpty();
      members.forEach(member -> service.feed(member.voids()));
      assertThat(forecasts(service)).isEmpty();
    }
  }

  @Test
  @DisplayName("a tick inside the month touches nobody")
  void onlyWhoIsDue() {
    assertThat(rowsOfALaterTick(changes(7))).isEqualTo(rowsOfALaterTick(List.of()));
  }

  private static long rowsOfALaterTick(List<Histories.Change> changes) {
    try (Service service = new Service()) {
      service.feed(changes).tick("2025-06-02", false);
      StoreMeter.Counts before = service.driver.storeCounts();
      service.tick("2025-06-28", false);
      return service.driver.storeCounts().since(before).rowsWritten();
    }
  }

  @Test
  @DisplayName("the visit that keeps a member is said, and made, keeps the member")
  void keeps() {
    try (Service service = new Service()) {
      service.feed(
          new Histories.Change(
              Topics.ENROLLMENT,
              "m|P1|cov",
              IntakeRecords.change(
                  null,
                  Records.coverage(
                      "cov", Records.day("2024-01-01"), null, Records.day("2024-01-01")))));
      service.feed(visit("a", "2024-07-10")).tick("2025-06-02", false);
      Forecast forecast = Objects.requireNonNull(forecasts(service).get("m|C1"));
      assertThat(forecast.getChangesOn()).isEqualTo("2025-07-01");
      assertThat(forecast.getReason()).isEqualTo("NO_HISTORY");
      SmallestVisit least = Objects.requireNonNull(forecast.getKeeps());
      assertThat(least.getTin()).isEqualTo(Records.T1);
      assertThat(least.getDays()).isEqualTo(1);
      assertThat(least.getAllowed()).isEqualByComparingTo("0");
      service.feed(visit("b", "2025-06-20"));
      Forecast after = Objects.requireNonNull(forecasts(service).get("m|C1"));
      assertThat(after.getChangesOn()).isEqualTo("2026-06-01");
    }
  }

  private static Histories.Change visit(String id, String day) {
    return new Histories.Change(
        Topics.CLAIM,
        "m|P1|" + id,
        IntakeRecords.change(
            null,
            Records.visit(
                id,
                ClaimStatus.PAID,
                Records.day(day),
                Records.T1,
                Records.N1,
                "99213",
                "90.00",
                Records.day(day))));
  }
}
