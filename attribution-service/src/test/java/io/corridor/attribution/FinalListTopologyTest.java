package io.corridor.attribution;

import static io.corridor.attribution.Records.T1;
import static io.corridor.attribution.Records.coverage;
import static io.corridor.attribution.Records.day;
import static io.corridor.common.fixture.PeriodRecords.closed;
import static io.corridor.common.fixture.PeriodRecords.closing;
import static io.corridor.common.fixture.PeriodRecords.listsFinal;
import static io.corridor.common.fixture.PeriodRecords.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.schemas.Dispute;
import io.corridor.schemas.DisputeAction;
import io.corridor.schemas.Period;
import io.corridor.schemas.topic.AttributionTopics;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Disputes about lists are heard until the closing's cut, and no longer (domain.md 1.7). */
class FinalListTopologyTest {

  private static final LocalDate CUT = day("2026-04-01");

  private final Service service = new Service();

  @BeforeEach
  void member() {
    service.driver.feed(
        Topics.ENROLLMENT,
        "m|P1|cov",
        IntakeRecords.change(null, coverage("cov", day("2025-01-01"), null, day("2025-01-01"))));
    service.tick("2026-04-01", false);
  }

  @AfterEach
  void close() {
    service.close();
  }

  private void period(Period period) {
    service.driver.feed(ClosingTopics.PERIOD, "C1|2025", period);
  }

  private static Period frozen() {
    return listsFinal(closing("C1", 2025, 1, CUT, "BUDGET"), CUT);
  }

  private void submit(String dispute, String at, String from) {
    DisputeAction claim = DisputeTopologyTest.claim(dispute, "ann", at, T1, from);
    service.driver.feed(AttributionTopics.DISPUTE_ACTION, "m|" + dispute, claim);
  }

  private String refused(String dispute) {
    Dispute held =
        (Dispute)
            Objects.requireNonNull(
                service.driver.current(AttributionTopics.DISPUTE).get("m|" + dispute), dispute);
    return held.getStatus() + " " + held.getSteps().getFirst().getRefused();
  }

  @Test
  @DisplayName(
      "through the day of the cut a dispute is heard, afterwards refused; open years are not touched")
  void untilTheCut() {
    period(frozen());
    submit("d", "2026-04-01T15:00:00Z", "2025-11");
    submit("e", "2026-04-02T15:00:00Z", "2025-11");
    submit("f", "2026-04-02T15:00:00Z", "2026-01");
    assertThat(refused("d")).isEqualTo("SUBMITTED null");
    assertThat(refused("e")).isEqualTo("NOT_SUBMITTED DISPUTE_LIST_FINAL");
    assertThat(refused("f")).isEqualTo("SUBMITTED null");
    period(listsFinal(closed("C1", 2025, 1), CUT));
    submit("g", "2026-07-01T15:00:00Z", "2025-12");
    assertThat(refused("g")).isEqualTo("NOT_SUBMITTED DISPUTE_LIST_FINAL");
  }

  @Test
  @DisplayName("L1: a dispute that came before the word of the closing is judged again")
  void outOfOrder() {
    period(closing("C1", 2025, 1, CUT, "ROSTER", "BUDGET"));
    submit("e", "2026-04-02T15:00:00Z", "2025-11");
    assertThat(refused("e")).isEqualTo("SUBMITTED null");
    period(frozen());
    assertThat(refused("e")).isEqualTo("NOT_SUBMITTED DISPUTE_LIST_FINAL");
  }

  @Test
  @DisplayName("a closing that is given up opens the lists again")
  void abandoned() {
    period(frozen());
    submit("e", "2026-04-02T15:00:00Z", "2025-11");
    period(open("C1", 2025));
    assertThat(refused("e")).isEqualTo("SUBMITTED null");
  }
}
