package io.corridor.local.feed;

import io.corridor.local.platform.Endpoints;
import io.corridor.local.platform.Writer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Records that arrive one by one, without files: each type counts as one endless file. */
public final class LiveFeed implements AutoCloseable {

  private final String feed;
  private final Writer writer;
  private final Map<String, Long> lines = new HashMap<>();
  private long sent;

  /**
   * A live feed.
   *
   * @param feed its name, another than any feed loaded from files
   */
  public LiveFeed(String feed, Endpoints endpoints) {
    this.feed = feed;
    this.writer = new Writer(endpoints);
  }

  /**
   * Sends one record.
   *
   * @param recordType claim, enrollment, adt, outreach, affiliation, identity, attestation or
   *     premium
   * @param content one line of JSON
   * @param receivedAt when it came
   */
  public void send(String recordType, byte[] content, Instant receivedAt) {
    long number = lines.merge(recordType, 1L, Long::sum);
    Manifest.File file = new Manifest.File("live-" + recordType, recordType, -1, Optional.empty());
    new FeedSender(writer, feed, receivedAt).line(file, number, content);
    sent++;
  }

  /** Waits until the broker has everything. */
  public void flush() {
    writer.flush();
  }

  /** Records sent. */
  public long sent() {
    return sent;
  }

  @Override
  public void close() {
    writer.close();
  }
}
