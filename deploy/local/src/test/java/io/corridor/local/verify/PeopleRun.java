package io.corridor.local.verify;

import io.corridor.local.feed.ContractLoader;
import io.corridor.local.feed.FeedLoader;
import io.corridor.local.platform.BusinessClock;
import io.corridor.local.platform.CaughtUp;
import io.corridor.local.platform.Exporter;
import io.corridor.local.platform.External;
import io.corridor.local.platform.Platform;
import io.corridor.local.platform.PlatformSettings;
import io.corridor.local.platform.Progress;
import io.corridor.local.platform.Services;
import io.corridor.local.platform.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run of the whole platform in which people act: the feed comes by the time of receipt, what they
 * recorded beside it, and a business date after each stretch.
 *
 * @param platform running platform
 * @param caughtUp tells when everything is answered
 */
record PeopleRun(Platform platform, CaughtUp caughtUp) {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /**
   * Runs and exports.
   *
   * @param dates business dates, ascending; each is given after what came before it, the last twice
   * @param acts what people recorded
   * @param data directory of the platform
   * @param results where the topics go
   */
  static void run(
      VerifiedRun input,
      List<LocalDate> dates,
      List<PeopleFeed.Act> acts,
      Path data,
      Path results) {
    PlatformSettings settings =
        new PlatformSettings(
            data,
            External.of(Map.of()),
            false,
            Optional.of(PlatformSettings.BACKFILL_COMMIT_INTERVAL),
            Services.withoutPages(),
            0,
            Map.of(),
            PlatformSettings.DEVELOPMENT_SECRET);
    try (Platform platform = Platform.start(settings, Progress.silent());
        CaughtUp caughtUp = CaughtUp.of(platform.run(), platform.endpoints())) {
      PeopleRun run = new PeopleRun(platform, caughtUp);
      ContractLoader.apply(input.contracts(), platform.endpoints());
      run.await();
      run.stretches(input.feed(), dates, acts);
      new Exporter(platform.endpoints()).all(results, Progress.silent());
    }
  }

  private void stretches(Path feed, List<LocalDate> dates, List<PeopleFeed.Act> acts) {
    try (FeedLoader loader = new FeedLoader(feed, platform.endpoints());
        BusinessClock clock = new BusinessClock(platform.endpoints());
        Writer writer = new Writer(platform.endpoints())) {
      loader.cut(
          FeedLoader.spool(platform.layout().root()),
          at ->
              dates.stream().filter(date -> before(at, date)).findFirst().orElse(dates.getLast()));
      LocalDate last = LocalDate.MIN;
      for (LocalDate date : dates) {
        loader.load(date);
        for (PeopleFeed.Act act : acts) {
          if (before(act.at(), date) && (last.equals(LocalDate.MIN) || !before(act.at(), last))) {
            writer.send(act.topic(), act.key(), act.body(), act.at(), "people");
          }
        }
        writer.flush();
        await();
        clock.tick(date, true);
        await();
        last = date;
      }
      clock.tick(last, true);
      await();
      loader.finish();
    }
  }

  private static boolean before(Instant at, LocalDate date) {
    return at.isBefore(date.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private void await() {
    caughtUp.await(PATIENCE, round -> {});
  }
}
