package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.local.platform.PlatformSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
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

  private static final List<String> CAMPAIGNS =
      List.of("G-CAMPAIGN", "G-SPECIALISTS", "G-PROSPECTIVE");
  private static final List<LocalDate> DATES =
      List.of(LocalDate.of(2025, 11, 1), LocalDate.of(2025, 12, 1), LocalDate.of(2025, 12, 10));

  @TempDir static Path directory;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20250915})
  @DisplayName(
      "methods A to H and R on every kind of list, the alignment campaign and disputes: no difference")
  void everyMethod(long seed) throws IOException, SQLException {
    Path feed = directory.resolve("feed-" + seed);
    AttributionFeed.write(feed, seed, 80);
    VerifiedRun input = new VerifiedRun(feed, CONTRACTS);
    Path results = directory.resolve("results-" + seed);
    List<PeopleFeed.Act> acts =
        PeopleFeed.draw(seed, PlatformSettings.DEVELOPMENT_SECRET, CAMPAIGNS, 80);
    PeopleRun.run(input, DATES, acts, directory.resolve("data-" + seed), results);
    VerifyRun.Result result = input.verify(results);
    assertThat(result.listed())
        .filteredOn(difference -> difference.topic().startsWith("attribution."))
        .isEmpty();
    String explanations = Files.readString(results.resolve("attribution.explanation.v1.ndjson"));
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
                "\"method\":\"PROXIMITY\"",
                "\"method\":\"MANUAL_ADJUSTMENT\"",
                "\"tieBreakUsed\":\"ID\"",
                "\"tieBreakUsed\":\"ALLOWED\"",
                "\"tieBreakUsed\":\"RECENCY\""))
        .as("the population reaches each of them")
        .allMatch(explanations::contains);
  }
}
