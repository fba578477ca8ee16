package io.corridor.local.synthea;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.local.convert.ClaimRecord;
import io.corridor.local.convert.FeedWriter;
import io.corridor.local.convert.LineIndicator;
import io.corridor.local.convert.Practices;
import io.corridor.local.convert.RejectedRow;
import io.corridor.local.convert.SourceCounts;
import io.corridor.local.convert.SourceRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Carrier claims and claims of equipment suppliers: one row a line. All lines of a claim carry one
 * tax number, the claim's billing practice; a claim with two is rejected.
 */
final class ProfessionalClaims {
  /** Where the two files differ. */
  enum File {
    /** Clinicians. */
    CARRIER("PRF_PHYSN_NPI", List.of("1ST", "2ND")),
    /** Suppliers of durable medical equipment. */
    DME("PRVDR_NPI", List.of("1ST", "2ND", "3RD", "4TH"));

    private final String npi;
    private final List<String> modifiers;

    File(String npi, List<String> modifiers) {
      this.npi = npi;
      this.modifiers = modifiers;
    }
  }

  private final File file;
  private final Beneficiaries people;
  private final Practices practices;
  private final FeedWriter.FeedFile feed;
  private final SourceCounts counts;

  ProfessionalClaims(
      File file,
      Beneficiaries people,
      Practices practices,
      FeedWriter.FeedFile feed,
      SourceCounts counts) {
    this.file = file;
    this.people = people;
    this.practices = practices;
    this.feed = feed;
    this.counts = counts;
  }

  /** Turns the rows of one claim into a record. */
  void add(List<SourceRow> rows) {
    ClaimRecord claim = Rif.claim(feed.record(), rows, "PROFESSIONAL", people);
    claim.put("billingTin", tin(rows));
    long outside = 0;
    for (SourceRow row : rows) {
      outside += line(claim, row) ? 0 : 1;
    }
    claim.assumed("version");
    feed.write(claim.json());
    if (file == File.CARRIER) {
      practices.seen(claim);
    }
    counts.note("claims", 1);
    counts.note("lines without HCPCS", rows.stream().filter(Rif::withoutHcpcs).count());
    counts.note("lines outside the days of their claim, kept", outside);
    counts.total("CLM_PMT_AMT", rows.getFirst().dollars("CLM_PMT_AMT"));
  }

  /** Adds a line; false when its days lie outside the claim's. */
  private boolean line(ClaimRecord claim, SourceRow row) {
    LocalDate from = row.date("LINE_1ST_EXPNS_DT");
    LocalDate through = row.date("LINE_LAST_EXPNS_DT");
    if (through.isBefore(from)) {
      throw new RejectedRow("THROUGH_BEFORE_FROM", "LINE_LAST_EXPNS_DT");
    }
    boolean denied = LineIndicator.denied(row.text("LINE_PRCSG_IND_CD").orElse(""));
    ObjectNode line = claim.line(row.whole("LINE_NUM", 1, 1000), money(row), denied);
    line.put("from", from.toString()).put("through", through.toString());
    Rif.put(line, "hcpcs", row.text("HCPCS_CD"));
    Rif.modifiers(line, row, file.modifiers);
    Rif.put(line, "placeOfService", row.text("LINE_PLACE_OF_SRVC_CD"));
    Rif.put(line, "renderingNpi", row.text(file.npi));
    Rif.put(line, "specialty", row.text("PRVDR_SPCLTY"));
    Rif.units(line, row, "LINE_SRVC_CNT");
    row.text("LINE_ICD_DGNS_CD").ifPresent(code -> line.putArray("diagnoses").add(code));
    return !from.isBefore(claim.from()) && !through.isAfter(claim.through());
  }

  private static ClaimRecord.Money money(SourceRow row) {
    return new ClaimRecord.Money(
        row.dollars("LINE_ALOWD_CHRG_AMT"),
        row.dollars("LINE_NCH_PMT_AMT"),
        row.dollars("LINE_BENE_PTB_DDCTBL_AMT").add(row.dollars("LINE_COINSRNC_AMT")),
        row.dollars("LINE_BENE_PRMRY_PYR_PD_AMT"));
  }

  private static Optional<String> tin(List<SourceRow> rows) {
    List<String> tins =
        rows.stream().flatMap(row -> row.text("TAX_NUM").stream()).distinct().toList();
    if (tins.size() > 1) {
      throw new RejectedRow("SEVERAL_TAX_NUMBERS", "TAX_NUM");
    }
    return tins.stream().findFirst();
  }
}
