package io.corridor.local.desynpuf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.local.convert.ClaimRecord;
import io.corridor.local.convert.RejectedRow;
import io.corridor.local.convert.SourceRow;
import java.time.LocalDate;

/** The head of a claim as every file of the extract states it. */
final class Claims {
  private Claims() {}

  /** A claim without lines. */
  static ClaimRecord claim(
      ObjectNode json, SourceRow row, String idColumn, String type, Beneficiaries people) {
    boolean drug = type.equals("PHARMACY");
    LocalDate from = row.date(drug ? "SRVC_DT" : "CLM_FROM_DT");
    LocalDate through = drug ? from : row.date("CLM_THRU_DT");
    String member = row.required("DESYNPUF_ID");
    if (!people.known(member)) {
      throw new RejectedRow("BENEFICIARY_UNKNOWN", "DESYNPUF_ID");
    }
    return new ClaimRecord(
        json,
        new ClaimRecord.Head(
            DesynpufImport.PAYER,
            row.required(idColumn),
            type,
            member,
            from,
            through,
            "ICD9",
            DesynpufImport.received(through)),
        "CLM_THRU_DT");
  }
}
