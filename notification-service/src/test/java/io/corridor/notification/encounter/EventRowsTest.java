package io.corridor.notification.encounter;

import static io.corridor.notification.encounter.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.facts.MemoryRows;
import java.time.LocalDate;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventRowsTest {

  private static final AdtEvent ADMIT =
      Events.with(
          event("A01", "2025-03-07T10:00", PatientClass.INPATIENT),
          "4W",
          "I509",
          Consent.BEHAVIORAL);

  @Test
  void anEventComesBackAsItWas() {
    MemoryRows rows = new MemoryRows().add(EventRows.of(ADMIT)).add(EventRows.of(ADMIT));
    assertThat(EventRows.of(rows, Events.VISIT)).containsExactly(ADMIT);
  }

  @Test
  void encountersAreFoundByTheirDays() {
    MemoryRows rows = new MemoryRows().add(EventRows.of(ADMIT));
    LocalDate day = LocalDate.of(2025, 3, 7);
    assertThat(EventRows.between(rows, day, day)).containsExactly(Events.VISIT);
    assertThat(EventRows.between(rows, day.plusDays(1), day.plusDays(9))).isEmpty();
    assertThat(EventRows.between(rows, day.minusDays(9), day.minusDays(1))).isEmpty();
    assertThat(EventRows.since(rows, day)).containsExactly(Events.VISIT);
    assertThat(EventRows.all(rows)).containsExactly(Events.VISIT);
  }

  @Test
  void aBarInAVisitNumberDoesNotBreakTheKey() {
    EncounterId odd = new EncounterId("H|1", "V%7C2");
    MemoryRows rows =
        new MemoryRows()
            .add(EventRows.of(event(odd, "A01", "2025-03-07T10:00", PatientClass.INPATIENT, null)));
    assertThat(EventRows.all(rows)).containsExactly(odd);
    assertThat(EventRows.of(rows, odd)).hasSize(1);
  }

  @Test
  @DisplayName("the first layout stays readable")
  void storedBytes() {
    String stored =
        "010002503100155631413031323032352d30332d30375431303a3030000341303100000195711ed1800010416d"
            + "65726963612f4e65775f596f726b000001957120a64001010002345701000449353039000001";
    assertThat(EventRows.event(Events.VISIT, HexFormat.of().parseHex(stored))).isEqualTo(ADMIT);
    assertThat(HexFormat.of().formatHex(EventRows.bytes(ADMIT))).isEqualTo(stored);
    assertThatThrownBy(() -> EventRows.event(Events.VISIT, new byte[] {9}))
        .isInstanceOf(IllegalStateException.class);
  }
}
