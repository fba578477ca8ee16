package io.corridor.local.feed;

import io.corridor.intake.canonical.RejectionCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A feed on disk: hands out every line that can be read and tells every problem; never fails on bad
 * content.
 */
final class FeedDirectory {

  private final Path directory;
  private final Manifest manifest;
  private final Consumer<FeedProblem> problems;

  /** A feed whose manifest was read. */
  FeedDirectory(Path directory, Manifest manifest, Consumer<FeedProblem> problems) {
    this.directory = directory;
    this.manifest = manifest;
    this.problems = problems;
  }

  /** Bytes of all listed files that exist, for progress. */
  long size() {
    long size = 0;
    for (Manifest.File file : manifest.files()) {
      size += directory.resolve(file.name()).toFile().length();
    }
    return size;
  }

  /** Hands out every line, file by file, and checks counts and totals on the way. */
  void each(Consumer<FeedLine> lines) {
    unlisted();
    for (Manifest.File file : manifest.files()) {
      read(file, lines);
    }
  }

  private void read(Manifest.File file, Consumer<FeedLine> lines) {
    Path path = directory.resolve(file.name());
    if (!Files.isRegularFile(path)) {
      problem(
          RejectionCode.INTAKE_FILE_MISSING,
          file,
          "the manifest names a file that is not in the feed");
      return;
    }
    String summed = file.control().map(Manifest.ControlTotal::field).orElse("");
    long number = 0;
    BigDecimal sum = BigDecimal.ZERO;
    try (LineReader reader = new LineReader(path)) {
      for (byte[] content = reader.next(); content != null; content = reader.next()) {
        number++;
        LineFacts facts = LineFacts.of(content, summed);
        sum = sum.add(facts.sum());
        lines.accept(new FeedLine(file, number, content, facts));
      }
    } catch (IOException e) {
      problem(
          RejectionCode.INTAKE_FILE_BROKEN,
          file,
          "the file cannot be read beyond line " + number + ": " + e.getClass().getSimpleName());
      return;
    }
    check(file, number, sum);
  }

  private void check(Manifest.File file, long lines, BigDecimal sum) {
    if (file.rows() >= 0 && file.rows() != lines) {
      problem(
          RejectionCode.INTAKE_ROW_COUNT,
          file,
          "the manifest promises " + file.rows() + " lines, there are " + lines);
    }
    file.control()
        .filter(control -> control.sum().compareTo(sum) != 0)
        .ifPresent(control ->
            problem(
                RejectionCode.INTAKE_CONTROL_TOTAL,
                file,
                "the control total over "
                    + control.field()
                    + " is "
                    + control.sum()
                    + ", the lines sum to "
                    + sum));
  }

  private void unlisted() {
    Set<String> listed = new HashSet<>(List.of(ManifestReader.NAME));
    manifest.files().forEach(file -> listed.add(file.name()));
    try (Stream<Path> present = Files.list(directory)) {
      present
          .filter(Files::isRegularFile)
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".ndjson") || name.endsWith(".ndjson.gz"))
          .filter(name -> !listed.contains(name))
          .sorted()
          .forEach(name ->
              problems.accept(
                  new FeedProblem(
                      RejectionCode.INTAKE_FILE_UNLISTED,
                      name,
                      "",
                      "the manifest does not name this file; it was not loaded")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the feed directory", e);
    }
  }

  private void problem(RejectionCode code, Manifest.File file, String text) {
    problems.accept(new FeedProblem(code, file.name(), file.recordType(), text));
  }
}
