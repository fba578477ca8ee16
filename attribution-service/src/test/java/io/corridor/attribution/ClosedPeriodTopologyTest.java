package io.corridor.attribution;

import static io.corridor.attribution.Records.N1;
import static io.corridor.attribution.Records.N2;
import static io.corridor.attribution.Records.T1;
import static io.corridor.attribution.Records.T2;
import static io.corridor.attribution.Records.coverage;
import static io.corridor.attribution.Records.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.fixture.PeriodRecords;
import io.corridor.schemas.Assignment;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.FinalAssignment;
import io.corridor.schemas.FinalRoster;
import io.corridor.schemas.MovedMonth;
import io.corridor.schemas.Period;
import io.corridor.schemas.RestatementValue;
import io.corridor.schemas.topic.AttributionTopics;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Law L6 for assignments: a closing freezes them, later knowledge is told beside them. */
class ClosedPeriodTopologyTest {

  private static final LocalDate CUT = day("2026-04-01");
  private static final String HELD = "2025-01-01..2026-01-01 " + T1;

  private final Service service = new Service();

  @AfterEach
  void close() {
    service.close();
  }

  private static Claim visit(String id, String on, String tin, String npi) {
    LocalDate day = day(on);
    return Records.visit(id, ClaimStatus.PAID, day, tin, npi, "99213", "90.00", day.plusDays(14));
  }

  private void claim(Claim claim) {
    service.driver.feed(
        Topics.CLAIM, "m|P1|" + claim.getClaimId(), IntakeRecords.change(null, claim));
  }

  private void member() {
    service.driver.feed(
        Topics.ENROLLMENT,
        "m|P1|cov",
        IntakeRecords.change(
            null, coverage("cov", day("2025-01-01"), day("2025-12-31"), day("2025-01-01"))));
    claim(visit("a", "2025-01-10", T1, N1));
  }

  private void period(Period period) {
    service.driver.feed(ClosingTopics.PERIOD, "C1|2025", period);
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

  private FinalAssignment frozen(int number) {
    return (FinalAssignment)
        Objects.requireNonNull(
            service.driver.current(ClosingTopics.FINAL_ASSIGNMENT).get("m|C1|2025|" + number));
  }

  private FinalRoster roster(int number) {
    return (FinalRoster)
        Objects.requireNonNull(
            service.driver.current(ClosingTopics.FINAL_ROSTER).get("C1|2025|" + number));
  }

  private List<String> restatements() {
    return service.driver.log(AttributionTopics.RESTATEMENT).stream()
        .map(RestatementValue::getBody)
        .filter(body -> body.getOrigin().equals("CLOSED_PERIOD"))
        .map(body -> body.getMonth() + " " + body.getFromTin() + " > " + body.getToTin())
        .toList();
  }

  /** What the contracts are told, whose fees may be taken back. */
  private List<String> moved() {
    return service.driver.log(ClosingTopics.MOVED_MONTH).stream()
        .map(value -> {
          MovedMonth body = value.getBody();
          return value.getEnvelope().getEntityId()
              + " of closing "
              + body.getClosing()
              + ": "
              + body.getFromTin()
              + " > "
              + body.getToTin();
        })
        .toList();
  }

  @Test
  @DisplayName("on the day of the closing every assignment is frozen, and then the total is told")
  void freezes() {
    member();
    service.tick("2026-03-31", false);
    period(PeriodRecords.closing("C1", 2025, 1, CUT, "ROSTER", "BUDGET"));
    assertThat(service.driver.log(ClosingTopics.FINAL_ROSTER)).isEmpty();
    service.tick("2026-04-01", false);
    assertThat(frozen(1).getMonths()).hasSize(12);
    assertThat(frozen(1).getBusinessDate()).isEqualTo(CUT);
    assertThat(roster(1).getMembers()).isEqualTo(1);
    assertThat(roster(1).getMemberMonths()).isEqualTo(12);
  }

  @Test
  @DisplayName("a closing of today freezes at once; a contract without members is told too")
  void freezesAtOnce() {
    service.tick("2026-04-01", false);
    period(PeriodRecords.closing("C1", 2025, 1, CUT, "ROSTER"));
    assertThat(roster(1).getMembers()).isZero();
    assertThat(service.driver.log(ClosingTopics.FINAL_ASSIGNMENT)).isEmpty();
  }

  @Test
  @DisplayName("L6: later claims restate a settled month and leave its assignment as it was")
  void restates() {
    member();
    service.tick("2026-04-01", false);
    period(PeriodRecords.closing("C1", 2025, 1, CUT, "ROSTER"));
    period(PeriodRecords.closed("C1", 2025, 1));
    assertThat(spans()).isEqualTo(HELD);
    assertThat(restatements()).isEmpty();
    FinalAssignment first = frozen(1);
    // Two visits elsewhere in October win the rest of the year.
    claim(visit("b", "2025-10-05", T2, N2));
    claim(visit("c", "2025-10-06", T2, N2));
    assertThat(spans()).isEqualTo(HELD);
    assertThat(restatements())
        .contains("2025-12 " + T1 + " > " + T2)
        .noneMatch(text -> text.startsWith("2025-09"));
    assertThat(moved()).contains("C1|2025|2025-12|m of closing 1: " + T1 + " > " + T2);
    assertThat(moved()).hasSameSizeAs(restatements());
    int told = restatements().size();
    service.tick("2026-04-02", false);
    claim(visit("d", "2025-10-07", T2, N2));
    assertThat(restatements()).as("nothing is told twice").hasSize(told);
    assertThat(frozen(1)).isEqualTo(first);
    assertThat(service.driver.log(ClosingTopics.FINAL_ASSIGNMENT)).hasSize(1);
  }

  @Test
  @DisplayName("a restated closing freezes what is known then, and from then on that holds")
  void freezesAnew() {
    member();
    service.tick("2026-04-01", false);
    period(PeriodRecords.closing("C1", 2025, 1, CUT, "ROSTER"));
    period(PeriodRecords.closed("C1", 2025, 1));
    claim(visit("b", "2025-10-05", T2, N2));
    claim(visit("c", "2025-10-06", T2, N2));
    period(PeriodRecords.restating("C1", 2025, 2, CUT, "ROSTER"));
    assertThat(frozen(2).getMonths().getLast().getTin()).isEqualTo(T2);
    assertThat(frozen(1).getMonths().getLast().getTin()).isEqualTo(T1);
    assertThat(spans()).endsWith(T2);
    period(PeriodRecords.closed("C1", 2025, 2));
    assertThat(spans()).endsWith("2026-01-01 " + T2);
  }

  @Test
  @DisplayName("a member who turns up after the closing is restated, not assigned")
  void turnsUpLater() {
    service.tick("2026-04-01", false);
    period(PeriodRecords.closing("C1", 2025, 1, CUT, "ROSTER"));
    period(PeriodRecords.closed("C1", 2025, 1));
    member();
    assertThat(spans()).isEmpty();
    assertThat(restatements()).contains("2025-12 null > " + T1);
  }
}
