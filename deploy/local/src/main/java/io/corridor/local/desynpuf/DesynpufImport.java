package io.corridor.local.desynpuf;

import io.corridor.local.convert.ContractTemplate;
import io.corridor.local.convert.FeedWriter;
import io.corridor.local.convert.ImportReport;
import io.corridor.local.convert.Practices;
import io.corridor.local.convert.SourceFormat;
import io.corridor.local.convert.SourceReader;
import io.corridor.local.convert.Stays;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Turns the five DE-SynPUF files into a feed directory with its report. */
public final class DesynpufImport {
  /** Payer of every record. */
  static final String PAYER = "CMS";

  private static final String AS_OF = "2010-01-31T00:00:00Z";
  private static final int RECEIPT_DAYS = 14;
  private static final int PARTICIPANTS = 300;
  private static final Set<String> OFFICE_VISITS =
      Set.of(
          "99201", "99202", "99203", "99204", "99205", "99211", "99212", "99213", "99214", "99215");
  private static final List<String> FILES =
      List.of("bene.csv", "carrier.csv", "inpatient.csv", "outpatient.csv", "pde.csv");

  private final ImportReport report = new ImportReport(ImportNotes.WORDING);
  private final Beneficiaries people = new Beneficiaries();
  private final Practices practices = new Practices(OFFICE_VISITS);

  /** Assumed receipt of a claim, from its through date. */
  static Instant received(LocalDate through) {
    return through.plusDays(RECEIPT_DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /**
   * Reads {@code in} and writes the feed to {@code out}.
   *
   * @return the report, already written beside the feed
   * @throws IOException when a source file is missing or the feed cannot be written
   */
  public ImportReport run(Path in, Path out) throws IOException {
    for (String file : FILES) {
      if (!Files.isReadable(in.resolve(file))) {
        throw new IOException("source file not found: " + file);
      }
    }
    try (FeedWriter feed = new FeedWriter(out)) {
      beneficiaries(in, feed);
      carrier(in, feed);
      facilities(in, feed);
      drugs(in, feed);
      practices.write(feed.open("affiliation.ndjson.gz", "affiliation"));
      feed.finish("desynpuf", AS_OF);
      report.write(out, feed.files());
    }
    return report;
  }

  /** The contract that is shipped for this data, as YAML. */
  public String contract() throws IOException {
    return ContractTemplate.yaml(
        "/desynpuf/contract-template.yaml",
        practices.largest(PARTICIPANTS),
        LocalDate.of(2008, 1, 1));
  }

  private void beneficiaries(Path in, FeedWriter feed) throws IOException {
    new SourceReader(report, SourceFormat.CSV)
        .read(
            in,
            "bene.csv",
            row -> {
              BigDecimal inpatient = row.dollars("MEDREIMB_IP");
              BigDecimal outpatient = row.dollars("MEDREIMB_OP");
              BigDecimal carrier = row.dollars("MEDREIMB_CAR");
              people.add(row);
              String id = row.required("DESYNPUF_ID");
              int year = row.whole("BENE_YEAR", 2008, 2009);
              report.check("MEDREIMB_IP").state(id + "|" + year, inpatient);
              report.check("MEDREIMB_OP").state(id + "|" + year, outpatient);
              report.check("MEDREIMB_CAR").state(id + "|" + year, carrier);
            });
    report.source("bene.csv").note("beneficiaries", people.size());
    people.write(feed.open("enrollment.ndjson.gz", "enrollment"), report.source("bene.csv"));
  }

  private void carrier(Path in, FeedWriter feed) throws IOException {
    CarrierClaims claims = new CarrierClaims(people, practices);
    FeedWriter.FeedFile file =
        feed.open("claim-carrier.ndjson.gz", "claim").onWrite(paid("MEDREIMB_CAR"));
    new SourceReader(report, SourceFormat.CSV)
        .read(in, "carrier.csv", row -> claims.add(row, file, report.source("carrier.csv")));
  }

  private void facilities(Path in, FeedWriter feed) throws IOException {
    FacilityClaims claims = new FacilityClaims(people);
    Stays stays = new Stays(feed.open("adt.ndjson.gz", "adt"));
    FeedWriter.FeedFile inpatient =
        feed.open("claim-inpatient.ndjson.gz", "claim").onWrite(paid("MEDREIMB_IP"));
    new SourceReader(report, SourceFormat.CSV)
        .read(
            in,
            "inpatient.csv",
            row -> claims.addInpatient(row, inpatient, report.source("inpatient.csv"), stays));
    FeedWriter.FeedFile outpatient =
        feed.open("claim-outpatient.ndjson.gz", "claim").onWrite(paid("MEDREIMB_OP"));
    new SourceReader(report, SourceFormat.CSV)
        .read(
            in,
            "outpatient.csv",
            row -> claims.addOutpatient(row, outpatient, report.source("outpatient.csv")));
  }

  private void drugs(Path in, FeedWriter feed) throws IOException {
    DrugClaims claims = new DrugClaims(people);
    FeedWriter.FeedFile file = feed.open("claim-pde.ndjson.gz", "claim");
    new SourceReader(report, SourceFormat.CSV)
        .read(in, "pde.csv", row -> claims.add(row, file, report.source("pde.csv")));
  }

  private FeedWriter.PaidListener paid(String column) {
    return (member, through, dollars) ->
        report.check(column).find(member + "|" + LocalDate.parse(through).getYear(), dollars);
  }
}
