package io.corridor.notification.encounter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One admission, discharge or transfer event as a hospital sent it.
 *
 * @param payer payer of the member
 * @param encounter encounter it belongs to
 * @param messageId control id of the message; a resend may carry a new one
 * @param trigger HL7 trigger, A01 to A13; others change nothing
 * @param eventAt when it happened
 * @param zone zone of the facility
 * @param receivedAt when it was received
 * @param patientClass class at the event
 * @param unit ward
 * @param diagnosis diagnosis code
 * @param disposition UB-04 discharge status
 * @param derived true when it was derived from a claim
 * @param consent consent class
 */
public record AdtEvent(
    String payer,
    EncounterId encounter,
    String messageId,
    String trigger,
    Instant eventAt,
    ZoneId zone,
    Instant receivedAt,
    PatientClass patientClass,
    @Nullable String unit,
    @Nullable String diagnosis,
    @Nullable String disposition,
    boolean derived,
    Consent consent) {

  /**
   * Order of events: when they happened, then trigger, then message id; what follows only makes the
   * order total, so that arrival cannot show.
   */
  public static final Comparator<AdtEvent> ORDER =
      Comparator.comparing(AdtEvent::eventAt)
          .thenComparing(AdtEvent::trigger)
          .thenComparing(AdtEvent::messageId)
          .thenComparing(AdtEvent::receivedAt)
          .thenComparing(AdtEvent::patientClass)
          .thenComparing(event -> text(event.unit))
          .thenComparing(event -> text(event.diagnosis))
          .thenComparing(event -> text(event.disposition))
          .thenComparing(AdtEvent::consent)
          .thenComparing(AdtEvent::derived)
          .thenComparing(AdtEvent::payer)
          .thenComparing(event -> event.zone.getId());

  /** Local day of the facility. */
  public LocalDate day() {
    return eventAt.atZone(zone).toLocalDate();
  }

  /** Trigger and minute: equal for resends of one happening (ecosystem.md 1.3). */
  Happening happening() {
    return new Happening(trigger, eventAt.truncatedTo(ChronoUnit.MINUTES));
  }

  /**
   * What happened, however often it was sent.
   *
   * @param trigger HL7 trigger
   * @param minute minute in which it happened
   */
  record Happening(String trigger, Instant minute) {}

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
