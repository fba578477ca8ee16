package io.corridor.local.simulate;

/**
 * Members under second ids (population.md section 10): for a time a source knows a member by
 * another id, which is then linked to the right one, sometimes by way of a third, sometimes
 * unlinked by mistake and linked again; and links of two persons, taken back later.
 */
final class IdentityDisorder {
  private static final long DAY = 86_400_000L;

  private final DisorderRates rates;
  private final long start;
  private final long end;
  private final RecordSink feed;
  private final FaultLog log;
  private final Draw draw;
  private final Json json = new Json();
  private boolean begun = true;
  private int index;
  private String member = "";
  private String second = "";
  private String third = "";
  private long from;
  private long turn;
  private long until;

  IdentityDisorder(
      SimulationConfig config,
      DisorderRates rates,
      Timeline timeline,
      RecordSink feed,
      FaultLog log) {
    this.rates = rates;
    this.start = timeline.startDay() * DAY;
    this.end = timeline.endDay() * DAY;
    this.feed = feed;
    this.log = log;
    this.draw = new Draw(config.seed());
  }

  /** Starts a member. */
  void begin(int memberIndex) {
    index = memberIndex;
    begun = false;
    member = "";
  }

  /** A record under the id by which its source knows the member when it sends it. */
  String named(RecordType type, String text, long receivedAt) {
    if (type == RecordType.AFFILIATION || type == RecordType.IDENTITY) {
      return text;
    }
    if (!begun) {
      begun = true;
      tell(Patch.value(text, "payer"), Patch.value(text, "member"));
    }
    boolean other = member.isEmpty() || !Patch.value(text, "member").equals(member);
    if (other || receivedAt < from || receivedAt >= until) {
      return text;
    }
    return Patch.with(text, "member", receivedAt < turn ? second : third);
  }

  private void tell(String payer, String id) {
    draw.at(index, Domain.DISORDER_IDENTITY, 0);
    if (draw.chance(rates.secondId())) {
      member = id;
      second = id + "D";
      from = start + draw.below((int) ((end - start) / DAY)) * DAY - 20 * DAY;
      until = Math.min(end - 3 * DAY, from + (40 + draw.below(200)) * DAY);
      boolean chain = draw.chance(.3);
      third = chain ? id + "E" : second;
      turn = chain ? from + (until - from) / 2 : until;
      log.add(id, RecordType.IDENTITY, second, "SECOND_ID", "answered under the first id", true);
      links(payer, id, chain);
    }
    if (draw.chance(rates.wrongLink())) {
      long at = start + draw.below((int) ((end - start) / DAY)) * DAY + DAY / 2;
      String other = id.substring(0, 3) + (10_000_001 + Math.floorMod(index + 1, 1_000_000));
      log.add(id, RecordType.IDENTITY, other, "WRONG_LINK", "taken back by a later version", true);
      String key = "W-" + id;
      link(payer, key, 1, true, id, other, at, at + DAY);
      link(payer, key, 2, false, id, other, at, at + (20 + draw.below(80)) * DAY);
    }
  }

  private void links(String payer, String id, boolean chain) {
    String key = "I-" + id;
    long known = Math.min(until + draw.below(10) * DAY, end - 2 * DAY);
    if (chain) {
      link(payer, key + "-1", 1, true, second, third, turn, known + DAY);
    }
    link(payer, key, 1, true, third, id, until, known);
    if (draw.chance(.3) && known + 15 * DAY < end) {
      link(payer, key, 2, false, third, id, until, known + 9 * DAY);
      link(payer, key, 3, true, third, id, until, known + 15 * DAY);
    }
  }

  private void link(
      String payer,
      String key,
      int version,
      boolean active,
      String given,
      String survivor,
      long at,
      long receivedAt) {
    if (receivedAt >= end) {
      return;
    }
    json.clear().raw("{\"payer\":\"").raw(payer).raw("\",\"linkId\":\"").raw(key);
    json.raw("\",\"version\":").number(version);
    json.raw(",\"status\":\"").raw(active ? "ACTIVE" : "VOIDED");
    json.raw("\",\"member\":\"").raw(given).raw("\",\"survivor\":\"").raw(survivor);
    json.raw("\",\"at\":").instant(at).raw(",\"receivedAt\":").instant(receivedAt);
    json.raw(",\"rule\":\"same birth date and name\"}");
    feed.accept(RecordType.IDENTITY, receivedAt, json, 0);
  }
}
