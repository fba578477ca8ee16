package io.corridor.local.convert;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The head of a claim record and its parts, as the feed format wants them. */
public final class ClaimRecord {
  private final ObjectNode json;
  private final ArrayNode lines;
  private final LocalDate from;
  private final LocalDate through;

  /**
   * What every claim states of itself.
   *
   * @param payer payer that decided it
   * @param claimId id at the payer
   * @param type PROFESSIONAL, INSTITUTIONAL or PHARMACY
   * @param member the payer's id of the member
   * @param from first service day
   * @param through last service day, inclusive
   * @param codeSystem ICD9 or ICD10
   * @param received when the claim was received
   */
  public record Head(
      String payer,
      String claimId,
      String type,
      String member,
      LocalDate from,
      LocalDate through,
      String codeSystem,
      Instant received) {}

  /**
   * A claim without lines in {@code json}.
   *
   * @param throughColumn column to name when the claim ends before it begins
   */
  public ClaimRecord(ObjectNode json, Head head, String throughColumn) {
    this.json = json;
    this.from = head.from();
    this.through = head.through();
    if (through.isBefore(from)) {
      throw new RejectedRow("THROUGH_BEFORE_FROM", throughColumn);
    }
    json.put("payer", head.payer())
        .put("claimId", head.claimId())
        .put("version", 1)
        .put("status", "PAID")
        .put("type", head.type())
        .put("paymentKind", "FEE_FOR_SERVICE")
        .put("member", head.member())
        .put("from", from.toString())
        .put("through", through.toString())
        .put("codeSystem", head.codeSystem())
        .put("receivedAt", head.received().toString())
        .put("sensitivity", "NORMAL");
    this.lines = json.putArray("lines");
  }

  /** First service day. */
  public LocalDate from() {
    return from;
  }

  /** Last service day. */
  public LocalDate through() {
    return through;
  }

  /** Puts a field when the source has it. */
  public void put(String field, Optional<String> value) {
    value.ifPresent(text -> json.put(field, text));
  }

  /** Puts a field. */
  public void put(String field, String value) {
    json.put(field, value);
  }

  /** Puts a list of texts; an empty list is left out. */
  public void putAll(String field, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = json.putArray(field);
      values.forEach(array::add);
    }
  }

  /** Names the fields that the source does not have. */
  public void assumed(String... fields) {
    putAll("assumed", List.of(fields));
  }

  /** Adds a line that spans the whole claim. */
  public ObjectNode line(int number, Money money, boolean denied) {
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

  /** Whether a line was added. */
  public boolean hasLines() {
    return !lines.isEmpty();
  }

  /** The record so far. */
  public ObjectNode json() {
    return json;
  }

  /** Dollars of one line, two decimals. */
  public record Money(
      BigDecimal allowed, BigDecimal paid, BigDecimal memberShare, BigDecimal otherPayer) {
    /** Nothing at all. */
    public static final Money NONE = paidOnly(new BigDecimal("0.00"));

    /** An amount that the payer alone paid. */
    public static Money paidOnly(BigDecimal amount) {
      BigDecimal zero = new BigDecimal("0.00");
      return new Money(amount, amount, zero, zero);
    }
  }
}
