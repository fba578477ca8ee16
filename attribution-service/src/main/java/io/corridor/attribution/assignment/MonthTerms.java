package io.corridor.attribution.assignment;

import io.corridor.common.care.AttributionOptions;
import io.corridor.common.care.AttributionOptions.ListKind;
import io.corridor.common.care.Contract;
import io.corridor.common.care.RosterTerms;
import io.corridor.common.id.Tin;
import io.corridor.common.rules.ConditionYears;
import io.corridor.common.time.DateSpan;
import io.corridor.common.time.Months;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;

/**
 * What the terms say about one month of a contract, worked out once for all members.
 *
 * @param month month
 * @param contract terms that hold in it
 * @param performanceYear performance year of the month
 * @param listing how the list of the month was made
 * @param window claims window of the contract's own length (domain.md 0, 1.4)
 * @param reach all days whose services any method of the contract may read
 * @param anchor day on which the gate asks (domain.md 1.2)
 * @param listDay day whose selections, links and participants count
 * @param policy which visits count
 * @param acos ACOs of the list day
 */
record MonthTerms(
    YearMonth month,
    Contract contract,
    Contract.PerformanceYear performanceYear,
    Listing listing,
    DateSpan window,
    DateSpan reach,
    LocalDate anchor,
    LocalDate listDay,
    VisitPolicy policy,
    AcoMembership acos) {

  private static final int ASSIGNMENT_MONTHS = 12;

  /** The longest window that a method reads whatever the contract's own window. */
  private static final int EXPANDED_MONTHS = 24;

  /**
   * Works out a month.
   *
   * @param list when the lists of its year are made
   * @param listing how its list is made
   * @param others terms of all contracts in the same month
   */
  static MonthTerms of(
      YearMonth month,
      Contract contract,
      ListKind list,
      Listing listing,
      ConditionYears conditions,
      Collection<Contract> others) {
    Contract.Attribution attribution = contract.attribution();
    Contract.PerformanceYear year = contract.yearOf(month).orElseThrow();
    DateSpan reach = window(month, contract, year, listing, reachMonths(attribution));
    boolean expandedWindow =
        conditions.binds(ConditionYears.Rule.EXPANDED_WINDOW_STEP, year.year());
    LocalDate anchor = anchor(month, attribution, list, listing);
    LocalDate listDay = listDay(anchor, year, listing);
    return new MonthTerms(
        month,
        contract,
        year,
        listing,
        window(month, contract, year, listing, attribution.windowMonths()),
        reach,
        anchor,
        listDay,
        new VisitPolicy(
            conditions,
            year.year(),
            conditions.emergencyIn(
                window(
                    month, contract, year, listing, emergencyMonths(attribution, expandedWindow))),
            !contract.lineOfBusiness().equals("MEDICARE"),
            attribution.unknownSpecialtyCounts(),
            attribution.options().roster().creditFollowsClinician() ? listDay : null),
        attribution.uses(Contract.Method.MSSP)
            ? AcoMembership.on(listDay, contract, others)
            : AcoMembership.NONE);
  }

  private static int reachMonths(Contract.Attribution attribution) {
    boolean expanded =
        attribution.uses(Contract.Method.MSSP) || attribution.uses(Contract.Method.REACH_WEIGHTED);
    return expanded ? EXPANDED_MONTHS : attribution.windowMonths();
  }

  /**
   * Length of the window that must have a month of the public health emergency: the assignment
   * window, with the expanded one where there is one (42 CFR 425.400(c)(2)).
   */
  private static int emergencyMonths(Contract.Attribution attribution, boolean expandedWindow) {
    if (attribution.uses(Contract.Method.MSSP)) {
      return expandedWindow ? EXPANDED_MONTHS : ASSIGNMENT_MONTHS;
    }
    return reachMonths(attribution);
  }

  private static DateSpan window(
      YearMonth month,
      Contract contract,
      Contract.PerformanceYear year,
      Listing listing,
      int months) {
    YearMonth first = YearMonth.from(year.span().from());
    return switch (listing) {
      case CURRENT -> Months.windowEnding(month, months);
      case FIXED ->
          Months.windowEnding(
              first.minusMonths(1L + contract.attribution().options().claimsLagMonths()), months);
      case RECONCILED ->
          new DateSpan(first.minusMonths(months - 12L).atDay(1), year.span().until());
    };
  }

  /** First day of a month on a list fixed before the year, last day on one made after it. */
  private static LocalDate anchor(
      YearMonth month, Contract.Attribution attribution, ListKind list, Listing listing) {
    boolean lastDay =
        switch (listing) {
          case CURRENT -> list == ListKind.RETROSPECTIVE || attribution.lastDayAnchor();
          case FIXED -> false;
          case RECONCILED -> true;
        };
    return lastDay ? month.atEndOfMonth() : month.atDay(1);
  }

  private static LocalDate listDay(
      LocalDate anchor, Contract.PerformanceYear year, Listing listing) {
    return switch (listing) {
      case CURRENT -> anchor;
      case FIXED -> year.span().from();
      case RECONCILED -> lastMonth(year).atEndOfMonth();
    };
  }

  /** The last month of a performance year. */
  static YearMonth lastMonth(Contract.PerformanceYear year) {
    LocalDate until = year.span().until();
    if (until == null) {
      throw new IllegalStateException("a performance year has an end");
    }
    return YearMonth.from(until.minusDays(1));
  }

  /** How lists are made before the end of their year. */
  static Listing whileRunning(ListKind list) {
    return switch (list) {
      case CURRENT, RETROSPECTIVE -> Listing.CURRENT;
      case PROSPECTIVE, HYBRID -> Listing.FIXED;
    };
  }

  /** How lists are made after the end of their year. */
  static Listing afterwards(ListKind list) {
    return switch (list) {
      case CURRENT -> Listing.CURRENT;
      case PROSPECTIVE -> Listing.FIXED;
      case RETROSPECTIVE, HYBRID -> Listing.RECONCILED;
    };
  }

  /**
   * When the lists of a performance year are made: as the contract states for the year, else as was
   * elected before the deadline, else as the contract says (domain.md 1.3 H).
   */
  static ListKind list(Contract contract, int year, Programs.Elected elected) {
    AttributionOptions options = contract.attribution().options();
    if (contract.attribution().uses(Contract.Method.HYBRID)) {
      return ListKind.HYBRID;
    }
    RosterTerms.ListChoice choice = options.roster().listChoice();
    if (choice == null) {
      return options.list();
    }
    ListKind stated = choice.stated().get(year);
    return stated != null ? stated : elected.list(contract.id(), year).orElse(options.list());
  }

  /** A claims window of another length that ends with the same month. */
  DateSpan windowOf(int months) {
    return window(month, contract, performanceYear, listing, months);
  }

  /** True when a method of the contract reads services. */
  boolean countsVisits() {
    return contract.attribution().methods().stream().anyMatch(MonthTerms::countsVisits);
  }

  static boolean countsVisits(Contract.Method method) {
    return method != Contract.Method.PCP_SELECTION && method != Contract.Method.PROXIMITY;
  }

  /** True when a dated condition binds in the performance year. */
  boolean binds(ConditionYears.Rule rule) {
    return policy.years().binds(rule, performanceYear.year());
  }

  /** True when the practice takes part on the list day. */
  boolean participates(Tin tin) {
    return contract.participates(tin, listDay) && !acos.isShared(tin);
  }
}
