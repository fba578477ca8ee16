package io.corridor.portal.worklist;

import io.corridor.common.time.Ages;
import io.corridor.portal.shell.BusinessClock;
import io.corridor.portal.shell.Format;
import io.corridor.portal.worklist.Encounter.Action;
import io.corridor.portal.worklist.Encounter.Patient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One row as the page shows it.
 *
 * @param encounter what it is about
 * @param clock today and now
 * @param due due badge and group
 */
public record WorklistRow(Encounter encounter, BusinessClock clock, Due due) {

  /** A small label of a row. */
  public record Flag(String text, String css) {}

  /**
   * A button that logs the next step.
   *
   * @param label what it says
   * @param kind task it is about
   * @param action TaskAction's action
   * @param outcome TaskAction's outcome, or nothing
   */
  public record Step(String label, String kind, String action, String outcome) {}

  /** Judges an encounter. */
  public static WorklistRow of(Encounter encounter, BusinessClock clock) {
    return new WorklistRow(encounter, clock, Due.of(encounter, clock));
  }

  /** Opaque id. */
  public String ref() {
    return encounter.ref();
  }

  /** Display name. */
  public String name() {
    return encounter.patient().name();
  }

  /** {@code 78 F · 4 Mar 1948}. */
  public String person() {
    Patient patient = encounter.patient();
    LocalDate birth = patient.birthDate();
    String sex = patient.sex() == null ? "" : " " + patient.sex();
    return birth == null
        ? "birth date not sent"
        : Ages.on(clock.today(), birth) + sex + " · " + Format.plainDay(birth);
  }

  /** Payer's number of the member, if it was sent. */
  public Optional<String> number() {
    return Optional.ofNullable(encounter.patient().memberNumber());
  }

  /** What happened. */
  public String what() {
    return Words.headline(encounter);
  }

  /** Where and when. */
  public String source() {
    return Words.source(encounter, clock);
  }

  /** All clocks. */
  public List<ClockStrip.Cell> strip() {
    return ClockStrip.of(encounter, clock.now());
  }

  /** What stands in place of an empty strip. */
  public String noStrip() {
    return withdrawn() ? "Withdrawn" : encounter.inHospital() ? "Start when discharged" : "None";
  }

  /** Status word. */
  public Status status() {
    return Status.of(encounter);
  }

  /** Who had it last, and when. */
  public String statusLine() {
    List<Action> actions = encounter.actions();
    if (!actions.isEmpty()) {
      Action last = actions.getLast();
      return last.user() + " · " + Format.moment(last.at(), encounter.zone(), clock.today());
    }
    return withdrawn() ? "Hospital" : "No owner";
  }

  /** Labels. */
  public List<Flag> flags() {
    List<Flag> flags = new ArrayList<>();
    Words.late(encounter.lateMinutes()).ifPresent(text -> flags.add(new Flag(text, "warn")));
    if (encounter.openGaps() > 0) {
      flags.add(new Flag(Format.counted(encounter.openGaps(), "gap", "gaps"), ""));
    }
    if (encounter.messages() > 3) {
      flags.add(new Flag((encounter.messages() - 1) + " updates folded", ""));
    }
    return flags;
  }

  /** True when the hospital took it back. */
  public boolean withdrawn() {
    return encounter.state() == Encounter.State.CANCELLED;
  }

  /** Name of the row's one button: the next step. */
  public String button() {
    return switch (due.group()) {
      case WATCHING, CLOSED -> "Open";
      case OVERDUE, TODAY, WEEK, LATER -> visitNext() ? "Book visit" : "Log contact";
    };
  }

  private boolean visitNext() {
    Encounter.FollowUp contact = encounter.contact();
    return contact == null
        || encounter.reached()
        || contact.progress() == Encounter.Progress.DONE
        || contact.progress() == Encounter.Progress.CANCELLED;
  }

  /** Why it is due. */
  public List<String> why() {
    return Words.why(encounter, clock);
  }

  /** Telephone, or what stands in its place. */
  public String phone() {
    String phone = encounter.patient().phone();
    return phone == null || phone.isBlank() ? "No telephone number was sent" : phone;
  }

  /** Preferred language, if known. */
  public Optional<String> language() {
    return Optional.ofNullable(encounter.patient().language())
        .map(code -> Locale.forLanguageTag(code).getDisplayLanguage(Locale.US))
        .filter(name -> !name.isBlank());
  }

  /** What can be logged now, the most hoped-for first. */
  public List<Step> steps() {
    if (withdrawn() || (encounter.contact() == null && encounter.visit() == null)) {
      return List.of();
    }
    return visitNext()
        ? List.of(
            new Step("Visit booked", "VISIT", "LOG_CONTACT", "SCHEDULED"),
            new Step("Left message", "VISIT", "LOG_CONTACT", "LEFT_MESSAGE"),
            new Step("No answer", "VISIT", "LOG_CONTACT", "NO_ANSWER"),
            new Step("Declined", "VISIT", "LOG_CONTACT", "DECLINED"))
        : List.of(
            new Step("Reached", "CONTACT", "LOG_CONTACT", "REACHED"),
            new Step("Left message", "CONTACT", "LOG_CONTACT", "LEFT_MESSAGE"),
            new Step("No answer", "CONTACT", "LOG_CONTACT", "NO_ANSWER"),
            new Step("Declined", "CONTACT", "LOG_CONTACT", "DECLINED"));
  }

  /** Kind of task that the next step belongs to. */
  public String nextKind() {
    return visitNext() ? "VISIT" : "CONTACT";
  }

  /** True while nobody has taken it. */
  public boolean free() {
    return encounter.owner().isEmpty() && !steps().isEmpty();
  }
}
