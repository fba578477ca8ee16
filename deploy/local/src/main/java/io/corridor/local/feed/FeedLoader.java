package io.corridor.local.feed;

import io.corridor.local.platform.Endpoints;
import io.corridor.local.platform.Writer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Loads one feed, at once or by slices of receivedAt. Every line that can be read becomes one raw
 * record; everything else that is wrong becomes a rejection of its file. Loading a feed twice is
 * harmless: intake knows its lines again.
 */
public final class FeedLoader implements AutoCloseable {

  private static final String UNKNOWN_FEED = "unknown";

  private final Path directory;
  private final Writer writer;
  private final List<FeedProblem> problems = new ArrayList<>();
  private final Optional<Manifest> manifest;
  private final FeedSender sender;
  private Optional<Slices> slices = Optional.empty();

  /**
   * Reads the manifest.
   *
   * @param directory the feed
   * @param endpoints broker and registry to write to
   */
  public FeedLoader(Path directory, Endpoints endpoints) {
    this.directory = directory;
    this.manifest = new ManifestReader(problems::add).read(directory);
    this.writer = new Writer(endpoints);
    this.sender =
        new FeedSender(
            writer,
            manifest.map(Manifest::feed).orElse(UNKNOWN_FEED),
            manifest.map(Manifest::asOf).orElse(Instant.EPOCH));
  }

  /** When the feed was known; empty when its manifest could not be read. */
  public Optional<Instant> asOf() {
    return manifest.map(Manifest::asOf);
  }

  /**
   * Loads everything in the order of the files.
   *
   * @param progress told the number of lines sent so far
   */
  public LoadReport loadAll(LongConsumer progress) {
    manifest.ifPresent(m -> {
      m.files().forEach(sender::promise);
      new FeedDirectory(directory, m, problems::add)
          .each(line -> {
            sender.line(line.file(), line.number(), line.content());
            if (sender.lines() % 1000 == 0) {
              progress.accept(sender.lines());
            }
          });
    });
    return finish();
  }

  /**
   * Cuts the feed into slices; {@link #load} then sends one after the other.
   *
   * @param spool an empty directory for the slices
   * @param dateAfter business date that follows an instant of receipt; it names the slice
   * @return the slices that hold lines
   */
  public SortedSet<LocalDate> cut(Path spool, Function<Instant, LocalDate> dateAfter) {
    if (manifest.isEmpty()) {
      return new TreeSet<>();
    }
    Slices cut = new Slices(spool, manifest.get(), dateAfter);
    slices = Optional.of(cut);
    manifest.get().files().forEach(sender::promise);
    new FeedDirectory(directory, manifest.get(), problems::add).each(cut::add);
    return cut.dates();
  }

  /** Sends a slice; returns when the broker has it. */
  public long load(LocalDate slice) {
    long before = sender.lines();
    slices.ifPresent(cut -> cut.send(slice, sender));
    writer.flush();
    return sender.lines() - before;
  }

  /** Sends the problems found and says what was done. */
  public LoadReport finish() {
    problems.forEach(sender::problem);
    writer.flush();
    return new LoadReport(
        manifest.map(Manifest::feed).orElse(""), sender.lines(), List.copyOf(problems));
  }

  @Override
  public void close() {
    slices.ifPresent(Slices::close);
    writer.close();
  }

  /** Makes an empty directory for slices below this one. */
  public static Path spool(Path root) {
    try {
      Path spool = root.resolve("slices");
      if (Files.exists(spool)) {
        try (Stream<Path> old = Files.list(spool)) {
          for (Path file : old.toList()) {
            Files.delete(file);
          }
        }
      }
      return Files.createDirectories(spool);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create the directory for slices", e);
    }
  }
}
