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
import io.corridor.schemas.Assignment;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.Dispute;
import io.corridor.schemas.DisputeAction;
import io.corridor.schemas.RestatementValue;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disputes from submission to restatement, through the topics (domain.md 1.8). */
class DisputeTopologyTest {

  private final Service service = new Service();

  @AfterEach
  void close() {
    service.close();
  }

  static DisputeAction.Builder action(
      String id, String dispute, String what, String user, String at) {
    return DisputeAction.newBuilder()
        .setActionId(id)
        .setDispute(dispute)
        .setPayer("P1")
        .setMember("m")
        .setContract("C1")
        .setAction(what)
        .setUser(user)
        .setAt(Instant.parse(at));
  }

  static DisputeAction claim(String dispute, String user, String at, String tin, String from) {
    return action(dispute + "-0", dispute, "SUBMIT", user, at)
        .setType(tin.isEmpty() ? "NOT_MY_PATIENT" : "SHOULD_BE_MINE")
        .setFromMonth(from)
        .setClaimedTin(tin.isEmpty() ? null : tin)
        .setEvidence(List.of("doc-1"))
        .build();
  }

  private static void feed(Service service, DisputeAction action) {
    service.driver.feed(AttributionTopics.DISPUTE_ACTION, "m|" + action.getDispute(), action);
  }

  private void feed(DisputeAction... actions) {
    for (DisputeAction action : actions) {
      feed(service, action);
    }
  }

  private static void seen(Service service) {
    service.driver.feed(
        Topics.ENROLLMENT,
        "m|P1|cov",
        IntakeRecords.change(null, coverage("cov", day("2025-01-01"), null, day("2025-01-01"))));
    service.driver.feed(
        Topics.CLAIM,
        "m|P1|a",
        IntakeRecords.change(
            null,
            Records.visit(
                "a",
                ClaimStatus.PAID,
                day("2025-01-10"),
                T1,
                N1,
                "99213",
                "90.00",
                day("2025-01-24"))));
  }

  private Dispute dispute(String id) {
    return (Dispute)
        Objects.requireNonNull(
            service.driver.current(AttributionTopics.DISPUTE).get("m|" + id), id);
  }

  private List<String> refusals(String id) {
    return dispute(id).getSteps().stream()
        .map(step -> step.getActionId() + " " + step.getRefused())
        .toList();
  }

  private String spans() {
    Assignment held = (Assignment) service.driver.current(Topics.ASSIGNMENT).get("m|C1");
    return held == null
        ? ""
        : String.join(
            ", ",
            held.getSpans().stream()
                .map(span -> span.getFrom() + ".." + span.getUntil() + " " + span.getTin())
                .toList());
  }

  private List<String> restatements() {
    return service.driver.log(AttributionTopics.RESTATEMENT).stream()
        .map(RestatementValue::getBody)
        .map(body ->
            body.getMonth()
                + " #"
                + body.getRosterNumber()
                + " "
                + body.getFromTin()
                + ">"
                + body.getToTin()
                + " "
                + body.getOrigin()
                + " "
                + body.getCause()
                + " "
                + body.getDispute())
        .toList();
  }

  @Test
  @DisplayName("upheld: the practice changes in the claimed months, published ones are restated")
  void upheld() {
    seen(service);
    service.tick("2025-02-01", true).tick("2025-03-01", true).tick("2025-03-10", false);
    feed(claim("d", "ann", "2025-03-10T15:00:00Z", T2, "2025-02"));
    assertThat(dispute("d").getStatus()).isEqualTo("SUBMITTED");
    assertThat(dispute("d").getReviewDue()).isEqualTo("2025-03-17");
    assertThat(dispute("d").getDecisionDue()).isEqualTo("2025-04-21");
    assertThat(dispute("d").getClock()).isEqualTo("RUNNING");
    feed(
        action("d-1", "d", "REVIEW", "bob", "2025-03-11T15:00:00Z").build(),
        action("d-2", "d", "UPHOLD", "cat", "2025-03-12T15:00:00Z").build());
    assertThat(dispute("d").getStatus()).isEqualTo("UPHELD");
    assertThat(dispute("d").getAdjustment().getTin()).isEqualTo(T2);
    assertThat(spans()).isEqualTo("2025-01-01..2025-02-01 " + T1 + ", 2025-02-01..null " + T2);
    String expected = " " + T1 + ">" + T2 + " DISPUTE DISPUTE_UPHELD d";
    assertThat(restatements()).containsExactly("2025-02 #2" + expected, "2025-03 #3" + expected);
    assertThat(service.driver.log(Topics.ROSTER)).hasSize(2);
    feed(action("d-3", "d", "RESCIND", "dan", "2025-03-20T15:00:00Z").build());
    assertThat(spans()).isEqualTo("2025-01-01..null " + T1);
    assertThat(restatements())
        .hasSize(4)
        .contains("2025-03 #3 " + T2 + ">" + T1 + " DISPUTE MANUAL_ADJ_EXPIRED d");
  }

  @Test
  @DisplayName("partly upheld off the list for some days, then the adjustment runs out by itself")
  void partial() {
    seen(service);
    service.tick("2025-03-10", false);
    feed(
        claim("d", "ann", "2025-03-10T15:00:00Z", "", "2025-03"),
        action("d-1", "d", "REVIEW", "bob", "2025-03-11T15:00:00Z").build(),
        action("d-2", "d", "PARTIAL", "cat", "2025-03-12T15:00:00Z")
            .setFrom(day("2025-03-01"))
            .setLastDay(day("2025-04-30"))
            .build());
    service.tick("2025-05-01", false);
    assertThat(spans()).isEqualTo("2025-01-01..2025-03-01 " + T1 + ", 2025-05-01..null " + T1);
    assertThat(
            service.driver.log(Topics.ASSIGNMENT_CHANGED).stream()
                .map(value -> value.getBody().getMonth() + " " + value.getBody().getReason()))
        .endsWith("2025-03 DISPUTE_UPHELD", "2025-05 MANUAL_ADJ_EXPIRED");
    assertThat(restatements()).isEmpty();
  }

  @Test
  @DisplayName("refused steps keep their codes and change nothing")
  void refused() {
    seen(service);
    service.tick("2025-03-20", false);
    feed(
        action("x-1", "x", "REVIEW", "bob", "2025-03-09T15:00:00Z").build(),
        claim("d", "ann", "2025-03-10T15:00:00Z", T3, "2025-03"),
        action("d-1", "d", "REVIEW", "ann", "2025-03-10T16:00:00Z").build(),
        action("d-2", "d", "UPHOLD", "cat", "2025-03-10T17:00:00Z").build(),
        action("d-3", "d", "WITHDRAW", "cat", "2025-03-10T18:00:00Z").build(),
        action("d-4", "d", "REVIEW", "bob", "2025-03-11T15:00:00Z").build(),
        action("d-5", "d", "REVIEW", "cat", "2025-03-11T16:00:00Z").build(),
        action("d-6", "d", "UPHOLD", "ann", "2025-03-11T17:00:00Z").build(),
        action("d-7", "d", "UPHOLD", "bob", "2025-03-11T18:00:00Z").build(),
        action("d-8", "d", "PARTIAL", "bob", "2025-03-12T15:00:00Z")
            .setFrom(day("2025-02-01"))
            .setTin(T2)
            .build(),
        action("d-9", "d", "SNOOZE", "bob", "2025-03-12T16:00:00Z").build(),
        action("d-9", "d", "REJECT", "bob", "2025-03-12T17:00:00Z").build(),
        action("d-a", "d", "REJECT", "bob", "2025-03-12T18:00:00Z").build(),
        action("d-b", "d", "ADD_EVIDENCE", "ann", "2025-03-12T19:00:00Z").build(),
        action("d-c", "d", "RESCIND", "eve", "2025-03-12T20:00:00Z").build());
    assertThat(dispute("x").getStatus()).isEqualTo("NOT_SUBMITTED");
    assertThat(refusals("x")).containsExactly("x-1 DISPUTE_NOT_SUBMITTED");
    assertThat(dispute("d").getStatus()).isEqualTo("REJECTED");
    assertThat(refusals("d"))
        .containsExactly(
            "d-0 null",
            "d-1 DISPUTE_SAME_PERSON",
            "d-2 DISPUTE_NOT_UNDER_REVIEW",
            "d-3 DISPUTE_NOT_SUBMITTER",
            "d-4 null",
            "d-5 DISPUTE_UNDER_REVIEW_BEFORE",
            "d-6 DISPUTE_SAME_PERSON",
            "d-7 DISPUTE_NOT_A_PARTICIPANT",
            "d-8 DISPUTE_OUTSIDE_CLAIM",
            "d-9 DISPUTE_INCOMPLETE",
            "d-9 DISPUTE_ACTION_ID_TAKEN",
            "d-a null",
            "d-b DISPUTE_DECIDED",
            "d-c DISPUTE_NOTHING_TO_RESCIND");
    assertThat(spans()).isEqualTo("2025-01-01..null " + T1);
  }

  @Test
  @DisplayName("two adjustments of one member and contract never overlap")
  void overlap() {
    seen(service);
    service.tick("2025-03-20", false);
    feed(
        claim("d", "ann", "2025-03-10T15:00:00Z", T2, "2025-03"),
        claim("e", "ann", "2025-03-10T16:00:00Z", "", "2025-01"),
        action("e-1", "e", "REVIEW", "bob", "2025-03-11T15:00:00Z").build(),
        action("d-1", "d", "REVIEW", "bob", "2025-03-11T15:00:00Z").build(),
        action("d-2", "d", "UPHOLD", "bob", "2025-03-12T15:00:00Z").build(),
        action("e-2", "e", "UPHOLD", "bob", "2025-03-13T15:00:00Z").build(),
        action("e-3", "e", "PARTIAL", "bob", "2025-03-14T15:00:00Z")
            .setFrom(day("2025-01-01"))
            .setLastDay(day("2025-02-28"))
            .build());
    assertThat(refusals("e")).contains("e-2 DISPUTE_ADJUSTMENT_OVERLAPS", "e-3 null");
    assertThat(spans()).isEqualTo("2025-03-01..null " + T2);
  }

  @Test
  @DisplayName("time passes: late after five business days, expired after thirty")
  void clock() {
    seen(service);
    service.tick("2025-03-10", false);
    feed(claim("d", "ann", "2025-03-10T15:00:00Z", T2, "2025-03"));
    service.tick("2025-03-17", false);
    assertThat(dispute("d").getClock()).isEqualTo("RUNNING");
    service.tick("2025-03-18", false);
    assertThat(dispute("d").getClock()).isEqualTo("LATE");
    service.tick("2025-04-21", false);
    assertThat(dispute("d").getStatus()).isEqualTo("SUBMITTED");
    service.tick("2025-04-22", false);
    assertThat(dispute("d").getStatus()).isEqualTo("EXPIRED");
    assertThat(dispute("d").getClock()).isEqualTo("STOPPED");
    feed(
        action("d-1", "d", "REVIEW", "bob", "2025-04-22T15:00:00Z").build(),
        action("d-2", "d", "REVIEW", "bob", "2025-04-21T15:00:00Z").build());
    assertThat(refusals("d")).containsExactly("d-0 null", "d-2 null", "d-1 DISPUTE_EXPIRED");
    assertThat(dispute("d").getStatus()).isEqualTo("EXPIRED");
  }

  @Test
  @DisplayName("L6: any later knowledge restates a published month, with its cause")
  void knowledge() {
    seen(service);
    service.tick("2025-02-01", true);
    service.driver.feed(
        Topics.CLAIM,
        "m|P1|b",
        IntakeRecords.change(
            null,
            Records.visit(
                "b",
                ClaimStatus.PAID,
                day("2025-01-20"),
                T2,
                N3,
                "99213",
                "90.00",
                day("2025-02-12"))));
    assertThat(restatements())
        .containsExactly("2025-02 #2 " + T1 + ">" + T2 + " KNOWLEDGE NEW_CLAIMS_PLURALITY null");
    service.tick("2025-03-01", true);
    assertThat(restatements()).hasSize(1);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  @DisplayName("L1: any order of the actions, and repeated ones, end alike")
  void orderFree(long seed) {
    Map<String, SpecificRecord> one = run(seed, false);
    assertThat(one).isNotEmpty().isEqualTo(run(seed, true));
  }

  private static Map<String, SpecificRecord> run(long seed, boolean shuffled) {
    Random random = new Random(seed);
    List<DisputeAction> actions = new ArrayList<>();
    List<String> kinds =
        List.of("SUBMIT", "REVIEW", "REVIEW", "UPHOLD", "PARTIAL", "REJECT", "WITHDRAW", "RESCIND");
    for (int i = 0; i < 40; i++) {
      String id = "d" + random.nextInt(3);
      String at = "2025-0" + (1 + random.nextInt(5)) + "-1" + random.nextInt(9) + "T15:00:00Z";
      String user = List.of("ann", "bob", "cat").get(random.nextInt(3));
      actions.add(
          action("a" + random.nextInt(35), id, kinds.get(random.nextInt(8)), user, at)
              .setType("SHOULD_BE_MINE")
              .setFromMonth("2025-0" + (1 + random.nextInt(3)))
              .setClaimedTin(random.nextBoolean() ? T1 : T2)
              .setFrom(day("2025-0" + (1 + random.nextInt(6)) + "-01"))
              .setTin(T2)
              .build());
    }
    List<DisputeAction> order = new ArrayList<>(actions);
    if (shuffled) {
      order.addAll(actions.subList(0, 10));
      Collections.shuffle(order, random);
    }
    try (Service service = new Service()) {
      int middle = shuffled ? random.nextInt(order.size()) : 0;
      seen(service);
      order.subList(0, middle).forEach(action -> feed(service, action));
      service.tick("2025-04-03", true);
      order.subList(middle, order.size()).forEach(action -> feed(service, action));
      service.tick("2025-06-20", true).tick("2025-06-20", true);
      Map<String, SpecificRecord> all = new TreeMap<>(service.current());
      service
          .driver
          .current(AttributionTopics.DISPUTE)
          .forEach((key, body) -> all.put("D " + key, body));
      return all;
    }
  }
}
