package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.local.simulate.SimulateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * A simulated population whose contracts ask for every figure of cost that verify recomputes, and
 * that small numbers satisfy.
 *
 * @param members number of members
 * @param months number of months
 * @param start first month, yyyy-MM
 * @param seed of the population
 * @param chaos disorder: none, default or hard
 */
record SimulatedPopulation(int members, int months, String start, long seed, String chaos) {
  private static final Path TERMS =
      SeededDefect.ROOT.resolve("deploy/local/src/test/resources/population");
  private static final Pattern PRACTICE = Pattern.compile("tin: (\"\\d{9}\")");
  private static final Pattern YEAR = Pattern.compile("(?m)^  - year: (\\d{4})$");
  private static final Pattern LINE_OF_BUSINESS = Pattern.compile("lineOfBusiness: (\\w+)");

  /** Writes feed and contracts. */
  VerifiedRun write(Path feed) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("--members", members + "", "--months", months + "", "--start", start));
    arguments.addAll(List.of("--seed", seed + "", "--out", feed.toString()));
    if (!chaos.equals("none")) {
      arguments.addAll(List.of("--chaos", chaos));
    }
    assertThat(new CommandLine(new SimulateCommand()).execute(arguments.toArray(String[]::new)))
        .isZero();
    try (Stream<Path> contracts = Files.list(feed.resolve("contracts"))) {
      for (Path contract : contracts.toList()) {
        Files.writeString(contract, asked(Files.readString(contract)));
      }
    }
    return new VerifiedRun(feed, feed.resolve("contracts"));
  }

  private static String asked(String contract) throws IOException {
    Matcher business = LINE_OF_BUSINESS.matcher(contract);
    assertThat(business.find()).isTrue();
    String name = business.group(1);
    String policy =
        switch (name) {
          case "MEDICARE" -> "PRORATE";
          case "MEDICAID" -> "MID_MONTH";
          default -> "ANY_DAY";
        };
    return contract
            .substring(0, contract.indexOf("\ncost:") + 1)
            .replaceAll("minLives: \\d+", "minLives: 1")
            .replaceAll("minimumDenominator: \\d+", "minimumDenominator: 1")
            .replaceAll("attachment: [\\d.]+", "attachment: 5000.00")
            .replaceAll("memberMonths: \\w+", "memberMonths: " + policy)
        + filled(
            Files.readString(TERMS.resolve(name.toLowerCase(java.util.Locale.ROOT) + ".yaml")),
            contract);
  }

  /** Terms with the contract's practices and last performance year in their places. */
  static String filled(String terms, String contract) {
    String practices =
        PRACTICE
            .matcher(contract)
            .results()
            .map(found -> found.group(1))
            .distinct()
            .collect(Collectors.joining(", ", "[", "]"));
    String lastYear =
        YEAR.matcher(contract)
            .results()
            .map(found -> found.group(1))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return terms.replace("PARTICIPANTS", practices).replace("LAST_YEAR", lastYear);
  }
}
