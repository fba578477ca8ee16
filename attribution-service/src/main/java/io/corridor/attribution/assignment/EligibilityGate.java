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

  /** With several spans on the anchor day one that passes everything is enough. */
  private static @Nullable Unattributed closedByTerms(
      Contract.Attribution terms, List<Covered> covering) {
    List<Covered> left =
        covering.stream().filter(covered -> !covered.coverage().optedOut()).toList();
    if (left.isEmpty()) {
      return Unattributed.OPTED_OUT;
    }
    if (terms.excludeDuals()) {
      left = left.stream().filter(covered -> !covered.coverage().dual()).toList();
      if (left.isEmpty()) {
        return Unattributed.DUAL;
      }
    }
    return terms.requirePartsAandB()
            && left.stream().noneMatch(covered -> covered.coverage().partsAandB())
        ? Unattributed.PARTS_OR_MANAGED_CARE
        : null;
  }
}
