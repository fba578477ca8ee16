package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every method of attribution, on every kind of list, over one population that is drawn to shake
 * them: the platform's answers and the recomputation must agree (law L8).
 */
@Tag("acceptance")
class AttributionMethodsTest {
  private static final Path CONTRACTS =
      SeededDefect.ROOT.resolve("deploy/local/src/test/resources/attribution-feed");

  @TempDir static Path directory;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20250915})
  @DisplayName(
      "methods A to H and R, current, prospective, retrospective and hybrid: no difference")
  void everyMethod(long seed) throws IOException, InterruptedException, SQLException {
    Path feed = directory.resolve("feed-" + seed);
    AttributionFeed.write(feed, seed, 80);
    String name = "run-" + seed;
    VerifyRun.Result result = new VerifiedRun(feed, CONTRACTS).run(directory, name, List.of());
    assertThat(result.listed())
        .filteredOn(difference -> difference.topic().startsWith("attribution."))
        .isEmpty();
    String explanations =
        Files.readString(
            VerifiedRun.results(directory, name).resolve("attribution.explanation.v1.ndjson"));
    assertThat(
            List.of(
                "\"basis\":\"VOLUNTARY\"",
                "\"basis\":\"STEP_1\"",
                "\"basis\":\"STEP_2\"",
                "\"basis\":\"STEP_3\"",
                "\"basis\":\"PRE_STEP\"",
                "\"method\":\"HYBRID\"",
                "\"method\":\"WELLNESS\"",
                "\"method\":\"MOST_RECENT_VISIT\"",
                "\"method\":\"SPECIALIST_FALLBACK\"",
                "\"method\":\"REACH_WEIGHTED\"",
                "\"tieBreakUsed\":\"ID\"",
                "\"tieBreakUsed\":\"ALLOWED\"",
                "\"tieBreakUsed\":\"RECENCY\""))
        .as("the population reaches each of them")
        .allMatch(explanations::contains);
  }
}
