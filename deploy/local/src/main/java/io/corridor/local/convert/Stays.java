package io.corridor.local.convert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Admission and discharge messages derived from inpatient stays. Claims have days alone: the
 * admission is put at 09:00 and the discharge at 15:00 local time, received when it happened.
 */
public final class Stays {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final LocalTime ADMISSION = LocalTime.of(9, 0);
  private static final LocalTime DISCHARGE = LocalTime.of(15, 0);

  /**
   * What a claim says about a stay.
   *
   * @param visit number of the visit; a claim's id where the source has no other
   * @param disposition UB-04 discharge status, two digits
   */
  public record Stay(
      String payer,
      String member,
      String facility,
      String visit,
      LocalDate admitted,
      LocalDate discharged,
      Optional<String> attendingNpi,
      Optional<String> admittingDiagnosis,
      Optional<String> principalDiagnosis,
      Optional<String> disposition) {}

  private final FeedWriter.FeedFile feed;

  /** Messages go to {@code feed}. */
  public Stays(FeedWriter.FeedFile feed) {
    this.feed = feed;
  }

  /** Writes the pair of one stay. */
  public void add(Stay stay, SourceCounts counts) {
    ObjectNode admit = event(stay, "A01", stay.admitted(), ADMISSION);
    stay.admittingDiagnosis().ifPresent(code -> admit.put("diagnosis", code));
    feed.write(admit);
    ObjectNode discharge = event(stay, "A03", stay.discharged(), DISCHARGE);
    stay.principalDiagnosis().ifPresent(code -> discharge.put("diagnosis", code));
    stay.disposition().ifPresent(code -> discharge.put("disposition", code));
    feed.write(discharge);
    counts.note("ADT messages derived", 2);
  }

  private ObjectNode event(Stay stay, String trigger, LocalDate day, LocalTime time) {
    String at = day.atTime(time).atZone(ZONE).toInstant().toString();
    ObjectNode event = feed.record();
    event
        .put("payer", stay.payer())
        .put("member", stay.member())
        .put("facility", stay.facility())
        .put("visitNumber", stay.visit())
        .put("messageId", stay.visit() + "-" + trigger)
        .put("trigger", trigger)
        .put("eventAt", at)
        .put("zone", ZONE.getId())
        .put("receivedAt", at)
        .put("patientClass", "INPATIENT")
        .put("derived", true)
        .put("sensitivity", "NORMAL");
    stay.attendingNpi().ifPresent(npi -> event.put("attendingNpi", npi));
    return event;
  }
}
