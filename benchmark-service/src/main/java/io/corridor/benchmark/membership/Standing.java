package io.corridor.benchmark.membership;

import io.corridor.common.care.AssignedSpan;
import io.corridor.common.care.Contract;
import io.corridor.common.care.CostTerms;
import io.corridor.common.care.Person;
import io.corridor.common.facts.Rows;
import io.corridor.common.money.Rate;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a member stands in a contract in one month: who is accountable, how much of the month counts,
 * and what enrollment says (domain.md 2.3).
 *
 * @param month the month
 * @param accountable practice and clinician of its first day
 * @param memberMonths above zero, by the contract's policy
 * @param person the person, where the payer states one
 * @param traits traits of the span that covers the last covered day of the month; of several, the
 *     one that began last; with the language of the person
 */
public record Standing(
    YearMonth month,
    AssignedSpan accountable,
    Rate memberMonths,
    @Nullable Person person,
    Traits traits) {

  private static final Comparator<MembershipRows.Covered> LATEST =
      Comparator.<MembershipRows.Covered, LocalDate>comparing(covered -> covered.span().from())
          .thenComparing(covered -> covered.traits().text());

  /** How the member stands; empty when the month does not count for the contract. */
  public static Optional<Standing> of(
      Rows rows, Contract terms, YearMonth month, List<AssignedSpan> assigned) {
    return of(Membership.of(rows, terms.payer(), terms.lineOfBusiness()), terms, month, assigned);
  }

  /** The same of what is known of the member by the contract's payer and line of business. */
  static Optional<Standing> of(
      Membership membership, Contract terms, YearMonth month, List<AssignedSpan> assigned) {
    Optional<AssignedSpan> accountable = AssignedSpan.on(assigned, month.atDay(1));
    if (accountable.isEmpty()) {
      return Optional.empty();
    }
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
    if (memberMonths.isZero()) {
      return Optional.empty();
    }
    Traits traits = last(covered, month);
    String language = membership.language();
    return Optional.of(
        new Standing(
            month,
            accountable.get(),
            memberMonths,
            person,
            language.isEmpty() ? traits : traits.with(Traits.LANGUAGE, language)));
  }

  private static MemberMonthPolicy policy(CostTerms.MemberMonths asked) {
    return switch (asked) {
      case ANY_DAY -> MemberMonthPolicy.ANY_DAY;
      case MID_MONTH -> MemberMonthPolicy.MID_MONTH;
      case PRORATE -> MemberMonthPolicy.PRORATE;
    };
  }

  private static Traits last(List<MembershipRows.Covered> covered, YearMonth month) {
    LocalDate end = month.atEndOfMonth();
    LocalDate lastDay =
        covered.stream()
            .map(one -> lastDay(one.span(), end))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return covered.stream()
        .filter(one -> one.span().contains(lastDay))
        .max(LATEST)
        .map(MembershipRows.Covered::traits)
        .orElse(Traits.NONE);
  }

  private static LocalDate lastDay(DateSpan span, LocalDate end) {
    LocalDate until = span.until();
    return until == null || until.isAfter(end) ? end : until.minusDays(1);
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
