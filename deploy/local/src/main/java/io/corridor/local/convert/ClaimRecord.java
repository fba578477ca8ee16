package io.corridor.local.desynpuf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The head of a claim record and its parts, as the feed format wants them. */
final class ClaimRecord {
  private final ObjectNode json;
  private final ArrayNode lines;
  private final LocalDate from;
  private final LocalDate through;

  ClaimRecord(ObjectNode json, SourceRow row, String idColumn, String type, Beneficiaries people) {
    this.json = json;
    boolean drug = type.equals("PHARMACY");
    this.from = row.date(drug ? "SRVC_DT" : "CLM_FROM_DT");
    this.through = drug ? from : row.date("CLM_THRU_DT");
    String member = row.required("DESYNPUF_ID");
    if (!people.known(member)) {
      throw new RejectedRow("BENEFICIARY_UNKNOWN", "DESYNPUF_ID");
    }
    if (through.isBefore(from)) {
      throw new RejectedRow("THROUGH_BEFORE_FROM", "CLM_THRU_DT");
    }
    json.put("payer", DesynpufImport.PAYER)
        .put("claimId", row.required(idColumn))
        .put("version", 1)
        .put("status", "PAID")
        .put("type", type)
        .put("paymentKind", "FEE_FOR_SERVICE")
        .put("member", member)
        .put("from", from.toString())
        .put("through", through.toString())
        .put("codeSystem", "ICD9")
        .put("receivedAt", DesynpufImport.received(through).toString())
        .put("sensitivity", "NORMAL");
    this.lines = json.putArray("lines");
  }

  LocalDate from() {
    return from;
  }

  LocalDate through() {
    return through;
  }

  /** Puts a field when the source has it. */
  void put(String field, Optional<String> value) {
    value.ifPresent(text -> json.put(field, text));
  }

  void put(String field, String value) {
    json.put(field, value);
  }

  /** Puts a list of texts; an empty list is left out. */
  void putAll(String field, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = json.putArray(field);
      values.forEach(array::add);
    }
  }

  /** Names the fields that the source does not have. */
  void assumed(String... fields) {
    putAll("assumed", List.of(fields));
  }

  /** Adds a line that spans the whole claim. */
  ObjectNode line(int number, Money money, boolean denied) {
    ObjectNode line = lines.addObject();
    line.put("line", number)
        .put("from", from.toString())
        .put("through", through.toString())
        .put("allowed", money.allowed().toPlainString())
        .put("paid", money.paid().toPlainString())
        .put("memberShare", money.memberShare().toPlainString())
        .put("otherPayer", money.otherPayer().toPlainString())
        .put("denied", denied);
    return line;
  }

  boolean hasLines() {
    return !lines.isEmpty();
  }

  ObjectNode json() {
    return json;
  }

  /** Dollars of one line, two decimals. */
  record Money(BigDecimal allowed, BigDecimal paid, BigDecimal memberShare, BigDecimal otherPayer) {
    static final Money NONE = paidOnly(new BigDecimal("0.00"));

    /** An amount that the payer alone paid. */
    static Money paidOnly(BigDecimal amount) {
      BigDecimal zero = new BigDecimal("0.00");
      return new Money(amount, amount, zero, zero);
    }
  }
}
