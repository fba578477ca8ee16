package io.corridor.attribution.assignment;

import io.corridor.attribution.assignment.MemberHistory.Covered;
import io.corridor.common.care.Contract;
import io.corridor.common.time.DateSpan;
import io.corridor.common.time.Months;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The gate before any method (domain.md 1.2): covered on the anchor day, alive, not opted out, in
 * no exclusive programme, and what the contract and its programme demand. On a list fixed before
 * the year a member who was excluded once stays off: such a list never gains.
 */
final class EligibilityGate {

  private static final int MSSP_WINDOW = 12;

  private final MonthTerms terms;
  private final List<Covered> coverage;
  private final List<DateSpan> optedOut;

  private EligibilityGate(MonthTerms terms, List<Covered> coverage, List<DateSpan> optedOut) {
    this.terms = terms;
    this.coverage = coverage;
    this.optedOut = optedOut;
  }

  /**
   * Why a member cannot be attributed in the month; null when nothing stands against it.
   *
   * @param optedOut days on which the member has opted out, besides what coverage says
   */
  static @Nullable Unattributed closedBy(
      MonthTerms terms,
      List<Covered> coverage,
      @Nullable LocalDate deathDate,
      List<DateSpan> optedOut) {
    EligibilityGate gate = new EligibilityGate(terms, coverage, optedOut);
    YearMonth first =
        terms.listing() == Listing.FIXED ? YearMonth.from(terms.listDay()) : terms.month();
    for (YearMonth month : Months.between(first, terms.month())) {
      LocalDate anchor = month.equals(terms.month()) ? terms.anchor() : month.atDay(1);
      Unattributed closed = gate.closedOn(anchor, deathDate);
      if (closed != null) {
        return closed;
      }
    }
    return terms.contract().attribution().uses(Contract.Method.MSSP) ? gate.closedByMssp() : null;
  }

  private @Nullable Unattributed closedOn(LocalDate anchor, @Nullable LocalDate deathDate) {
    List<Covered> covering = on(anchor);
    if (covering.isEmpty()) {
      return Unattributed.NOT_ENROLLED;
    }
    if (deathDate != null && YearMonth.from(deathDate).isBefore(YearMonth.from(anchor))) {
      return Unattributed.DECEASED;
    }
    if (optedOut.stream().anyMatch(days -> days.contains(anchor))) {
      return Unattributed.OPTED_OUT;
    }
    return closedByTerms(terms.contract().attribution(), covering);
  }

  private List<Covered> on(LocalDate day) {
    List<Covered> covering = new ArrayList<>(coverage.size());
    for (Covered covered : coverage) {
      if (covered.span().contains(day)) {
        covering.add(covered);
      }
    }
    return covering;
  }

  /**
   * The member is asked about, not a span: with several on the anchor day one that is opted out,
   * dual, in managed care or in an exclusive programme closes the gate, and each part may stand in
   * another.
   */
  private static @Nullable Unattributed closedByTerms(
      Contract.Attribution terms, List<Covered> covering) {
    if (any(covering, CoverFlags::optedOut)) {
      return Unattributed.OPTED_OUT;
    }
    if (terms.excludeDuals() && any(covering, CoverFlags::dual)) {
      return Unattributed.DUAL;
    }
    if (terms.requirePartsAandB() && lacksPartsAandB(covering)) {
      return Unattributed.PARTS_OR_MANAGED_CARE;
    }
    return any(covering, CoverFlags::exclusiveProgram) ? Unattributed.EXCLUSIVE_PROGRAM : null;
  }

  private static boolean lacksPartsAandB(List<Covered> covering) {
    return !any(covering, CoverFlags::partA)
        || !any(covering, CoverFlags::partB)
        || any(covering, CoverFlags::managedCare);
  }

  private static boolean any(List<Covered> covering, Predicate<CoverFlags> asked) {
    for (Covered covered : covering) {
      if (asked.test(covered.flags())) {
        return true;
      }
    }
    return false;
  }

  /**
   * 42 CFR 425.401(a), asked of the assignment window month by month, each by the coverage of its
   * first day: no group health plan, no month with one part alone, a month with both, and living in
   * the United States by the last record of the window.
   */
  private @Nullable Unattributed closedByMssp() {
    DateSpan window = terms.windowOf(MSSP_WINDOW);
    LocalDate last = Objects.requireNonNull(window.until()).minusDays(1);
    boolean bothParts = false;
    for (YearMonth month : Months.between(YearMonth.from(window.from()), YearMonth.from(last))) {
      List<Covered> covering = on(month.atDay(1));
      boolean partA = any(covering, CoverFlags::partA);
      boolean partB = any(covering, CoverFlags::partB);
      if (any(covering, CoverFlags::managedCare)) {
        return Unattributed.GROUP_HEALTH_PLAN;
      }
      if (partA != partB) {
        return Unattributed.ONE_PART_ONLY;
      }
      bothParts |= partA && partB;
    }
    if (!bothParts) {
      return Unattributed.NO_MONTH_WITH_BOTH_PARTS;
    }
    return any(latestBegun(last), CoverFlags::foreign) ? Unattributed.NOT_RESIDENT : null;
  }

  /** The records that tell residence on a day: of the spans begun by then those begun last. */
  private List<Covered> latestBegun(LocalDate day) {
    return coverage.stream()
        .map(covered -> covered.span().from())
        .filter(from -> !from.isAfter(day))
        .max(LocalDate::compareTo)
        .map(latest ->
            coverage.stream().filter(covered -> covered.span().from().equals(latest)).toList())
        .orElse(List.of());
  }
}
