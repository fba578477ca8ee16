package io.corridor.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.local.platform.Layout;
import io.corridor.local.platform.PlatformLock;
import io.corridor.local.platform.RunFile;
import io.corridor.schemas.serde.HttpSchemaRegistry;
import io.corridor.schemas.topic.Topics;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole platform as its own process, killed and started again. */
@Tag("acceptance")
class CrashTest {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final String SUBJECT = "crash.visit.v1-value";
  private static final Schema OLD =
      SchemaBuilder.record("Visit").fields().requiredString("id").endRecord();
  private static final Schema NEW =
      SchemaBuilder.record("Visit").fields().requiredString("id").optionalString("place").endRecord();

  @TempDir private Path directory;

  @Test
  @DisplayName("after kill -9 the next start goes on with the same data, schema ids included, and leaves no process behind")
  void killAndStartAgain() throws Exception {
    Layout layout = new Layout(directory.resolve("data")).create();
    Process first = up();
    RunFile before = running(layout, first);
    int oldId = new HttpSchemaRegistry(URI.create(before.registry()), true).idOf(SUBJECT, OLD);
    int claimId = idOfClaims(before);
    first.destroyForcibly().waitFor();
    assertThat(before.children()).allSatisfy(child -> assertThat(child.isAlive()).isTrue());

    Process second = up();
    RunFile after = running(layout, second);
    assertThat(before.children()).allSatisfy(child -> assertThat(child.isAlive()).isFalse());
    assertThat(after.services()).hasSameSizeAs(before.services());
    HttpSchemaRegistry registry = new HttpSchemaRegistry(URI.create(after.registry()), true);
    assertThat(registry.idOf(SUBJECT, NEW)).isNotEqualTo(oldId);
    assertThat(registry.byId(oldId)).isEqualTo(OLD);
    assertThat(idOfClaims(after)).isEqualTo(claimId);

    second.destroy();
    assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(after.children()).allSatisfy(child -> assertThat(child.isAlive()).isFalse());
    assertThat(layout.runFile()).doesNotExist();
  }

  private static int idOfClaims(RunFile run) {
    return new HttpSchemaRegistry(URI.create(run.registry()), false)
        .idOf(Topics.CLAIM.subject(), Topics.CLAIM.schema());
  }

  private Process up() throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.corridor.schemas",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CorridorCommand.class.getName(),
                "up",
                "--portal-port",
                "0",
                "--data",
                directory.resolve("data").toString()))
        .redirectErrorStream(true)
        .redirectOutput(new File(directory.toFile(), "up.log"))
        .start();
  }

  /** Waits until every service is in the run file of this process. */
  private RunFile running(Layout layout, Process process) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<RunFile> run =
          PlatformLock.running(layout).filter(file -> file.owner().pid() == process.pid());
      if (run.isPresent() && Files.readString(directory.resolve("up.log")).contains("Corridor runs")) {
        return run.get();
      }
      assertThat(process.isAlive()).as(Files.readString(directory.resolve("up.log"))).isTrue();
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    throw new TimeoutException("the platform did not start: " + Files.readString(directory.resolve("up.log")));
  }
}
