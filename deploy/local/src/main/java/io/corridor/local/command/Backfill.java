package io.corridor.local.command;

import io.corridor.local.feed.FeedLoader;
import io.corridor.local.feed.LoadReport;
import io.corridor.local.platform.BusinessClock;
import io.corridor.local.platform.CaughtUp;
import io.corridor.local.platform.Platform;
import io.corridor.local.platform.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Brings a feed of past years through the platform as if it had come month by month (DESIGN section 4): load a slice of
 * receivedAt, wait until caught up, tick the first of the next month. So frozen rosters of the past come to be.
 */
final class Backfill {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Platform platform;
  private final BusinessClock clock;
  private final CaughtUp caughtUp;
  private final Progress progress;

  Backfill(Platform platform, BusinessClock clock, CaughtUp caughtUp, Progress progress) {
    this.platform = platform;
    this.clock = clock;
    this.caughtUp = caughtUp;
    this.progress = progress;
  }

  /** Loads everything, then gives one tick: no frozen past. */
  LoadReport finalOnly(Path feed) {
    try (FeedLoader loader = new FeedLoader(feed, platform.endpoints())) {
      progress.step("Loading the feed");
      LoadReport report = loader.loadAll(lines -> progress.at(lines, -1));
      progress.step("Waiting until every line is answered");
      await();
      if (loader.asOf().isPresent()) {
        settle(date(loader.asOf().get()), false);
      }
      return report;
    }
  }

  /** Loads by months, with a tick after each. */
  LoadReport monthly(Path feed) {
    try (FeedLoader loader = new FeedLoader(feed, platform.endpoints())) {
      if (loader.asOf().isEmpty()) {
        return loader.finish();
      }
      LocalDate last = date(loader.asOf().get());
      progress.step("Reading the feed");
      SortedSet<LocalDate> slices =
          loader.cut(FeedLoader.spool(platform.layout().root()), at -> earlier(firstOfNextMonth(at), last));
      for (LocalDate slice : withGaps(slices, last)) {
        progress.step("Backfill to " + slice);
        if (loader.load(slice) > 0) {
          await();
        }
        tick(slice, true);
      }
      settle(last, true);
      return loader.finish();
    }
  }

  /** Ticks to the last date twice: the second lets population parameters settle (law L1). */
  void settle(LocalDate date, boolean freeze) {
    progress.step("Settling on " + date);
    if (clock.current().filter(date::equals).isEmpty()) {
      tick(date, freeze);
    }
    tick(date, freeze);
  }

  /** Gives a tick and waits until it is answered. */
  void tick(LocalDate date, boolean freeze) {
    if (clock.current().filter(date::isBefore).isEmpty()) {
      clock.tick(date, freeze);
      await();
    }
  }

  /** Waits until everything is answered. */
  void await() {
    caughtUp.await(PATIENCE, round -> progress.at(0, Math.max(1, round.lag())));
  }

  private static SortedSet<LocalDate> withGaps(SortedSet<LocalDate> slices, LocalDate last) {
    SortedSet<LocalDate> all = new TreeSet<>(slices);
    all.add(last);
    for (YearMonth m = YearMonth.from(all.getFirst()); m.atDay(1).isBefore(last); m = m.plusMonths(1)) {
      if (!m.atDay(1).isBefore(all.getFirst())) {
        all.add(m.atDay(1));
      }
    }
    return all;
  }

  private static LocalDate firstOfNextMonth(Instant at) {
    return YearMonth.from(at.atOffset(ZoneOffset.UTC)).plusMonths(1).atDay(1);
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  private static LocalDate date(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
