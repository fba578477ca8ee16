package io.corridor.local.settle;

import io.corridor.local.command.ExitCodes;
import io.corridor.settlement.mssp.MsspRules;
import io.corridor.settlement.replicate.PublishedFiles;
import io.corridor.settlement.replicate.Replication;
import io.corridor.settlement.replicate.ReplicationReport;
import io.corridor.settlement.replicate.Reproduction;
import io.corridor.settlement.replicate.Reproduction.Cause;
import io.corridor.settlement.replicate.Reproduction.Check;
import io.corridor.settlement.replicate.Reproduction.Payment;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code corridor settle replicate}: published results settled again, with a report. Exit code 0
 * when every figure is reproduced save losses limited by a revenue that no file has, 1 when
 * anything else differs, 4 when the files cannot be read.
 */
@Command(
    name = "replicate",
    mixinStandardHelpOptions = true,
    description = "Settle published Shared Savings Program results again and report what agrees.")
public final class ReplicateCommand implements Callable<Integer> {

  @Option(
      names = "--puf",
      required = true,
      paramLabel = "DIR",
      description = "Public use files, one .csv a performance year, as published.")
  private Path puf = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "REPORT", description = "Report to write.")
  private Path out = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
    try {
      List<Reproduction> rows = new Replication(MsspRules.load()).of(PublishedFiles.read(puf));
      if (rows.isEmpty()) {
        console.println("replicate failed: no public use file of a known year in " + puf);
        return ExitCodes.FAILED;
      }
      Files.writeString(out, ReplicationReport.of(rows));
      for (Payment payment : Payment.values()) {
        console.println(
            "%-16s %,7d of %,d rows"
                .formatted(
                    payment,
                    rows.stream().filter(row -> row.payment() == payment).count(),
                    rows.size()));
      }
      return rows.stream().allMatch(ReplicateCommand::explained)
          ? ExitCodes.OK
          : ExitCodes.DIFFERENCES;
    } catch (IOException | IllegalArgumentException unreadable) {
      console.println("replicate failed: " + unreadable.getMessage());
      return ExitCodes.FAILED;
    } finally {
      console.flush();
    }
  }

  private static boolean explained(Reproduction row) {
    boolean payment =
        row.payment() != Payment.NOT_REPRODUCED || row.cause() == Cause.REVENUE_NOT_PUBLISHED;
    return payment && row.checks().stream().allMatch(Check::agrees);
  }
}
