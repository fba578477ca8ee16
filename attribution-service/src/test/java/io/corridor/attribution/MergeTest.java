package io.corridor.attribution;

import static io.corridor.attribution.Records.T1;
import static io.corridor.attribution.Records.coverage;
import static io.corridor.attribution.Records.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.schemas.Assignment;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimStatus;
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

  private List<String> roster(String member) {
    return service.driver.log(Topics.ROSTER).stream()
        .filter(value -> value.getBody().getMember().equals(member))
        .map(value ->
            value.getBody().getMonth()
                + " "
                + value.getBody().getTin()
                + " "
                + value.getBody().getChangeType()
                + " "
                + value.getBody().getReason())
        .toList();
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
  @DisplayName("the merged id leaves the next roster as CANCELLED, MERGED; the root is recomputed")
  void merged() {
    enroll("m1");
    enroll("m1b");
    visit("m1", "a", "2025-01-10", Records.T2);
    visit("m1b", "b", "2025-01-12", T1);
    visit("m1b", "c", "2025-01-14", T1);
    service.tick("2025-02-01", true);
    assertThat(roster("m1b")).containsExactly("2025-02 " + T1 + " NEW NEW_ENROLLEE");
    service.driver.identify("m1b", "m1");
    assertThat(tins("m1b")).isEmpty();
    assertThat(tins("m1")).containsExactly("2025-01-01 " + T1);
    assertThat(service.driver.log(Topics.ASSIGNMENT_CHANGED))
        .filteredOn(value -> value.getBody().getMember().equals("m1b"))
        .last()
        .satisfies(value -> {
          assertThat(value.getBody().getChangeType()).isEqualTo("DROPPED");
          assertThat(value.getBody().getReason()).isEqualTo("MERGED");
        });
    service.tick("2025-03-01", true).tick("2025-04-01", true);
    assertThat(roster("m1b"))
        .containsExactly("2025-02 " + T1 + " NEW NEW_ENROLLEE", "2025-03 null CANCELLED MERGED");
    assertThat(roster("m1"))
        .as("its own published rows, never those of the other id, are what came before")
        .containsExactly(
            "2025-02 " + Records.T2 + " NEW NEW_ENROLLEE",
            "2025-03 " + T1 + " CHANGED NEW_CLAIMS_PLURALITY",
            "2025-04 " + T1 + " NOCHANGE null");
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
}
