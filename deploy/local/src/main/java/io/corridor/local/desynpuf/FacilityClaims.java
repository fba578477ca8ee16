package io.corridor.local.desynpuf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.local.convert.ClaimRecord;
import io.corridor.local.convert.FeedWriter;
import io.corridor.local.convert.RejectedRow;
import io.corridor.local.convert.SourceCounts;
import io.corridor.local.convert.SourceRow;
import io.corridor.local.convert.Stays;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Inpatient and outpatient claims. The payment is given for the claim as a whole: one line carries
 * it. An inpatient pass-through (per diem times days) is paid beside it and is a second line. On an
 * outpatient claim the line of an emergency code carries the money when there is one, else the
 * first line.
 */
final class FacilityClaims {
  private static final int CODES = 5;
  private static final Set<String> EMERGENCY = Set.of("99281", "99282", "99283", "99284", "99285");

  private final Beneficiaries people;

  FacilityClaims(Beneficiaries people) {
    this.people = people;
  }

  /** Turns one row of {@code inpatient.csv} into a claim; the stay goes to {@code stays}. */
  void addInpatient(SourceRow row, FeedWriter.FeedFile feed, SourceCounts counts, Stays stays) {
    ClaimRecord claim = head(row, feed, "111");
    BigDecimal share =
        row.dollars("NCH_BENE_IP_DDCTBL_AMT").add(row.dollars("NCH_BENE_PTA_COINSRNC_LBLTY_AM"));
    claim.put("admitted", row.date("CLM_ADMSN_DT").toString());
    claim.put("discharged", row.date("NCH_BENE_DSCHRG_DT").toString());
    claim.put("msDrg", row.text("CLM_DRG_CD"));
    if (row.date("NCH_BENE_DSCHRG_DT").isBefore(row.date("CLM_ADMSN_DT"))) {
      throw new RejectedRow("DISCHARGE_BEFORE_ADMISSION", "NCH_BENE_DSCHRG_DT");
    }
    claim.line(1, money(row, share), false);
    BigDecimal passThrough =
        row.dollars("CLM_PASS_THRU_PER_DIEM_AMT")
            .multiply(BigDecimal.valueOf(row.whole("CLM_UTLZTN_DAY_CNT", 0, 366)));
    if (passThrough.signum() != 0) {
      claim.line(2, ClaimRecord.Money.paidOnly(passThrough), false);
      counts.note("pass-through lines", 1);
    }
    finish(row, claim, feed, counts);
    stays.add(stay(row), counts);
  }

  private static Stays.Stay stay(SourceRow row) {
    return new Stays.Stay(
        DesynpufImport.PAYER,
        row.required("DESYNPUF_ID"),
        row.required("PRVDR_NUM"),
        row.required("CLM_ID"),
        row.date("CLM_ADMSN_DT"),
        row.date("NCH_BENE_DSCHRG_DT"),
        row.text("AT_PHYSN_NPI"),
        row.text("ADMTNG_ICD9_DGNS_CD"),
        row.text("ICD9_DGNS_CD_1"),
        Optional.empty());
  }

  /** Turns one row of {@code outpatient.csv} into a claim. */
  void addOutpatient(SourceRow row, FeedWriter.FeedFile feed, SourceCounts counts) {
    ClaimRecord claim = head(row, feed, "131");
    BigDecimal share =
        row.dollars("NCH_BENE_PTB_DDCTBL_AMT").add(row.dollars("NCH_BENE_PTB_COINSRNC_AMT"));
    List<String> codes = new ArrayList<>(row.texts("HCPCS_CD_", CODES));
    int paidLine = 1 + emergency(codes).orElse(0);
    for (int number = 1; number <= Math.max(1, codes.size()); number++) {
      ObjectNode line =
          claim.line(
              number, number == paidLine ? money(row, share) : ClaimRecord.Money.NONE, false);
      if (number <= codes.size()) {
        line.put("hcpcs", codes.get(number - 1));
      }
    }
    if (codes.isEmpty()) {
      counts.note("claims without HCPCS, one line", 1);
    }
    finish(row, claim, feed, counts);
  }

  private static OptionalInt emergency(List<String> codes) {
    return IntStream.range(0, codes.size())
        .filter(at -> EMERGENCY.contains(codes.get(at)))
        .findFirst();
  }

  private ClaimRecord head(SourceRow row, FeedWriter.FeedFile feed, String typeOfBill) {
    ClaimRecord claim = Claims.claim(feed.record(), row, "CLM_ID", "INSTITUTIONAL", people);
    claim.put("typeOfBill", typeOfBill);
    claim.put("facility", row.required("PRVDR_NUM"));
    return claim;
  }

  private static ClaimRecord.Money money(SourceRow row, BigDecimal deductibleAndCoinsurance) {
    BigDecimal share = deductibleAndCoinsurance.add(row.dollars("NCH_BENE_BLOOD_DDCTBL_LBLTY_AM"));
    BigDecimal paid = row.dollars("CLM_PMT_AMT");
    BigDecimal other = row.dollars("NCH_PRMRY_PYR_CLM_PD_AMT");
    return new ClaimRecord.Money(paid.add(share).add(other), paid, share, other);
  }

  private static void finish(
      SourceRow row, ClaimRecord claim, FeedWriter.FeedFile feed, SourceCounts counts) {
    claim.putAll("diagnoses", row.texts("ICD9_DGNS_CD_", CODES));
    claim.put("principalDiagnosis", row.text("ICD9_DGNS_CD_1"));
    claim.putAll("procedures", row.texts("ICD9_PRCDR_CD_", CODES));
    claim.assumed(
        "receivedAt",
        "version",
        "typeOfBill",
        "lines.from",
        "lines.through",
        "lines.allowed",
        "lines.paid");
    if (row.dollars("CLM_PMT_AMT").signum() < 0) {
      counts.note("negative payments, kept as they are", 1);
    }
    counts.note("lines written", claim.json().get("lines").size());
    feed.write(claim.json());
  }
}
