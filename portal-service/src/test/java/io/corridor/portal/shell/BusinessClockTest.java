package io.corridor.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class BusinessClockTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Instant WALL = Instant.parse("2026-11-22T15:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Test
  void theWallCountsOnItsOwnDayAndBeforeTheFirstTick() {
    LocalDate wallDay = LocalDate.of(2026, 11, 22);
    assertThat(BusinessClock.of(wallDay, WALL, null, ZONE).now()).isEqualTo(WALL);
    assertThat(BusinessClock.of(null, WALL, null, ZONE).today()).isEqualTo(wallDay);
  }

  @Test
  void onAnotherDayTheNewestNewsOfThatDayCounts() {
    Instant news = Instant.parse("2026-03-02T18:30:00Z");
    assertThat(BusinessClock.of(DAY, WALL, news, ZONE)).isEqualTo(new BusinessClock(DAY, news));
  }

  @Test
  void nowNeverLeavesTheBusinessDay() {
    Instant first = DAY.atStartOfDay(ZONE).toInstant();
    assertThat(BusinessClock.of(DAY, WALL, null, ZONE).now()).isEqualTo(first);
    assertThat(BusinessClock.of(DAY, WALL, Instant.parse("2026-01-01T00:00:00Z"), ZONE).now())
        .isEqualTo(first);
    assertThat(BusinessClock.of(DAY, WALL, WALL, ZONE).now().atZone(ZONE).toLocalDate())
        .isEqualTo(DAY);
  }
}
