package io.corridor.local.simulate;

/** Clinicians' links to practices as a provider directory tells them. */
final class AffiliationFlow {
  private static final long DAY = 86_400_000L;
  private static final long HOUR = 3_600_000L;

  private final Timeline timeline;
  private final RecordSink sink;
  private final Json json = new Json();

  AffiliationFlow(Timeline timeline, RecordSink sink) {
    this.timeline = timeline;
    this.sink = sink;
  }

  void tell(Community community) {
    for (Clinician clinician : community.clinicians) {
      for (Clinician.Link link : clinician.links) {
        boolean old = link.from() < timeline.startDay();
        long told =
            old ? timeline.startDay() * DAY + HOUR / 2 : (link.from() + 5) * DAY + 10 * HOUR;
        write(clinician, link, 1, Integer.MAX_VALUE, told);
        if (link.lastDay() != Integer.MAX_VALUE) {
          write(clinician, link, 2, link.lastDay(), (link.lastDay() + 6) * DAY + 10 * HOUR);
        }
      }
    }
  }

  private void write(
      Clinician clinician, Clinician.Link link, int version, int lastDay, long receivedAt) {
    Practice practice = link.practice();
    json.clear();
    json.raw("{\"npi\":\"").raw(clinician.npi);
    json.raw("\",\"tin\":\"").raw(practice.tin);
    json.raw("\",\"site\":\"").raw(practice.tin).raw("-1");
    json.raw("\",\"clinicianName\":\"").raw(clinician.name);
    json.raw("\",\"practiceName\":\"").raw(practice.name);
    json.raw("\",\"specialty\":\"").raw(clinician.specialty);
    json.raw("\",\"taxonomy\":\"").raw(clinician.taxonomy);
    json.raw("\",\"accepting\":").raw(practice.primaryCare() ? "true" : "false");
    json.raw(",\"from\":").date(link.from());
    if (lastDay != Integer.MAX_VALUE) {
      json.raw(",\"lastDay\":").date(lastDay);
    }
    json.raw(",\"version\":").number(version);
    json.raw(",\"status\":\"ACTIVE\",\"receivedAt\":").instant(receivedAt).raw('}');
    sink.accept(RecordType.AFFILIATION, receivedAt, json, 0);
  }
}
