package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Verify finds defects: a run of the whole platform with one wrong rule must differ from the
 * recomputation in the answers that the rule gives, and a run without must not.
 *
 * <p>The defects run on a feed of a dozen members, one for each rule, because what a run costs
 * beyond starting the platform is its claims. Without a defect nothing may differ there, nor in a
 * simulated population with its disorder.
 */
@Tag("acceptance")
class SeededDefectsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DEFECT_FEED =
      SeededDefect.ROOT.resolve("deploy/local/src/test/resources/defect-feed");

  @TempDir static Path directory;

  private static final VerifiedRun SITUATIONS =
      new VerifiedRun(DEFECT_FEED.resolve("feed"), DEFECT_FEED.resolve("contract.yaml"));

  static List<SeededDefect> defects() throws IOException {
    return SeededDefect.all();
  }

  @Test
  @DisplayName(
      "without a defect nothing differs; one cent altered afterwards is the one difference")
  void clean() throws IOException, InterruptedException, SQLException {
    assertThat(runAndVerify("clean", SITUATIONS, List.of()).listed()).isEmpty();
    Path results = VerifiedRun.results(directory, "clean");
    Path budget = results.resolve("benchmark.budget.v1.ndjson");
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(budget)) {
      ObjectNode record = (ObjectNode) JSON.readTree(line);
      if (record.get("key").textValue().equals("DEFECTS|CONTRACT|DEFECTS|2025")) {
        ObjectNode body = (ObjectNode) record.get("body");
        body.put("counted", cents(body.get("counted").textValue(), 1));
      }
      lines.add(record.toString());
    }
    Files.write(budget, lines);
    assertThat(SITUATIONS.verify(results).listed())
        .singleElement()
        .satisfies(difference -> {
          assertThat(difference.field()).isEqualTo("counted");
          assertThat(difference.found()).isEqualTo(cents(difference.expected(), 1));
        });
  }

  private static String cents(String dollars, int more) {
    return new BigDecimal(dollars).add(BigDecimal.valueOf(more, 2)).toPlainString();
  }

  @ParameterizedTest(name = "chaos {0}")
  @ValueSource(strings = {"none", "default"})
  @DisplayName("without a defect nothing differs in a simulated population")
  void population(String chaos) throws IOException, InterruptedException, SQLException {
    VerifiedRun input = simulate(chaos);
    assertThat(runAndVerify("population-" + chaos, input, List.of()).listed()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("defects")
  @DisplayName("each defect is found")
  void found(SeededDefect defect) throws IOException, InterruptedException, SQLException {
    Path classes = directory.resolve(defect.name() + ".classes");
    defect.compile(directory.resolve(defect.name() + ".source"), classes);
    VerifyRun.Result result = runAndVerify(defect.name(), SITUATIONS, List.of(classes));
    assertThat(result.differences()).isPositive();
    assertThat(result.listed()).extracting(Difference::topic).contains(defect.topic());
  }

  /** Three hundred members, fifteen months to November. */
  private static VerifiedRun simulate(String chaos) throws IOException {
    return new SimulatedPopulation(300, 15, "2024-09", 7, chaos)
        .write(directory.resolve("population-" + chaos + ".feed"));
  }

  private static VerifyRun.Result runAndVerify(String name, VerifiedRun input, List<Path> before)
      throws IOException, InterruptedException, SQLException {
    return input.run(directory, name, before);
  }
}
