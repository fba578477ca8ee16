package io.corridor.local.simulate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A simulated population with its market and feed: written as a feed directory, wholly or up to a
 * cut-over, and read on as a live sequence of records after the cut-over. The same configuration
 * always gives the same records.
 */
public final class Simulation {
  private static final long DAY = 86_400_000L;

  /** Told how far the simulation is; called on the thread that called {@link #write}. */
  @FunctionalInterface
  public interface Progress {
    /** Members done so far. */
    void membersDone(int members);
  }

  private final SimulationConfig config;
  private final Timeline timeline;
  private final Market market;

  /** Prepares a simulation; nothing is generated yet. */
  public Simulation(SimulationConfig config) {
    this.config = config;
    this.timeline = new Timeline(config.start(), config.months());
    this.market = new Market(config.seed(), timeline);
  }

  /** First simulated day. */
  public LocalDate firstDay() {
    return LocalDate.ofEpochDay(timeline.startDay());
  }

  /** First day after the simulated period: nothing is received on or after it. */
  public LocalDate endDay() {
    return LocalDate.ofEpochDay(timeline.endDay());
  }

  /** Writes the whole feed, its manifest and, beside the files, {@code contracts/}. */
  public SimulationSummary write(Path directory, boolean gzip, Progress progress)
      throws IOException {
    return write(directory, null, endDay(), gzip, progress);
  }

  /**
   * The same, and for a disordered feed the answer key: the clean feed and {@code faults.ndjson}.
   */
  public SimulationSummary writeWithAnswerKey(
      Path directory, Path answerKey, boolean gzip, Progress progress) throws IOException {
    return write(directory, answerKey, endDay(), gzip, progress);
  }

  /**
   * Writes the part of the feed received before a day, its manifest and {@code contracts/}.
   *
   * @param cutOver first day that is left out; {@link #live} goes on from here
   */
  public SimulationSummary writeUntil(
      Path directory, LocalDate cutOver, boolean gzip, Progress progress) throws IOException {
    return write(directory, null, cutOver, gzip, progress);
  }

  private SimulationSummary write(
      Path directory, @Nullable Path answerKey, LocalDate cutOver, boolean gzip, Progress progress)
      throws IOException {
    long started = System.nanoTime();
    long until = Math.min(cutOver.toEpochDay(), timeline.endDay()) * DAY;
    FeedFiles files = new FeedFiles(directory, timeline, gzip);
    AnswerKey key = answerKey == null ? null : new AnswerKey(answerKey, timeline, gzip);
    Generator.ChunkConsumer consumer =
        output -> {
          files.append(output.feed());
          if (key != null) {
            key.append(output);
          }
        };
    Tally tally =
        new Generator(config, timeline, market).run(Long.MIN_VALUE, until, consumer, progress);
    List<FeedFiles.Written> written = files.finish(config.threads());
    if (config.chaos() != SimulationConfig.Chaos.NONE) {
      written = FileDisorder.apply(config, directory, written);
    }
    Manifests.write(directory, until, written);
    if (key != null) {
      Manifests.write(key.feed(), until, key.finish(config.threads()));
    }
    new ContractFiles(config, timeline, market, tally).write(directory.resolve("contracts"));
    Map<RecordType, Long> rows = new EnumMap<>(RecordType.class);
    for (FeedFiles.Written file : written) {
      rows.merge(file.type(), file.rows(), Long::sum);
    }
    return SimulationSummary.of(tally, rows, System.nanoTime() - started);
  }

  /**
   * The records received from a day on, in order of receipt. They are generated at once and held in
   * memory: meant for the days or months after a cut-over.
   */
  public List<FeedRecord> live(LocalDate cutOver) {
    List<FeedRecord> records = new ArrayList<>();
    Generator.ChunkConsumer consumer =
        output -> {
          for (Map.Entry<Integer, RecordBuffer.Run> entry : output.feed().runs().entrySet()) {
            RecordType type = RecordBuffer.typeOf(entry.getKey());
            ByteBuffer bytes =
                ByteBuffer.wrap(entry.getValue().bytes(), 0, entry.getValue().length());
            while (bytes.hasRemaining()) {
              long receivedAt = bytes.getLong();
              bytes.getLong();
              byte[] json = new byte[bytes.getInt()];
              bytes.get(json);
              records.add(new FeedRecord(type, Instant.ofEpochMilli(receivedAt), json));
            }
          }
        };
    new Generator(config, timeline, market)
        .run(cutOver.toEpochDay() * DAY, timeline.endDay() * DAY, consumer, done -> {});
    records.sort(Comparator.comparing(FeedRecord::receivedAt));
    return records;
  }
}
