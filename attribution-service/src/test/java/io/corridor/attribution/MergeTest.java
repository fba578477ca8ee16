package io.corridor.attribution;

import static io.corridor.attribution.Records.T1;
import static io.corridor.attribution.Records.coverage;
import static io.corridor.attribution.Records.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.schemas.Assignment;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.RestatementValue;
import io.corridor.schemas.topic.AttributionTopics;
import io.corridor.schemas.topic.Topics;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Merged members and their rosters (domain.md 1.7, 1.8, 1.10). */
class MergeTest {

  private final Service service = new Service();

  @AfterEach
  void close() {
    service.close();
  }

  private void enroll(String member) {
    service.driver.feed(
        Topics.ENROLLMENT,
        member + "|P1|cov" + member,
        IntakeRecords.change(
            null, coverage("cov" + member, day("2024-01-01"), null, day("2024-01-01"))));
  }

  private void visit(String member, String id, String on, String tin) {
    Claim claim =
        Records.visit(
            id, ClaimStatus.PAID, day(on), tin, Records.N1, "99213", "90.00", day(on).plusDays(14));
    service.driver.feed(Topics.CLAIM, member + "|P1|" + id, IntakeRecords.change(null, claim));
  }

  private List<String> tins(String member) {
    return service.driver.current(Topics.ASSIGNMENT).values().stream()
        .map(Assignment.class::cast)
        .filter(assignment -> assignment.getMember().equals(member))
        .flatMap(assignment -> assignment.getSpans().stream())
        .map(span -> span.getFrom() + " " + span.getTin())
        .toList();
  }

  @Test
  @DisplayName("told apart again: back on the next roster as UNMERGED")
  void unmerged() {
    enroll("m1b");
    visit("m1b", "b", "2025-01-12", T1);
    service.tick("2025-02-01", true);
    service.driver.identify("m1b", "m1");
    service.tick("2025-03-01", true);
    service.driver.identify("m1b", "m1b");
    assertThat(tins("m1b")).containsExactly("2025-01-01 " + T1);
    assertThat(tins("m1")).isEmpty();
    assertThat(service.driver.log(Topics.ASSIGNMENT_CHANGED))
        .filteredOn(value -> value.getBody().getMember().equals("m1b"))
        .last()
        .satisfies(value -> assertThat(value.getBody().getReason()).isEqualTo("UNMERGED"));
  }

  private List<String> restated(String member) {
    return service.driver.log(AttributionTopics.RESTATEMENT).stream()
        .map(RestatementValue::getBody)
        .filter(body -> body.getMember().equals(member))
        .map(body -> body.getMonth() + " " + body.getFromTin() + " > " + body.getToTin())
        .toList();
  }

  @Test
  @DisplayName("a published month is restated when its member is merged, and again when told apart")
  void restatedTwice() {
    enroll("m1b");
    visit("m1b", "b", "2025-01-12", T1);
    service.tick("2025-02-01", true);
    service.driver.identify("m1b", "m1");
    service.driver.identify("m1b", "m1b");
    assertThat(restated("m1b"))
        .containsExactly("2025-02 " + T1 + " > null", "2025-02 null > " + T1);
  }

  @Test
  @DisplayName(
      "a published month is restated when all coverage is taken back, and when it is sent again")
  void coverageComesBack() {
    enroll("m1b");
    visit("m1b", "b", "2025-01-12", T1);
    service.tick("2025-02-01", true);
    EnrollmentRecord coverage = coverage("covm1b", day("2024-01-01"), null, day("2024-01-01"));
    service.driver.feed(Topics.ENROLLMENT, "m1b|P1|covm1b", IntakeRecords.change(coverage, null));
    enroll("m1b");
    assertThat(restated("m1b"))
        .containsExactly("2025-02 " + T1 + " > null", "2025-02 null > " + T1);
  }
}
