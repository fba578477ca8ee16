package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.local.simulate.SimulateCommand;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Verify finds defects: a run of the whole platform with one wrong rule must differ from the
 * recomputation in the answers that the rule gives, and a run without must not.
 */
@Tag("acceptance")
class SeededDefectsTest {
  private static final int MINUTES = 10;

  @TempDir static Path directory;

  private static Path feed() {
    return directory.resolve("feed");
  }

  static List<SeededDefect> defects() throws IOException {
    return SeededDefect.all();
  }

  @BeforeAll
  static void simulate() throws IOException {
    int exit =
        new CommandLine(new SimulateCommand())
            .execute(
                "--members", "300", "--months", "18", "--seed", "7", "--out", feed().toString());
    assertThat(exit).isZero();
    try (Stream<Path> contracts = Files.list(feed().resolve("contracts"))) {
      for (Path contract : contracts.toList()) {
        // Small numbers are enough for a result here.
        Files.writeString(
            contract,
            Files.readString(contract)
                .replaceAll("minLives: \\d+", "minLives: 1")
                .replaceAll("minimumDenominator: \\d+", "minimumDenominator: 1")
                .replaceAll("attachment: [\\d.]+", "attachment: 5000.00"));
      }
    }
  }

  @Test
  @DisplayName("without a defect nothing differs")
  void clean() throws IOException, InterruptedException, SQLException {
    assertThat(runAndVerify("clean", List.of()).listed()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("defects")
  @DisplayName("each defect is found")
  void found(SeededDefect defect) throws IOException, InterruptedException, SQLException {
    Path classes = directory.resolve(defect.name() + ".classes");
    defect.compile(directory.resolve(defect.name() + ".source"), classes);
    VerifyRun.Result result = runAndVerify(defect.name(), List.of(classes));
    assertThat(result.differences()).isPositive();
    assertThat(result.listed()).extracting(Difference::topic).contains(defect.topic());
  }

  private static VerifyRun.Result runAndVerify(String name, List<Path> before)
      throws IOException, InterruptedException, SQLException {
    Path results = directory.resolve(name + ".results");
    List<String> classpath = new ArrayList<>(before.stream().map(Path::toString).toList());
    classpath.add(SeededDefect.classpath());
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.corridor.schemas",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.timezone=UTC",
                "-cp",
                String.join(File.pathSeparator, classpath),
                "io.corridor.local.command.CorridorCommand",
                "run",
                "--final-only",
                "--feed",
                feed().toString(),
                "--contracts",
                feed().resolve("contracts").toString(),
                "--out",
                results.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(name + ".log").toFile())
            .start();
    assertThat(run.waitFor(MINUTES, TimeUnit.MINUTES)).as("run ends in time").isTrue();
    assertThat(run.exitValue()).as(() -> "exit code; end of the log: " + tail(name)).isIn(0, 3);
    return new VerifyRun(feed(), feed().resolve("contracts"), results, "corridor-development")
        .run();
  }

  private static String tail(String name) {
    try {
      List<String> lines = Files.readAllLines(directory.resolve(name + ".log"));
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException e) {
      return "no log";
    }
  }
}
