package io.corridor.schemas.serde;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Apicurio Registry as a child process on a loopback port, its state in memory. */
final class ApicurioRegistry implements AutoCloseable {

  static final String ARTIFACT = "io.apicurio:apicurio-registry-app:3.3.3:tar.gz:all";

  private static final String FILE = "apicurio-registry-app-3.3.3-all.tar.gz";
  private static final String STARTED = "started in";

  private final Process process;
  private final URI uri;
  private final Duration startTime;

  private ApicurioRegistry(Process process, URI uri, Duration startTime) {
    this.process = process;
    this.uri = uri;
    this.startTime = startTime;
  }

  /**
   * The archive: named by the system property {@code corridor.apicurio.archive}, or in the local
   * Maven repository.
   */
  static Optional<Path> archive() {
    String named = System.getProperty("corridor.apicurio.archive");
    Path repository =
        Path.of(
            System.getProperty(
                "maven.repo.local", System.getProperty("user.home") + "/.m2/repository"));
    Path path =
        named == null
            ? repository.resolve("io/apicurio/apicurio-registry-app/3.3.3").resolve(FILE)
            : Path.of(named);
    return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
  }

  static ApicurioRegistry start(Path archive, Path directory) throws IOException {
    unpack(archive, directory);
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    long before = System.nanoTime();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-jar",
                "quarkus-run.jar")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    awaitStart(process);
    Duration startTime = Duration.ofNanos(System.nanoTime() - before);
    URI uri = URI.create("http://127.0.0.1:" + port + "/apis/ccompat/v7");
    return new ApicurioRegistry(process, uri, startTime);
  }

  private static void unpack(Path archive, Path directory) throws IOException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
          throw new IOException("the archive names a place outside of its own");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(tar, target);
        }
      }
    }
  }

  private static void awaitStart(Process process) throws IOException {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder seen = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      seen.append(line).append('\n');
      if (line.contains(STARTED)) {
        // The rest is read and dropped, or the child would wait for a reader.
        Thread.ofVirtual().start(() -> drop(output));
        return;
      }
    }
    throw new IOException("Apicurio ended before it had started:\n" + seen);
  }

  private static void drop(BufferedReader output) {
    try {
      output.transferTo(Writer.nullWriter());
    } catch (IOException e) {
      // The process was ended, and its output with it.
    }
  }

  /** Base address of its Confluent-compatible interface. */
  URI uri() {
    return uri;
  }

  /** From the process' start to its own word that it has started. */
  Duration startTime() {
    return startTime;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
