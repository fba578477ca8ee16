package io.corridor.settlement.replicate;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The public use files beside the repository, where they are. */
public final class PublishedData {

  private static final Path DIRECTORY =
      Path.of(System.getProperty("corridor.shared", "../../shared"), "data", "mssp-puf");

  private PublishedData() {}

  /** Every published row; skips the test where the files are absent. */
  public static List<PublishedResult> rows() {
    assumeTrue(
        Files.isDirectory(DIRECTORY),
        "no public use files: " + DIRECTORY + " is absent (set -Dcorridor.shared)");
    try {
      return PublishedFiles.read(DIRECTORY);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
