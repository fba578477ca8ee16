package io.corridor.settlement.terms;

import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.id.ContractId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;

/**
 * The terms that settle a performance year: the version that holds in the latest month of the year
 * that has begun on the business date.
 *
 * @param contract the terms
 * @param year the performance year in them
 */
public record PeriodTerms(Contract contract, Contract.PerformanceYear year) {

  /** The terms of a performance year, if it has begun under any. */
  public static Optional<PeriodTerms> of(
      Contracts contracts, ContractId id, int year, LocalDate businessDate) {
    return contracts.months(id, businessDate).stream()
        .sorted(Comparator.reverseOrder())
        .flatMap(month -> in(contracts, id, month).stream())
        .filter(terms -> terms.year().year() == year)
        .findFirst();
  }

  private static Optional<PeriodTerms> in(Contracts contracts, ContractId id, YearMonth month) {
    return contracts
        .in(id, month)
        .flatMap(contract -> contract.yearOf(month).map(year -> new PeriodTerms(contract, year)));
  }
}
