package io.corridor.quality.gap;

import io.corridor.common.care.Person;
import io.corridor.common.rules.DatedParameter;
import io.corridor.common.time.DateSpan;
import io.corridor.quality.measure.Evidence;
import io.corridor.quality.measure.MemberRecord;
import io.corridor.quality.measure.Period;
import io.corridor.quality.measure.Screening;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The gap of a member in a measure and period (domain.md 3.1, 3.2), from rows and the business date
 * alone. REOPENED is read from evidence that a reversed claim took back, never from what was shown
 * before.
 *
 * <p>Left out, because the value sets are licensed: frailty and advanced illness at 66 and over,
 * and long-term institutional care.
 */
public final class GapRules {

  private static final DatedParameter LEAD =
      DatedParameter.load(GapRules.class, "parameters/prospective_lead_months.yaml");
  private static final List<String> STANDARD_EXCLUSIONS = List.of("HOSPICE", "PALLIATIVE_CARE");

  private final MemberRecord member;
  private final Person person;
  private final List<DateSpan> coverage;
  private final LocalDate businessDate;

  /**
   * Rules for one member.
   *
   * @param coverage spans of the contract's payer and line of business
   */
  public GapRules(
      MemberRecord member, Person person, List<DateSpan> coverage, LocalDate businessDate) {
    this.member = member;
    this.person = person;
    this.coverage = coverage;
    this.businessDate = businessDate;
  }

  /** The day from which gaps of a period are shown as prospective. */
  public static LocalDate prospectiveFrom(Period period) {
    return period.from().minusMonths(LEAD.on(period.from()).value().longValueExact());
  }

  /** The gap of a period that has begun; empty when the member is not asked. */
  public Optional<Gap> running(Screening measure, Period period) {
    LocalDate horizon = businessDate.isBefore(period.lastDay()) ? businessDate : period.lastDay();
    boolean over = !businessDate.isBefore(period.until());
    if (!measure.asks(person, period)
        || !Continuity.holds(coverage, period.from(), horizon, over)) {
      return Optional.empty();
    }
    String excluded = excludedBy(measure, period);
    if (excluded != null) {
      return Optional.of(gap(measure, period, GapState.EXCLUDED, excluded, null, null));
    }
    List<Evidence> counting = counting(member.evidence(measure.id()), period);
    return Optional.of(
        counting.isEmpty() ? unmet(measure, period) : closed(measure, period, counting));
  }

  /**
   * The gap of the next period before it begins.
   *
   * @param present the period before it
   */
  public Optional<Gap> prospective(Screening measure, Period present, Period next) {
    if (businessDate.isBefore(prospectiveFrom(next))
        || !measure.asks(person, next)
        || excludedBy(measure, present) != null
        || measure.excludedBy(member, next).isPresent()) {
      return Optional.empty();
    }
    List<Evidence> evidence = member.evidence(measure.id());
    if (!counting(evidence, next).isEmpty()) {
      return Optional.empty();
    }
    boolean askedNow =
        measure.asks(person, present)
            && Continuity.holds(coverage, present.from(), businessDate, false);
    if (!askedNow) {
      return Optional.of(
          gap(measure, next, GapState.PROSPECTIVE, "ENTERS_DENOMINATOR", null, null));
    }
    return latest(counting(evidence, present))
        .map(last ->
            gap(measure, next, GapState.PROSPECTIVE, "EVIDENCE_EXPIRES", last, next.from()));
  }

  private @Nullable String excludedBy(Screening measure, Period period) {
    LocalDate death = person.deathDate();
    if (death != null && period.days().contains(death)) {
      return "DEATH";
    }
    return STANDARD_EXCLUSIONS.stream()
        .filter(reason -> member.excludedIn(period, reason))
        .findFirst()
        .or(() -> measure.excludedBy(member, period))
        .orElse(null);
  }

  private static List<Evidence> counting(List<Evidence> evidence, Period period) {
    return evidence.stream().filter(found -> found.countsIn(period)).toList();
  }

  private Gap closed(Screening measure, Period period, List<Evidence> counting) {
    LocalDate nextDue =
        counting.stream()
            .map(evidence -> evidence.endsBefore(period))
            .max(LocalDate::compareTo)
            .orElseThrow();
    return gap(measure, period, GapState.CLOSED, null, latest(counting).orElseThrow(), nextDue);
  }

  /** The latest; of one day the smallest code, so that order of arrival cannot show. */
  private static Optional<Evidence> latest(List<Evidence> evidence) {
    return evidence.stream()
        .max(
            Comparator.comparing(Evidence::on)
                .thenComparing(Evidence::code, Comparator.reverseOrder()));
  }

  private Gap unmet(Screening measure, Period period) {
    if (!businessDate.isBefore(period.until())) {
      return gap(measure, period, GapState.EXPIRED, null, null, null);
    }
    return counting(member.takenBack(measure.id()), period).isEmpty()
        ? gap(measure, period, GapState.OPEN, null, null, null)
        : gap(measure, period, GapState.REOPENED, "EVIDENCE_REVERSED", null, null);
  }

  private Gap gap(
      Screening measure,
      Period period,
      GapState state,
      @Nullable String reason,
      @Nullable Evidence evidence,
      @Nullable LocalDate nextDueOn) {
    LocalDate opened =
        state == GapState.PROSPECTIVE
            ? period.from()
            : Continuity.firstDay(coverage, period.days()).orElse(period.from());
    return new Gap(
        measure.id(), period.year(), state, reason, opened, period.lastDay(), evidence, nextDueOn);
  }

  /** Days after the business date on which coverage begins, ends, or has lapsed for too long. */
  public static List<LocalDate> coverageTurns(List<DateSpan> coverage, LocalDate businessDate) {
    return coverage.stream()
        .flatMap(
            span -> java.util.stream.Stream.of(Optional.of(span.from()), end(span), lapsed(span)))
        .flatMap(Optional::stream)
        .filter(day -> day.isAfter(businessDate))
        .sorted()
        .toList();
  }

  private static Optional<LocalDate> lapsed(DateSpan span) {
    return end(span).map(until -> until.plusDays(Continuity.LONGEST_GAP_DAYS));
  }

  private static Optional<LocalDate> end(DateSpan span) {
    return Optional.ofNullable(span.until());
  }

  /** The month whose assignment answers for a period on a business date (its last once ended). */
  public static YearMonth accountableMonth(Period period, LocalDate businessDate) {
    return YearMonth.from(
        businessDate.isBefore(period.lastDay()) ? businessDate : period.lastDay());
  }
}
