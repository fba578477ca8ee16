package io.corridor.local.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A data directory of a run: a fresh one that is removed at the end, or one that the user names and
 * keeps.
 */
final class TemporaryData implements AutoCloseable {

  private final Path directory;
  private final boolean kept;

  private TemporaryData(Path directory, boolean kept) {
    this.directory = directory;
    this.kept = kept;
  }

  /** A fresh directory. */
  static TemporaryData fresh() {
    try {
      return new TemporaryData(Files.createTempDirectory("corridor-"), false);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create a temporary data directory", e);
    }
  }

  /** A directory of the user's. */
  static TemporaryData of(Path directory) {
    return new TemporaryData(directory, true);
  }

  Path directory() {
    return directory;
  }

  @Override
  public void close() {
    if (kept) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the temporary data directory " + directory, e);
    }
  }
}
