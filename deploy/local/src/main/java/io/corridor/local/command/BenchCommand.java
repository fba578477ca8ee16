package io.corridor.local.command;

import io.corridor.local.bench.Bench;
import io.corridor.local.bench.BenchReport;
import io.corridor.local.platform.Layout;
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

/** {@code ./corridor bench}: what the platform costs here, beside references in the same run. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures throughput, latency, state and restore of the embedded platform on this machine, each beside a reference"
          + " in the same run (docs/bench.md).",
      "Takes up to 15 minutes; figures of a busy machine say little, the load is told with them."
    })
final class BenchCommand implements Callable<Integer> {

  @Option(names = "--out", paramLabel = "FILE", description = "Also write the figures as JSON.")
  private @Nullable Path out;

  @Option(
      names = "--members",
      defaultValue = "1000",
      description = "Members of the population (default ${DEFAULT-VALUE}).")
  private int members;

  @Option(
      names = "--months",
      defaultValue = "12",
      description = "Months of the population (default ${DEFAULT-VALUE}).")
  private int months;

  @Option(
      names = "--seed",
      defaultValue = "13",
      description = "Seed of the population (default ${DEFAULT-VALUE}).")
  private long seed;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, SQLException {
    BenchReport report;
    try (TemporaryData directory = TemporaryData.fresh();
        TerminalProgress progress = TerminalProgress.standard()) {
      Logs.to(new Layout(directory.directory()));
      report = new Bench(directory.directory(), members, months, seed, progress).run();
    }
    if (out != null) {
      report.write(out);
    }
    report.print(new PrintWriter(Objects.requireNonNull(spec).commandLine().getOut(), true));
    return ExitCodes.OK;
  }
}
