package io.corridor.portal.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of the worklist: an encounter with its alert, its follow-up tasks and what people did.
 *
 * @param ref opaque id for addresses
 * @param patient who it is
 * @param state state of the alert
 * @param patientClass class at the latest event
 * @param facility facility as its feed names it
 * @param startedAt arrival or admission
 * @param endedAt discharge
 * @param zone zone of the facility
 * @param disposition UB-04 discharge status, two digits
 * @param diagnosis latest diagnosis sent
 * @param messages messages folded into the alert
 * @param derived true when the events come from claims
 * @param lateMinutes minutes between the first event and its receipt
 * @param contract contract, if anyone is accountable
 * @param tin practice alerted
 * @param openGaps open care gaps of the patient
 * @param contact follow-up call, if one is owed
 * @param visit follow-up visit, if one is owed
 * @param actions what people did, oldest first
 */
public record Encounter(
    String ref,
    Patient patient,
    State state,
    String patientClass,
    String facility,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    ZoneId zone,
    @Nullable String disposition,
    @Nullable String diagnosis,
    int messages,
    boolean derived,
    long lateMinutes,
    @Nullable String contract,
    @Nullable String tin,
    int openGaps,
    @Nullable FollowUp contact,
    @Nullable FollowUp visit,
    List<Action> actions) {

  /** State of an alert. */
  public enum State {
    /** In a bed. */
    ADMITTED,
    /** In the emergency department. */
    ED,
    /** Under observation. */
    OBSERVATION,
    /** Left. */
    DISCHARGED,
    /** Moved to another facility. */
    TRANSFERRED,
    /** Died. */
    DIED,
    /** Withdrawn by the hospital. */
    CANCELLED
  }

  /** What became of a follow-up. */
  public enum Progress {
    /** Owed. */
    OPEN,
    /** Done. */
    DONE,
    /** The clock passed. */
    MISSED,
    /** Not owed any more. */
    CANCELLED
  }

  /**
   * Who it is. Names are for the page alone.
   *
   * @param name display name, or a dash
   * @param birthDate birth date
   * @param sex F, M or nothing
   * @param memberNumber payer's number
   * @param phone telephone
   * @param language preferred language
   */
  public record Patient(
      String name,
      @Nullable LocalDate birthDate,
      @Nullable String sex,
      @Nullable String memberNumber,
      @Nullable String phone,
      @Nullable String language) {

    /** Masked. */
    @Override
    public String toString() {
      return "Patient[masked]";
    }
  }

  /**
   * A follow-up task with its clocks.
   *
   * @param progress what became of it
   * @param openedAt discharge
   * @param dueAt the clock that the contract calls due
   * @param firstClock end of the first clock: 48 hours, or the seventh day
   * @param secondClock end of the second clock: two business days, or the fourteenth day
   * @param attempts attempts recorded
   * @param doneAt when it was done
   * @param closedReason why it was cancelled
   */
  public record FollowUp(
      Progress progress,
      Instant openedAt,
      Instant dueAt,
      @Nullable Instant firstClock,
      @Nullable Instant secondClock,
      int attempts,
      @Nullable Instant doneAt,
      @Nullable String closedReason) {

    /** True while somebody owes it. */
    public boolean open() {
      return progress == Progress.OPEN;
    }
  }

  /**
   * What a person did.
   *
   * @param kind CONTACT or VISIT
   * @param action LOG_CONTACT, ASSIGN, SNOOZE, NOTE or NOT_OURS
   * @param outcome outcome of a contact
   * @param user who
   * @param at when
   */
  public record Action(
      String kind, String action, @Nullable String outcome, String user, Instant at) {}

  /** Keeps its own copy. */
  public Encounter {
    actions = List.copyOf(actions);
  }

  /** The same row with what people did. */
  Encounter withActions(List<Action> done) {
    return new Encounter(
        ref,
        patient,
        state,
        patientClass,
        facility,
        startedAt,
        endedAt,
        zone,
        disposition,
        diagnosis,
        messages,
        derived,
        lateMinutes,
        contract,
        tin,
        openGaps,
        contact,
        visit,
        done);
  }

  /** Who took the row last. */
  public Optional<String> owner() {
    return actions.reversed().stream()
        .filter(action -> action.action().equals("ASSIGN"))
        .map(Action::user)
        .findFirst();
  }

  /** The latest logged contact of a kind. */
  Optional<Action> lastContact(String kind) {
    return actions.reversed().stream()
        .filter(action -> action.action().equals("LOG_CONTACT") && action.kind().equals(kind))
        .findFirst();
  }

  /** True when a contact was logged here, whether or not the task has heard of it yet. */
  boolean reached() {
    String outcome = lastContact("CONTACT").map(Action::outcome).orElse("");
    return "REACHED".equals(outcome) || "SCHEDULED".equals(outcome);
  }

  /** True while the patient is at the facility. */
  public boolean inHospital() {
    return switch (state) {
      case ADMITTED, ED, OBSERVATION -> true;
      case DISCHARGED, TRANSFERRED, DIED, CANCELLED -> false;
    };
  }

  /** Names the row and no person. */
  @Override
  public String toString() {
    return "Encounter[" + ref + "]";
  }
}
