package io.corridor.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a platform keeps what it knows: one directory, nothing outside it.
 *
 * @param root the data directory, for {@code up} it is {@code .corridor}
 */
public record Layout(Path root) {

  /** Makes the path absolute, so that it can be found in a child's command line. */
  public Layout {
    root = root.toAbsolutePath().normalize();
  }

  /** The broker's log directory. */
  public Path broker() {
    return root.resolve("broker");
  }

  /** PostgreSQL's data directory. */
  public Path database() {
    return root.resolve("database");
  }

  /** Where PostgreSQL's programs are unpacked: once for all, where the launcher script says so. */
  public Path databasePrograms() {
    String shared = System.getProperty("corridor.programs", "");
    return shared.isEmpty() ? root.resolve("database-programs") : Path.of(shared);
  }

  /** State directory of one service. */
  public Path state(String service) {
    return root.resolve("state").resolve(service);
  }

  /** The log file of everything that runs in the launcher's process. */
  public Path log() {
    return root.resolve("corridor.log");
  }

  /** Locked by the process that owns the directory. */
  public Path lock() {
    return root.resolve("lock");
  }

  /** What the owner started: ports, and children with their start time. */
  public Path runFile() {
    return root.resolve("run.json");
  }

  /** Creates the directories that must exist before anything starts. */
  public Layout create() {
    try {
      Files.createDirectories(root);
      Files.createDirectories(root.resolve("state"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create the data directory " + root, e);
    }
    return this;
  }
}
