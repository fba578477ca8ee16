package io.corridor.local.settle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corridor.local.command.CorridorCommand;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What-if and back-test as commands, on contract files and facts as a user writes them. */
class WhatIfCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CONTRACTS =
      Path.of(System.getProperty("corridor.root", "../.."), "docs", "contracts");

  @TempDir private Path directory;

  private Path contract(String name) {
    return CONTRACTS.resolve(name + ".yaml");
  }

  private static String facts(String more) {
    return ("{'performanceYear':2009,'members':30000,'memberMonths':360000,'budget':100000000,"
            + "'counted':'165000000.00'"
            + (more.isEmpty() ? "" : "," + more)
            + "}")
        .replace('\'', '"');
  }

  private Path write(String name, String... lines) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines) + "\n");
    return file;
  }

  private JsonNode whatIf(int exitCode, Path contract, Path facts, String... changes)
      throws IOException {
    Path json = directory.resolve("answer.json");
    List<String> words =
        new ArrayList<>(
            List.of(
                "settle",
                "what-if",
                "--contract",
                contract.toString(),
                "--facts",
                facts.toString(),
                "--json",
                json.toString()));
    for (String change : changes) {
      words.addAll(List.of("--change", change));
    }
    assertThat(CorridorCommand.execute(words.toArray(String[]::new))).isEqualTo(exitCode);
    return JSON.readTree(json.toFile());
  }

  @Test
  @DisplayName("five percent less cost, two-sided, and a loss: before and after with every step")
  void sideBySide() throws IOException {
    Path facts = write("facts.ndjson", facts("'qualityGate':'MET','qualityScore':1"));
    JsonNode year = whatIf(0, contract("desynpuf"), facts, "cost=-0.05").at("/answers/0/years/0");
    String before = year.at("/before/expected").asText();
    String after = year.at("/after/expected").asText();
    assertThat(new BigDecimal(after)).isGreaterThan(new BigDecimal(before));
    assertThat(new BigDecimal(year.path("difference").asText()))
        .isEqualByComparingTo(new BigDecimal(after).subtract(new BigDecimal(before)));
    assertThat(year.at("/after/bars").findValuesAsText("stage"))
        .containsExactly("GROSS", "GATE", "RATE", "CAP", "RECOUPMENT", "NET");
    assertThat(year.at("/after/steps").findValuesAsText("name")).contains("savings", "payment");
    JsonNode loss =
        whatIf(
                0,
                contract("desynpuf"),
                facts,
                "cost=0.2",
                "twoSided=true",
                "lossShare=0.3",
                "lossCap=NONE",
                "lossShare@2=0.5")
            .at("/answers/0/years");
    // 198,000,000 over a budget of 172,260,000, of which 30 and then 50 percent.
    assertThat(loss).hasSize(2);
    assertThat(new BigDecimal(loss.at("/0/after/expected").asText()).signum()).isNegative();
    assertThat(
            new BigDecimal(loss.at("/1/after/expected").asText()).multiply(BigDecimal.valueOf(3)))
        .isEqualByComparingTo(
            new BigDecimal(loss.at("/0/after/expected").asText()).multiply(BigDecimal.valueOf(5)));
  }

  @Test
  @DisplayName("a refused change, a bad line and a missing file have their exit codes")
  void refusals() throws IOException {
    Path facts = write("facts.ndjson", facts(""), "{\"performanceYear\":2009}", "no json");
    JsonNode refused = whatIf(3, contract("desynpuf"), facts, "track=BASIC_E");
    assertThat(refused.at("/answers/0/refused/code").asText()).isEqualTo("CHANGE_NOT_FOR_SHAPE");
    String[] missing = {
      "settle", "what-if", "--contract", "nowhere.yaml", "--facts", facts.toString()
    };
    assertThat(CorridorCommand.execute(missing)).isEqualTo(4);
    String[] misspelt = {
      "settle",
      "what-if",
      "--contract",
      contract("desynpuf").toString(),
      "--facts",
      facts.toString(),
      "--change",
      "cost"
    };
    assertThat(CorridorCommand.execute(misspelt)).isEqualTo(2);
  }

  private JsonNode backTest(int exitCode, Path contract) throws IOException {
    Path json = directory.resolve("backtest.json");
    assertThat(
            CorridorCommand.execute(
                "settle",
                "backtest",
                "--contract",
                contract.toString(),
                "--results",
                directory.resolve("results").toString(),
                "--json",
                json.toString()))
        .isEqualTo(exitCode);
    return JSON.readTree(json.toFile());
  }

  private static String budget(int year, String counted, String op) {
    return ("{'key':'C|CONTRACT|C|%1$d','envelope':{'op':'%3$s','knownAt':'%1$d-12-31T00:00:00Z'},"
            + "'body':{'contract':'C','level':'CONTRACT','id':'C','period':'%1$d','members':30000,"
            + "'memberMonths':'360000.000000','inScope':'%2$s','counted':'%2$s',"
            + "'budget':'100000000.00','categories':[],'completeTo':'%1$d-12-31'}}")
        .formatted(year, counted, op)
        .replace('\'', '"');
  }

  @Test
  @DisplayName("exports of two runs: each year under the draft, its limits, and the range")
  void exportsOfRuns() throws IOException {
    write(
        "results/then/benchmark.budget.v1.ndjson",
        budget(2019, "94000000.00", "UPDATE"),
        budget(2017, "1.00", "END"),
        budget(2019, "1.00", "UPDATE")
            .replace("|CONTRACT|", "|TIN|")
            .replace("CONTRACT\"", "TIN\""));
    write(
        "results/then/quality.score.v1.ndjson",
        "{'key':'C|CONTRACT|C|2019','body':{'gate':'MET','composite':'1.000000'}}"
            .replace('\'', '"'));
    write("results/later/benchmark.budget.v1.ndjson", budget(2020, "120000000.00", "UPDATE"));
    write("results/later/other.ndjson", "not looked at");
    JsonNode test = backTest(0, contract("desynpuf"));
    assertThat(test.path("years").findValuesAsText("performanceYear"))
        .containsExactly("2019", "2020");
    assertThat(test.at("/range/years").asInt()).isEqualTo(2);
    assertThat(test.at("/years/1/contractYear").asInt()).isEqualTo(2);
    assertThat(new BigDecimal(test.at("/range/most").asText()))
        .isGreaterThanOrEqualTo(new BigDecimal(test.at("/range/least").asText()));
  }

  @Test
  @DisplayName("a draft of any shape is tried on what an export states: a medical loss ratio")
  void anyShape() throws IOException {
    write("results/then/benchmark.budget.v1.ndjson", budget(2025, "77900000.00", "UPDATE"));
    write(
        "results/then/quality.score.v1.ndjson",
        "{'key':'C|CONTRACT|C|2025','body':{'gate':'MET','composite':'0.900000'}}"
            .replace('\'', '"'));
    write(
        "results/then/intake.premium.v1.ndjson",
        premium("2025-01", "56000000.00", "400000.00", "UPDATE"),
        premium("2025-02", "40000000.00", "600000.00", "UPDATE"),
        premium("2025-03", "1.00", "1.00", "END"));
    write(
        "results/then/intake.attestation.v1.ndjson",
        figure("qualityImprovement", "900000.000000"),
        figure("unpaidClaims", "0.000000"));
    JsonNode test = backTest(0, contract("medical-loss-ratio"));
    assertThat(test.at("/range/most").asText()).isEqualTo("1305000.00");
  }

  private static String premium(String month, String premium, String taxes, String op) {
    return ("{'envelope':{'op':'%4$s'},'body':{'contract':'C','month':'%1$s','premium':'%2$s',"
            + "'taxesAndFees':'%3$s'}}")
        .formatted(month, premium, taxes, op)
        .replace('\'', '"');
  }

  private static String figure(String name, String value) {
    return ("{'envelope':{'op':'UPDATE'},'body':{'contract':'C','level':'CONTRACT','id':'C',"
            + "'year':2025,'name':'%1$s','value':'%2$s'}}")
        .formatted(name, value)
        .replace('\'', '"');
  }

  @Test
  @DisplayName("published program facts are facts of a year for any draft")
  void programFacts() throws IOException {
    write(
        "results/puf.facts.ndjson",
        ("{'acoId':'A1001','performanceYear':2023,'agreementStart':'2019-07-01','track':'ENHANCED',"
                + "'agreementYear':5,'assignedBeneficiaries':78364,'benchmarkTotal':1098668352,"
                + "'expenditureTotal':998768668,'minimumSavingsRateChoice':'2',"
                + "'qualityStandardMet':true,'healthEquityAdjustedScore':0.8991,"
                + "'paymentDate':'2024-10-01'}")
            .replace('\'', '"'));
    JsonNode test = backTest(0, contract("desynpuf"));
    assertThat(test.at("/years/0/id").asText()).isEqualTo("A1001");
    assertThat(test.at("/years/0/counted").asText()).isEqualTo("998768668.00");
  }

  @Test
  void anEmptyDirectoryIsToldNotSettled() throws IOException {
    Files.createDirectories(directory.resolve("results"));
    assertThat(
            CorridorCommand.execute(
                "settle",
                "backtest",
                "--contract",
                contract("desynpuf").toString(),
                "--results",
                directory.resolve("results").toString()))
        .isEqualTo(4);
  }
}
