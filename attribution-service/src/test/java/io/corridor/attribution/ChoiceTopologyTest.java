package io.corridor.attribution;

import static io.corridor.attribution.Records.N1;
import static io.corridor.attribution.Records.T1;
import static io.corridor.attribution.Records.at;
import static io.corridor.attribution.Records.coverage;
import static io.corridor.attribution.Records.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.schemas.Assignment;
import io.corridor.schemas.AttributionTerms;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.Election;
import io.corridor.schemas.EnrollmentKind;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.Explanation;
import io.corridor.schemas.Forecast;
import io.corridor.schemas.ListChoice;
import io.corridor.schemas.ListChoiceTerms;
import io.corridor.schemas.ListElection;
import io.corridor.schemas.MemberChoice;
import io.corridor.schemas.RosterRow;
import io.corridor.schemas.topic.AttributionTopics;
import io.corridor.schemas.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What members and contracts choose: attribution, sharing of data, the list of a year. */
class ChoiceTopologyTest {

  private final Service service = new Service();

  @AfterEach
  void close() {
    service.close();
  }

  private void enroll(@Nullable EnrollmentRecord before, @Nullable EnrollmentRecord after) {
    String id = Objects.requireNonNull(before == null ? after : before).getRecordId();
    service.driver.feed(Topics.ENROLLMENT, "m|P1|" + id, IntakeRecords.change(before, after));
  }

  private static void seen(Service service) {
    service.driver.feed(
        Topics.ENROLLMENT,
        "m|P1|cov",
        IntakeRecords.change(null, coverage("cov", day("2024-01-01"), null, day("2024-01-01"))));
    visit(service, "a", "2024-07-10");
    visit(service, "b", "2025-01-10");
  }

  private static void visit(Service service, String id, String day) {
    service.driver.feed(
        Topics.CLAIM,
        "m|P1|" + id,
        IntakeRecords.change(
            null,
            Records.visit(
                id, ClaimStatus.PAID, day(day), T1, N1, "99213", "90.00", day(day).plusDays(9))));
  }

  private static EnrollmentRecord choice(String what, String from, @Nullable String lastDay) {
    return IntakeRecords.enrollment("ch", EnrollmentKind.CHOICE, "m", at(day(from)))
        .setChoice(
            MemberChoice.newBuilder()
                .setWhat(what)
                .setFrom(day(from))
                .setLastDay(lastDay == null ? null : day(lastDay))
                .build())
        .build();
  }

  private String spans() {
    Assignment held = (Assignment) service.driver.current(Topics.ASSIGNMENT).get("m|C1");
    return held == null
        ? ""
        : String.join(
            ", ",
            held.getSpans().stream().map(span -> span.getFrom() + ".." + span.getUntil()).toList());
  }

  private Explanation explanation(String month) {
    return (Explanation)
        Objects.requireNonNull(
            service.driver.current(Topics.EXPLANATION).get("m|C1|" + month), month);
  }

  @Test
  @DisplayName("who opted out is nobody's while it holds, corrected or voided or not")
  void optedOut() {
    seen(service);
    service.tick("2025-06-01", false);
    EnrollmentRecord open = choice("ATTRIBUTION", "2025-03-01", null);
    enroll(null, open);
    assertThat(spans()).isEqualTo("2025-01-01..2025-03-01");
    assertThat(explanation("2025-04").getReason()).isEqualTo("OPTED_OUT");
    EnrollmentRecord ended = choice("ATTRIBUTION", "2025-03-01", "2025-04-30");
    enroll(open, ended);
    assertThat(spans()).isEqualTo("2025-01-01..2025-03-01, 2025-05-01..null");
    enroll(ended, null);
    assertThat(spans()).isEqualTo("2025-01-01..null");
    assertThat(
            service.driver.log(Topics.ASSIGNMENT_CHANGED).stream()
                .map(value -> value.getBody().getMonth() + " " + value.getBody().getReason()))
        .contains("2025-03 OPTED_OUT");
  }

  @Test
  @DisplayName("who declines sharing is assigned as ever, and no visit or dollar is shown")
  void dataSharing() {
    seen(service);
    service.tick("2025-06-01", false);
    Assignment before =
        (Assignment) Objects.requireNonNull(service.driver.current(Topics.ASSIGNMENT).get("m|C1"));
    enroll(null, choice("DATA_SHARING", "2025-03-01", null));
    assertThat(service.driver.current(Topics.ASSIGNMENT).get("m|C1")).isEqualTo(before);
    assertThat(explanation("2025-02").getPractices()).isNotEmpty();
    assertThat(explanation("2025-02").getWithheld()).isNull();
    Explanation hidden = explanation("2025-04");
    assertThat(hidden.getWithheld()).isEqualTo("DATA_SHARING");
    assertThat(hidden.getTin()).isEqualTo(T1);
    assertThat(hidden.getPractices()).isEmpty();
    assertThat(hidden.getClinicians()).isEmpty();
    assertThat(hidden.getWhatWouldChange()).isEmpty();
    Forecast forecast =
        (Forecast)
            Objects.requireNonNull(service.driver.current(AttributionTopics.FORECAST).get("m|C1"));
    assertThat(forecast.getChangesOn()).isEqualTo("2026-01-01");
    assertThat(forecast.getKeeps()).isNull();
    service.tick("2025-07-01", true);
    RosterRow listed = service.driver.log(Topics.ROSTER).getLast().getBody();
    assertThat(listed.getTin()).isEqualTo(T1);
    assertThat(listed.getSince()).isEqualTo("2025-01-01");
    assertThat(listed.getMonthsThisYear()).isEqualTo(7);
    assertThat(listed.getLastVisit()).as("nothing is told of visits").isNull();
    enroll(choice("DATA_SHARING", "2025-03-01", null), null);
    service.tick("2025-08-01", true);
    assertThat(service.driver.log(Topics.ROSTER).getLast().getBody().getLastVisit()).isNotNull();
  }

  // ---------- the list of a year

  private static ContractTerms offering(ListElection... stated) {
    ContractTerms terms = Records.terms(2, "2020-01-01", List.of("PLURALITY_VISITS"));
    AttributionTerms attribution =
        AttributionTerms.newBuilder(terms.getAttribution())
            .setListChoice(
                ListChoiceTerms.newBuilder()
                    .setDeadlineDays(31)
                    .setElections(List.of(stated))
                    .build())
            .build();
    return ContractTerms.newBuilder(terms).setAttribution(attribution).build();
  }

  private static Election election(String id, String list, String at) {
    return Election.newBuilder()
        .setElectionId(id)
        .setKind("LIST")
        .setPayer("P1")
        .setContract("C1")
        .setYear(2026)
        .setList(list)
        .setUser("cfo")
        .setAt(Instant.parse(at))
        .build();
  }

  private static void elect(Service service, Election election) {
    service.driver.feed(
        AttributionTopics.ELECTION,
        election.getContract() + "|" + election.getElectionId(),
        election);
  }

  private ListChoice chosen() {
    return (ListChoice)
        Objects.requireNonNull(
            service.driver.current(AttributionTopics.LIST_CHOICE).get("C1|2026"));
  }

  @Test
  @DisplayName("the last election before the deadline stands; later ones are refused with a code")
  void listChoice() {
    seen(service);
    service.driver.feed(Topics.TERMS, "C1|2", offering());
    service.tick("2026-02-15", false);
    assertThat(spans()).isEqualTo("2025-01-01..2026-01-01");
    elect(service, election("e1", "RETROSPECTIVE", "2025-11-20T10:00:00Z"));
    elect(service, election("e2", "PROSPECTIVE", "2025-12-01T23:59:00Z"));
    elect(service, election("e3", "RETROSPECTIVE", "2025-12-02T00:00:00Z"));
    elect(service, election("e4", "CURRENT", "2025-11-01T00:00:00Z"));
    assertThat(chosen().getList()).isEqualTo("PROSPECTIVE");
    assertThat(chosen().getElectionId()).isEqualTo("e2");
    assertThat(chosen().getLockedAfter()).isEqualTo("2025-12-01");
    assertThat(chosen().getSteps().stream().map(s -> s.getElectionId() + " " + s.getRefused()))
        .containsExactly("e4 LIST_CHOICE_WORD", "e1 null", "e2 null", "e3 LIST_CHOICE_LOCKED");
    // The list of 2026 is fixed by the claims of 2025, so the visit of January 2025 still counts.
    assertThat(spans()).isEqualTo("2025-01-01..null");
    assertThat(explanation("2026-02").getWindowUntil()).isEqualTo("2026-01-01");
  }

  @Test
  @DisplayName("nobody elects against the contract, without an offer, or for an unknown year")
  void refused() {
    elect(service, election("e1", "PROSPECTIVE", "2025-11-20T10:00:00Z"));
    assertThat(chosen().getSteps().getFirst().getRefused()).isEqualTo("LIST_CHOICE_NOT_OFFERED");
    service.driver.feed(Topics.TERMS, "C1|2", offering(new ListElection(2026, "PROSPECTIVE")));
    assertThat(chosen().getSteps().getFirst().getRefused()).isEqualTo("LIST_CHOICE_STATED");
    assertThat(chosen().getList()).isNull();
    seen(service);
    service.tick("2026-02-15", false);
    assertThat(spans()).isEqualTo("2025-01-01..null");
    Election any = election("e9", "PROSPECTIVE", "2025-11-20T10:00:00Z");
    elect(service, Election.newBuilder(any).setYear(2031).build());
    ListChoice none =
        (ListChoice)
            Objects.requireNonNull(
                service.driver.current(AttributionTopics.LIST_CHOICE).get("C1|2031"));
    assertThat(none.getSteps().getFirst().getRefused()).isEqualTo("LIST_CHOICE_UNKNOWN_YEAR");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  @DisplayName("L1: any order of elections, terms, claims and ticks ends alike")
  void orderFree(long seed) {
    assertThat(run(seed)).isNotEmpty().isEqualTo(run(0));
  }

  private static Map<String, SpecificRecord> run(long seed) {
    List<Runnable> steps = new ArrayList<>();
    try (Service service = new Service()) {
      steps.add(() -> elect(service, election("e1", "RETROSPECTIVE", "2025-11-20T10:00:00Z")));
      steps.add(() -> elect(service, election("e2", "PROSPECTIVE", "2025-11-21T10:00:00Z")));
      steps.add(() -> elect(service, election("e2", "PROSPECTIVE", "2025-11-21T10:00:00Z")));
      steps.add(() -> elect(service, election("e3", "RETROSPECTIVE", "2025-12-20T10:00:00Z")));
      steps.add(() -> service.driver.feed(Topics.TERMS, "C1|2", offering()));
      steps.add(() -> seen(service));
      steps.add(() -> service.tick("2026-01-10", false));
      if (seed > 0) {
        Collections.shuffle(steps, new Random(seed));
      }
      steps.forEach(Runnable::run);
      service.tick("2026-02-15", false).tick("2026-02-15", false);
      Map<String, SpecificRecord> all = new TreeMap<>(service.current());
      service
          .driver
          .current(AttributionTopics.LIST_CHOICE)
          .forEach((key, body) -> all.put("L " + key, body));
      return all;
    }
  }
}
