package io.corridor.benchmark.spend;

import io.corridor.common.facts.Fact;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Hospital messages of a member: {@code adt|facility|visit|milliseconds|trigger|class|local day}.
 * They have no ledger: the state of a visit is read off its messages by the time of the event.
 */
public final class AdmissionRows {

  /** Prefix of message rows. */
  public static final String ADT = "adt|";

  private static final String INPATIENT = "INPATIENT";
  private static final Set<String> ADMITS = Set.of("A01", "A04", "A08");
  private static final String BECOMES_INPATIENT = "A06";
  private static final String CANCEL = "A11";

  private AdmissionRows() {}

  /**
   * What a message says.
   *
   * @param day local day of the event at the facility
   */
  public static Fact fact(
      String facility,
      String visit,
      Instant eventAt,
      String trigger,
      String patientClass,
      LocalDate day) {
    return Fact.of(
        ADT
            + String.join(
                "|",
                facility,
                visit,
                String.format(java.util.Locale.ROOT, "%015d", eventAt.toEpochMilli()),
                trigger,
                patientClass,
                day.toString()));
  }

  /**
   * An inpatient admission that was not cancelled.
   *
   * @param day local day of the admission
   * @param visit facility and visit number
   */
  public record Admission(LocalDate day, String visit) {}

  /** Admissions by day, then visit. */
  static List<Admission> admissions(Rows rows) {
    Map<String, List<Row>> visits = new TreeMap<>();
    for (Row row : rows.startingWith(ADT)) {
      visits.computeIfAbsent(row.part(1) + "|" + row.part(2), any -> new ArrayList<>()).add(row);
    }
    List<Admission> admissions = new ArrayList<>();
    visits.forEach((visit, messages) ->
        admitted(messages).ifPresent(day -> admissions.add(new Admission(day, visit))));
    admissions.sort(Comparator.comparing(Admission::day).thenComparing(Admission::visit));
    return admissions;
  }

  /** Messages come sorted by key: by time, then trigger, class and day. */
  private static Optional<LocalDate> admitted(List<Row> messages) {
    @Nullable LocalDate admitted = null;
    for (Row message : messages) {
      String trigger = message.part(4);
      boolean inpatient = message.part(5).equals(INPATIENT) && ADMITS.contains(trigger);
      if (trigger.equals(CANCEL)) {
        admitted = null;
      } else if (admitted == null && (inpatient || trigger.equals(BECOMES_INPATIENT))) {
        admitted = LocalDate.parse(message.part(6));
      }
    }
    return Optional.ofNullable(admitted);
  }

  /** Months in which a message of the member happened, and that of a touched row. */
  public static Set<YearMonth> months(Rows rows, String touchedKey) {
    Set<YearMonth> months = new HashSet<>();
    rows.startingWith(ADT).forEach(row -> months.add(month(row)));
    if (touchedKey.startsWith(ADT)) {
      months.add(month(Row.empty(touchedKey)));
    }
    return months;
  }

  private static YearMonth month(Row row) {
    return YearMonth.from(LocalDate.parse(row.part(6)));
  }
}
