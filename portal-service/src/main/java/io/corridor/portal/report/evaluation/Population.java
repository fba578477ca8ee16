package io.corridor.portal.report.evaluation;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The attributed members of one contract, month by month: cost in scope before truncation, risk,
 * and who they are. Rows may come in any order.
 */
public final class Population {

  private static final int MONTHS_BEFORE = 12;
  private static final int FIFTHS = 5;
  private static final int TENTHS = 10;
  private static final int AGE_BAND = 10;

  private final String lineOfBusiness;
  private final Map<String, NavigableMap<YearMonth, MemberMonth>> months = new HashMap<>();
  private final Map<String, Person> persons = new HashMap<>();
  private final Map<YearMonth, Thresholds> thresholds = new HashMap<>();

  /**
   * A month of a member.
   *
   * @param memberMonths member months by the contract's policy
   * @param cost cost in scope before truncation
   * @param risk prospective score; 1 where the contract does not score
   * @param inpatient true with inpatient care in the month
   * @param emergency true with emergency care in the month
   */
  public record MemberMonth(
      Rate memberMonths, Money cost, Rate risk, boolean inpatient, boolean emergency) {}

  /**
   * A person.
   *
   * @param born birth date
   * @param female sex
   * @param died day of death; null while none is known
   */
  public record Person(LocalDate born, boolean female, @Nullable LocalDate died) {}

  /** Where fifths of the risk and the highest tenth of prior cost begin, among all of a month. */
  private record Thresholds(List<Rate> risk, Money cost) {}

  /** A population without members, of a contract's line of business. */
  public Population(String lineOfBusiness) {
    this.lineOfBusiness = lineOfBusiness;
  }

  /** Takes in a month of a member; a month that is there is replaced. */
  public void add(String member, YearMonth month, MemberMonth lived) {
    months.computeIfAbsent(member, any -> new TreeMap<>()).put(month, lived);
    thresholds.clear();
  }

  /** Takes in who a member is. */
  public void add(String member, Person person) {
    persons.put(member, person);
  }

  /** All members with a month, who might serve as controls. */
  Set<String> members() {
    return Collections.unmodifiableSet(months.keySet());
  }

  private NavigableMap<YearMonth, MemberMonth> of(String member) {
    return months.getOrDefault(member, Collections.emptyNavigableMap());
  }

  private Money cost(String member, YearMonth from, YearMonth until) {
    return of(member).subMap(from, until).values().stream()
        .map(MemberMonth::cost)
        .reduce(Money.ZERO, Money::plus);
  }

  /**
   * A member as it was on an index date; empty who was not attributed in that month, and who is not
   * known as a person.
   *
   * @param window months after the index date in which a death counts
   * @param own true for a case, whose own date it is
   */
  Optional<Candidate> candidate(String member, LocalDate index, int window, boolean own) {
    YearMonth first = YearMonth.from(index);
    MemberMonth month = of(member).get(first);
    Person person = persons.get(member);
    if (month == null || person == null || person.born().isAfter(index)) {
      return Optional.empty();
    }
    Thresholds limits = thresholds.computeIfAbsent(first, this::thresholds);
    Money prior = cost(member, first.minusMonths(MONTHS_BEFORE), first);
    int age = Period.between(person.born(), index).getYears();
    Rate risk = month.risk();
    long above = limits.risk().stream().filter(limit -> risk.compareTo(limit) > 0).count();
    LocalDate died = person.died();
    return Optional.of(
        new Candidate(
            member,
            new Candidate.Stratum(
                lineOfBusiness,
                person.female(),
                age / AGE_BAND,
                1 + (int) above,
                prior.compareTo(limits.cost()) > 0,
                died != null && died.isBefore(first.plusMonths(window).atDay(1)),
                null),
            age,
            risk,
            prior.isNegative() ? Money.ZERO : prior,
            own ? index : null));
  }

  private Thresholds thresholds(YearMonth month) {
    List<Rate> risks = new ArrayList<>();
    List<Money> costs = new ArrayList<>();
    for (String member : months.keySet()) {
      MemberMonth found = of(member).get(month);
      if (found != null) {
        risks.add(found.risk());
        costs.add(cost(member, month.minusMonths(MONTHS_BEFORE), month));
      }
    }
    risks.sort(null);
    costs.sort(null);
    List<Rate> fifths = new ArrayList<>();
    for (int fifth = 1; fifth < FIFTHS; fifth++) {
      fifths.add(risks.get(rank(risks.size(), fifth, FIFTHS)));
    }
    return new Thresholds(fifths, costs.get(rank(costs.size(), TENTHS - 1, TENTHS)));
  }

  /** The nearest rank, from 0. */
  private static int rank(int size, int part, int of) {
    return Math.max(0, (size * part + of - 1) / of - 1);
  }

  /** What happened to a member in the months from an index date on. */
  Optional<Outcome> outcome(String member, LocalDate index, int window) {
    YearMonth first = YearMonth.from(index);
    NavigableMap<YearMonth, MemberMonth> lived =
        of(member).subMap(first, true, first.plusMonths(window), false);
    NavigableMap<YearMonth, MemberMonth> before =
        of(member).subMap(first.minusMonths(window), true, first, false);
    if (lived.isEmpty()) {
      return Optional.empty();
    }
    Rate beforeMonths = memberMonths(before);
    return Optional.of(
        new Outcome(
            memberMonths(lived),
            cost(member, first, first.plusMonths(window)),
            beforeMonths.isZero()
                ? Rate.ZERO
                : Rate.ratio(
                    cost(member, first.minusMonths(window), first).dollars(), beforeMonths.value()),
            Map.of(
                "monthsWithInpatientCare",
                lived.values().stream().filter(MemberMonth::inpatient).count(),
                "monthsWithEmergencyCare",
                lived.values().stream().filter(MemberMonth::emergency).count())));
  }

  private static Rate memberMonths(NavigableMap<YearMonth, MemberMonth> lived) {
    return lived.values().stream().map(MemberMonth::memberMonths).reduce(Rate.ZERO, Rate::plus);
  }
}
