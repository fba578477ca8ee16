package io.corridor.attribution.assignment;

import io.corridor.common.care.Choice;
import io.corridor.common.care.Home;
import io.corridor.common.care.PcpSelection;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of one member, read and typed. Each kind is one range read. */
public final class MemberHistory {

  /** Days of coverage by a payer, and when the record was received. */
  record Covered(
      String payer, String lineOfBusiness, DateSpan span, CoverFlags flags, LocalDate receivedOn) {}

  /** A selection on file with a payer. */
  record Selected(String payer, PcpSelection selection, LocalDate receivedOn) {}

  /** Days of a stay, both ends included, and whether it is a SNF stay. */
  record Stay(boolean skilled, LocalDate first, LocalDate last) {}

  /** A line of a reversed claim that would have counted. */
  record Revoked(
      LocalDate day, Tin tin, @Nullable Npi npi, Clinician clinician, LocalDate receivedOn) {}

  private final Rows rows;
  private final List<Covered> coverage;
  private final DatedRows<Visit> visits;
  private final DatedRows<Stay> stays;
  private final DatedRows<Row> excluded;
  private final Map<String, Optional<LocalDate>> deaths = new HashMap<>();
  private @Nullable List<Selected> selections;
  private @Nullable List<String[]> choices;

  private MemberHistory(Rows rows, List<Covered> coverage) {
    this.rows = rows;
    this.coverage = coverage;
    this.visits = new DatedRows<>(rows, RowKeys.VISIT, MemberHistory::visit);
    this.stays = new DatedRows<>(rows, RowKeys.STAY, MemberHistory::stay);
    this.excluded = new DatedRows<>(rows, RowKeys.EXCLUDED, row -> row);
  }

  /** Reads coverage; the rest is read when asked for. */
  public static MemberHistory of(Rows rows) {
    return new MemberHistory(
        rows, rows.startingWith(RowKeys.COVER + "|").stream().map(MemberHistory::covered).toList());
  }

  private static Covered covered(Row row) {
    String[] parts = RowKeys.parts(row.key(), 7);
    return new Covered(
        parts[3],
        parts[4],
        new DateSpan(RowKeys.day(parts[1]), RowKeys.until(parts[2])),
        CoverFlags.parse(parts[5]),
        RowKeys.day(parts[6]));
  }

  /** Coverage of a payer and line of business, by first day. */
  List<Covered> coverage(String payer, String lineOfBusiness) {
    return coverage.stream()
        .filter(covered ->
            covered.payer().equals(payer) && covered.lineOfBusiness().equals(lineOfBusiness))
        .toList();
  }

  /** Payers that ever covered the member, ascending. */
  public List<String> payers() {
    return coverage.stream().map(Covered::payer).distinct().sorted().toList();
  }

  /** Selections on file with a payer, by first day. */
  List<Selected> selections(String payer) {
    return allSelections().stream().filter(selected -> selected.payer().equals(payer)).toList();
  }

  /** Clinicians ever selected, ascending. */
  public List<Npi> selectedClinicians() {
    return allSelections().stream()
        .map(selected -> selected.selection().npi())
        .distinct()
        .sorted()
        .toList();
  }

  private List<Selected> allSelections() {
    List<Selected> read = selections;
    if (read == null) {
      read = rows.startingWith(RowKeys.SELECT + "|").stream().map(MemberHistory::selected).toList();
      selections = read;
    }
    return read;
  }

  private static Selected selected(Row row) {
    String[] parts = RowKeys.parts(row.key(), 7);
    return new Selected(
        parts[3],
        new PcpSelection(
            new Npi(parts[5]),
            PcpSelection.ChosenBy.values()[Integer.parseInt(parts[4])],
            new DateSpan(RowKeys.day(parts[1]), RowKeys.until(parts[2]))),
        RowKeys.day(parts[6]));
  }

  /** Approved adjustments, by first day. */
  List<ManualAdjustment> adjustments() {
    return rows.startingWith(RowKeys.ADJUST + "|").stream()
        .map(row -> RowKeys.parts(row.key(), 7))
        .map(parts ->
            new ManualAdjustment(
                parts[6],
                new ContractId(parts[3]),
                new DateSpan(RowKeys.day(parts[1]), RowKeys.until(parts[2])),
                parts[4].isEmpty() ? null : new Tin(parts[4]),
                npi(parts[5])))
        .toList();
  }

  /** Alignments of the campaign, by first day. */
  List<CampaignAlignment> campaignAlignments() {
    return rows.startingWith(RowKeys.ALIGN + "|").stream()
        .map(row -> RowKeys.parts(row.key(), 6))
        .map(parts ->
            new CampaignAlignment(
                new ContractId(parts[3]),
                new DateSpan(RowKeys.day(parts[1]), RowKeys.until(parts[2])),
                new Tin(parts[4]),
                npi(parts[5])))
        .toList();
  }

  /** The earliest day of death that the payer's records name; null while none does. */
  @Nullable LocalDate deathDate(String payer) {
    return deaths.computeIfAbsent(payer, this::death).orElse(null);
  }

  private Optional<LocalDate> death(String payer) {
    return rows.startingWith(RowKeys.of(RowKeys.PERSON, payer) + "|").stream()
        .flatMap(row -> Stream.ofNullable(RowKeys.until(RowKeys.parts(row.key(), 4)[2])))
        .min(LocalDate::compareTo);
  }

  /** Days on which a choice of the member holds with a payer, by first day. */
  List<DateSpan> choices(String payer, Choice.What what) {
    List<String[]> read = choices;
    if (read == null) {
      read =
          rows.startingWith(RowKeys.CHOICE + "|").stream()
              .map(row -> RowKeys.parts(row.key(), 6))
              .toList();
      choices = read;
    }
    return read.stream()
        .filter(parts -> parts[3].equals(payer) && parts[4].equals(what.name()))
        .map(parts -> new DateSpan(RowKeys.day(parts[1]), RowKeys.until(parts[2])))
        .toList();
  }

  /** True when the member has declined by a day that claims are shared with practices. */
  public boolean declinesSharing(String payer, LocalDate day) {
    return choices(payer, Choice.What.DATA_SHARING).stream().anyMatch(days -> days.contains(day));
  }

  /**
   * The first day from one to another, both included, on which a clinician begins whom the member
   * selected.
   */
  public Optional<LocalDate> firstSelectionBetween(
      String payer, LocalDate from, LocalDate through) {
    return selections(payer).stream()
        .map(Selected::selection)
        .filter(selection -> selection.chosenBy() == PcpSelection.ChosenBy.MEMBER)
        .map(selection -> selection.span().from())
        .filter(first -> !first.isBefore(from) && !first.isAfter(through))
        .min(LocalDate::compareTo);
  }

  /** Where the member lives by the coverage of a day, the one begun last, then the smaller zip. */
  public Optional<Home> home(String payer, String lineOfBusiness, LocalDate day) {
    return rows.startingWith(RowKeys.HOME + "|").stream()
        .map(row -> RowKeys.parts(row.key(), 7))
        .filter(parts -> parts[3].equals(payer) && parts[4].equals(lineOfBusiness))
        .filter(parts -> new DateSpan(RowKeys.day(parts[1]), RowKeys.until(parts[2])).contains(day))
        .min(
            Comparator.comparing((String[] parts) -> parts[1])
                .reversed()
                .thenComparing(parts -> parts[5])
                .thenComparing(parts -> parts[6]))
        .map(parts ->
            new Home(parts[5].isEmpty() ? null : parts[5], parts[6].isEmpty() ? null : parts[6]));
  }

  /** Clinicians of visits with their day inside the span, ascending. */
  public List<Npi> seenClinicians(DateSpan days) {
    return visits(days).stream()
        .flatMap(visit -> Stream.ofNullable(visit.npi()))
        .distinct()
        .sorted()
        .toList();
  }

  /** The latest day of a primary care visit in the span. */
  public Optional<LocalDate> lastPrimaryCareVisit(DateSpan days) {
    return visits(days).stream()
        .filter(visit -> visit.clinician().isPrimaryCare())
        .map(Visit::day)
        .max(LocalDate::compareTo);
  }

  /** Visits with their day inside the span, by day. */
  List<Visit> visits(DateSpan days) {
    return visits.between(days.from(), RowKeys.until(days.until()));
  }

  private static String end(String kind, DateSpan days) {
    return RowKeys.at(kind, RowKeys.until(days.until()));
  }

  private static Visit visit(Row row) {
    String[] parts = RowKeys.parts(row.key(), 6);
    return new Visit(
        RowKeys.day(parts[1]),
        new Tin(parts[2]),
        npi(parts[3]),
        Clinician.parse(parts[4]),
        VisitClass.parse(parts[5]),
        Math.toIntExact(row.count()),
        row.sum(0));
  }

  private static @Nullable Npi npi(String text) {
    return text.isEmpty() ? null : new Npi(text);
  }

  /** Stays that touch months of the span. */
  List<Stay> stays(DateSpan days) {
    return stays.between(YearMonth.from(days.from()), RowKeys.until(days.until())).stream()
        .distinct()
        .toList();
  }

  private static Stay stay(Row row) {
    String[] parts = RowKeys.parts(row.key(), 5);
    return new Stay(parts[2].equals("S"), RowKeys.day(parts[3]), RowKeys.day(parts[4]));
  }

  /** Lines of reversed claims with their day inside the span. */
  List<Revoked> revoked(DateSpan days) {
    return rows
        .between(RowKeys.at(RowKeys.REVOKED, days.from()), end(RowKeys.REVOKED, days))
        .stream()
        .map(row -> RowKeys.parts(row.key(), 6))
        .map(parts ->
            new Revoked(
                RowKeys.day(parts[1]),
                new Tin(parts[2]),
                npi(parts[3]),
                Clinician.parse(parts[4]),
                RowKeys.day(parts[5])))
        .toList();
  }

  /** Lines excluded by themselves, by month and reason. */
  TreeMap<YearMonth, Map<Exclusion, Integer>> excluded(DateSpan days) {
    TreeMap<YearMonth, Map<Exclusion, Integer>> months = new TreeMap<>();
    for (Row row : excluded.between(YearMonth.from(days.from()), RowKeys.until(days.until()))) {
      String[] parts = RowKeys.parts(row.key(), 3);
      months
          .computeIfAbsent(RowKeys.month(row.key()), month -> new EnumMap<>(Exclusion.class))
          .merge(Exclusion.valueOf(parts[2]), Math.toIntExact(row.count()), Integer::sum);
    }
    return months;
  }
}
