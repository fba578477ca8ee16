package io.corridor.settlement;

import io.corridor.common.care.Contract;
import io.corridor.common.id.ContractId;
import io.corridor.common.streams.World;
import io.corridor.common.terms.TermsMapper;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.PerformanceYear;
import io.corridor.schemas.topic.Topics;
import io.corridor.settlement.engine.Level;
import io.corridor.settlement.statement.PeriodBook;
import io.corridor.settlement.terms.PeriodTerms;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The terms of one contract, as far as closing its periods asks for them. */
final class ClosingTerms {

  private final ContractId contract;
  private final World world;

  ClosingTerms(ContractId contract, World world) {
    this.contract = contract;
    this.world = world;
  }

  /** The terms that settle a year on a business date. */
  Optional<PeriodTerms> settling(int year, LocalDate date) {
    return PeriodTerms.of(TermsMapper.contracts(world), contract, year, date);
  }

  /** The latest version of the terms that has the year. */
  Optional<ContractTerms> latest(int year) {
    return versions()
        .filter(terms -> yearOf(terms, year).isPresent())
        .max(Comparator.comparing(ContractTerms::getVersion));
  }

  /** True when the latest terms of a year settle a level. */
  boolean settles(int year, Level level) {
    return latest(year)
        .map(terms -> AgreedTermsMapper.levels(terms.getSettlement()).contains(level))
        .orElse(false);
  }

  static Optional<PerformanceYear> yearOf(ContractTerms terms, int year) {
    return terms.getPerformanceYears().stream().filter(py -> py.getYear() == year).findFirst();
  }

  /** What they say about closing a year. */
  static Optional<PeriodBook.Terms> closing(ContractTerms terms, int year) {
    return TermsMapper.contract(terms).years().stream()
        .filter(py -> py.year() == year)
        .findFirst()
        .map((Contract.PerformanceYear py) -> new PeriodBook.Terms(py, terms.getRejectedLimit()));
  }

  /** The payer; empty while no terms are known. */
  String payer() {
    return versions().map(ContractTerms::getPayer).findFirst().orElse("");
  }

  private Stream<ContractTerms> versions() {
    return world
        .table(Topics.TERMS)
        .subMap(contract.value() + "|", contract.value() + "|\uffff")
        .values()
        .stream()
        .map(value -> value.getBody());
  }
}
