package io.corridor.local.simulate;

/**
 * Messages of hospitals about stays, emergency visits and observation (population.md section 7).
 */
final class AdtFlow {
  private static final long MINUTE = 60_000L;
  private static final long HOUR = 3_600_000L;
  private static final long DAY = 86_400_000L;
  private static final double[] ARRIVAL = {.075, .125, .19, .345, .53, .705, .875, 1};

  private final RecordSink sink;
  private final OutreachFlow outreach;
  private final Draw draw;
  private final Json json = new Json();
  private int message;

  AdtFlow(long seed, RecordSink sink, OutreachFlow outreach) {
    this.sink = sink;
    this.outreach = outreach;
    this.draw = new Draw(seed);
  }

  /** One encounter in progress. */
  private record Encounter(
      Member member, Facility facility, String visit, String diagnosis, String npi) {}

  void stay(Member member, StayEvent stay) {
    draw.at(member.index, Domain.ADT, stay.number());
    Encounter encounter =
        encounter(member, stay.hospital(), stay.kind().diagnosis(), stay.number());
    long admitAt;
    long dischargeAt = stay.discharge() * DAY + local(11 * 60 + draw.below(7 * 60));
    boolean covered = draw.chance(.78);
    if (stay.emergency()) {
      long arrived = stay.admit() * DAY + local(arrivalMinute());
      admitAt =
          arrived + (long) draw.lognormal(2.9 * HOUR, .5) + (long) draw.lognormal(2.2 * HOUR, .6);
      if (covered) {
        send(encounter, "A04", arrived, "EMERGENCY", "ED", false, "");
      }
    } else {
      admitAt = stay.admit() * DAY + local(6 * 60 + draw.below(10 * 60));
    }
    if (dischargeAt <= admitAt) {
      dischargeAt = admitAt + 2 * HOUR + draw.below(8) * HOUR;
    }
    if (covered) {
      messages(encounter, stay, admitAt, dischargeAt);
    }
    outreach.afterStay(member, stay, encounter.visit(), dischargeAt);
  }

  private void messages(Encounter encounter, StayEvent stay, long admitAt, long dischargeAt) {
    boolean fromEmergency = stay.emergency() && draw.chance(.6);
    send(
        encounter,
        fromEmergency ? "A06" : "A01",
        admitAt,
        "INPATIENT",
        unit(),
        draw.chance(.6),
        "");
    if (draw.chance(.008)) {
      send(encounter, "A11", admitAt + 20 * MINUTE, "INPATIENT", "", false, "");
      send(encounter, "A01", admitAt + 50 * MINUTE, "INPATIENT", unit(), true, "");
    }
    long length = dischargeAt - admitAt;
    double days = Math.max(.3, length / (double) DAY);
    int transfers = draw.poisson(.31 * days);
    for (int n = 0; n < transfers; n++) {
      long at = admitAt + (long) (length * draw.uniform());
      send(encounter, "A02", at, "INPATIENT", unit(), false, "");
      if (draw.chance(.007)) {
        send(
            encounter,
            "A12",
            Math.min(at + 30 * MINUTE, dischargeAt - MINUTE),
            "INPATIENT",
            "",
            false,
            "");
      }
    }
    int updates = draw.poisson(1.6 + .52 * days);
    for (int n = 0; n < updates; n++) {
      send(
          encounter,
          "A08",
          admitAt + (long) (length * draw.uniform()),
          "INPATIENT",
          "",
          draw.chance(.5),
          "");
    }
    if (draw.chance(.009)) {
      send(encounter, "A03", dischargeAt - 5 * HOUR, "INPATIENT", "", false, stay.status());
      send(encounter, "A13", dischargeAt - 4 * HOUR, "INPATIENT", "", false, "");
    }
    send(encounter, "A03", dischargeAt, "INPATIENT", "", draw.chance(.75), stay.status());
    if (draw.chance(.4)) {
      resend(encounter, dischargeAt, stay.status());
    }
  }

  void emergency(Member member, int day, String diagnosis, Facility hospital, int number) {
    draw.at(member.index, Domain.ADT, number);
    if (!draw.chance(.72)) {
      return;
    }
    Encounter encounter = encounter(member, hospital, diagnosis, number);
    long arrived = day * DAY + local(arrivalMinute());
    long left = arrived + (long) draw.lognormal(2.9 * HOUR, .6);
    send(encounter, "A04", arrived, "EMERGENCY", "ED", draw.chance(.6), "");
    int updates = draw.poisson(1.8);
    for (int n = 0; n < updates; n++) {
      send(
          encounter,
          "A08",
          arrived + (long) ((left - arrived) * draw.uniform()),
          "EMERGENCY",
          "ED",
          false,
          "");
    }
    if (draw.chance(.006)) {
      send(encounter, "A11", arrived + 15 * MINUTE, "EMERGENCY", "ED", false, "");
    } else if (draw.chance(.97)) {
      send(encounter, "A03", left, "EMERGENCY", "ED", draw.chance(.75), "01");
    }
  }

  void observation(Member member, int day, String diagnosis, Facility hospital, int number) {
    draw.at(member.index, Domain.ADT, number);
    if (!draw.chance(.75)) {
      return;
    }
    Encounter encounter = encounter(member, hospital, diagnosis, number);
    long arrived = day * DAY + local(arrivalMinute());
    long left = arrived + 16 * HOUR + draw.below(20) * HOUR;
    send(encounter, "A04", arrived, "OBSERVATION", "OBS", draw.chance(.6), "");
    int updates = draw.poisson(3);
    for (int n = 0; n < updates; n++) {
      send(
          encounter,
          "A08",
          arrived + (long) ((left - arrived) * draw.uniform()),
          "OBSERVATION",
          "OBS",
          false,
          "");
    }
    send(encounter, "A03", left, "OBSERVATION", "OBS", draw.chance(.75), "01");
  }

  private Encounter encounter(Member member, Facility facility, String diagnosis, int number) {
    message = 0;
    Practice group = member.community.shared(Practice.Kind.HOSPITALISTS);
    String npi =
        group.clinicians.get(Math.floorMod(member.index + number, group.clinicians.size())).npi;
    return new Encounter(member, facility, "V" + member.id + "-" + number, diagnosis, npi);
  }

  /** Minutes of local time plus the distance to UTC of the simulated region (UTC-6). */
  private static long local(int minutes) {
    return (minutes + 6 * 60) * MINUTE;
  }

  private int arrivalMinute() {
    double at = draw.uniform();
    int block = 0;
    while (ARRIVAL[block] <= at) {
      block++;
    }
    return block * 180 + draw.below(180);
  }

  private String unit() {
    String[] units = {"MED-3", "MED-4", "TELE-2", "SURG-5", "ICU"};
    return units[draw.below(units.length)];
  }

  private long delay() {
    double kind = draw.uniform();
    double minutes =
        kind < .85
            ? draw.lognormal(2, 1.0)
            : kind < .97 ? draw.lognormal(45, 1.0) : 360 + draw.uniform() * 2520;
    return (long) (minutes * MINUTE);
  }

  private void send(
      Encounter encounter,
      String trigger,
      long at,
      String patientClass,
      String unit,
      boolean coded,
      String disposition) {
    write(encounter, trigger, at, at + delay(), patientClass, unit, coded, disposition);
  }

  /** The discharge again with the final diagnosis, a day or two later. */
  private void resend(Encounter encounter, long dischargeAt, String disposition) {
    long receivedAt = dischargeAt + DAY + draw.below(36) * HOUR;
    write(encounter, "A03", dischargeAt, receivedAt, "INPATIENT", "", true, disposition);
  }

  private void write(
      Encounter encounter,
      String trigger,
      long at,
      long receivedAt,
      String patientClass,
      String unit,
      boolean coded,
      String disposition) {
    message++;
    Member member = encounter.member();
    json.clear();
    json.raw("{\"payer\":\"").raw(member.lob.payer());
    json.raw("\",\"member\":\"").raw(member.id);
    json.raw("\",\"facility\":\"").raw(encounter.facility().ccn);
    json.raw("\",\"visitNumber\":\"").raw(encounter.visit());
    json.raw("\",\"messageId\":\"").raw(encounter.visit()).raw('-').number(message);
    json.raw("\",\"trigger\":\"").raw(trigger);
    json.raw("\",\"eventAt\":").instant(at);
    json.raw(",\"zone\":\"").raw(Facility.ZONE);
    json.raw("\",\"receivedAt\":").instant(receivedAt);
    json.raw(",\"patientClass\":\"").raw(patientClass).raw('"');
    json.optional(",\"unit\":", unit);
    json.optional(",\"diagnosis\":", coded ? encounter.diagnosis() : "");
    json.optional(",\"disposition\":", disposition);
    json.raw(",\"attendingNpi\":\"").raw(encounter.npi());
    String diagnosis = encounter.diagnosis();
    String sensitivity =
        diagnosis.startsWith("F1")
            ? "SUBSTANCE_USE"
            : diagnosis.startsWith("F") && !diagnosis.startsWith("F0") ? "BEHAVIORAL" : "NORMAL";
    json.raw("\",\"derived\":false,\"sensitivity\":\"").raw(sensitivity).raw("\"}");
    sink.accept(RecordType.ADT, receivedAt, json, 0);
  }
}
