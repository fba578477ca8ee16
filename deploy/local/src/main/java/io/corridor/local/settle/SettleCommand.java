package io.corridor.local.settle;

import io.corridor.local.command.ExitCodes;
import io.corridor.settlement.mssp.MsspRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code corridor settle}: the settlement engine alone. Exit code 0 when every line was settled, 3
 * when some were rejected, 4 when a file could not be read or written.
 */
@Command(
    name = "settle",
    mixinStandardHelpOptions = true,
    description = "Settle Shared Savings Program facts, one JSON object a line, into statements.",
    subcommands = {ReplicateCommand.class, WhatIfCommand.class, BackTestCommand.class})
public final class SettleCommand implements Callable<Integer> {

  private static final long MILLIS = 1_000_000L;

  @Option(names = "--facts", paramLabel = "FILE", description = "Facts, one JSON object a line.")
  private @Nullable Path facts;

  @Option(names = "--out", paramLabel = "FILE", description = "Statements, one a line of facts.")
  private @Nullable Path out;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    if (facts == null || out == null) {
      throw new ParameterException(command.commandLine(), "settle needs --facts and --out");
    }
    if (sameFile(facts, out)) {
      throw new ParameterException(command.commandLine(), "--out would overwrite --facts");
    }
    PrintWriter console = command.commandLine().getOut();
    try {
      MsspRules rules = MsspRules.load();
      SettleRun.Counts counts = new SettleRun(rules).run(facts, out);
      print(console, counts);
      return counts.rejections() == 0 ? ExitCodes.OK : ExitCodes.REJECTED;
    } catch (IOException unreadable) {
      console.println("settle failed: " + unreadable);
      return ExitCodes.FAILED;
    } finally {
      console.flush();
    }
  }

  private static boolean sameFile(Path one, Path other) {
    try {
      return Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static void print(PrintWriter console, SettleRun.Counts counts) {
    console.println(
        "%,d statements, %,d rejections in %,d ms: %,d lines a second%s"
            .formatted(
                counts.statements(),
                counts.rejections(),
                counts.nanos() / MILLIS,
                counts.linesPerSecond(),
                counts.linesPerSecondAfterStart() == 0
                    ? ""
                    : ", %,d after the start".formatted(counts.linesPerSecondAfterStart())));
    counts.rejected().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(code -> console.println("  %-36s %,d".formatted(code.getKey(), code.getValue())));
  }
}
