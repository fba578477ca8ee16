package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.local.command.LauncherProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * A run of the whole platform on a feed, and what verify finds in its answers.
 *
 * @param feed feed directory
 * @param contracts contract file or directory
 */
record VerifiedRun(Path feed, Path contracts) {
  private static final int MINUTES = 10;

  /** Topics that only closings, people and the months between two rosters fill. */
  private static final Set<String> NOT_OF_A_RUN =
      Set.of(
          "settlement.statement.v1",
          "settlement.entry.v1",
          "attribution.campaign.v1",
          "attribution.dispute.v1",
          "attribution.restatement.v1");

  /**
   * Runs and verifies.
   *
   * @param directory where the results, the log and the database's programs go
   * @param name of the run
   * @param before directories of classes that stand before the product's
   */
  VerifyRun.Result run(Path directory, String name, List<Path> before)
      throws IOException, InterruptedException, SQLException {
    // Short runs: most of a run is compiling.
    return run(directory, name, before, List.of("-XX:TieredStopAtLevel=1"), MINUTES);
  }

  /**
   * Runs and verifies.
   *
   * @param directory where the results, the log and the database's programs go
   * @param name of the run
   * @param before directories of classes that stand before the product's
   * @param options of the run's JVM
   * @param minutes that the run may take
   */
  VerifyRun.Result run(
      Path directory, String name, List<Path> before, List<String> options, int minutes)
      throws IOException, InterruptedException, SQLException {
    List<String> jvm = new ArrayList<>(options);
    jvm.add("-Dcorridor.programs=" + directory.resolve("database-programs"));
    jvm.add("-Duser.timezone=UTC");
    Process run =
        LauncherProcess.start(
            log(directory, name).toFile(),
            Map.of(),
            jvm,
            before,
            "run",
            "--final-only",
            "--feed",
            feed.toString(),
            "--contracts",
            contracts.toString(),
            "--out",
            results(directory, name).toString());
    assertThat(run.waitFor(minutes, TimeUnit.MINUTES)).as("run ends in time").isTrue();
    assertThat(run.exitValue())
        .as(() -> "exit code; end of the log: " + tail(log(directory, name)))
        .isIn(0, 3);
    return verify(results(directory, name));
  }

  /** Verifies results that a run wrote. */
  VerifyRun.Result verify(Path results) throws IOException, SQLException {
    return new VerifyRun(feed, contracts, results, "corridor-development").run();
  }

  /** Topics of which nothing was compared, but for those that no run alone fills. */
  static Set<String> empty(VerifyRun.Result result) {
    Set<String> empty = new TreeSet<>();
    result
        .compared()
        .forEach((topic, count) -> {
          if (count == 0 && !NOT_OF_A_RUN.contains(topic)) {
            empty.add(topic);
          }
        });
    return empty;
  }

  static Path results(Path directory, String name) {
    return directory.resolve(name + ".results");
  }

  private static Path log(Path directory, String name) {
    return directory.resolve(name + ".log");
  }

  private static String tail(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException e) {
      return "no log";
    }
  }
}
