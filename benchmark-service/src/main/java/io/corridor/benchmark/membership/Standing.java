package io.corridor.benchmark.membership;

import io.corridor.common.care.AssignedSpan;
import io.corridor.common.care.Contract;
import io.corridor.common.care.CostTerms;
import io.corridor.common.care.Person;
import io.corridor.common.facts.Rows;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Rate;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a member stands in a contract in one month: who is accountable, how much of the month counts,
 * and what enrollment says (domain.md 2.3).
 *
 * @param month the month
 * @param accountable practice and clinician of its first day; null in a comparison group, for whose
 *     members nobody is accountable
 * @param memberMonths above zero, by the contract's policy
 * @param person the person, where the payer states one
 * @param traits traits of the span that covers the last covered day of the month; of several, the
 *     one that began last; with the language of the person
 */
public record Standing(
    YearMonth month,
    @Nullable AssignedSpan accountable,
    Rate memberMonths,
    @Nullable Person person,
    Traits traits) {

  private static final Comparator<MembershipRows.Covered> LATEST =
      Comparator.<MembershipRows.Covered, LocalDate>comparing(covered -> covered.span().from())
          .thenComparing(covered -> covered.traits().text())
          .thenComparing(MembershipRows.Covered::county);

  /** How the member stands; empty when the month does not count for the contract. */
  public static Optional<Standing> of(
      Rows rows, Contract terms, YearMonth month, List<AssignedSpan> assigned) {
    return of(Membership.of(rows, terms.payer(), terms.lineOfBusiness()), terms, month, assigned);
  }

  /** The same of what is known of the member by the contract's payer and line of business. */
  static Optional<Standing> of(
      Membership membership, Contract terms, YearMonth month, List<AssignedSpan> assigned) {
    return AssignedSpan.on(assigned, month.atDay(1))
        .flatMap(accountable -> covered(membership, terms, month, accountable, covered -> true));
  }

  /**
   * How a member stands in the comparison group of a contract; empty when the month does not count
   * by its terms, somebody is accountable for the member or the home lies elsewhere.
   *
   * @param assigned the member's assignments in all contracts
   */
  static Optional<Standing> compared(
      Membership membership,
      Contract terms,
      CostTerms.Comparison group,
      YearMonth month,
      List<AssignedSpan> assigned) {
    return AssignedSpan.on(assigned, month.atDay(1)).isPresent()
        ? Optional.empty()
        : covered(
            membership,
            terms,
            month,
            null,
            last -> group.counties().isEmpty() || group.counties().contains(last.county()));
  }

  private static Optional<Standing> covered(
      Membership membership,
      Contract terms,
      YearMonth month,
      @Nullable AssignedSpan accountable,
      Predicate<MembershipRows.Covered> counts) {
    DateSpan days = DateSpan.of(month);
    List<MembershipRows.Covered> covered =
        membership.covered().stream().filter(one -> one.span().overlaps(days)).toList();
    if (covered.isEmpty()) {
      return Optional.empty();
    }
    Person person = membership.person();
    Rate memberMonths =
        policy(terms.cost().memberMonths())
            .of(
                covered.stream().map(MembershipRows.Covered::span).toList(),
                month,
                person == null ? null : person.birthDate());
    MembershipRows.Covered last = last(covered, month);
    if (memberMonths.isZero() || !counts.test(last)) {
      return Optional.empty();
    }
    String language = membership.language();
    return Optional.of(
        new Standing(
            month,
            accountable,
            memberMonths,
            person,
            language.isEmpty() ? last.traits() : last.traits().with(Traits.LANGUAGE, language)));
  }

  private static MemberMonthPolicy policy(CostTerms.MemberMonths asked) {
    return switch (asked) {
      case ANY_DAY -> MemberMonthPolicy.ANY_DAY;
      case MID_MONTH -> MemberMonthPolicy.MID_MONTH;
      case PRORATE -> MemberMonthPolicy.PRORATE;
    };
  }

  private static MembershipRows.Covered last(
      List<MembershipRows.Covered> covered, YearMonth month) {
    LocalDate end = month.atEndOfMonth();
    LocalDate lastDay =
        covered.stream()
            .map(one -> lastDay(one.span(), end))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return covered.stream().filter(one -> one.span().contains(lastDay)).max(LATEST).orElseThrow();
  }

  private static LocalDate lastDay(DateSpan span, LocalDate end) {
    LocalDate until = span.until();
    return until == null || until.isAfter(end) ? end : until.minusDays(1);
  }

  /**
   * Accountable practice.
   *
   * @throws NullPointerException in a comparison group
   */
  public Tin tin() {
    return Objects.requireNonNull(accountable, "nobody is accountable").tin();
  }

  /**
   * Accountable clinician; null when the practice alone is known.
   *
   * @throws NullPointerException in a comparison group
   */
  public @Nullable Npi npi() {
    return Objects.requireNonNull(accountable, "nobody is accountable").npi();
  }

  /** The Medicare enrollment type of the month. */
  public EnrollmentType enrollmentType() {
    boolean medicaid = traits.is(Traits.DUAL);
    Person known = person;
    return known == null
        ? EnrollmentType.ofUnknownAge(traits.is(Traits.ESRD), traits.is(Traits.DISABLED), medicaid)
        : EnrollmentType.in(month, known.birthDate(), traits.is(Traits.ESRD), medicaid);
  }
}
