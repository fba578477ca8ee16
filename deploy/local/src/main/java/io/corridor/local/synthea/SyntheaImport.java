package io.corridor.local.synthea;

import io.corridor.local.convert.ContractTemplate;
import io.corridor.local.convert.FeedWriter;
import io.corridor.local.convert.ImportReport;
import io.corridor.local.convert.Practices;
import io.corridor.local.convert.SourceCounts;
import io.corridor.local.convert.SourceFormat;
import io.corridor.local.convert.SourceReader;
import io.corridor.local.convert.SourceRow;
import io.corridor.local.convert.Stays;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Turns a directory of Synthea's RIF export into a feed directory with its report. */
public final class SyntheaImport {
  private static final String SUMMARY = "export_summary";
  private static final int PARTICIPANTS = 100;

  /** The one visit code of the qualifying list that the source has: care after a discharge. */
  private static final Set<String> VISITS = Set.of("99495");

  private final ImportReport report = new ImportReport(SyntheaNotes.WORDING);
  private final SourceReader reader = new SourceReader(report, Rif.FORMAT);
  private final Beneficiaries people = new Beneficiaries();
  private final Practices practices = new Practices(VISITS);

  /**
   * Reads {@code in} and writes the feed to {@code out}. Each file of claims that is there is read;
   * a beneficiary file must be.
   *
   * @return the report, already written beside the feed
   * @throws IOException when there is no beneficiary file or the feed cannot be written
   */
  public ImportReport run(Path in, Path out) throws IOException {
    Path files = Files.isDirectory(in.resolve("bfd")) ? in.resolve("bfd") : in;
    List<String> years = years(files);
    if (years.isEmpty()) {
      throw new IOException("source file not found: beneficiary_YEAR" + Rif.FORMAT.suffix());
    }
    try (FeedWriter feed = new FeedWriter(out)) {
      beneficiaries(files, years, feed);
      summary(files);
      professional(files, feed, ProfessionalClaims.File.CARRIER);
      facilities(files, feed);
      professional(files, feed, ProfessionalClaims.File.DME);
      drugs(files, feed);
      practices.write(feed.open("affiliation.ndjson.gz", "affiliation"));
      feed.finish("synthea-rif", feed.latest().toString());
      report.write(out, feed.files());
    }
    return report;
  }

  /** The contract that is shipped for this data, as YAML. */
  public String contract() throws IOException {
    return ContractTemplate.yaml(
        "/synthea/contract-template.yaml",
        practices.largest(PARTICIPANTS),
        LocalDate.of(2023, 1, 1));
  }

  private static List<String> years(Path files) throws IOException {
    try (Stream<Path> found = Files.list(files)) {
      return found
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("beneficiary_\\d{4}\\.csv\\.gz"))
          .map(name -> name.substring(0, name.length() - Rif.FORMAT.suffix().length()))
          .sorted()
          .toList();
    }
  }

  private void beneficiaries(Path in, List<String> years, FeedWriter feed) throws IOException {
    for (String year : years) {
      SourceCounts counts = report.source(year);
      reader.read(in, year, row -> people.add(row, counts));
    }
    SourceCounts last = report.source(years.getLast());
    last.note("beneficiaries of all years", people.size());
    people.write(feed.open("enrollment.ndjson.gz", "enrollment"), last);
  }

  /** What the export itself says it wrote, by beneficiary and file. */
  private void summary(Path in) throws IOException {
    if (!Files.isReadable(reader.path(in, SUMMARY))) {
      return;
    }
    SourceReader commas =
        new SourceReader(report, new SourceFormat(',', Rif.FORMAT.dates(), Rif.FORMAT.suffix()));
    commas.read(
        in,
        SUMMARY,
        row -> {
          String id = row.required("BENE_ID");
          for (String file : SyntheaNotes.CLAIM_FILES) {
            String column = file.toUpperCase(Locale.ROOT) + "_CLAIMS";
            report
                .check(column)
                .state(id, BigDecimal.valueOf(row.whole(column, 0, Integer.MAX_VALUE)));
          }
        });
  }

  private void professional(Path in, FeedWriter feed, ProfessionalClaims.File kind)
      throws IOException {
    String file = kind.name().toLowerCase(Locale.ROOT);
    if (!Files.isReadable(reader.path(in, file))) {
      return;
    }
    SourceCounts counts = report.source(file);
    ProfessionalClaims claims =
        new ProfessionalClaims(kind, people, practices, claims(feed, file), counts);
    reader.readGroups(in, file, "CLM_ID", counted(file, claims::add));
  }

  private void facilities(Path in, FeedWriter feed) throws IOException {
    Stays stays = new Stays(feed.open("adt.ndjson.gz", "adt"));
    for (FacilityClaims.File kind : FacilityClaims.File.values()) {
      String file = kind.name().toLowerCase(Locale.ROOT);
      if (Files.isReadable(reader.path(in, file))) {
        SourceCounts counts = report.source(file);
        FacilityClaims claims =
            new FacilityClaims(
                kind,
                people,
                claims(feed, file),
                counts,
                kind == FacilityClaims.File.INPATIENT ? stays : null);
        reader.readGroups(in, file, "CLM_ID", counted(file, claims::add));
      }
    }
  }

  private void drugs(Path in, FeedWriter feed) throws IOException {
    if (!Files.isReadable(reader.path(in, "pde"))) {
      return;
    }
    DrugEvents events = new DrugEvents(people, claims(feed, "pde"), report.source("pde"));
    Consumer<List<SourceRow>> counted = counted("pde", rows -> events.add(rows.getFirst()));
    reader.read(in, "pde", row -> counted.accept(List.of(row)));
  }

  private FeedWriter.FeedFile claims(FeedWriter feed, String file) throws IOException {
    SourceCounts counts = report.source(file);
    return feed.open("claim-" + file + ".ndjson.gz", "claim")
        .onWrite((member, through, dollars) -> counts.total("paid in the feed", dollars));
  }

  /** Counts a claim by its beneficiary once it was written. */
  private Consumer<List<SourceRow>> counted(String file, Consumer<List<SourceRow>> claims) {
    String column = file.toUpperCase(Locale.ROOT) + "_CLAIMS";
    return rows -> {
      claims.accept(rows);
      report.check(column).find(rows.getFirst().required("BENE_ID"), BigDecimal.ONE);
    };
  }
}
