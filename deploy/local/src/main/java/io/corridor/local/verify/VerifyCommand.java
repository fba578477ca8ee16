package io.corridor.local.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code corridor verify}: recomputes a run's answers in SQL, from the feed lines, and lists every
 * difference. Exit code 0 without differences, 1 with, 4 when something could not be read.
 */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Recompute the answers of a run in SQL, from the feed lines, and list every difference.")
public final class VerifyCommand implements Callable<Integer> {
  private static final int FAILED = 4;

  @Option(names = "--feed", required = true, paramLabel = "DIR", description = "Feed of the run.")
  private Path feed = Path.of("");

  @Option(
      names = "--contracts",
      required = true,
      paramLabel = "DIR|FILE",
      description = "Contracts of the run.")
  private Path contracts = Path.of("");

  @Option(
      names = "--results",
      required = true,
      paramLabel = "DIR",
      description = "Directory that the run wrote.")
  private Path results = Path.of("");

  @Option(
      names = "--list",
      paramLabel = "N",
      defaultValue = "50",
      description = "Differences to list at most; all are counted. Default: ${DEFAULT-VALUE}.")
  private int list = 50;

  @Option(
      names = "--identity-secret",
      paramLabel = "SECRET",
      defaultValue = "${env:CORRIDOR_IDENTITY_SECRET:-corridor-development}",
      hidden = true,
      description = "Secret of the member surrogates.")
  private String secret = "corridor-development";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try {
      VerifyRun.Result result = new VerifyRun(feed, contracts, results, secret).run();
      print(out, result);
      return result.differences() == 0 ? 0 : 1;
    } catch (IOException | SQLException e) {
      out.println("verify failed: " + e.getMessage());
      return FAILED;
    } finally {
      out.flush();
    }
  }

  private void print(PrintWriter out, VerifyRun.Result result) {
    out.println("Business date " + result.businessDate());
    result
        .compared()
        .forEach((topic, n) -> out.println("  %-32s %,12d values compared".formatted(topic, n)));
    out.println(
        result
            .rosterMonth()
            .map(month -> "Roster " + month + " recomputed at its cut")
            .orElse("No roster was published"));
    if (result.undecidable() > 0) {
      out.println(
          "%,d claims have versions that only a content hash tells apart"
              .formatted(result.undecidable()));
    }
    out.println("Differences: %,d".formatted(result.differences()));
    result.listed().stream()
        .limit(list)
        .forEach(d ->
            out.println(
                "  %s %s %s: expected %s, found %s"
                    .formatted(
                        d.topic(), d.key(), d.field(), shown(d.expected()), shown(d.found()))));
    if (result.differences() > Math.min(list, result.listed().size())) {
      out.println(
          "  … and %,d more"
              .formatted(result.differences() - Math.min(list, result.listed().size())));
    }
  }

  private static String shown(String value) {
    return value.isEmpty() ? "nothing" : value;
  }
}
