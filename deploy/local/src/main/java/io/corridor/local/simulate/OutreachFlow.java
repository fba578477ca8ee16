package io.corridor.local.simulate;

/** Contacts by care teams after part of the discharges (general knowledge). */
final class OutreachFlow {
  private static final long HOUR = 3_600_000L;

  private final RecordSink sink;
  private final Draw draw;
  private final Json json = new Json();

  OutreachFlow(long seed, RecordSink sink) {
    this.sink = sink;
    this.draw = new Draw(seed);
  }

  void afterStay(Member member, StayEvent stay, String visit, long dischargeAt) {
    draw.at(member.index, Domain.OUTREACH, stay.number());
    if (!stay.home() || !draw.chance(.62)) {
      return;
    }
    int attempts = 1 + draw.geometric(.6);
    long at = dischargeAt + (long) draw.lognormal(22 * HOUR, .6);
    for (int n = 1; n <= Math.min(attempts, 4); n++) {
      boolean last = n == attempts;
      double what = draw.uniform();
      String outcome =
          last
              ? what < .62
                  ? "REACHED"
                  : what < .82 ? "SCHEDULED" : what < .94 ? "LEFT_MESSAGE" : "DECLINED"
              : what < .5 ? "NO_ANSWER" : "LEFT_MESSAGE";
      write(member, stay, visit, n, at, outcome);
      at += (8 + draw.below(30)) * HOUR;
    }
  }

  private void write(
      Member member, StayEvent stay, String visit, int number, long at, String outcome) {
    long receivedAt = at + (5 + draw.below(120)) * 60_000L;
    json.clear();
    json.raw("{\"payer\":\"").raw(member.lob.payer());
    json.raw("\",\"member\":\"").raw(member.id);
    json.raw("\",\"outreachId\":\"O").raw(visit).raw('-').number(number);
    json.raw("\",\"version\":1,\"status\":\"ACTIVE\",\"facility\":\"").raw(stay.hospital().ccn);
    json.raw("\",\"visitNumber\":\"").raw(visit);
    json.raw("\",\"at\":").instant(at);
    json.raw(",\"receivedAt\":").instant(receivedAt);
    json.raw(",\"channel\":\"").raw(draw.chance(.85) ? "CALL" : "MESSAGE");
    json.raw("\",\"outcome\":\"").raw(outcome);
    json.raw("\",\"by\":\"care-team-").number(1 + member.community.number % 97).raw("\"}");
    sink.accept(RecordType.OUTREACH, receivedAt, json, 0);
  }
}
