package io.corridor.local.simulate;

/**
 * Enrolment records of a member: person, coverage spans, clinicians on file, with the days on which
 * they are told.
 */
final class EnrolmentFlow {
  private static final long DAY = 86_400_000L;
  private static final long HOUR = 3_600_000L;

  private final Timeline timeline;
  private final RecordSink sink;
  private final Draw draw;
  private final Json json = new Json();

  EnrolmentFlow(long seed, Timeline timeline, RecordSink sink) {
    this.timeline = timeline;
    this.sink = sink;
    this.draw = new Draw(seed);
  }

  void tell(Member member) {
    if (member.spans.length == 0) {
      return;
    }
    draw.at(member.index, Domain.ENROLMENT, 10_000);
    Member.Span first = member.spans[0];
    long known = told(first);
    person(member, 1, false, known);
    for (int i = 0; i < member.spans.length; i++) {
      Member.Span span = member.spans[i];
      long told = told(span);
      coverage(member, i + 1, 1, span, Integer.MAX_VALUE, told);
      if (span.lastDay() != Integer.MAX_VALUE) {
        long ended = Math.max(told + HOUR, at(span.lastDay() + span.endedAfter()));
        coverage(member, i + 1, 2, span, span.lastDay(), ended);
      }
    }
    if (member.deathDay != Integer.MAX_VALUE && member.deathDay >= first.from()) {
      person(member, 2, true, Math.max(known + HOUR, at(member.deathKnownDay)));
    }
    for (int i = 0; i < member.selections.length; i++) {
      selection(member, i + 1, member.selections[i], known);
    }
  }

  /** The first load of the period carries everything that began before it. */
  private long told(Member.Span span) {
    if (span.from() < timeline.startDay()) {
      return timeline.startDay() * DAY + HOUR + draw.below(3000) * 1000L;
    }
    int day = Math.max(span.from() + span.announcedAfter(), timeline.startDay());
    return at(day);
  }

  private long at(int day) {
    return day * DAY + 9 * HOUR + draw.below(4 * 3600) * 1000L;
  }

  private void head(Member member, String recordId, int version, long receivedAt, String kind) {
    json.clear();
    json.raw("{\"payer\":\"").raw(member.lob.payer());
    json.raw("\",\"recordId\":\"").raw(recordId);
    json.raw("\",\"version\":").number(version);
    json.raw(",\"status\":\"ACTIVE\",\"member\":\"").raw(member.id);
    json.raw("\",\"receivedAt\":").instant(receivedAt);
    json.raw(",\"kind\":\"").raw(kind).raw('"');
  }

  private void person(Member member, int version, boolean dead, long receivedAt) {
    head(member, "P-" + member.id, version, receivedAt, "PERSON");
    json.raw(",\"person\":{\"familyName\":\"").raw(member.family);
    json.raw("\",\"givenName\":\"").raw(member.given);
    json.raw("\",\"birthDate\":").date(member.birthDay);
    json.raw(",\"sex\":\"").raw(member.female ? "FEMALE" : "MALE").raw('"');
    if (dead) {
      json.raw(",\"deathDate\":").date(member.deathDay);
    }
    json.raw(",\"phone\":\"").raw(member.phone);
    json.raw("\",\"language\":\"").raw(member.language).raw("\"}}");
    sink.accept(RecordType.ENROLLMENT, receivedAt, json, 0);
  }

  private void coverage(
      Member member, int number, int version, Member.Span span, int lastDay, long receivedAt) {
    head(member, "C-" + member.id + "-" + number, version, receivedAt, "COVERAGE");
    boolean commercial = member.lob == Lob.COMMERCIAL;
    String product =
        commercial
            ? member.hmo ? "HMO" : "PPO"
            : span.managedCare() ? "MA" : member.lob == Lob.MEDICARE ? "FFS" : "MCO";
    json.raw(",\"coverage\":{\"lineOfBusiness\":\"").raw(member.lob.name());
    json.raw("\",\"product\":\"").raw(product);
    json.raw("\",\"from\":").date(span.from());
    if (lastDay != Integer.MAX_VALUE) {
      json.raw(",\"lastDay\":").date(lastDay);
    }
    json.raw(",\"partA\":true,\"partB\":true,\"managedCare\":").raw(bool(span.managedCare()));
    json.raw(",\"dual\":").raw(bool(member.dual));
    json.raw(",\"esrd\":").raw(bool(member.esrd));
    json.raw(",\"disabled\":").raw(bool(member.disabled));
    json.raw(",\"waiver\":false,\"optedOut\":").raw(bool(member.index % 997 == 13));
    json.raw(",\"state\":\"ZZ\",\"county\":\"").raw(member.community.county());
    json.raw("\",\"zip\":\"").raw(member.community.zip(member.zip)).raw("\"}}");
    sink.accept(RecordType.ENROLLMENT, receivedAt, json, 0);
  }

  private static String bool(boolean value) {
    return value ? "true" : "false";
  }

  private void selection(Member member, int number, Member.Selection selection, long known) {
    long told = Math.max(known, at(Math.max(selection.from(), timeline.startDay()) - 1));
    boolean old = selection.from() < timeline.startDay();
    String recordId = "S-" + member.id + "-" + number;
    selection(member, recordId, 1, selection, Integer.MAX_VALUE, old ? known : told);
    if (selection.lastDay() != Integer.MAX_VALUE) {
      long ended = at(Math.max(selection.lastDay(), timeline.startDay()) + 2);
      selection(member, recordId, 2, selection, selection.lastDay(), Math.max(told + HOUR, ended));
    }
  }

  private void selection(
      Member member,
      String recordId,
      int version,
      Member.Selection selection,
      int lastDay,
      long receivedAt) {
    head(member, recordId, version, receivedAt, "PCP_SELECTION");
    json.raw(",\"selection\":{\"npi\":\"").raw(selection.clinician().npi);
    json.raw("\",\"tin\":\"").raw(selection.practice().tin);
    json.raw("\",\"chosenBy\":\"").raw(selection.byMember() ? "MEMBER" : "AUTO");
    json.raw("\",\"from\":").date(selection.from());
    if (lastDay != Integer.MAX_VALUE) {
      json.raw(",\"lastDay\":").date(lastDay);
    }
    json.raw("}}");
    sink.accept(RecordType.ENROLLMENT, receivedAt, json, 0);
  }
}
