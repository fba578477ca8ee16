package io.corridor.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * population.md section 11 on 20,000 members: twelve months of warm-up, one measured year, six
 * months of run-out. Seed 11.
 *
 * <p>Not expressed by canonical records and therefore not checked: laboratory values, blood
 * pressure, and merges. The spread between provider groups needs groups of 5,000 and more members
 * than this.
 */
@Tag("acceptance")
class CalibrationTest {
  @TempDir private Path temp;

  @Test
  @DisplayName(
      "utilisation, cost, attribution, claims flow and messages lie in the ranges of section 11")
  void figuresLieInTheirRanges() throws IOException, SQLException {
    Path feed = temp.resolve("feed");
    new Simulation(SimulationConfig.of(20_000, 30, 11)).write(feed, true, done -> {});
    try (FeedTables tables =
        new FeedTables(feed, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1))) {
      List<Calibration.Check> checks = Calibration.measure(tables);
      checks.forEach(check -> System.out.println(check.text()));
      assertThat(checks).hasSizeGreaterThan(80);
      assertThat(
              checks.stream()
                  .filter(check -> !check.passed())
                  .map(Calibration.Check::text)
                  .toList())
          .isEmpty();
    }
  }
}
