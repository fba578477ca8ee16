package io.corridor.local.synthea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corridor.intake.contract.ContractFiles;
import io.corridor.local.command.Launch;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole extract: every row is used, the money adds up to what each file states, and the
 * platform's answers equal their recomputation in SQL (law L8).
 */
@Tag("acceptance")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SyntheaRunTest {
  private static final Path ROOT = Path.of(System.getProperty("corridor.root", "../.."));
  private static final Path SOURCE =
      Path.of(System.getProperty("corridor.shared", "../../../shared"), "data/synthea-ma-1000");
  private static final Path CONTRACT = ROOT.resolve("docs/contracts/synthea.yaml");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path directory;

  @BeforeAll
  static void importAll() {
    assumeTrue(Files.isDirectory(SOURCE), "the extract does not stand beside this repository");
    assertThat(
            Launch.command(
                "import",
                "synthea-rif",
                "--in",
                SOURCE.toString(),
                "--out",
                feed().toString(),
                "--contract",
                directory.resolve("contract.yaml").toString()))
        .as("exit code: no row was rejected")
        .isZero();
  }

  private static Path feed() {
    return directory.resolve("feed");
  }

  @Test
  @Order(1)
  @DisplayName("the known row counts come in, all of them used, and each file's payments come out")
  void countsBalance() throws IOException {
    JsonNode report = JSON.readTree(feed().resolve("import-report.json").toFile());
    Map<String, Long> read = new HashMap<>();
    for (JsonNode source : report.get("sources")) {
      String file = source.get("file").textValue();
      read.put(file, source.get("read").longValue());
      assertThat(source.get("used")).as(file).isEqualTo(source.get("read"));
      JsonNode totals = source.path("totals");
      if (totals.has("CLM_PMT_AMT")) {
        BigDecimal beside = new BigDecimal(totals.path("pass-through").asText("0.00"));
        assertThat(new BigDecimal(totals.get("paid in the feed").textValue()))
            .as(file)
            .isEqualTo(new BigDecimal(totals.get("CLM_PMT_AMT").textValue()).add(beside));
      }
    }
    assertThat(read)
        .containsEntry("carrier", 80_442L)
        .containsEntry("inpatient", 3_291L)
        .containsEntry("outpatient", 36_352L)
        .containsEntry("snf", 1_256L)
        .containsEntry("hha", 563L)
        .containsEntry("hospice", 2_489L)
        .containsEntry("dme", 5_613L)
        .containsEntry("pde", 34_815L)
        .containsEntry("beneficiary_2025", 989L);
  }

  @Test
  @Order(2)
  @DisplayName("claims by beneficiary agree with the export's own summary in every file")
  void summaryAgrees() throws IOException {
    JsonNode checks =
        JSON.readTree(feed().resolve("import-report.json").toFile()).get("summaryCheck");
    assertThat(checks).hasSize(8);
    for (JsonNode check : checks) {
      assertThat(check.get("agree").longValue())
          .as(check.get("column").textValue())
          .isEqualTo(1214);
      assertThat(check.get("beneficiaries").longValue()).isEqualTo(1214);
    }
  }

  @Test
  @Order(3)
  @DisplayName("the shipped contract is what the import writes")
  void contractIsGenerated() throws IOException {
    assertThat(Files.readString(directory.resolve("contract.yaml")))
        .as(
            "regenerate with: ./corridor import synthea-rif … --contract docs/contracts/synthea.yaml")
        .isEqualTo(Files.readString(CONTRACT));
    assertThat(ContractFiles.read(CONTRACT).problems()).isEmpty();
  }

  @Test
  @Order(4)
  @DisplayName("nothing is rejected at the door, and the recomputation agrees with every answer")
  void agrees() {
    String results = directory.resolve("results").toString();
    assertThat(
            Launch.command(
                "run",
                "--feed",
                feed().toString(),
                "--contracts",
                CONTRACT.toString(),
                "--out",
                results))
        .isZero();
    assertThat(
            Launch.output(
                "verify",
                "--feed",
                feed().toString(),
                "--contracts",
                CONTRACT.toString(),
                "--results",
                results))
        .contains("Differences: 0");
  }
}
