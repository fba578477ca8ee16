package io.corridor.local.desynpuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corridor.local.command.ImportCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The import of the real extract: counts, money and the shipped contract. */
class DesynpufImportTest {
  private static final Path ROOT = Path.of(System.getProperty("corridor.root", "../.."));
  private static final Path SOURCE =
      Path.of(System.getProperty("corridor.shared", "../../../shared"), "data", "desynpuf-500");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path out;

  @BeforeAll
  static void importAll() {
    assumeTrue(Files.isDirectory(SOURCE), "the extract does not stand beside this repository");
    CommandLine command = new CommandLine(new ImportCommand());
    command.setOut(new PrintWriter(new StringWriter()));
    int exit =
        command.execute(
            "desynpuf",
            "--in",
            SOURCE.toString(),
            "--out",
            out.toString(),
            "--contract",
            out.resolve("contract.yaml").toString());
    assertThat(exit).isZero();
  }

  @Test
  @DisplayName("every source row is used or rejected, and the known row counts come in")
  void countsBalance() throws IOException {
    JsonNode report = JSON.readTree(out.resolve("import-report.json").toFile());
    List<Long> read = new ArrayList<>();
    for (JsonNode source : report.get("sources")) {
      assertThat(source.get("read").longValue())
          .isEqualTo(source.get("used").longValue() + source.get("rejected").longValue());
      read.add(source.get("read").longValue());
    }
    assertThat(read).containsExactly(998L, 16_677L, 225L, 2_827L, 17_443L);
  }

  @Test
  @DisplayName("annual reimbursement agrees with paid sums: outpatient 997, inpatient 996 of 998")
  void reimbursementAgrees() throws IOException {
    JsonNode check =
        JSON.readTree(out.resolve("import-report.json").toFile()).get("reimbursementCheck");
    assertThat(check.toString())
        .contains("{\"column\":\"MEDREIMB_IP\",\"agree\":996,\"beneficiaryYears\":998}")
        .contains("{\"column\":\"MEDREIMB_OP\",\"agree\":997,\"beneficiaryYears\":998}")
        .contains("{\"column\":\"MEDREIMB_CAR\",\"agree\":665,\"beneficiaryYears\":998}");
  }

  @Test
  @DisplayName("manifest rows and control totals equal the files' contents")
  void manifestIsTrue() throws IOException {
    for (JsonNode file : JSON.readTree(out.resolve("manifest.json").toFile()).get("files")) {
      List<JsonNode> records = records(file.get("name").textValue());
      assertThat(records).hasSize(file.get("rows").intValue()).isNotEmpty();
      if (file.has("controlTotal")) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode record : records) {
          for (JsonNode line : record.get("lines")) {
            sum = sum.add(new BigDecimal(line.get("paid").textValue()));
          }
        }
        assertThat(sum).isEqualByComparingTo(file.get("controlTotal").get("sum").textValue());
      }
    }
  }

  @Test
  @DisplayName("records have the canonical schemas' fields alone, and all fields without a default")
  void recordsFollowTheSchemas() throws IOException {
    check("enrollment.ndjson.gz", io.corridor.schemas.EnrollmentRecord.getClassSchema());
    check("claim-carrier.ndjson.gz", io.corridor.schemas.Claim.getClassSchema());
    check("claim-inpatient.ndjson.gz", io.corridor.schemas.Claim.getClassSchema());
    check("claim-outpatient.ndjson.gz", io.corridor.schemas.Claim.getClassSchema());
    check("claim-pde.ndjson.gz", io.corridor.schemas.Claim.getClassSchema());
    check("adt.ndjson.gz", io.corridor.schemas.AdtEvent.getClassSchema());
    check("affiliation.ndjson.gz", io.corridor.schemas.Affiliation.getClassSchema());
  }

  @Test
  @DisplayName("the shipped contract is what the import writes")
  void contractIsGenerated() throws IOException {
    Path shipped = ROOT.resolve("docs/contracts/desynpuf.yaml");
    assertThat(Files.readString(out.resolve("contract.yaml")))
        .as("regenerate with: ./corridor import desynpuf … --contract docs/contracts/desynpuf.yaml")
        .isEqualTo(Files.readString(shipped));
  }

  @Test
  @DisplayName("two imports write the same bytes")
  void deterministic(@TempDir Path again) throws IOException {
    new DesynpufImport().run(SOURCE, again);
    try (var files = Files.list(again)) {
      for (Path file : files.toList()) {
        assertThat(Files.mismatch(file, out.resolve(file.getFileName()))).isEqualTo(-1L);
      }
    }
  }

  private static void check(String file, Schema schema) throws IOException {
    for (JsonNode record : records(file)) {
      check(file, record, schema);
    }
  }

  private static void check(String path, JsonNode node, Schema schema) {
    switch (schema.getType()) {
      case RECORD -> {
        node.fieldNames()
            .forEachRemaining(
                name -> assertThat(schema.getField(name)).as(path + "." + name).isNotNull());
        for (Schema.Field field : schema.getFields()) {
          JsonNode value = node.get(field.name());
          if (value == null) {
            assertThat(field.hasDefaultValue()).as(path + "." + field.name()).isTrue();
          } else {
            check(path + "." + field.name(), value, field.schema());
          }
        }
      }
      case UNION -> check(path, node, schema.getTypes().get(1));
      case ARRAY -> node.forEach(item -> check(path, item, schema.getElementType()));
      case ENUM -> assertThat(schema.getEnumSymbols()).as(path).contains(node.textValue());
      case BOOLEAN -> assertThat(node.isBoolean()).as(path).isTrue();
      case INT ->
          assertThat(schema.getLogicalType() == null ? node.isInt() : node.isTextual())
              .as(path)
              .isTrue();
      default -> assertThat(node.isTextual()).as(path).isTrue();
    }
  }

  private static List<JsonNode> records(String file) throws IOException {
    List<JsonNode> records = new ArrayList<>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(out.resolve(file)));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        records.add(JSON.readTree(line));
      }
    }
    return records;
  }
}
