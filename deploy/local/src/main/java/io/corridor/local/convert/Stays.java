package io.corridor.local.desynpuf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Admission and discharge messages derived from inpatient stays. The source has days alone: the
 * admission is put at 09:00 and the discharge at 15:00 local time, received when it happened.
 */
final class Stays {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final LocalTime ADMISSION = LocalTime.of(9, 0);
  private static final LocalTime DISCHARGE = LocalTime.of(15, 0);

  private final FeedWriter.FeedFile feed;

  Stays(FeedWriter.FeedFile feed) {
    this.feed = feed;
  }

  /** Writes the pair of one inpatient row. */
  void add(SourceRow row, SourceCounts counts) {
    LocalDate admitted = row.date("CLM_ADMSN_DT");
    LocalDate discharged = row.date("NCH_BENE_DSCHRG_DT");
    ObjectNode admit = event(row, "A01", admitted, ADMISSION);
    row.text("ADMTNG_ICD9_DGNS_CD").ifPresent(code -> admit.put("diagnosis", code));
    feed.write(admit);
    ObjectNode discharge = event(row, "A03", discharged, DISCHARGE);
    row.text("ICD9_DGNS_CD_1").ifPresent(code -> discharge.put("diagnosis", code));
    feed.write(discharge);
    counts.note("ADT messages derived", 2);
  }

  private ObjectNode event(SourceRow row, String trigger, LocalDate day, LocalTime time) {
    String visit = row.required("CLM_ID");
    String at = day.atTime(time).atZone(ZONE).toInstant().toString();
    ObjectNode event = feed.record();
    event
        .put("payer", DesynpufImport.PAYER)
        .put("member", row.required("DESYNPUF_ID"))
        .put("facility", row.required("PRVDR_NUM"))
        .put("visitNumber", visit)
        .put("messageId", visit + "-" + trigger)
        .put("trigger", trigger)
        .put("eventAt", at)
        .put("zone", ZONE.getId())
        .put("receivedAt", at)
        .put("patientClass", "INPATIENT")
        .put("derived", true)
        .put("sensitivity", "NORMAL");
    row.text("AT_PHYSN_NPI").ifPresent(npi -> event.put("attendingNpi", npi));
    return event;
  }
}
