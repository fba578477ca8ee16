package io.corridor.attribution.assignment;

import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An approved decision over all methods, for days of one contract (domain.md 1.5, 1.8). Whoever
 * writes adjustments keeps them from overlapping; should two overlap, the later first day wins,
 * then the smaller id.
 *
 * @param id adjustment
 * @param contract contract
 * @param days days on which it holds
 * @param tin accountable practice; null when the member is to be off the list
 * @param npi accountable clinician
 */
public record ManualAdjustment(
    String id, ContractId contract, DateSpan days, @Nullable Tin tin, @Nullable Npi npi) {

  private static final Comparator<ManualAdjustment> LATEST_FIRST =
      Comparator.comparing((ManualAdjustment adjustment) -> adjustment.days().from())
          .reversed()
          .thenComparing(ManualAdjustment::id);

  /** The adjustment that holds on a day of a contract. */
  static Optional<ManualAdjustment> on(
      List<ManualAdjustment> adjustments, ContractId contract, LocalDate day) {
    return adjustments.stream()
        .filter(adjustment -> adjustment.contract().equals(contract))
        .filter(adjustment -> adjustment.days().contains(day))
        .min(LATEST_FIRST);
  }

  Ruling ruling(MonthTerms terms) {
    Tin practice = tin;
    return practice == null
        ? Ruling.nobody(Basis.ADJUSTMENT, Unattributed.ADJUSTED, terms.window())
        : Ruling.named(Basis.ADJUSTMENT, practice, npi, terms.window());
  }
}
