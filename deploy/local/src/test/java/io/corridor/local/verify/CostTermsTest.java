package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a contract may ask of its cost and budget, all of it, over one simulated population: targets
 * by every method, control of drug prices, weights by year, levels, breakdowns, stays known from
 * messages. The platform's answers and the recomputation must agree (law L8).
 */
@Tag("acceptance")
class CostTermsTest {
  private static final Path TERMS =
      SeededDefect.ROOT.resolve("deploy/local/src/test/resources/cost-terms");
  private static final int MEMBERS = 150;
  private static final int MONTHS = 30;
  private static final long SEED = 4711;

  @TempDir static Path directory;

  /** Each file adds its terms to a copy of the simulated contract that it is named after. */
  private static VerifiedRun input(Path feed) throws IOException {
    new SimulatedPopulation(MEMBERS, MONTHS, "2024-01", SEED, "default").write(feed);
    Path contracts = Files.createDirectories(directory.resolve("contracts"));
    try (Stream<Path> files = Files.list(TERMS)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replace(".yaml", "");
        String simulated = name.substring(0, name.lastIndexOf('-'));
        String contract = Files.readString(feed.resolve("contracts").resolve(simulated + ".yaml"));
        Files.writeString(
            contracts.resolve(file.getFileName()),
            earlier(contract.substring(0, contract.indexOf("\ncost:") + 1))
                    .replaceFirst("(?m)^contract: .*$", "contract: " + name)
                + Files.readString(file));
      }
    }
    return new VerifiedRun(feed, contracts);
  }

  /** With the years before the simulated contract's: base years, one of them without members. */
  private static String earlier(String contract) {
    return contract
        .replace("effectiveFrom: 2025-01-01", "effectiveFrom: 2023-01-01")
        .replace(
            "performanceYears:\n",
            """
            performanceYears:
              - { year: 2023, from: 2023-01-01, lastDay: 2023-12-31 }
              - { year: 2024, from: 2024-01-01, lastDay: 2024-12-31 }
            """)
        .replace(
            "\nbudget:\n",
            """

            budget:
              - { year: 2023, category: ALL, pmpm: 350.00 }
              - { year: 2024, category: ALL, pmpm: 360.00 }
            """);
  }

  @Test
  @DisplayName("every term of cost: no difference, and one altered value of each kind is found")
  void everyTerm() throws IOException, InterruptedException, SQLException {
    VerifiedRun input = input(directory.resolve("feed"));
    VerifyRun.Result result = input.run(directory, "run", List.of());
    assertThat(result.listed()).isEmpty();
    assertThat(result.compared())
        .allSatisfy((topic, count) -> assertThat(count).as(topic).isPositive());

    Path results = VerifiedRun.results(directory, "run");
    List<String> altered = new ArrayList<>();
    for (Map.Entry<String, List<String>> topic : VALUES.entrySet()) {
      altered.addAll(altered(results, topic.getKey(), topic.getValue()));
    }
    assertThat(input.verify(results).listed())
        .extracting(difference ->
            difference.topic() + " " + difference.key() + " " + difference.field())
        .containsExactlyInAnyOrderElementsOf(altered);
  }

  /** Adds one to each value, in the first record of the topic that has it, and says where. */
  private static List<String> altered(Path results, String topic, List<String> values)
      throws IOException {
    Path file = results.resolve(topic + ".ndjson");
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    List<String> altered = new ArrayList<>();
    for (String value : values) {
      String id = value.substring(0, value.indexOf(' '));
      String path = value.substring(value.indexOf(' ') + 1);
      int at = 0;
      JsonNode found = JSON.missingNode();
      while (!found.isValueNode() || found.isNull()) {
        assertThat(at).as("no record of %s has %s", topic, value).isLessThan(lines.size());
        found = record(lines.get(at), id).at("/body/" + path);
        at++;
      }
      JsonNode record = JSON.readTree(lines.get(at - 1));
      String name = path.substring(path.lastIndexOf('/') + 1);
      ObjectNode holder = (ObjectNode) record.at("/body/" + path.substring(0, path.length() - name.length()).replaceAll("/$", ""));
      holder.put(name, new BigDecimal(found.asText()).add(BigDecimal.ONE).toPlainString());
      lines.set(at - 1, record.toString());
      altered.add(topic + " " + record.get("key").textValue() + " " + field(record, path));
    }
    Files.write(file, lines);
    return altered;
  }
}
