package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.local.command.CorridorCommand;
import io.corridor.local.command.LauncherProcess;
import io.corridor.local.platform.Exporter;
import io.corridor.local.platform.Layout;
import io.corridor.local.platform.Progress;
import io.corridor.local.platform.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A year of every shape closed on a running platform, as a person does it: statements and ledger
 * entries, recomputed.
 */
@Tag("acceptance")
class ClosedYearTest {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String STATEMENT = "settlement.statement.v1";
  private static final String ENTRY = "settlement.entry.v1";
  private static final String REFUSED = "shape-two-sided-table";
  private static final String RESTATED = "shape-bundle";

  @TempDir Path directory;

  @Test
  @DisplayName("statements and entries: no difference, and an altered cent of each is found")
  void closed() throws Exception {
    VerifiedRun input = new ShapeFeed(240, 18, 7).write(directory.resolve("feed"));
    Path results = directory.resolve("results");
    Process platform = up();
    try {
      RunFile run = running(platform);
      execute("contract", "apply", input.contracts().toString());
      execute("load", input.feed().toString(), "--wait");
      try (Stream<Path> contracts = Files.list(input.contracts())) {
        for (Path file : contracts.sorted().toList()) {
          String contract = file.getFileName().toString().replace(".yaml", "");
          execute("close", contract, "2023", "--user", "ann");
        }
      }
      execute("close", RESTATED, "2023", "--restate", "--user", "ann");
      execute("close", REFUSED, "2023", "--abandon", "--user", "ann");
      new Exporter(run.endpoints()).all(results, Progress.silent());
    } finally {
      platform.destroy();
      assertThat(platform.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
    VerifyRun.Result result = input.verify(results);
    assertThat(result.differences()).as("every difference is listed").isLessThan(1_000);
    assertThat(ofClosings(result)).isEmpty();
    assertThat(result.compared().get(STATEMENT)).isPositive();
    assertThat(result.compared().get(ENTRY)).isPositive();
    alter(results.resolve(STATEMENT + ".ndjson"), "\"result\":\"5526.03\"");
    alter(results.resolve(ENTRY + ".ndjson"), "\"amount\":\"190.31\"");
    assertThat(ofClosings(input.verify(results)))
        .extracting(Difference::field)
        .contains("result", "levels[shape-bundle].result", "lines[RESULT].amount");
  }

  /** A running platform has made no parameters before its second business date. */
  private static List<Difference> ofClosings(VerifyRun.Result result) {
    return result.listed().stream()
        .filter(difference -> List.of(STATEMENT, ENTRY).contains(difference.topic()))
        .toList();
  }

  private Process up() throws IOException {
    return LauncherProcess.start(
        directory.resolve("up.log").toFile(),
        Map.of(),
        List.of("-XX:TieredStopAtLevel=1", "-Duser.timezone=UTC"),
        List.of(),
        "up",
        "--portal-port",
        "0",
        "--data",
        directory.resolve("data").toString());
  }

  private RunFile running(Process platform) throws IOException, TimeoutException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      assertThat(platform.isAlive()).as("the platform runs").isTrue();
      if (Files.readString(directory.resolve("up.log")).contains("Corridor runs")) {
        return RunFile.read(new Layout(directory.resolve("data")).runFile()).orElseThrow();
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    throw new TimeoutException("the platform did not start");
  }

  private void execute(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", directory.resolve("data").toString()));
    assertThat(CorridorCommand.execute(all.toArray(String[]::new)))
        .as(String.join(" ", arguments))
        .isZero();
  }

  /** Adds a cent to an amount of the first line that has it. */
  private static void alter(Path file, String amount) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    int line = 0;
    while (!lines.get(line).contains(amount)) {
      line++;
    }
    char cent = (char) (amount.charAt(amount.length() - 2) + 1);
    lines.set(
        line,
        lines.get(line).replace(amount, amount.substring(0, amount.length() - 2) + cent + '"'));
    Files.write(file, lines);
  }
}
