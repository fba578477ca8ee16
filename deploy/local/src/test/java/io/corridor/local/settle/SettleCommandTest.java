package io.corridor.local.settle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corridor.local.command.CorridorCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettleCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path directory;

  /** A plain line; {@code more} replaces or adds fields. */
  private static String line(String more) {
    return ("{'acoId':'A1','performanceYear':2021,'agreementStart':'2019-07-01','track':'BASIC_E',"
            + "'agreementYear':3,'assignedBeneficiaries':10000,'personYears':9800.5,"
            + "'benchmarkTotal':100000000,'minimumSavingsRateChoice':'0','qualityStandardMet':true,"
            + "'paymentDate':'2022-10-01'"
            + (more.isEmpty() ? "" : "," + more)
            + "}")
        .replace('\'', '"');
  }

  private List<JsonNode> settle(int exitCode, String... lines) throws IOException {
    Path facts = directory.resolve("facts.ndjson");
    Path out = directory.resolve("out.ndjson");
    Files.writeString(facts, String.join("\n", lines));
    int code =
        CorridorCommand.execute("settle", "--facts", facts.toString(), "--out", out.toString());
    assertThat(code).isEqualTo(exitCode);
    List<JsonNode> answers = new ArrayList<>();
    for (String answer : Files.readAllLines(out)) {
      answers.add(JSON.readTree(answer));
    }
    return answers;
  }

  @Test
  @DisplayName("a statement has the result, its limits and every step")
  void statement() throws IOException {
    JsonNode answer =
        settle(
                0,
                line(
                    "'expenditureTotal':'98000000.00','recoupmentBalance':100000.5,"
                        + "'sixMonthPeriod':null,'qualityReporting':null"))
            .getFirst();
    assertThat(answer.path("line").asLong()).isEqualTo(1);
    assertThat(answer.path("earned").asText()).isEqualTo("980000");
    assertThat(answer.path("owed").asText()).isEqualTo("0");
    assertThat(answer.path("recouped").asText()).isEqualTo("100000.5");
    assertThat(answer.path("recoupmentBalance").asText()).isEqualTo("0.0");
    assertThat(answer.path("payment").asText()).isEqualTo("879999.5");
    assertThat(answer.path("savingsRate").asText()).isEqualTo("0.02");
    assertThat(answer.path("generated").asText()).isEqualTo("2000000.00");
    assertThat(answer.path("limitsBinding").isEmpty()).isTrue();
    assertThat(answer.path("steps").findValuesAsText("name"))
        .contains("savings", "savingsRate", "generated", "sharedSavings", "earned", "payment");
    assertThat(answer.path("steps").get(0).path("citation").asText()).isNotEmpty();
  }

  @Test
  @DisplayName("the examples in docs/settle.md give the answers that stand there")
  void documentedExamples() throws IOException {
    Path page = Path.of(System.getProperty("corridor.root", "../.."), "docs", "settle.md");
    List<String> lines = Files.readAllLines(page);
    List<String> facts = lines.stream().filter(line -> line.startsWith("{\"acoId\"")).toList();
    List<String> answers = lines.stream().filter(line -> line.startsWith("{\"line\"")).toList();
    assertThat(facts).hasSizeGreaterThanOrEqualTo(3);
    List<JsonNode> computed = settle(3, facts.toArray(String[]::new));
    assertThat(computed).hasSameSizeAs(answers);
    for (int i = 0; i < answers.size(); i++) {
      JsonNode documented = JSON.readTree(answers.get(i));
      JsonNode actual = computed.get(i);
      documented
          .fieldNames()
          .forEachRemaining(
              name -> assertThat(actual.get(name)).as(name).isEqualTo(documented.get(name)));
    }
  }

  @ParameterizedTest
  @DisplayName("a line that cannot be settled is told by code and field, and the rest goes on")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'expenditureTotal':1,'surplus':1; FIELD_UNKNOWN; surplus",
        "'expenditureTotal':1,'surplus':null; FIELD_UNKNOWN; surplus",
        "'expenditureTotal':1,'acoId':'A2'; FIELD_TWICE; acoId",
        "'expenditureTotal':'many'; FIELD_INVALID; expenditureTotal",
        "'expenditureTotal':1e900000000; FIELD_INVALID; expenditureTotal",
        "'expenditureTotal':[1]; FIELD_INVALID; expenditureTotal",
        "'expenditureTotal':1,'lowRevenue':1; FIELD_INVALID; lowRevenue",
        "'expenditureTotal':1,'sixMonthPeriod':'SPRING'; FIELD_INVALID; sixMonthPeriod",
        "'expenditureTotal':1,'qualityReporting':'PARTLY'; FIELD_INVALID; qualityReporting",
        "'expenditureTotal':null; FACT_MISSING; expenditureTotal",
        "'expenditureTotal':1,'affectedMonths':3; FACT_MISSING; affectedShare",
        "'expenditureTotal':1,'affectedMonths':3,'affectedShare':1,'disasterReduction':9;"
            + " DISASTER_STATED_TWICE; disasterReduction",
        "'expenditureTotal':1,'qualityScore':91.81; NOT_A_RATIO; qualityScore",
        "'expenditureTotal':-1; NEGATIVE; expenditureTotal"
      })
  void rejections(String fields, String code, String field) throws IOException {
    List<JsonNode> answers = settle(3, line(fields), "", line("'expenditureTotal':98000000"));
    assertThat(answers).hasSize(2);
    assertThat(answers.getFirst().path("line").asLong()).isEqualTo(1);
    assertThat(answers.getFirst().path("acoId").asText()).isEqualTo("A1");
    assertThat(answers.getFirst().path("rejected").path("code").asText()).isEqualTo(code);
    assertThat(answers.getFirst().path("rejected").path("field").asText()).isEqualTo(field);
    assertThat(answers.getLast().path("line").asLong()).isEqualTo(3);
    assertThat(answers.getLast().path("earned").asText()).isEqualTo("980000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"not json", "[1]", "{\"acoId\":", "7", "{\"acoId\":\"A\"} {}"})
  void brokenLines(String text) throws IOException {
    assertThat(settle(3, text).getFirst().path("rejected").path("code").asText())
        .isEqualTo("NOT_JSON");
  }

  @ParameterizedTest
  @DisplayName("a choice is a percent, with or without its sign, or one of the four ratios")
  @CsvSource({"2, 0.02", "2.0%, 0.020", "0.5, 0.005", "0.005, 0.005", "0, 0.00"})
  void choices(String choice, String minimum) throws IOException {
    String text =
        line("'expenditureTotal':100000000")
            .replace(
                "\"minimumSavingsRateChoice\":\"0\"",
                "\"minimumSavingsRateChoice\":\"" + choice + "\"");
    assertThat(settle(0, text).getFirst().path("minimumSavingsRate").asText()).isEqualTo(minimum);
  }

  @ParameterizedTest
  @CsvSource({"E", "BASIC E", "basic_e", "BASIC-E"})
  void trackNames(String track) throws IOException {
    String text = line("'expenditureTotal':98000000").replace("BASIC_E", track);
    assertThat(settle(0, text).getFirst().path("earned").asText()).isEqualTo("980000");
  }

  @Test
  void theCommandLineIsChecked() throws IOException {
    assertThat(CorridorCommand.execute("settle")).isEqualTo(2);
    Path facts = directory.resolve("facts.ndjson");
    Files.writeString(facts, line("'expenditureTotal':1"));
    assertThat(
            CorridorCommand.execute(
                "settle", "--facts", facts.toString(), "--out", facts.toString()))
        .isEqualTo(2);
    assertThat(
            CorridorCommand.execute(
                "settle",
                "--facts",
                directory.resolve("none").toString(),
                "--out",
                directory.resolve("o").toString()))
        .isEqualTo(4);
  }
}
