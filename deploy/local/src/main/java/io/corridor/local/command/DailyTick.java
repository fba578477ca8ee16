package io.corridor.local.command;

import io.corridor.local.platform.BusinessClock;
import io.corridor.local.platform.Endpoints;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Live use: a tick at start-up and one a day (DESIGN section 4). The date is UTC's. */
final class DailyTick implements AutoCloseable {

  /** How often to look. */
  static final Duration PAUSE = Duration.ofSeconds(5);

  private final InstantSource now = Clock.systemUTC();
  private final BusinessClock clock;

  /** Ticks at once when the day is a new one. */
  DailyTick(Endpoints endpoints) {
    this.clock = new BusinessClock(endpoints);
    tickIfDue();
  }

  /** Ticks when a new day has begun; a business date ahead of today, set by a backfill, stays. */
  void tickIfDue() {
    LocalDate today = now.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    if (clock.current().filter(date -> !date.isBefore(today)).isEmpty()) {
      clock.tick(today, true);
    }
  }

  @Override
  public void close() {
    clock.close();
  }
}
