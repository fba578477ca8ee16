package io.corridor.benchmark.spend;

import io.corridor.common.care.Contract;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a member cost in one month, by category, before any contract's scope.
 *
 * @param byCategory raw allowed and paid, categories without cost left out
 * @param insidePaid paid to participants of the contract
 * @param unpricedLines lines nobody priced
 * @param cases admissions by {@link Category#INPATIENT} and emergency visits that did not end in a
 *     stay by {@link Category#ED}; no other category is counted
 */
public record MonthSpend(
    Map<Category, Raw> byCategory,
    Money insidePaid,
    long unpricedLines,
    Map<Category, Long> cases) {

  /** A month whose cases nobody counted. */
  public MonthSpend(Map<Category, Raw> byCategory, Money insidePaid, long unpricedLines) {
    this(byCategory, insidePaid, unpricedLines, Map.of());
  }

  /** Raw money of one category. */
  public record Raw(Money allowed, Money paid) {

    Raw plus(Money moreAllowed, Money morePaid) {
      return new Raw(allowed.plus(moreAllowed), paid.plus(morePaid));
    }
  }

  /**
   * Reads one month of a member's rows.
   *
   * @param primary what the contract counts as primary care
   * @param inside true for a practice that takes part in the contract
   */
  public static MonthSpend of(
      Rows rows, YearMonth month, PrimaryCare primary, Predicate<Tin> inside) {
    Adding sum = new Adding(inside);
    for (Row row : rows.startingWith(SpendRows.COST + month + "|")) {
      sum.add(Category.ofNumber(row.part(2)), row.part(3), row);
    }
    PrimaryCareRows listed = new PrimaryCareRows(rows, month, primary);
    for (Row row : listed.services()) {
      sum.add(listed.category(row), row.part(PrimaryCareRows.TIN), row);
    }
    for (Row row : rows.startingWith(SpendRows.EMERGENCY + month + "-")) {
      sum.add(emergency(rows, row), row.part(3), row);
    }
    return new MonthSpend(sum.byCategory, sum.insidePaid, sum.unpriced, cases(rows, month));
  }

  /**
   * A stay is one by day and facility, an emergency visit too, however many claims tell of it. A
   * clinician's claim that names no facility tells of the visit of its day, also of one that ended
   * in a stay; alone it is a visit.
   */
  private static Map<Category, Long> cases(Rows rows, YearMonth month) {
    long admissions = 0;
    for (Row stay : rows.startingWith(SpendRows.STAY + month + "-")) {
      admissions += stay.sum(0) > 0 ? 1 : 0;
    }
    Map<String, EmergencyDay> days = new HashMap<>();
    for (Row visit : rows.startingWith(SpendRows.EMERGENCY + month + "-")) {
      EmergencyDay day = days.computeIfAbsent(visit.part(1), any -> new EmergencyDay());
      if (!visit.part(2).equals(SpendRows.UNKNOWN)) {
        (emergency(rows, visit) == Category.ED ? day.visits : day.stays).add(visit.part(2));
      }
    }
    long emergencies = 0;
    for (EmergencyDay day : days.values()) {
      emergencies += day.visits.isEmpty() && day.stays.isEmpty() ? 1 : day.visits.size();
    }
    Map<Category, Long> cases = new EnumMap<>(Category.class);
    cases.put(Category.INPATIENT, admissions);
    cases.put(Category.ED, emergencies);
    return cases;
  }

  /**
   * Facilities of the emergency visits of a day: of those that stayed visits, and of the others.
   */
  private static final class EmergencyDay {
    private final Set<String> visits = new HashSet<>();
    private final Set<String> stays = new HashSet<>();
  }

  /**
   * What a contract counts as primary care (domain.md 1.1).
   *
   * @param performanceYear performance year of the month, whose list holds
   * @param unknownCounts clinicians of unknown specialty count if their code does
   * @param wellChildCounts well-child services count: outside Medicare
   */
  public record PrimaryCare(int performanceYear, boolean unknownCounts, boolean wellChildCounts) {

    /** What the terms count in a month. */
    public static PrimaryCare of(Contract terms, YearMonth month) {
      return new PrimaryCare(
          terms.yearOf(month).map(Contract.PerformanceYear::year).orElse(month.getYear()),
          terms.attribution().unknownSpecialtyCounts(),
          !terms.lineOfBusiness().equals("MEDICARE"));
    }
  }

  /** An emergency visit belongs to a stay at the same facility that begins that day or the next. */
  private static Category emergency(Rows rows, Row visit) {
    String facility = visit.part(2);
    LocalDate day = LocalDate.parse(visit.part(1));
    boolean rolled =
        !facility.equals(SpendRows.UNKNOWN)
            && (rows.find(SpendRows.stay(day, facility)).isPresent()
                || rows.find(SpendRows.stay(day.plusDays(1), facility)).isPresent());
    return rolled ? Category.INPATIENT : Category.ED;
  }

  /** Sums while rows are read. */
  private static final class Adding {
    private final Predicate<Tin> inside;
    private final Map<Category, Raw> byCategory = new EnumMap<>(Category.class);
    private Money insidePaid = Money.ZERO;
    private long unpriced;

    private Adding(Predicate<Tin> inside) {
      this.inside = inside;
    }

    private void add(Category category, String tin, Row row) {
      Money allowed = Money.ofCents(row.sum(0));
      Money paid = Money.ofCents(row.sum(1));
      byCategory.merge(category, new Raw(allowed, paid), (have, more) -> have.plus(allowed, paid));
      if (!tin.equals(SpendRows.UNKNOWN) && inside.test(new Tin(tin))) {
        insidePaid = insidePaid.plus(paid);
      }
      unpriced += row.sum(2);
    }
  }
}
