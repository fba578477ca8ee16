package io.corridor.notification.encounter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where an encounter stands.
 *
 * @param id encounter
 * @param payer payer of the first event
 * @param phase state
 * @param patientClass class now
 * @param startedAt arrival or admission; null when only the discharge was seen
 * @param endedAt discharge
 * @param inpatientAt when it became an inpatient stay; null when it is none or the start is unknown
 * @param inferredStart true when the discharge came without an admission
 * @param disposition UB-04 discharge status
 * @param diagnosis latest diagnosis
 * @param unit latest ward
 * @param transfers transfers that were not cancelled
 * @param home the last discharge home of a stay, withdrawn or not; null when there was none
 * @param reasons what happened, in the order of {@link Reason}
 * @param facts what the messages say as a whole
 */
public record Encounter(
    EncounterId id,
    String payer,
    Phase phase,
    PatientClass patientClass,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant inpatientAt,
    boolean inferredStart,
    @Nullable String disposition,
    @Nullable String diagnosis,
    @Nullable String unit,
    int transfers,
    @Nullable HomeDischarge home,
    Set<Reason> reasons,
    Messages facts) {

  /** State of an encounter. */
  public enum Phase {
    /** Nothing that is told to anyone. */
    NONE,
    /** In the emergency department. */
    ED,
    /** Under observation. */
    OBSERVATION,
    /** Admitted. */
    ADMITTED,
    /** Discharged alive. */
    DISCHARGED,
    /** Discharged to another hospital. */
    TRANSFERRED,
    /** Died. */
    DIED,
    /** Cancelled: it never was. */
    CANCELLED
  }

  /** What happened in the encounter. */
  public enum Reason {
    /** Came to the emergency department. */
    ARRIVED,
    /** Admitted or placed under observation. */
    ADMITTED,
    /** Class changed. */
    CLASS_CHANGED,
    /** Discharged. */
    DISCHARGED,
    /** The admission was cancelled. */
    CANCEL_ADMIT,
    /** A discharge was cancelled. */
    CANCEL_DISCHARGE
  }

  /** Why a follow-up is not owed any more. */
  public enum Withdrawal {
    /** The discharge was cancelled. */
    CANCEL_DISCHARGE,
    /** The admission was cancelled. */
    CANCEL_ADMIT,
    /** Back in hospital. */
    READMITTED,
    /** Died. */
    DIED,
    /** Went elsewhere than home. */
    DISPOSITION
  }

  /**
   * A discharge home of a stay.
   *
   * @param at when
   * @param withdrawn why it does not count any more; null while it counts
   */
  public record HomeDischarge(Instant at, @Nullable Withdrawal withdrawn) {}

  /**
   * What the messages of an encounter say as a whole.
   *
   * @param count distinct messages: trigger, minute and message id
   * @param zone zone of the facility
   * @param firstDay local day of the first event
   * @param lateMinutes whole minutes from the first event to its first receipt, not below zero
   * @param derived true when all were derived from claims
   * @param consent most restricted consent class
   */
  public record Messages(
      int count,
      ZoneId zone,
      LocalDate firstDay,
      long lateMinutes,
      boolean derived,
      Consent consent) {}

  /** Keeps its own copy of the reasons. */
  public Encounter {
    reasons = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(reasons));
  }

  /** True when someone is told about it. */
  public boolean isTold() {
    return phase != Phase.NONE;
  }

  /** Local day of an instant at the facility. */
  public LocalDate localDay(Instant at) {
    return at.atZone(facts.zone()).toLocalDate();
  }
}
