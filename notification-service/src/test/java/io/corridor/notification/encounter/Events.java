package io.corridor.notification.encounter;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Events of which a test states only what matters to it; times are local to New York. */
public final class Events {

  /** Zone of the facility. */
  public static final ZoneId ZONE = ZoneId.of("America/New_York");

  /** The encounter of most tests. */
  public static final EncounterId VISIT = new EncounterId("H1", "V1");

  private Events() {}

  /** An event of {@link #VISIT}; the time as 2025-03-07T10:00. */
  public static AdtEvent event(String trigger, String at, PatientClass patientClass) {
    return event(VISIT, trigger, at, patientClass, null);
  }

  /** A discharge with a status. */
  public static AdtEvent discharge(String at, PatientClass patientClass, @Nullable String status) {
    return event(VISIT, "A03", at, patientClass, status);
  }

  /** An event of any encounter. */
  public static AdtEvent event(
      EncounterId encounter,
      String trigger,
      String at,
      PatientClass patientClass,
      @Nullable String disposition) {
    Instant instant = at(at);
    return new AdtEvent(
        "P1",
        encounter,
        encounter.visitNumber() + trigger + at,
        trigger,
        instant,
        ZONE,
        instant.plusSeconds(120),
        patientClass,
        null,
        null,
        disposition,
        false,
        Consent.NORMAL);
  }

  /** The instant of a local time. */
  public static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  static AdtEvent resent(AdtEvent event, String messageId) {
    return new AdtEvent(
        event.payer(),
        event.encounter(),
        messageId,
        event.trigger(),
        event.eventAt(),
        event.zone(),
        event.receivedAt().plusSeconds(3600),
        event.patientClass(),
        event.unit(),
        event.diagnosis(),
        event.disposition(),
        event.derived(),
        event.consent());
  }

  static AdtEvent with(
      AdtEvent event, @Nullable String unit, @Nullable String diagnosis, Consent consent) {
    return new AdtEvent(
        event.payer(),
        event.encounter(),
        event.messageId(),
        event.trigger(),
        event.eventAt(),
        event.zone(),
        event.receivedAt(),
        event.patientClass(),
        unit,
        diagnosis,
        event.disposition(),
        event.derived(),
        consent);
  }
}
