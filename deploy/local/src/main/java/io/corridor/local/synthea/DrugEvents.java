package io.corridor.local.synthea;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.local.convert.ClaimRecord;
import io.corridor.local.convert.FeedWriter;
import io.corridor.local.convert.SourceCounts;
import io.corridor.local.convert.SourceRow;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Prescription drug events: the drug's total cost divides into what the plan, the low-income
 * subsidy, the patient and other payers paid.
 */
final class DrugEvents {
  /** Drug events and claims are numbered apart: one id may mean one of each. */
  private static final String OWN_IDS = "PDE";

  private final Beneficiaries people;
  private final FeedWriter.FeedFile feed;
  private final SourceCounts counts;

  DrugEvents(Beneficiaries people, FeedWriter.FeedFile feed, SourceCounts counts) {
    this.people = people;
    this.feed = feed;
    this.counts = counts;
  }

  /** Turns one row into a pharmacy claim with one line. */
  void add(SourceRow row) {
    LocalDate day = row.date("SRVC_DT");
    LocalDate decided = row.optionalDate("PD_DT").orElse(day);
    ClaimRecord claim =
        new ClaimRecord(
            feed.record(),
            new ClaimRecord.Head(
                Rif.PAYER,
                OWN_IDS + row.required("PDE_ID"),
                "PHARMACY",
                Rif.member(row, people),
                day,
                day,
                "UNKNOWN",
                Rif.startOf(decided.plusDays(1))),
            "SRVC_DT");
    claim.put("paidOn", decided.toString());
    BigDecimal plan =
        row.dollars("CVRD_D_PLAN_PD_AMT")
            .add(row.dollars("NCVRD_PLAN_PD_AMT"))
            .add(row.dollars("LICS_AMT"));
    BigDecimal patient = row.dollars("PTNT_PAY_AMT").add(row.dollars("OTHR_TROOP_AMT"));
    ObjectNode line =
        claim.line(
            1,
            new ClaimRecord.Money(
                row.dollars("TOT_RX_CST_AMT"), plan, patient, row.dollars("PLRO_AMT")),
            false);
    line.put("ndc", row.required("PROD_SRVC_ID"));
    Rif.units(line, row, "QTY_DSPNSD_NUM");
    line.put("daysSupply", row.whole("DAYS_SUPLY_NUM", 0, 9999));
    claim.assumed("receivedAt", "version");
    feed.write(claim.json());
    counts.note("claims", 1);
    counts.total("CVRD_D_PLAN_PD_AMT, NCVRD_PLAN_PD_AMT and LICS_AMT", plan);
  }
}
