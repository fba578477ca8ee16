package io.corridor.local.feed;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A feed cut by receivedAt, on disk: a backfill loads one slice after the other however the files
 * are ordered. A slice is named by the business date that follows it. Open files are bounded by the
 * number of slices.
 */
final class Slices implements AutoCloseable {

  private static final int BUFFER = 1 << 15;

  private final Path directory;
  private final Manifest manifest;
  private final Function<Instant, LocalDate> dateAfter;
  private final Map<LocalDate, DataOutputStream> open = new TreeMap<>();
  private final Map<LocalDate, Long> counts = new TreeMap<>();
  private final Map<String, Integer> fileNumbers = new TreeMap<>();

  /**
   * An empty cut.
   *
   * @param directory where slices are kept
   * @param dateAfter business date that follows an instant of receipt
   */
  Slices(Path directory, Manifest manifest, Function<Instant, LocalDate> dateAfter) {
    this.directory = directory;
    this.manifest = manifest;
    this.dateAfter = dateAfter;
    List<Manifest.File> files = manifest.files();
    for (int i = 0; i < files.size(); i++) {
      fileNumbers.put(files.get(i).name(), i);
    }
  }

  /**
   * Puts a line into the slice of its receivedAt; one of the future, or without any, into asOf's
   * slice.
   */
  void add(FeedLine line) {
    Instant receivedAt = Optional.ofNullable(line.facts().receivedAt()).orElse(manifest.asOf());
    LocalDate slice =
        dateAfter.apply(receivedAt.isAfter(manifest.asOf()) ? manifest.asOf() : receivedAt);
    try {
      DataOutputStream out = open.computeIfAbsent(slice, this::create);
      out.writeInt(fileNumbers.getOrDefault(line.file().name(), 0));
      out.writeLong(line.number());
      out.writeInt(line.content().length);
      out.write(line.content());
      counts.merge(slice, 1L, Long::sum);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a slice of the feed", e);
    }
  }

  /** The slices that hold lines, oldest first. */
  SortedSet<LocalDate> dates() {
    return new TreeSet<>(counts.keySet());
  }

  /** Lines in a slice. */
  long count(LocalDate slice) {
    return counts.getOrDefault(slice, 0L);
  }

  /** Sends a slice's lines. */
  void send(LocalDate slice, FeedSender sender) {
    try {
      DataOutputStream written = open.remove(slice);
      if (written == null) {
        return;
      }
      written.close();
      Path file = file(slice);
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
        for (long left = count(slice); left > 0; left--) {
          Manifest.File of = manifest.files().get(in.readInt());
          long number = in.readLong();
          byte[] content = new byte[in.readInt()];
          in.readFully(content);
          sender.line(of, number, content);
        }
      }
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a slice of the feed", e);
    }
  }

  @Override
  public void close() {
    try {
      for (Map.Entry<LocalDate, DataOutputStream> entry : open.entrySet()) {
        entry.getValue().close();
        Files.deleteIfExists(file(entry.getKey()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear the slices of the feed", e);
    }
  }

  private Path file(LocalDate slice) {
    return directory.resolve("slice-" + slice);
  }

  private DataOutputStream create(LocalDate slice) {
    try {
      Files.createDirectories(directory);
      return new DataOutputStream(
          new BufferedOutputStream(Files.newOutputStream(file(slice)), BUFFER));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create a slice of the feed", e);
    }
  }
}
