package io.corridor.local.desynpuf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.local.convert.ClaimRecord;
import io.corridor.local.convert.FeedWriter;
import io.corridor.local.convert.SourceCounts;
import io.corridor.local.convert.SourceRow;
import java.math.BigDecimal;

/**
 * Prescription drug events. The source has the total cost and what the patient paid; what the plan
 * paid is taken to be the rest, never less than nothing.
 */
final class DrugClaims {
  private static final BigDecimal ZERO = new BigDecimal("0.00");

  private final Beneficiaries people;

  DrugClaims(Beneficiaries people) {
    this.people = people;
  }

  /** Turns one row of {@code pde.csv} into a pharmacy claim with one line. */
  void add(SourceRow row, FeedWriter.FeedFile feed, SourceCounts counts) {
    ClaimRecord claim = Claims.claim(feed.record(), row, "PDE_ID", "PHARMACY", people);
    BigDecimal total = row.dollars("TOT_RX_CST_AMT");
    BigDecimal patient = row.dollars("PTNT_PAY_AMT");
    BigDecimal rest = total.subtract(patient);
    if (rest.signum() < 0) {
      counts.note("patient paid more than the total cost, paid taken as 0.00", 1);
    }
    ObjectNode line =
        claim.line(1, new ClaimRecord.Money(total, rest.max(ZERO), patient, ZERO), false);
    line.put("ndc", row.required("PROD_SRVC_ID"));
    line.put("units", row.dollars("QTY_DSPNSD_NUM").setScale(6).toPlainString());
    line.put("daysSupply", row.whole("DAYS_SUPLY_NUM", 0, 366));
    claim.assumed("receivedAt", "version", "lines.paid", "lines.otherPayer");
    feed.write(claim.json());
    counts.note("lines written", 1);
  }
}
