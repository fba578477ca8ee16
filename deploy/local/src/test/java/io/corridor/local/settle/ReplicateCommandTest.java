package io.corridor.local.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.corridor.local.command.CorridorCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicateCommandTest {

  private static final Path PUBLISHED =
      Path.of(System.getProperty("corridor.shared", "../../../shared"), "data", "mssp-puf");

  @TempDir private Path directory;

  private int replicate(Path puf, Path report) {
    return CorridorCommand.execute(
        "settle", "replicate", "--puf", puf.toString(), "--out", report.toString());
  }

  @Test
  void theReportNamesWhatIsNotReproduced() throws IOException {
    assumeTrue(Files.isDirectory(PUBLISHED), "no public use files: " + PUBLISHED + " is absent");
    Path report = directory.resolve("report.md");
    assertThat(replicate(PUBLISHED, report)).isEqualTo(0);
    assertThat(Files.readString(report))
        .contains("| all | 3,800 |")
        .contains("puf_2019_from_rda.csv")
        .contains("By year and track");
  }

  @Test
  void aDirectoryWithoutFilesIsAFailure() {
    assertThat(replicate(directory, directory.resolve("report.md"))).isEqualTo(4);
  }

  @Test
  void aCellThatCannotBeReadIsNamedByItsPlace() throws IOException {
    Files.writeString(
        directory.resolve("puf_2021.csv"),
        "ACO_ID,Current_Start_Date,Current_ENHANCED,N_AB\nA1,7/1/2019,1,many\n");
    assertThat(replicate(directory, directory.resolve("report.md"))).isEqualTo(4);
  }
}
