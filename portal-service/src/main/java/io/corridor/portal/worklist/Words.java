package io.corridor.portal.worklist;

import io.corridor.portal.shell.BusinessClock;
import io.corridor.portal.shell.Format;
import io.corridor.portal.worklist.Encounter.FollowUp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sentences about an encounter, short and without jargon. */
final class Words {

  /** UB-04 discharge status codes that say where the patient went. */
  private static final Map<String, String> WENT =
      Map.ofEntries(
          Map.entry("01", "Discharged home"),
          Map.entry("02", "Discharged to another hospital"),
          Map.entry("03", "Discharged to nursing facility"),
          Map.entry("04", "Discharged to custodial care"),
          Map.entry("05", "Discharged to another facility"),
          Map.entry("06", "Discharged home with home health"),
          Map.entry("07", "Left against advice"),
          Map.entry("20", "Died"),
          Map.entry("50", "Discharged to hospice at home"),
          Map.entry("51", "Discharged to hospice facility"),
          Map.entry("61", "Discharged to swing bed"),
          Map.entry("62", "Discharged to rehabilitation"),
          Map.entry("63", "Discharged to long-term hospital"),
          Map.entry("65", "Discharged to psychiatric hospital"));

  private Words() {}

  /** What happened, in a few words. */
  static String headline(Encounter row) {
    return switch (row.state()) {
      case ADMITTED -> "Admitted";
      case ED -> "Arrived in emergency";
      case OBSERVATION -> "Under observation";
      case TRANSFERRED -> "Transferred";
      case DIED -> "Died";
      case CANCELLED -> "Withdrawn admission";
      case DISCHARGED -> discharged(row);
    };
  }

  private static String discharged(Encounter row) {
    if (row.patientClass().equals("EMERGENCY")) {
      return "Emergency visit, sent home";
    }
    String disposition = row.disposition();
    return disposition == null ? "Discharged" : WENT.getOrDefault(disposition, "Discharged");
  }

  /** Where, when, why and how long. */
  static String source(Encounter row, BusinessClock clock) {
    List<String> parts = new ArrayList<>();
    parts.add(row.facility());
    Instant at = row.endedAt() != null ? row.endedAt() : row.startedAt();
    if (at != null) {
      parts.add(Format.moment(at, row.zone(), clock.today()));
    }
    String diagnosis = row.diagnosis();
    if (diagnosis != null) {
      parts.add("diagnosis " + dotted(diagnosis));
    }
    nights(row).ifPresent(parts::add);
    return String.join(" · ", parts);
  }

  private static Optional<String> nights(Encounter row) {
    Instant from = row.startedAt();
    Instant until = row.endedAt();
    if (from == null || until == null || row.patientClass().equals("EMERGENCY")) {
      return Optional.empty();
    }
    long nights =
        ChronoUnit.DAYS.between(
            from.atZone(row.zone()).toLocalDate(), until.atZone(row.zone()).toLocalDate());
    return nights <= 0 ? Optional.empty() : Optional.of(Format.counted(nights, "night", "nights"));
  }

  /** {@code I5022} as {@code I50.22}. */
  private static String dotted(String code) {
    return code.length() > 3 && code.indexOf('.') < 0
        ? code.substring(0, 3) + "." + code.substring(3)
        : code;
  }

  /** Why the row is due, sentence by sentence. */
  static List<String> why(Encounter row, BusinessClock clock) {
    List<String> sentences = new ArrayList<>();
    Instant ended = row.endedAt();
    if (ended == null) {
      sentences.add("The patient is still there. Follow-up clocks start at discharge.");
      return sentences;
    }
    sentences.add(headline(row) + " " + Format.moment(ended, row.zone(), clock.today()) + ".");
    FollowUp contact = row.contact();
    if (contact != null) {
      clock(sentences, "The 48-hour target", contact.firstClock(), contact, row, clock);
      clock(
          sentences,
          "Two business days after discharge",
          contact.secondClock(),
          contact,
          row,
          clock);
      sentences.add("Saturday and Sunday do not count as business days.");
    }
    FollowUp visit = row.visit();
    if (visit != null) {
      clock(sentences, "Seven days for a visit", visit.firstClock(), visit, row, clock);
      clock(sentences, "Fourteen days for a visit", visit.secondClock(), visit, row, clock);
    }
    if (row.derived()) {
      sentences.add("These events were derived from claims, not sent by the hospital.");
    }
    return sentences;
  }

  private static void clock(
      List<String> sentences,
      String name,
      @Nullable Instant end,
      FollowUp task,
      Encounter row,
      BusinessClock clock) {
    if (end == null) {
      return;
    }
    Instant doneAt = task.doneAt();
    String when = Format.moment(end.minusSeconds(1), row.zone(), clock.today());
    if (doneAt != null) {
      sentences.add(name + (doneAt.isAfter(end) ? " passed " : met(name)) + when + ".");
    } else if (end.isAfter(clock.now())) {
      sentences.add(name + " end" + (name.startsWith("The") ? "s " : " ") + when + ".");
    } else {
      sentences.add(name + " passed " + when + ".");
    }
  }

  private static String met(String name) {
    return name.startsWith("The") ? " was met before " : " were met before ";
  }

  /** {@code 26 h} between an event and its receipt, when it is worth saying. */
  static Optional<String> late(long minutes) {
    Duration late = Duration.ofMinutes(minutes);
    return late.toHours() < 24
        ? Optional.empty()
        : Optional.of(
            "received "
                + (late.toHours() > 48 ? late.toDays() + " days" : late.toHours() + " h")
                + " late");
  }
}
