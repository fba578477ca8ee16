package io.corridor.local.simulate;

import java.time.Instant;

/**
 * Disorder of hospital messages: resent, delayed, lost, phantom admissions, clocks that run wrong,
 * feed outages.
 */
final class AdtDisorder {
  private static final long DAY = 86_400_000L;
  private static final long HOUR = 3_600_000L;

  /** Where messages go. */
  interface Out {
    void send(RecordType type, long receivedAt, String text, long cents);
  }

  private final DisorderRates rates;
  private final Out out;
  private final FaultLog log;
  private final Draw draw;

  AdtDisorder(SimulationConfig config, DisorderRates rates, Out out, FaultLog log) {
    this.rates = rates;
    this.out = out;
    this.log = log;
    this.draw = new Draw(config.seed());
  }

  void accept(int memberIndex, int record, String message, long received) {
    String member = Patch.value(message, "member");
    String id = Patch.value(message, "messageId");
    String facility = Patch.value(message, "facility");
    String text = message;
    long receivedAt = outage(received);
    if (receivedAt != received) {
      fault(member, id, "OUTAGE", "late, in a burst", true);
    }
    draw.at(facility.hashCode(), Domain.DISORDER_FILE, -1);
    if (draw.chance(rates.facilityClock())) {
      long shift = draw.chance(.5) ? -6 * HOUR : -HOUR;
      fault(member, id, "FACILITY_CLOCK", "cannot be known from one message", false);
      long eventAt = Instant.parse(Patch.value(text, "eventAt")).toEpochMilli() + shift;
      String instant = Patch.text(new Json().instant(eventAt));
      text = Patch.with(text, "eventAt", instant.substring(1, instant.length() - 1));
    }
    draw.at(memberIndex, Domain.DISORDER_ADT, record);
    double at = draw.uniform();
    if ((at -= rates.adtLost()) < 0) {
      fault(member, id, "LOST", "cannot be known", false);
      return;
    }
    if ((at -= rates.adtDuplicate()) < 0) {
      boolean sameId = draw.chance(.6);
      fault(member, id, sameId ? "ADT_DUPLICATE" : "ADT_RESENT", "no second alert", true);
      send(receivedAt, text);
      long again = sameId ? receivedAt : receivedAt + (1 + draw.below(180)) * 60_000L;
      String copy = sameId ? text : Patch.with(text, "messageId", id + "R");
      send(again, copy);
      return;
    }
    if ((at -= rates.adtOutOfOrder()) < 0) {
      fault(member, id, "ADT_OUT_OF_ORDER", "ordered by event time", true);
      send(receivedAt + (2 + draw.below(70)) * HOUR / 2, text);
      return;
    }
    if ((at -= rates.adtDelayed()) < 0) {
      fault(member, id, "ADT_DELAYED", "late alert, no wrong state", true);
      send(receivedAt + (6 + draw.below(66)) * HOUR, text);
      return;
    }
    send(receivedAt, text);
    if ((at -= rates.adtCancelled()) < 0 && text.contains("\"trigger\":\"A01\"")) {
      phantom(member, text, receivedAt);
    }
  }

  /** An admission that never was, and its cancellation. */
  private void phantom(String member, String text, long receivedAt) {
    String visit = Patch.value(text, "visitNumber") + "P";
    String id = visit + "-1";
    String admit = Patch.with(Patch.with(text, "visitNumber", visit), "messageId", id);
    fault(member, id, "CANCELLED_ADMIT", "alert retracted", true);
    send(receivedAt + 60_000L, admit);
    String cancel = Patch.with(Patch.with(admit, "trigger", "A11"), "messageId", visit + "-2");
    send(receivedAt + 45 * 60_000L, cancel);
  }

  /** Nothing arrives during an outage; all of it arrives at its end. */
  private long outage(long receivedAt) {
    long period = rates.outageEveryDays() * DAY;
    long inside = Math.floorMod(receivedAt, period);
    long begin = 9 * DAY % period + 13 * HOUR;
    boolean down = inside >= begin && inside < begin + rates.outageHours() * HOUR;
    return down ? receivedAt - inside + begin + rates.outageHours() * HOUR : receivedAt;
  }

  private void send(long receivedAt, String text) {
    out.send(RecordType.ADT, receivedAt, Patch.receivedAt(text, receivedAt), 0);
  }

  private void fault(
      String member, String id, String disorder, String expected, boolean recoverable) {
    log.add(member, RecordType.ADT, id, disorder, expected, recoverable);
  }
}
