package io.corridor.local.desynpuf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.local.convert.ClaimRecord;
import io.corridor.local.convert.FeedWriter;
import io.corridor.local.convert.LineIndicator;
import io.corridor.local.convert.Practices;
import io.corridor.local.convert.RejectedRow;
import io.corridor.local.convert.SourceCounts;
import io.corridor.local.convert.SourceRow;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Carrier (professional) claims: up to five lines side by side in a row. A slot is skipped only
 * when it has neither a HCPCS code nor any amount. All lines of a row carry one tax number, the
 * claim's billing practice; a row with two is rejected.
 */
final class CarrierClaims {
  private static final int SLOTS = 5;

  private final Beneficiaries people;
  private final Practices practices;

  CarrierClaims(Beneficiaries people, Practices practices) {
    this.people = people;
    this.practices = practices;
  }

  /** Turns one row of {@code carrier.csv} into a claim. */
  void add(SourceRow row, FeedWriter.FeedFile feed, SourceCounts counts) {
    ClaimRecord claim = Claims.claim(feed.record(), row, "CLM_ID", "PROFESSIONAL", people);
    long blank = 0;
    long idle = 0;
    long denied = 0;
    Optional<String> tin = tin(row);
    boolean allIdle = IntStream.rangeClosed(1, SLOTS).allMatch(slot -> idle(row, slot));
    for (int slot = 1; slot <= SLOTS; slot++) {
      String indicator = row.text("LINE_PRCSG_IND_CD_" + slot).orElse("");
      if (idle(row, slot) && (indicator.isEmpty() || !allIdle)) {
        blank += indicator.isEmpty() ? 1 : 0;
        idle += indicator.isEmpty() ? 0 : 1;
        continue;
      }
      boolean lineDenied = LineIndicator.denied(indicator);
      denied += lineDenied ? 1 : 0;
      line(claim, row, slot, money(row, slot), lineDenied);
    }
    if (!claim.hasLines()) {
      throw new RejectedRow("NO_LINE_WITH_CONTENT", "HCPCS_CD_1");
    }
    counts.note("claims with idle lines alone, kept", allIdle ? 1 : 0);
    claim.put("billingTin", tin);
    claim.putAll("diagnoses", row.texts("ICD9_DGNS_CD_", SLOTS));
    claim.put("principalDiagnosis", row.text("ICD9_DGNS_CD_1"));
    claim.assumed("receivedAt", "version", "lines.from", "lines.through");
    feed.write(claim.json());
    practices.seen(claim);
    counts.note("lines written", claim.json().get("lines").size());
    counts.note("lines denied by their processing indicator", denied);
    counts.note("slots without any content, skipped", blank);
    counts.note("lines without HCPCS and amount, skipped", idle);
  }

  private static Optional<String> tin(SourceRow row) {
    var tins = row.texts("TAX_NUM_", SLOTS).stream().distinct().toList();
    if (tins.size() > 1) {
      throw new RejectedRow("SEVERAL_TAX_NUMBERS", "TAX_NUM_2");
    }
    return tins.stream().findFirst();
  }

  private static void line(
      ClaimRecord claim, SourceRow row, int slot, ClaimRecord.Money money, boolean denied) {
    ObjectNode line = claim.line(slot, money, denied);
    row.text("HCPCS_CD_" + slot).ifPresent(code -> line.put("hcpcs", code));
    row.text("PRF_PHYSN_NPI_" + slot).ifPresent(npi -> line.put("renderingNpi", npi));
    row.text("LINE_ICD9_DGNS_CD_" + slot).ifPresent(code -> line.putArray("diagnoses").add(code));
  }

  private static ClaimRecord.Money money(SourceRow row, int slot) {
    return new ClaimRecord.Money(
        row.dollars("LINE_ALOWD_CHRG_AMT_" + slot),
        row.dollars("LINE_NCH_PMT_AMT_" + slot),
        row.dollars("LINE_BENE_PTB_DDCTBL_AMT_" + slot)
            .add(row.dollars("LINE_COINSRNC_AMT_" + slot)),
        row.dollars("LINE_BENE_PRMRY_PYR_PD_AMT_" + slot));
  }

  private static boolean idle(SourceRow row, int slot) {
    ClaimRecord.Money money = money(row, slot);
    return row.text("HCPCS_CD_" + slot).isEmpty()
        && money.allowed().signum() == 0
        && money.paid().signum() == 0
        && money.memberShare().signum() == 0
        && money.otherPayer().signum() == 0;
  }
}
