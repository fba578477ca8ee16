package io.corridor.local.command;

import io.corridor.local.feed.LiveFeed;
import io.corridor.local.platform.BusinessClock;
import io.corridor.local.platform.Endpoints;
import io.corridor.local.simulate.FeedRecord;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Lets simulated days go by: each sends the records received on it and then ticks to the next. */
final class LiveDays implements AutoCloseable {

  private final List<FeedRecord> records;
  private final LiveFeed feed;
  private final BusinessClock clock;
  private int next;

  /**
   * Days to come.
   *
   * @param records records to come, in order of receipt
   */
  LiveDays(List<FeedRecord> records, Endpoints endpoints, BusinessClock clock) {
    this.records = records;
    this.feed = new LiveFeed("live", endpoints);
    this.clock = clock;
  }

  /**
   * Lets the next day with records go by.
   *
   * @return false when the simulated time is over
   */
  boolean next() {
    if (next == records.size()) {
      return false;
    }
    LocalDate day = dayOf(records.get(next));
    while (next < records.size() && dayOf(records.get(next)).equals(day)) {
      FeedRecord record = records.get(next++);
      feed.send(record.type().feedName(), record.json(), record.receivedAt());
    }
    feed.flush();
    clock.tick(day.plusDays(1), true);
    return true;
  }

  @Override
  public void close() {
    feed.close();
  }

  private static LocalDate dayOf(FeedRecord record) {
    return record.receivedAt().atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
