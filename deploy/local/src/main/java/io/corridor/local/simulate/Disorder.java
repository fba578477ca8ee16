package io.corridor.local.simulate;

import java.nio.charset.StandardCharsets;

/**
 * Puts a clean sequence of records out of order, on streams of its own (population.md section 10):
 * the clean records go to the answer key unchanged, what arrives goes to the feed, and every fault
 * is logged with what it should come to.
 *
 * <p>A corrected fault sends the right record once more, later, with the same version: by (version,
 * receivedAt) it wins.
 */
final class Disorder implements RecordSink {
  private static final long DAY = 86_400_000L;
  private static final long HOUR = 3_600_000L;

  private final DisorderRates rates;
  private final long end;
  private final RecordSink feed;
  private final RecordSink clean;
  private final FaultLog log;
  private final AdtDisorder adt;
  private final IdentityDisorder identity;
  private final Draw draw;
  private final Json json = new Json();
  private String member = "";
  private int memberIndex;
  private int record;
  private String lastClaim = "";
  private long lastReceived;

  Disorder(
      SimulationConfig config, Timeline timeline, RecordSink feed, RecordSink clean, FaultLog log) {
    this.rates = DisorderRates.of(config.chaos());
    this.end = timeline.endDay() * DAY;
    this.feed = feed;
    this.clean = clean;
    this.log = log;
    this.draw = new Draw(config.seed());
    this.identity = new IdentityDisorder(config, rates, timeline, feed, log);
    this.adt = new AdtDisorder(config, rates, this::send, log);
  }

  /** Starts a member. */
  void begin(int index) {
    memberIndex = index;
    identity.begin(index);
    record = 0;
    lastClaim = "";
  }

  @Override
  public void accept(RecordType type, long receivedAt, Json original, long paidCents) {
    clean.accept(type, receivedAt, original, paidCents);
    if (receivedAt >= end) {
      return;
    }
    record++;
    String text = Patch.text(original);
    switch (type) {
      case CLAIM -> {
        member = Patch.value(text, "member");
        claim(text, receivedAt, paidCents);
      }
      case ENROLLMENT -> {
        member = Patch.value(text, "member");
        enrolment(text, receivedAt);
      }
      case ADT -> adt.accept(memberIndex, record, text, receivedAt);
      case AFFILIATION -> affiliation(text, receivedAt);
      case OUTREACH, IDENTITY -> send(type, receivedAt, text, 0);
    }
  }

  private void send(RecordType type, long receivedAt, String text, long cents) {
    String told = identity.named(type, text, receivedAt);
    json.clear().raw(told.getBytes(StandardCharsets.US_ASCII));
    feed.accept(type, receivedAt, json, cents);
  }

  /** A later moment, still inside the simulated period. */
  private long later(long receivedAt, int fromDays, int days) {
    long moment = receivedAt + (fromDays + draw.below(days)) * DAY + draw.below(3600) * 1000L;
    return Math.max(receivedAt + 1000, Math.min(moment, end - 1000L * (1 + draw.below(3600))));
  }

  private void fault(
      RecordType type, String id, String disorder, String expected, boolean recoverable) {
    log.add(member, type, id, disorder, expected, recoverable);
  }

  private void claim(String text, long receivedAt, long cents) {
    draw.at(memberIndex, Domain.DISORDER_CLAIM, record);
    String id = Patch.value(text, "claimId");
    int version = Patch.version(text);
    long predecessor = id.equals(lastClaim) ? lastReceived : Long.MAX_VALUE;
    lastClaim = id;
    lastReceived = receivedAt;
    double at = draw.uniform();
    if (version > 1 && draw.chance(rates.versionBeforePredecessor())) {
      long earlier = Math.min(predecessor, receivedAt) - 60_000L;
      fault(RecordType.CLAIM, id, "VERSION_BEFORE_PREDECESSOR", "the higher version stays", true);
      send(RecordType.CLAIM, earlier, Patch.receivedAt(text, earlier), cents);
      return;
    }
    if ((at -= rates.duplicate()) < 0) {
      fault(RecordType.CLAIM, id, "DUPLICATE_RECORD", "counted as duplicate", true);
      send(RecordType.CLAIM, receivedAt, text, cents);
      send(RecordType.CLAIM, receivedAt, text, cents);
    } else if ((at -= rates.late()) < 0) {
      long late = later(receivedAt, 60, 340);
      fault(RecordType.CLAIM, id, "LATE", "same final action, later", true);
      send(RecordType.CLAIM, late, Patch.receivedAt(text, late), cents);
    } else if ((at -= rates.reversalWithoutOriginal()) < 0) {
      fault(
          RecordType.CLAIM,
          id + "X",
          "REVERSAL_WITHOUT_ORIGINAL",
          "waits and counts nothing",
          true);
      send(RecordType.CLAIM, receivedAt, text, cents);
      String reversal = Patch.withVersion(Patch.with(text, "claimId", id + "X"), 2);
      send(RecordType.CLAIM, receivedAt, Patch.with(reversal, "status", "REVERSED"), cents);
    } else if ((at -= rates.wrongMember()) < 0) {
      fault(RecordType.CLAIM, id, "WRONG_MEMBER", "cannot be known", false);
      String other =
          member.substring(0, 3) + (10_000_001 + Math.floorMod(memberIndex + 17, 1_000_000));
      send(RecordType.CLAIM, receivedAt, Patch.with(text, "member", other), cents);
    } else {
      corrected(text, id, receivedAt, cents, at);
    }
  }

  /** Faults after which the right record follows. */
  private void corrected(String text, String id, long receivedAt, long cents, double left) {
    double at = left;
    String wrong = null;
    String disorder = "";
    String expected = "the later record of the same version wins";
    long wrongCents = cents;
    if ((at -= rates.wrongAmount()) < 0 && text.contains("\"allowed\":\"")) {
      disorder = "AMOUNT_SIGN_FLIPPED";
      String paid = Patch.value(text.substring(text.indexOf("\"allowed\"")), "paid");
      wrong = text.replaceFirst("\"paid\":\"" + paid + "\"", "\"paid\":\"" + negative(paid) + "\"");
      wrongCents = cents - 2 * cents(paid);
    } else if (at >= 0 && (at -= rates.totalsDiffer()) < 0) {
      disorder = "TOTALS_DIFFER";
      expected = "rejected, then the right record is accepted";
      wrong = text.replace(",\"sensitivity\"", ",\"totalPaid\":\"999999.99\",\"sensitivity\"");
    } else if (at >= 0
        && (at -= rates.invalidCode()) < 0
        && text.contains("\"principalDiagnosis\"")) {
      disorder = "INVALID_CODE";
      expected = "rejected, then the right record is accepted";
      String code = Patch.value(text, "principalDiagnosis");
      wrong =
          Patch.with(text, "principalDiagnosis", code.substring(0, 1) + "." + code.substring(1));
    } else if (at >= 0 && (at -= rates.broken()) < 0) {
      disorder = "TRUNCATED";
      expected = "rejected, then the right record is accepted";
      wrong = text.substring(0, text.length() * 2 / 3);
      wrongCents = 0;
    } else if (at >= 0 && (at -= rates.unknownMember()) < 0) {
      disorder = "UNKNOWN_MEMBER";
      expected = "moves to the right member";
      wrong = Patch.with(text, "member", member + "U");
    } else if (at >= 0 && (at -= rates.unknownPractice()) < 0) {
      disorder = "UNKNOWN_PRACTICE";
      wrong = Patch.with(text, "billingTin", "009999999");
    }
    if (wrong == null) {
      send(RecordType.CLAIM, receivedAt, text, cents);
      return;
    }
    fault(RecordType.CLAIM, id, disorder, expected, true);
    send(RecordType.CLAIM, receivedAt, wrong, wrongCents);
    long right = later(receivedAt, 3, 27);
    send(RecordType.CLAIM, right, Patch.receivedAt(text, right), cents);
  }

  private static String negative(String amount) {
    return amount.startsWith("-") ? amount.substring(1) : "-" + amount;
  }

  private static long cents(String amount) {
    return new java.math.BigDecimal(amount).movePointRight(2).longValueExact();
  }

  private void enrolment(String text, long receivedAt) {
    draw.at(memberIndex, Domain.DISORDER_ENROLMENT, record);
    String id = Patch.value(text, "recordId");
    boolean coverage = text.contains("\"kind\":\"COVERAGE\"");
    if (text.contains("\"deathDate\"") && draw.chance(rates.lateDeath())) {
      long late = later(receivedAt, 60, 140);
      fault(RecordType.ENROLLMENT, id, "LATE_DEATH", "restated when known", true);
      send(RecordType.ENROLLMENT, late, Patch.receivedAt(text, late), 0);
      return;
    }
    if (text.contains("\"kind\":\"PERSON\"")
        && Patch.version(text) == 1
        && draw.chance(rates.falseDeath())) {
      falseDeath(text, id, receivedAt);
    }
    if (coverage && Patch.version(text) == 1 && draw.chance(rates.extraSpan())) {
      extraSpan(text, id, receivedAt);
    }
    if (coverage && draw.chance(rates.reversedSpan())) {
      fault(
          RecordType.ENROLLMENT,
          id,
          "REVERSED_SPAN",
          "rejected, then the right record is accepted",
          true);
      String reversed = Patch.with(text, "lastDay", "1990-01-01");
      if (reversed.equals(text)) {
        reversed = text.replace(",\"partA\"", ",\"lastDay\":\"1990-01-01\",\"partA\"");
      }
      send(RecordType.ENROLLMENT, receivedAt, reversed, 0);
      long right = later(receivedAt, 2, 20);
      send(RecordType.ENROLLMENT, right, Patch.receivedAt(text, right), 0);
      return;
    }
    send(RecordType.ENROLLMENT, receivedAt, text, 0);
  }

  /** A death notice of a living person under a record of its own version, withdrawn later. */
  private void falseDeath(String text, String id, long receivedAt) {
    long told = later(receivedAt, 30, 120);
    long withdrawn = later(told, 10, 60);
    String day = java.time.LocalDate.ofEpochDay(told / DAY - 5).toString();
    String dead = text.replace(",\"phone\"", ",\"deathDate\":\"" + day + "\",\"phone\"");
    fault(
        RecordType.ENROLLMENT,
        id,
        "FALSE_DEATH",
        "withdrawn by the same record without a death",
        true);
    send(RecordType.ENROLLMENT, told, Patch.receivedAt(dead, told), 0);
    send(RecordType.ENROLLMENT, withdrawn, Patch.receivedAt(text, withdrawn), 0);
  }

  /** A span that never was, voided later. */
  private void extraSpan(String text, String id, long receivedAt) {
    String extra = Patch.with(Patch.with(text, "recordId", id + "X"), "from", "2015-01-01");
    extra = Patch.with(extra, "lastDay", "2015-12-31");
    if (!extra.contains("\"lastDay\"")) {
      extra = extra.replace(",\"partA\"", ",\"lastDay\":\"2015-12-31\",\"partA\"");
    }
    long voided = later(receivedAt, 5, 60);
    fault(RecordType.ENROLLMENT, id + "X", "EXTRA_SPAN", "voided", true);
    send(RecordType.ENROLLMENT, receivedAt, extra, 0);
    String end = Patch.with(Patch.withVersion(extra, 2), "status", "VOIDED");
    send(RecordType.ENROLLMENT, voided, Patch.receivedAt(end, voided), 0);
  }

  private void affiliation(String text, long receivedAt) {
    String npi = Patch.value(text, "npi");
    draw.at(npi.hashCode(), Domain.DISORDER_FILE, record);
    boolean first = text.contains("T00:30:00Z");
    if (!first && draw.chance(rates.moveToldLate())) {
      long late = later(receivedAt, 30, 170);
      log.add("", RecordType.AFFILIATION, npi, "MOVE_TOLD_LATE", "restated when known", true);
      send(RecordType.AFFILIATION, late, Patch.receivedAt(text, late), 0);
      return;
    }
    send(RecordType.AFFILIATION, receivedAt, text, 0);
  }

  /** A claim of a day after coverage ended, taken back later. */
  void afterCoverage(Member owner, ClaimDraft draft, int sequence) {
    member = owner.id;
    draw.at(memberIndex, Domain.DISORDER_CLAIM, 1_000_000 + sequence);
    if (!draw.chance(rates.outsideEnrolment() * 12)) {
      return;
    }
    long receivedAt = (draft.through + 20) * DAY + 11 * HOUR;
    long withdrawn = later(receivedAt, 20, 60);
    if (receivedAt >= end || withdrawn >= end) {
      return;
    }
    String id = owner.id + "-A" + sequence;
    ClaimJson.Version paid =
        new ClaimJson.Version(
            id, 1, "PAID", "FEE_FOR_SERVICE", 1, true, draft.through + 15, receivedAt);
    long cents = ClaimJson.write(json, owner, draft, paid);
    fault(
        RecordType.CLAIM,
        id,
        "AFTER_COVERAGE",
        "counts for no attributed month and is reversed",
        true);
    feed.accept(RecordType.CLAIM, receivedAt, json, cents);
    ClaimJson.Version taken =
        new ClaimJson.Version(
            id, 2, "REVERSED", "FEE_FOR_SERVICE", 1, true, draft.through + 15, withdrawn);
    ClaimJson.write(json, owner, draft, taken);
    feed.accept(RecordType.CLAIM, withdrawn, json, 0);
  }
}
