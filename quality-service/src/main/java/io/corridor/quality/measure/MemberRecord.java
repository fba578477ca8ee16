package io.corridor.quality.measure;

import io.corridor.common.care.Person;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rows of one member, typed, read when asked for. */
public final class MemberRecord {

  private static final EvidenceCodes CODES = EvidenceCodes.load();

  private final Rows rows;

  /** The member behind these rows. */
  public MemberRecord(Rows rows) {
    this.rows = rows;
  }

  /** The person as the payer knows them; with several records the first by key. */
  public Optional<Person> person(String payer) {
    return rows.startingWith(QualityRows.of(QualityRows.PERSON, payer) + "|").stream()
        .findFirst()
        .map(row ->
            new Person(
                QualityRows.day(row, 2), row.part(3).equals("F"), QualityRows.until(row.part(4))));
  }

  /** Coverage by a payer and line of business, by first day. */
  public List<DateSpan> coverage(String payer, String lineOfBusiness) {
    return rows.startingWith(QualityRows.COVER + "|").stream()
        .filter(row -> row.part(3).equals(payer) && row.part(4).equals(lineOfBusiness))
        .map(row -> new DateSpan(QualityRows.day(row, 1), QualityRows.until(row.part(2))))
        .toList();
  }

  /** Evidence that closes a measure, by day and code. */
  public List<Evidence> evidence(String measure) {
    return evidence(QualityRows.NUMERATOR, measure);
  }

  /** Evidence of a measure that was taken back, by day and code. */
  public List<Evidence> takenBack(String measure) {
    return evidence(QualityRows.TAKEN_BACK, measure);
  }

  private List<Evidence> evidence(String kind, String measure) {
    return rows.startingWith(QualityRows.of(kind, measure) + "|").stream()
        .map(row ->
            new Evidence(
                row.part(3), QualityRows.day(row, 2), CODES.windowMonths(measure, row.part(3))))
        .toList();
  }

  /** Days before {@code until} of an exclusion that holds for good. */
  Set<LocalDate> exclusionsBefore(String measure, String reason, LocalDate until) {
    return exclusionDays(measure, reason).stream()
        .filter(day -> day.isBefore(until))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** True when an exclusion of all measures has a day inside the period. */
  public boolean excludedIn(Period period, String reason) {
    return exclusionDays(EvidenceCodes.ALL, reason).stream().anyMatch(period.days()::contains);
  }

  private List<LocalDate> exclusionDays(String measure, String reason) {
    return rows.startingWith(QualityRows.of(QualityRows.EXCLUSION, measure, reason) + "|").stream()
        .map(row -> QualityRows.day(row, 3))
        .toList();
  }

  /** Days of emergency visits with release in the span, one entry a visit. */
  public List<LocalDate> emergencyVisits(DateSpan days) {
    LocalDate until = days.until();
    LocalDate from = days.from();
    List<Row> lines =
        rows.between(
            QualityRows.of(QualityRows.EMERGENCY, from),
            QualityRows.of(QualityRows.EMERGENCY, QualityRows.until(until)));
    if (lines.isEmpty()) {
      return List.of();
    }
    List<Row> stays =
        rows.between(
            QualityRows.of(QualityRows.STAY, from),
            QualityRows.of(
                QualityRows.STAY, QualityRows.until(until == null ? null : until.plusDays(1))));
    return EmergencyVisits.days(at(lines), at(stays));
  }

  private static List<EmergencyVisits.At> at(List<Row> rows) {
    return rows.stream()
        .map(row -> new EmergencyVisits.At(QualityRows.day(row, 1), row.part(2)))
        .toList();
  }
}
