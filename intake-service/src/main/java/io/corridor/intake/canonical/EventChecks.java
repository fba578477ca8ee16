package io.corridor.intake.canonical;

import io.corridor.schemas.AdtEvent;
import io.corridor.schemas.Affiliation;
import io.corridor.schemas.Outreach;
import io.corridor.schemas.RecordStatus;
import java.util.Set;

/** Rules of ADT events, outreach records and affiliations. */
final class EventChecks {

  private static final Set<String> TRIGGERS =
      Set.of("A01", "A02", "A03", "A04", "A06", "A08", "A11", "A12", "A13");
  private static final Set<String> CHANNELS = Set.of("CALL", "VISIT", "MESSAGE", "LETTER");
  private static final Set<String> OUTCOMES =
      Set.of("REACHED", "LEFT_MESSAGE", "NO_ANSWER", "SCHEDULED", "DECLINED");

  private EventChecks() {}

  static void adt(AdtEvent event) {
    Checks.id("payer", event.getPayer());
    Checks.id("member", event.getMember());
    Checks.label("facility", event.getFacility());
    Checks.id("visitNumber", event.getVisitNumber());
    Checks.id("messageId", event.getMessageId());
    Checks.word("trigger", event.getTrigger(), TRIGGERS);
    Checks.zone("zone", event.getZone());
    Checks.diagnosis("diagnosis", event.getDiagnosis());
    Checks.digitCode("disposition", event.getDisposition(), 2, 2);
    Checks.npi("attendingNpi", event.getAttendingNpi());
  }

  static void outreach(Outreach outreach) {
    Checks.id("payer", outreach.getPayer());
    Checks.id("member", outreach.getMember());
    Checks.id("outreachId", outreach.getOutreachId());
    Checks.version(outreach.getVersion());
    Checks.known("status", outreach.getStatus(), RecordStatus.UNKNOWN);
    Checks.label("facility", outreach.getFacility());
    Checks.optionalId("visitNumber", outreach.getVisitNumber());
    Checks.word("channel", outreach.getChannel(), CHANNELS);
    Checks.word("outcome", outreach.getOutcome(), OUTCOMES);
  }

  static void affiliation(Affiliation link) {
    Checks.npi("npi", link.getNpi());
    Checks.tin("tin", link.getTin());
    Checks.version(link.getVersion());
    Checks.known("status", link.getStatus(), RecordStatus.UNKNOWN);
    Checks.code("specialty", link.getSpecialty(), 2, 2);
    Checks.code("taxonomy", link.getTaxonomy(), 10, 10);
    Checks.order(link.getFrom(), link.getLastDay(), "lastDay", "The last day is before the first");
  }
}
