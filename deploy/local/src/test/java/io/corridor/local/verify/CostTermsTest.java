package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a contract may ask of its cost and budget, all of it, over one simulated population: targets
 * by every method, control of drug prices, weights by year, levels, breakdowns, stays known from
 * messages, premiums, the leakage of a capitation. The platform's answers and the recomputation
 * must agree (law L8).
 */
@Tag("acceptance")
class CostTermsTest {
  private static final Path TERMS =
      SeededDefect.ROOT.resolve("deploy/local/src/test/resources/cost-terms");
  private static final String PREMIUMS = "premium.ndjson";
  private static final String SITES = "affiliation-sites.ndjson";
  private static final int MEMBERS = 150;
  private static final int MONTHS = 30;
  private static final long SEED = 4711;

  private static final String ABOVE_ZERO = "(?=\":\"(?!0\\.0+\"))";

  /** One value of every kind that no other test of verify alters. */
  private static final List<Altered> ALTERED =
      List.of(
          Altered.in("benchmark.budget.v1", "\\|NPI\\|.*\"counted"),
          Altered.in("benchmark.budget.v1", "\\|SITE\\|\\d+/\\d+-2\\|.*\"counted"),
          Altered.in("benchmark.budget.v1", "\\|SITE\\|\\d+/-\\|.*\"budget"),
          Altered.in("benchmark.budget.v1", "\\|ORGANISATION\\|.*\"budget"),
          Altered.in("benchmark.budget.v1", "\"preliminary"),
          Altered.in("benchmark.budget.v1", "\"target\":\\{\"refusal\":null,\"pmpm"),
          Altered.in("benchmark.budget.v1", "\"drugPriceEffect"),
          Altered.in("benchmark.budget.v1", "\"unbilled\":\\{[^}]*\"billed"),
          Altered.in("benchmark.budget.v1", "\\|ORGANISATION\\|.*\"capitationLeakage" + ABOVE_ZERO),
          Altered.in("benchmark.budget.v1", "\\|SITE\\|.*\"capitationLeakage" + ABOVE_ZERO),
          Altered.in("benchmark.budget.v1", "\\|POOL\\|.*\"capitationLeakage" + ABOVE_ZERO),
          Altered.in("benchmark.member-month.v1", "\"capitationLeakage" + ABOVE_ZERO),
          Altered.in("report.performance.v1", "\"capitationLeakage" + ABOVE_ZERO),
          Altered.in("benchmark.budget.v1", "\\|CONTRACT\\|mcd-.*\"capitationLeakage" + ABOVE_ZERO),
          Altered.in(
              "settlement.estimate.v1",
              "month\\.[0-9-]+\\.capitationLeakage\",\"value" + ABOVE_ZERO),
          Altered.in("benchmark.member-month.v1", "\"drugPriceEffect"),
          Altered.in("benchmark.member-month.v1", "\"unbilled\":\\{[^}]*\"error"),
          Altered.in("benchmark.parameters.v1", "\"target\":\\{\"refusal\":null,\"pmpm"),
          Altered.in("benchmark.parameters.v1", "\"name\":\"historical\",[^]]*],\"value"),
          Altered.in("benchmark.parameters.v1", "\"name\":\"medicalLossRatio\",[^]]*],\"value"),
          Altered.in("benchmark.parameters.v1", "\"perThousand"),
          Altered.in("benchmark.budget.v1", "\"use\":\\{[^]]*\"expected"),
          Altered.in("benchmark.budget.v1", "\"use\":\\{.*\"credible"),
          Altered.in("benchmark.parameters.v1", "\"name\":\"agedNonDual.updated\",[^]]*],\"value"),
          Altered.in("benchmark.parameters.v1", "\"name\":\"comparisonGroup\",[^]]*],\"value"),
          Altered.in("benchmark.parameters.v1", "\"categories\":\\[[^]]*\"counted"),
          Altered.in("benchmark.budget.v1", "\\|POOL\\|.*\"counted"),
          Altered.in("benchmark.parameters.v1", "\"types\":\\[[^]]*\"pmpm"),
          Altered.in("benchmark.parameters.v1", "\"band\":\\{\"low"),
          Altered.in("benchmark.parameters.v1", "\"stay\":\\{[^}]*\"mean"),
          Altered.in("benchmark.parameters.v1", "\"projected\":[^,]*,\"band\":\\{[^}]*\"high"),
          Altered.in("benchmark.budget.v1", "\"band\":\\{[^}]*\"high"),
          Altered.in("report.risk-recapture.v1", "\"rawGain"),
          Altered.in("report.member-breakdown.v1", "\"units"),
          Altered.in("report.member-breakdown.v1", "\"kind\":\"DISEASE\"[^}]*\"paid"),
          Altered.in("report.member-breakdown.v1", "\"kind\":\"SPECIALTY\"[^}]*\"paid"),
          Altered.in("report.cost-breakdown.v1", "\"insideShare"),
          Altered.in("report.cost-breakdown.v1", "\"units"),
          Altered.in("report.cost-breakdown.v1", "\"referredShare"),
          Altered.in("report.member-breakdown.v1", "\"kind\":\"REFERRAL\"[^}]*\"paid"),
          Altered.in("report.member-case.v1", "\"cost"),
          Altered.in("report.member-case.v1", "\"risk"),
          Altered.in("report.performance.v1", "\"trend"),
          Altered.in("report.performance.v1", "\"completion\":\\{[^}]*\"toDate"),
          Altered.in("report.performance.v1", "\"categories\":\\[\\{[^}]*\"counted"));

  private static final Set<String> ALTERED_LINES = new HashSet<>();

  @TempDir static Path directory;

  /**
   * Each file adds its terms to a copy of the simulated contract that it is named after; one that
   * has a settlement of its own takes the place of the contract's.
   */
  private static VerifiedRun input(Path feed) throws IOException {
    new SimulatedPopulation(MEMBERS, MONTHS, "2024-01", SEED, "default").write(feed);
    ProcedureFeed.add(feed, SEED, LocalDate.of(2024, 2, 10), 800);
    addSites(feed);
    Path contracts = Files.createDirectories(directory.resolve("contracts"));
    try (Stream<Path> files = Files.list(TERMS)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replace(".yaml", "");
        if (name.equals(PREMIUMS)) {
          addPremiums(file, feed);
          continue;
        }
        String simulated = name.substring(0, name.lastIndexOf('-'));
        String contract = Files.readString(feed.resolve("contracts").resolve(simulated + ".yaml"));
        String terms = Files.readString(file);
        String kept = earlier(contract.substring(0, contract.indexOf("\ncost:") + 1));
        if (terms.contains("\nsettlement:")) {
          kept = kept.replaceFirst("(?m)^settlement:\n(?: .*\n)+", "");
        }
        Files.writeString(
            contracts.resolve(file.getFileName()),
            kept.replaceFirst("(?m)^contract: .*$", "contract: " + name)
                + SimulatedPopulation.filled(terms, contract));
      }
    }
    amend(
        contracts, "com-lakeside-1s-compared", "[\"99214\", \"99215\", \"99284\"]", "[\"99213\"]");
    amend(
        contracts,
        "mcd-prairie-1s-compared",
        "{ shape: CAPITATION, capitation: { ratePmpm: 31.00, capitatedCodes: [\"99213\"] } }",
        "{ shape: ONE_SIDED, sharePercent: 0.50 }");
    return new VerifiedRun(feed, contracts);
  }

  /** A second version of a contract, from July 2025 on, with other terms in one place. */
  private static void amend(Path contracts, String contract, String terms, String others)
      throws IOException {
    String first = Files.readString(contracts.resolve(contract + ".yaml"));
    assertThat(first).contains(terms);
    Files.writeString(
        contracts.resolve(contract + "-2.yaml"),
        first
            .replaceFirst("(?m)^version: 1$", "version: 2")
            .replaceFirst("(?m)^effectiveFrom: .*$", "effectiveFrom: 2025-07-01")
            .replace(terms, others));
  }

  /** Premiums beside the simulated records: corrected, voided, missing and of a month to come. */
  private static void addPremiums(Path file, Path feed) throws IOException {
    Files.copy(file, feed.resolve(PREMIUMS));
    manifested(feed, PREMIUMS, "premium");
  }

  /**
   * Beside every third open link one that begins later at another site, beside every third one that
   * names no site for a while.
   */
  private static void addSites(Path feed) throws IOException {
    List<String> links = new ArrayList<>();
    int number = 0;
    for (String link : Files.readAllLines(feed.resolve("affiliation.ndjson"))) {
      if (link.contains("\"lastDay\"")) {
        continue;
      }
      switch (number++ % 3) {
        case 0 ->
            links.add(
                link.replaceFirst("\"site\":\"([^\"]+)-1\"", "\"site\":\"$1-2\"")
                    .replaceFirst("\"from\":\"[^\"]+\"", "\"from\":\"2025-06-16\""));
        case 1 ->
            links.add(
                link.replaceFirst("\"site\":\"[^\"]+\",", "")
                    .replaceFirst(
                        "\"from\":\"[^\"]+\"",
                        "\"from\":\"2025-04-01\",\"lastDay\":\"2025-08-31\""));
        default -> {}
      }
    }
    Files.write(feed.resolve(SITES), links);
    manifested(feed, SITES, "affiliation");
  }

  private static void manifested(Path feed, String name, String type) throws IOException {
    Path manifest = feed.resolve("manifest.json");
    String files = "\"files\":[";
    String text = Files.readString(manifest);
    assertThat(text).contains(files);
    Files.writeString(
        manifest,
        text.replace(
            files, files + "\n  {\"name\":\"" + name + "\",\"recordType\":\"" + type + "\"},"));
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
    assertThat(VerifiedRun.empty(result)).isEmpty();

    Path results = VerifiedRun.results(directory, "run");
    List<String> altered = new ArrayList<>();
    for (Altered one : ALTERED) {
      altered.add(one.topic + " " + one.alter(results));
    }
    assertThat(input.verify(results).listed())
        .extracting(difference -> difference.topic() + " " + difference.key())
        .containsExactlyInAnyOrderElementsOf(altered);
  }

  /** A value of a topic: the first that its pattern finds. */
  private record Altered(String topic, Pattern pattern) {
    private static Altered in(String topic, String pattern) {
      return new Altered(topic, Pattern.compile(pattern + "\":\"(?<value>[0-9.]+)\""));
    }

    /** Puts a digit before it, and returns the key of its record. */
    private String alter(Path results) throws IOException {
      Path file = results.resolve(topic + ".ndjson");
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        Matcher found = pattern.matcher(lines.get(i));
        if (found.find() && ALTERED_LINES.add(topic + i)) {
          int at = found.start("value");
          lines.set(i, lines.get(i).substring(0, at) + "1" + lines.get(i).substring(at));
          Files.write(file, lines);
          return lines
              .get(i)
              .substring("{\"key\":\"".length(), lines.get(i).indexOf("\",\"envelope"));
        }
      }
      throw new AssertionError("no record of " + topic + " has " + pattern);
    }
  }
}
