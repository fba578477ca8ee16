package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Law L8 on simulated feeds of some years with their disorder: nothing differs. Their size is a
 * property: {@code -Dcorridor.feeds.members=20000} takes hours, the default minutes.
 */
@Tag("acceptance")
class SimulatedFeedsTest {
  private static final int MEMBERS = Integer.getInteger("corridor.feeds.members", 1_000);
  private static final int MONTHS = Integer.getInteger("corridor.feeds.months", 36);
  private static final int MINUTES_A_THOUSAND = 10;

  @TempDir static Path directory;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 22, 33})
  @DisplayName("feeds with disorder: no difference")
  void feeds(long seed) throws IOException, InterruptedException, SQLException {
    String name = "seed-" + seed;
    VerifiedRun input =
        new SimulatedPopulation(MEMBERS, MONTHS, "2023-01", seed, "default")
            .write(directory.resolve(name + ".feed"));
    int minutes = MINUTES_A_THOUSAND * (1 + MEMBERS / 1_000);
    VerifyRun.Result result = input.run(directory, name, List.of(), List.of(), minutes);
    assertThat(result.listed()).as(name).isEmpty();
    assertThat(VerifiedRun.empty(result)).as("not compared, %s", name).isEmpty();
  }
}
