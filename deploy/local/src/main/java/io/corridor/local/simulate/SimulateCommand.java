package io.corridor.local.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code simulate}: writes a believable population as a feed, with its contracts. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Writes a believable simulated population as a feed directory with its contracts.")
public final class SimulateCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--members",
      defaultValue = "2000",
      description = "Members (default ${DEFAULT-VALUE}).")
  private int members;

  @Option(
      names = "--months",
      defaultValue = "18",
      description = "Months of service (default ${DEFAULT-VALUE}).")
  private int months;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed: the same seed gives the same bytes.")
  private long seed;

  @Option(
      names = "--start",
      defaultValue = "2025-01",
      converter = MonthConverter.class,
      description = "First month, YYYY-MM (default ${DEFAULT-VALUE}).")
  private @Nullable YearMonth start;

  @Option(names = "--out", required = true, description = "Feed directory; must be empty or new.")
  private @Nullable Path out;

  @Option(
      names = "--chaos",
      arity = "0..1",
      fallbackValue = "default",
      description = "Adds disorder: default or hard. The clean truth stays the same.")
  private @Nullable String chaos;

  @Option(
      names = "--answer-key",
      description = "With --chaos: directory for the clean feed and the log of faults.")
  private @Nullable Path answerKey;

  @Option(names = "--plain", description = "No gzip, whatever the size.")
  private boolean plain;

  @Option(
      names = "--threads",
      defaultValue = "2",
      description = "Worker threads (default ${DEFAULT-VALUE}).")
  private int threads;

  /** Reads a month of the form YYYY-MM. */
  static final class MonthConverter implements ITypeConverter<YearMonth> {
    @Override
    public YearMonth convert(String value) {
      try {
        return YearMonth.parse(value);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException("a month looks like 2025-01");
      }
    }
  }

  @Override
  public Integer call() throws IOException {
    Path directory = out;
    YearMonth first = start;
    if (directory == null || first == null) {
      throw refuse("--out is missing");
    }
    if (!empty(directory)) {
      throw refuse("the feed directory is not empty: " + directory);
    }
    SimulationConfig config = config(first);
    boolean gzip = !plain && members > 5_000;
    Simulation simulation = new Simulation(config);
    SimulationSummary summary =
        answerKey == null
            ? simulation.write(directory, gzip, this::show)
            : simulation.writeWithAnswerKey(directory, answerKey, gzip, this::show);
    System.err.println();
    System.out.println("feed " + directory + ", contracts " + directory.resolve("contracts"));
    System.out.print(summary.text());
    return 0;
  }

  private SimulationConfig config(YearMonth first) {
    SimulationConfig.Chaos level =
        switch (chaos == null ? "none" : chaos) {
          case "none" -> SimulationConfig.Chaos.NONE;
          case "default" -> SimulationConfig.Chaos.DEFAULT;
          case "hard" -> SimulationConfig.Chaos.HARD;
          default -> throw refuse("--chaos takes default or hard");
        };
    if (answerKey != null && level == SimulationConfig.Chaos.NONE) {
      throw refuse("--answer-key needs --chaos");
    }
    try {
      return new SimulationConfig(members, months, seed, first, level, threads);
    } catch (IllegalArgumentException e) {
      throw refuse(String.valueOf(e.getMessage()));
    }
  }

  private void show(int done) {
    if (done % 1000 == 0 || done == members) {
      System.err.print("\rsimulated " + done + " of " + members + " members");
    }
  }

  private ParameterException refuse(String reason) {
    CommandSpec known = spec;
    if (known == null) {
      throw new IllegalStateException(reason);
    }
    return new ParameterException(known.commandLine(), reason);
  }

  private static boolean empty(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return true;
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isEmpty();
    }
  }
}
