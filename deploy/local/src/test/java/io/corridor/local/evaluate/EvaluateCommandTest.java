package io.corridor.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corridor.local.command.CorridorCommand;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Program evaluation as a command, on exports and a file of programs as a user has them. */
class EvaluateCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YearMonth ENROLLED = YearMonth.of(2025, 1);

  @TempDir private Path directory;

  private final List<String> persons = new ArrayList<>();
  private final List<String> months = new ArrayList<>();

  /** Four patients and eight others: 6,000.00 before; 300.00 and 500.00 a month after. */
  @BeforeEach
  void population() {
    for (int i = 0; i < 12; i++) {
      String member = String.format("m%02d", i);
      persons.add(
          ("{'key':'%s|P1|p','envelope':{'op':'CREATE'},'body':{'before':null,'after':{'payer':'P1',"
                  + "'member':'%s','person':{'memberNumber':'N%d','birthDate':'1950-03-01',"
                  + "'sex':'FEMALE','deathDate':null}}}}")
              .formatted(member, member, i)
              .replace('\'', '"'));
      for (int month = -12; month < 6; month++) {
        int after = i < 4 ? 300 + i : 500;
        months.add(month(member, ENROLLED.plusMonths(month), month < 0 ? 500 : after));
      }
    }
  }

  private static String month(String member, YearMonth month, int cost) {
    return ("{'key':'%s|C1|%s','envelope':{'op':'UPDATE'},'body':{'member':'%s','contract':'C1',"
            + "'month':'%s','memberMonths':'1.000000','inScope':'%d.00',"
            + "'categories':[{'category':'ED'}],'risk':{'prospective':'1.000000'}}}")
        .formatted(member, month, member, month, cost)
        .replace('\'', '"');
  }

  private void write() throws IOException {
    Path results = Files.createDirectories(directory.resolve("results"));
    Files.write(
        results.resolve("contract.terms.v1.ndjson"),
        List.of(
            "{\"body\":{\"contract\":\"C1\",\"payer\":\"P1\",\"lineOfBusiness\":\"MEDICARE\"}}"));
    Files.write(results.resolve("intake.identity.v1.ndjson"), List.of());
    Files.write(results.resolve("intake.enrollment.v1.ndjson"), persons);
    Files.write(results.resolve("benchmark.member-month.v1.ndjson"), months);
  }

  private JsonNode evaluate(int exitCode, List<String> enrolled, String... more)
      throws IOException {
    write();
    Path programs = directory.resolve("programs.csv");
    List<String> rows = new ArrayList<>(List.of("program,member,enrolledOn"));
    rows.addAll(enrolled);
    Files.write(programs, rows);
    Path out = directory.resolve("out/evaluation.json");
    List<String> words =
        new ArrayList<>(
            List.of(
                "evaluate",
                "--programs",
                programs.toString(),
                "--results",
                directory.resolve("results").toString(),
                "--contract",
                "C1",
                "--months",
                "6",
                "--out",
                out.toString()));
    words.addAll(List.of(more));
    assertThat(CorridorCommand.execute(words.toArray(String[]::new))).isEqualTo(exitCode);
    return JSON.readTree(out.toFile());
  }

  private static List<String> patients() {
    return List.of(
        "home visits,N0,2025-01-10",
        "home visits,m01,2025-01-20",
        "home visits,N2,2025-01-10",
        "home visits,N3,2025-01-10");
  }

  @Test
  @DisplayName("four patients, two controls each: the effect, its interval, its worth, every pair")
  void evaluated() throws IOException {
    JsonNode program =
        evaluate(0, patients(), "--controls", "2", "--cost", "1200", "--aco-share", "0.5")
            .at("/programs/0");
    assertThat(program.path("matched").asInt()).isEqualTo(4);
    assertThat(program.path("casePmpm").asText()).isEqualTo("301.5");
    assertThat(program.path("controlPmpm").asText()).isEqualTo("500");
    assertThat(program.path("effect").asText()).isEqualTo("198.5");
    assertThat(program.at("/standardizedDifferences/priorCost").asText()).isEqualTo("0");
    assertThat(new BigDecimal(program.at("/pairedDifference/low").asText()))
        .isBetween(new BigDecimal("197"), new BigDecimal("198.5"));
    assertThat(program.path("warnings").toString())
        .contains("SELECTION", "SMALL_NUMBER")
        .doesNotContain("MAY_BE_CHANCE");
    assertThat(program.at("/economics/steps").findValuesAsText("name"))
        .contains("gross", "netCost", "perPatient");
    // (198.5 × 24 months × 0.5 - 1,200) over four patients.
    assertThat(program.at("/economics/netPerPatient").asText()).isEqualTo("295.50");
    BigDecimal cases = BigDecimal.ZERO;
    for (JsonNode pair : program.path("pairs")) {
      assertThat(pair.path("controls")).hasSize(2);
      cases = cases.add(new BigDecimal(pair.path("cost").asText()));
    }
    assertThat(cases).as("the pairs are what the figures are made of").isEqualByComparingTo("7236");
  }

  @Test
  @DisplayName("the order of the exports' lines does not matter")
  void orderFree() throws IOException {
    JsonNode first = evaluate(0, patients());
    Collections.shuffle(months, new Random(7));
    Collections.shuffle(persons, new Random(8));
    assertThat(evaluate(0, patients())).isEqualTo(first);
  }

  @Test
  @DisplayName("what both arms differed by before is taken off where it is asked for")
  void differenceInDifferences() throws IOException {
    // Those who became as cheap without the program are no controls of this example.
    months.removeIf(line -> line.matches(".*\"m0[123]\".*"));
    months.replaceAll(line ->
        line.contains("\"m00\"") && line.contains("\"2024-")
            ? line.replace("\"500.00\"", "\"480.00\"")
            : line);
    JsonNode plain = evaluate(0, List.of("p,N0,2025-01-01"), "--controls", "1");
    assertThat(plain.at("/programs/0/effect").asText()).isEqualTo("200");
    JsonNode less =
        evaluate(0, List.of("p,N0,2025-01-01"), "--controls", "1", "--difference-in-differences");
    assertThat(less.at("/programs/0/effect").asText()).isEqualTo("180");
  }

  @Test
  @DisplayName("unknown members, days that are none and programs without a match are said")
  void faults() throws IOException {
    JsonNode report =
        evaluate(3, List.of("p,N77,2025-01-01", "p,N0,2025-13-01", "q,N1,2019-01-01"));
    assertThat(report.at("/programs/0/program").asText()).isEqualTo("q");
    assertThat(report.at("/programs/0/refusal").asText()).isEqualTo("NO_MATCHED_CASE");
  }
}
