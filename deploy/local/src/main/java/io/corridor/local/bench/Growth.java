package io.corridor.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.common.streams.FoldSettings;
import io.corridor.common.streams.StoreMeter;
import io.corridor.local.feed.LiveFeed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Law L9 counted on the whole platform: what one claim of a member costs when the member has had a
 * thousand, and when ten thousand, over the same months and practices. Claims go in one at a time,
 * so that no two share a commit.
 */
final class Growth {
  private static final String GROUP = "a claim as history grows (L9)";
  private static final InstantSource CLOCK = Clock.systemUTC();
  private static final int EARLY = 1_000;
  private static final int LATE = 10_000;
  private static final int COUNTED = 20;
  private static final double NANOS_A_MILLI = 1e6;
  private static final double AIM = 1.5;
  private static final List<String> SERVICES =
      List.of("attribution", "benchmark", "quality", "notification");

  /** Rows and bytes of each service, and the time, of one claim on average. */
  private record Cost(Map<String, StoreMeter.Counts> counts, double millis) {}

  private final Plant plant;
  private final List<JsonNode> templates;
  private int sent;

  /**
   * A growing history.
   *
   * @param templates claims of one member, repeated under new ids
   */
  Growth(Plant plant, List<JsonNode> templates) {
    this.plant = plant;
    this.templates = templates;
  }

  void measure(BenchReport report) {
    try (LiveFeed feed = new LiveFeed("bench-growth", plant.endpoints())) {
      until(feed, EARLY);
      Cost early = counted(feed);
      until(feed, LATE);
      Cost late = counted(feed);
      for (String service : SERVICES) {
        StoreMeter.Counts before = count(early, service);
        StoreMeter.Counts after = count(late, service);
        add(report, service + ", rows read", before.rowsRead(), after.rowsRead());
        add(report, service + ", rows written", before.rowsWritten(), after.rowsWritten());
        add(report, service + ", bytes read", before.bytesRead(), after.bytesRead());
        add(report, service + ", bytes written", before.bytesWritten(), after.bytesWritten());
      }
      report.add(
          Measure.of(GROUP, "time to every answer", late.millis(), "ms")
              .against(early.millis())
              .aim("ratio at most 1.5", late.millis() <= AIM * early.millis()));
    }
  }

  private static StoreMeter.Counts count(Cost cost, String service) {
    return cost.counts().getOrDefault(service, new StoreMeter.Counts(0, 0, 0, 0));
  }

  private static void add(BenchReport report, String name, long before, long after) {
    report.add(
        Measure.of(GROUP, name, after / (double) COUNTED, "a claim, at 10,000 against 1,000")
            .against(before / (double) COUNTED));
  }

  private void until(LiveFeed feed, int claims) {
    while (sent < claims) {
      send(feed);
    }
    feed.flush();
    plant.await();
  }

  private Cost counted(LiveFeed feed) {
    Map<String, StoreMeter.Counts> before = counts();
    long start = System.nanoTime();
    for (int i = 0; i < COUNTED; i++) {
      send(feed);
      feed.flush();
      plant.await();
    }
    double millis = (System.nanoTime() - start) / NANOS_A_MILLI / COUNTED;
    Map<String, StoreMeter.Counts> after = new LinkedHashMap<>();
    counts()
        .forEach((service, counts) -> {
          StoreMeter.Counts earlier = before.get(service);
          after.put(service, earlier == null ? counts : counts.since(earlier));
        });
    return new Cost(after, millis);
  }

  private Map<String, StoreMeter.Counts> counts() {
    Map<String, StoreMeter.Counts> counts = new LinkedHashMap<>();
    for (String service : SERVICES) {
      counts.put(
          service,
          plant.service(service).context().getBean(FoldSettings.class).storeMeter().counts());
    }
    return counts;
  }

  private void send(LiveFeed feed) {
    Instant now = CLOCK.instant();
    ObjectNode claim = templates.get(sent % templates.size()).deepCopy();
    claim.put("claimId", "bench-" + sent).put("version", 1).put("receivedAt", now.toString());
    feed.send("claim", claim.toString().getBytes(StandardCharsets.UTF_8), now);
    sent++;
  }
}
