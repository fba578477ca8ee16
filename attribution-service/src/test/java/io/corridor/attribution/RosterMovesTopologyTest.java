package io.corridor.attribution;

import static io.corridor.attribution.Records.N1;
import static io.corridor.attribution.Records.N3;
import static io.corridor.attribution.Records.T1;
import static io.corridor.attribution.Records.T2;
import static io.corridor.attribution.Records.T3;
import static io.corridor.attribution.Records.coverage;
import static io.corridor.attribution.Records.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.schemas.Affiliation;
import io.corridor.schemas.Assignment;
import io.corridor.schemas.AttributionTerms;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.Participant;
import io.corridor.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clinicians who move, practices that join and leave (domain.md 1.8). */
class RosterMovesTopologyTest {

  private static ContractTerms terms(@Nullable String policy, Participant... participants) {
    ContractTerms terms = Records.terms(2, "2020-01-01", List.of("PLURALITY_VISITS"));
    return ContractTerms.newBuilder(terms)
        .setParticipants(participants.length == 0 ? terms.getParticipants() : List.of(participants))
        .setAttribution(
            AttributionTerms.newBuilder(terms.getAttribution()).setCreditPolicy(policy).build())
        .build();
  }

  private static void terms(Service service, ContractTerms terms) {
    service.driver.feed(Topics.TERMS, "C1|2", terms);
  }

  private static void seen(Service service) {
    service.driver.feed(
        Topics.ENROLLMENT,
        "m|P1|cov",
        IntakeRecords.change(null, coverage("cov", day("2025-01-01"), null, day("2025-01-01"))));
    visit(service, "a", "2025-01-10", T1, N1);
    visit(service, "b", "2025-01-20", T1, N1);
    visit(service, "c", "2025-02-03", T2, N3);
  }

  private static void visit(Service service, String id, String day, String tin, String npi) {
    service.driver.feed(
        Topics.CLAIM,
        "m|P1|" + id,
        IntakeRecords.change(
            null,
            Records.visit(id, ClaimStatus.PAID, day(day), tin, npi, "99213", "90.00", day(day))));
  }

  private static void link(
      Service service, String npi, String tin, String from, @Nullable String last) {
    Affiliation link = Records.affiliation(npi, tin, day(from));
    service.driver.feed(
        Topics.AFFILIATION,
        npi + "|" + tin + "|" + from,
        Affiliation.newBuilder(link).setLastDay(last == null ? null : day(last)).build());
  }

  private static String spans(Service service) {
    Assignment held = (Assignment) service.driver.current(Topics.ASSIGNMENT).get("m|C1");
    return held == null
        ? ""
        : String.join(
            ", ",
            held.getSpans().stream()
                .map(span ->
                    span.getFrom()
                        + ".."
                        + span.getUntil()
                        + " "
                        + span.getTin()
                        + "/"
                        + span.getNpi())
                .toList());
  }

  private static List<String> reasons(Service service) {
    return service.driver.log(Topics.ASSIGNMENT_CHANGED).stream()
        .map(value -> value.getBody().getMonth() + " " + value.getBody().getReason())
        .toList();
  }

  /** N1 leaves T1 at the end of March and joins T2. */
  private static void move(Service service) {
    link(service, N1, T1, "2020-01-01", "2025-03-31");
    link(service, N1, T2, "2025-04-01", null);
  }

  @Test
  @DisplayName("history stays with the practice that billed, unless the contract says otherwise")
  void billingTin() {
    try (Service service = new Service(List.of("PLURALITY_VISITS"))) {
      seen(service);
      move(service);
      service.tick("2025-06-01", false);
      assertThat(spans(service)).isEqualTo("2025-01-01..null " + T1 + "/" + N1);
    }
  }

  @Test
  @DisplayName("visits follow the clinician: from the move on the new practice has the member")
  void followClinician() {
    try (Service service = new Service(List.of("PLURALITY_VISITS"))) {
      terms(service, terms("FOLLOW_CLINICIAN"));
      seen(service);
      service.tick("2025-06-01", false);
      assertThat(spans(service)).isEqualTo("2025-01-01..null " + T1 + "/" + N1);
      move(service);
      assertThat(spans(service))
          .isEqualTo(
              "2025-01-01..2025-04-01 " + T1 + "/" + N1 + ", 2025-04-01..null " + T2 + "/" + N1);
      assertThat(reasons(service)).contains("2025-04 TIN_MOVED", "2025-06 TIN_MOVED");
      // A correction: the clinician moved to a practice outside the contract.
      link(service, N1, T2, "2025-04-01", "2025-03-31");
      link(service, N1, T3, "2025-04-01", null);
      assertThat(spans(service)).isEqualTo("2025-01-01..2025-04-01 " + T1 + "/" + N1);
    }
  }

  @Test
  @DisplayName(
      "a practice that leaves loses its members, one that joins wins them, by the anchor day")
  void joinsAndLeaves() {
    try (Service service = new Service(List.of("PLURALITY_VISITS"))) {
      terms(
          service,
          terms(
              null,
              new Participant(T1, null, day("2025-03-01"), day("2025-05-01")),
              new Participant(T2, null, day("2020-01-01"), null)));
      seen(service);
      service.tick("2025-02-01", false);
      assertThat(spans(service)).isEmpty();
      service.tick("2025-03-01", false).tick("2025-05-01", false);
      assertThat(spans(service)).isEqualTo("2025-03-01..2025-05-01 " + T1 + "/" + N1);
      assertThat(reasons(service)).contains("2025-03 ROSTER_ADDED", "2025-05 ROSTER_TERMED");
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  @DisplayName("L1: any order of moves, claims, terms and ticks ends alike")
  void orderFree(long seed) {
    assertThat(run(seed)).isNotEmpty().isEqualTo(run(0));
  }

  private static Map<String, SpecificRecord> run(long seed) {
    try (Service service = new Service(List.of("PLURALITY_VISITS"))) {
      List<Runnable> steps = new ArrayList<>();
      steps.add(() -> terms(service, terms("FOLLOW_CLINICIAN")));
      steps.add(() -> seen(service));
      steps.add(() -> move(service));
      steps.add(() -> service.tick("2025-05-03", true));
      steps.add(() -> link(service, N3, T1, "2025-05-01", null));
      if (seed > 0) {
        Collections.shuffle(steps, new Random(seed));
      }
      steps.forEach(Runnable::run);
      return service.tick("2025-06-01", true).tick("2025-06-01", true).current();
    }
  }
}
