package io.corridor.attribution.assignment;

import io.corridor.attribution.assignment.MemberHistory.Covered;
import io.corridor.common.care.Contract;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gate before any method (domain.md 1.2): covered on the anchor day, alive, not opted out, and
 * what the contract demands. Not modelled: exclusive competing programs, residence, and the months
 * of the window with Part A or B alone; the anchor day stands for them.
 */
final class EligibilityGate {

  private EligibilityGate() {}

  /** Why a member cannot be attributed in the month; null when nothing stands against it. */
  static @Nullable Unattributed closedBy(
      MonthTerms terms, List<Covered> coverage, @Nullable LocalDate deathDate) {
    List<Covered> covering =
        coverage.stream()
            .filter(covered -> covered.coverage().span().contains(terms.anchor()))
            .toList();
    if (covering.isEmpty()) {
      return Unattributed.NOT_ENROLLED;
    }
    if (deathDate != null && YearMonth.from(deathDate).isBefore(terms.month())) {
      return Unattributed.DECEASED;
    }
    return closedByTerms(terms.contract().attribution(), covering);
  }

  /**
   * The member is asked about, not a span: with several on the anchor day one that is opted out or
   * dual closes the gate, and one with parts A and B is enough.
   */
  private static @Nullable Unattributed closedByTerms(
      Contract.Attribution terms, List<Covered> covering) {
    if (covering.stream().anyMatch(covered -> covered.coverage().optedOut())) {
      return Unattributed.OPTED_OUT;
    }
    if (terms.excludeDuals() && covering.stream().anyMatch(covered -> covered.coverage().dual())) {
      return Unattributed.DUAL;
    }
    return terms.requirePartsAandB()
            && covering.stream().noneMatch(covered -> covered.coverage().partsAandB())
        ? Unattributed.PARTS_OR_MANAGED_CARE
        : null;
  }
}
