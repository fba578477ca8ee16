package io.corridor.local.command;

import io.corridor.local.convert.ImportReport;
import io.corridor.local.desynpuf.DesynpufImport;
import io.corridor.local.synthea.SyntheaImport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code corridor import FORMAT --in DIR --out FEED}: a known public format to a feed directory.
 */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Turn files of a known public format into a feed directory, with a report.")
public final class ImportCommand implements Callable<Integer> {

  /** Formats that can be imported. */
  enum Format {
    DESYNPUF("desynpuf"),
    SYNTHEA_RIF("synthea-rif");

    private final String word;

    Format(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  @Parameters(
      index = "0",
      paramLabel = "FORMAT",
      description = "Format of the files: ${COMPLETION-CANDIDATES}.")
  private Format format = Format.DESYNPUF;

  @Option(names = "--in", required = true, paramLabel = "DIR", description = "Directory to read.")
  private Path in = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FEED",
      description = "Feed directory to write.")
  private Path out = Path.of("");

  @Option(
      names = "--contract",
      paramLabel = "FILE",
      description = "Also write the contract for this data to FILE.")
  private @Nullable Path contract;

  @Spec private @Nullable CommandSpec spec;

  /**
   * Exit code 0 when every row was used, 1 when rows were rejected, 2 when nothing could be read.
   */
  @Override
  public Integer call() {
    PrintWriter console =
        spec == null
            ? new PrintWriter(System.out, true, java.nio.charset.StandardCharsets.UTF_8)
            : spec.commandLine().getOut();
    try {
      int rejected =
          switch (format) {
            case DESYNPUF -> {
              DesynpufImport importer = new DesynpufImport();
              ImportReport report = importer.run(in, out);
              writeContract(importer.contract());
              yield 0 < report.rejectedRows() ? 1 : 0;
            }
            case SYNTHEA_RIF -> {
              SyntheaImport importer = new SyntheaImport();
              ImportReport report = importer.run(in, out);
              writeContract(importer.contract());
              yield 0 < report.rejectedRows() ? 1 : 0;
            }
          };
      console.print(Files.readString(out.resolve("import-report.txt")));
      console.flush();
      return rejected;
    } catch (IOException e) {
      console.println("Import failed: " + e.getMessage());
      console.flush();
      return 2;
    }
  }

  private void writeContract(String yaml) throws IOException {
    if (contract != null) {
      Files.writeString(contract, yaml);
    }
  }
}
