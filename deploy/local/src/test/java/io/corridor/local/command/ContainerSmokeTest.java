package io.corridor.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The main job end to end with Kafka and PostgreSQL in containers in place of the embedded ones.
 */
@Tag("acceptance")
class ContainerSmokeTest {

  private static final String KAFKA = "apache/kafka:4.2.1";
  private static final String POSTGRES = "postgres:18";
  private static final long MINUTES = 6;

  @TempDir private Path directory;

  @Test
  @DisplayName("a run on containers is answered and recomputed without a difference")
  void runsOnContainers() throws Exception {
    assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "skipped: no container engine answers on this machine");
    String feed = directory.resolve("feed").toString();
    assertThat(
            CorridorCommand.execute(
                "simulate",
                "--members",
                "80",
                "--months",
                "3",
                "--seed",
                "7",
                "--plain",
                "--out",
                feed))
        .isZero();
    try (KafkaContainer kafka =
            new KafkaContainer(KAFKA)
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1")
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1");
        PostgreSQLContainer postgres = new PostgreSQLContainer(POSTGRES)) {
      kafka.start();
      postgres.start();
      Map<String, String> environment =
          Map.of(
              "CORRIDOR_KAFKA", kafka.getBootstrapServers(),
              "CORRIDOR_DATABASE_URL", postgres.getJdbcUrl(),
              "CORRIDOR_DATABASE_USER", postgres.getUsername(),
              "CORRIDOR_DATABASE_PASSWORD", postgres.getPassword());
      String contracts = feed + "/contracts";
      String results = directory.resolve("results").toString();
      assertThat(
              launcher(
                  environment, "run", "--feed", feed, "--contracts", contracts, "--out", results))
          .isZero();
      assertThat(
              CorridorCommand.execute(
                  "verify", "--feed", feed, "--contracts", contracts, "--results", results))
          .isZero();
    }
  }

  private int launcher(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Process run =
        LauncherProcess.start(new File(directory.toFile(), "run.log"), environment, arguments);
    if (!run.waitFor(MINUTES, TimeUnit.MINUTES)) {
      run.destroyForcibly();
      throw new IllegalStateException("the run did not end within " + MINUTES + " minutes");
    }
    return run.exitValue();
  }
}
