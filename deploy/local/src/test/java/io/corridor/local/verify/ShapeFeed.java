package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.local.simulate.SimulateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * A simulated population under one contract of each shape: the published examples, carried over to
 * the population's payers, practices and years, with the figures that each of them must be told.
 *
 * @param members number of members
 * @param months number of months from January 2023
 * @param seed of the population
 */
record ShapeFeed(int members, int months, long seed) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path EXAMPLES = SeededDefect.ROOT.resolve("docs/contracts");
  private static final Path CHANGES =
      SeededDefect.ROOT.resolve("deploy/local/src/test/resources/shapes");
  private static final Pattern TIN = Pattern.compile("tin: \"(\\d{9})\"");
  private static final String START = "2023-01";
  private static final List<String> YEARS = List.of("2023", "2024");
  private static final String RECEIVED = "2024-03-01T00:00:00Z";

  /** Simulated contract whose practices stand in for those of an example, by line of business. */
  private static final Map<String, String> MARKET =
      Map.of(
          "MEDICARE", "mcr-cedar-2s",
          "MEDICAID", "mcd-prairie-1s",
          "COMMERCIAL", "com-lakeside-1s");

  /** Writes feed and contracts. */
  VerifiedRun write(Path feed) throws IOException {
    List<String> arguments =
        List.of(
            "--members",
            members + "",
            "--months",
            months + "",
            "--start",
            START,
            "--seed",
            seed + "",
            "--out",
            feed.toString());
    assertThat(new CommandLine(new SimulateCommand()).execute(arguments.toArray(String[]::new)))
        .isZero();
    Path contracts = feed.resolve("contracts");
    Map<String, String> market = new TreeMap<>();
    for (Map.Entry<String, String> line : MARKET.entrySet()) {
      market.put(line.getKey(), Files.readString(contracts.resolve(line.getValue() + ".yaml")));
    }
    try (Stream<Path> simulated = Files.list(contracts)) {
      for (Path file : simulated.toList()) {
        Files.delete(file);
      }
    }
    List<String> figures = new ArrayList<>();
    List<String> premiums = new ArrayList<>();
    try (Stream<Path> changes = Files.list(CHANGES)) {
      for (Path file : changes.sorted().toList()) {
        Change change = Change.read(file);
        String terms = change.terms(market);
        Files.writeString(contracts.resolve(change.contract() + ".yaml"), terms);
        change.figures(terms, figures);
        change.premiums(terms, premiums);
      }
    }
    add(feed, "attestation", figures);
    add(feed, "premium", premiums);
    return new VerifiedRun(feed, contracts);
  }

  private static void add(Path feed, String type, List<String> lines) throws IOException {
    Files.write(feed.resolve(type + ".ndjson"), lines);
    Path file = feed.resolve("manifest.json");
    ObjectNode manifest = (ObjectNode) JSON.readTree(file.toFile());
    ((ArrayNode) manifest.get("files"))
        .addObject()
        .put("name", type + ".ndjson")
        .put("recordType", type)
        .put("rows", lines.size());
    Files.writeString(file, manifest.toString());
  }

  /**
   * What makes a contract of the population out of a published example. The file's first line names
   * the example; then lines of one word and its rest: {@code set} replaces the first value of a
   * term, {@code swap} any text, {@code add} puts a line before another, {@code end} puts one at
   * the end; {@code state}, {@code again} and {@code void} state, correct and withdraw figures of a
   * level and year, {@code premium} a month's premium and taxes.
   */
  private record Change(String contract, String example, List<String> lines) {

    static Change read(Path file) throws IOException {
      List<String> lines =
          Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
      String name = file.getFileName().toString().replace(".txt", "");
      return new Change(name, lines.getFirst(), lines.subList(1, lines.size()));
    }

    private Stream<String[]> of(String word) {
      return lines.stream()
          .filter(line -> line.startsWith(word + " "))
          .map(line -> line.substring(word.length() + 1).split(" \\| ", -1));
    }

    String terms(Map<String, String> market) throws IOException {
      String text = years(Files.readString(EXAMPLES.resolve(example + ".yaml")));
      String simulated = market.get(value(text, "lineOfBusiness"));
      List<String> tins = tins(simulated);
      List<String> examples = tins(text);
      for (int i = 0; i < Math.min(tins.size(), examples.size()); i++) {
        text = text.replace(examples.get(i), tins.get(i));
      }
      text =
          text.replaceFirst("(?m)^contract: .*", "contract: " + contract)
              .replaceFirst("(?m)^payer: .*", "payer: " + value(simulated, "payer"))
              .replaceFirst("(?m)^effectiveFrom: .*", "effectiveFrom: 2023-01-01")
              .replaceFirst("(?m)^minLives: .*", "minLives: 1")
              .replaceAll("minimumDenominator: \\d+", "minimumDenominator: 1")
              .replaceFirst("(?m)^performanceYears:\n(?:  - .*\n)+", block("performanceYears"))
              .replaceFirst("(?m)^participants:\n(?:  - .*\n)+", participants(tins));
      for (String[] set : of("set").toList()) {
        String changed =
            text.replaceFirst(
                "(?m)(^ *|[{,] )" + set[0] + ": [^ ,}\n]*", "$1" + set[0] + ": " + set[1]);
        assertThat(changed).as("%s: %s", contract, set[0]).isNotEqualTo(text);
        text = changed;
      }
      for (String[] swap : of("swap").toList()) {
        assertThat(text).as(contract).contains(swap[0]);
        text = text.replace(swap[0], swap[1]);
      }
      for (String[] add : of("add").toList()) {
        assertThat(text).as(contract).contains("\n" + add[0]);
        text = text.replaceFirst("(?m)^" + Pattern.quote(add[0]), add[1] + "\n" + add[0]);
      }
      return text + String.join("\n", of("end").map(end -> end[0]).toList()) + "\n";
    }

    /** The examples' years, two years earlier; a budget of the first year holds in the second. */
    private static String years(String text) {
      String earlier = text;
      if (text.contains("year: 2025")) {
        earlier = text.replace("2025", "2023").replace("2026", "2024").replace("2027", "2025");
      }
      if (!earlier.contains("{ year: 2024, category")) {
        earlier =
            earlier.replaceAll("(?m)^(  - \\{ year: )2023(, category: .*)$", "$12023$2\n$12024$2");
      }
      return earlier;
    }

    private static String block(String name) {
      StringBuilder block = new StringBuilder(name + ":\n");
      for (String year : YEARS) {
        block.append(
            "  - { year: %s, from: %s-01-01, lastDay: %s-12-31 }\n".formatted(year, year, year));
      }
      return block.toString();
    }

    private static String participants(List<String> tins) {
      StringBuilder block = new StringBuilder("participants:\n");
      tins.forEach(tin -> block.append("  - { tin: \"" + tin + "\", from: 2022-01-01 }\n"));
      return block.toString();
    }

    private static List<String> tins(String contract) {
      return TIN.matcher(contract).results().map(found -> found.group(1)).distinct().toList();
    }

    private static String value(String contract, String term) {
      Matcher found = Pattern.compile("(?m)^" + term + ": ([\\w-]+)").matcher(contract);
      assertThat(found.find()).as(term).isTrue();
      return found.group(1);
    }

    /**
     * {@code state LEVEL YEAR | name=value …}; level TIN means every practice, TIN1 the first
     * alone.
     */
    void figures(String terms, List<String> to) {
      for (String word : List.of("state", "again", "void")) {
        for (String[] figures : of(word).toList()) {
          String[] where = figures[0].split(" ", -1);
          for (String id : ids(terms, where[0])) {
            for (String figure : figures[1].split(" ", -1)) {
              String[] parts = figure.split("=", -1);
              to.add(
                  record(terms)
                      .put("level", where[0].replaceAll("\\d", ""))
                      .put("id", id)
                      .put("year", Integer.parseInt(where[1]))
                      .put("name", parts[0])
                      .put("value", parts[1])
                      .put("version", word.equals("state") ? 1 : 2)
                      .put("status", word.equals("void") ? "VOIDED" : "ACTIVE")
                      .toString());
            }
          }
        }
      }
    }

    private List<String> ids(String terms, String level) {
      List<String> tins = tins(terms);
      return switch (level) {
        case "CONTRACT" -> List.of(contract);
        case "ACO" -> List.of(value(terms, "aco"));
        case "TIN" -> tins;
        default -> List.of(tins.get(Integer.parseInt(level.substring(3)) - 1));
      };
    }

    /** {@code premium 2023 12 | premium taxes}: the same in so many months of the year. */
    void premiums(String terms, List<String> to) {
      for (String[] premium : of("premium").toList()) {
        String[] when = premium[0].split(" ", -1);
        String[] amounts = premium[1].split(" ", -1);
        for (int month = 1; month <= Integer.parseInt(when[1]); month++) {
          to.add(
              record(terms)
                  .put("month", "%s-%02d".formatted(when[0], month))
                  .put("premium", amounts[0])
                  .put("taxesAndFees", amounts[1])
                  .put("version", 1)
                  .put("status", "ACTIVE")
                  .toString());
        }
      }
    }

    private ObjectNode record(String terms) {
      return JSON.createObjectNode()
          .put("payer", value(terms, "payer"))
          .put("contract", contract)
          .put("receivedAt", RECEIVED);
    }
  }
}
