package io.corridor.local.settle;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.terms.TermsMapper;
import io.corridor.intake.contract.ContractFiles;
import io.corridor.intake.contract.ContractReading;
import io.corridor.schemas.ContractTerms;
import io.corridor.settlement.AgreedTermsMapper;
import io.corridor.settlement.engine.AgreedTerms;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.PeriodFacts.Period;
import io.corridor.settlement.engine.QualityFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A contract file that is asked what it would pay; the last version in it counts. */
final class DraftContract {

  private final ContractTerms terms;
  private final Contract contract;

  private DraftContract(ContractTerms terms) {
    this.terms = terms;
    this.contract = TermsMapper.contract(terms);
  }

  /** What became of reading a file. */
  record Reading(Optional<DraftContract> draft, List<String> problems) {}

  /** Reads a contract file; its faults are told with file, line and reason. */
  static Reading read(Path file) {
    ContractReading reading = ContractFiles.read(file);
    List<String> problems = reading.problems().stream().map(Object::toString).toList();
    return new Reading(
        problems.isEmpty() && !reading.terms().isEmpty()
            ? Optional.of(new DraftContract(reading.terms().getLast()))
            : Optional.empty(),
        problems);
  }

  String name() {
    return terms.getContract() + " version " + terms.getVersion();
  }

  /** The terms of a contract year: a step of the glide path from the second year on. */
  AgreedTerms terms(int contractYear) {
    return AgreedTermsMapper.of(terms, contractYear);
  }

  /** True when the draft names the performance year itself. */
  boolean names(int year) {
    return years().contains(year);
  }

  /** Number of a named performance year in the contract. */
  int contractYear(int year) {
    return AgreedTermsMapper.contractYear(terms, year);
  }

  /**
   * Facts of a past year as a contract year of the draft: its budget where the draft states one per
   * member and month for the year, and its quality gate.
   */
  PeriodFacts under(PeriodFacts facts, int contractYear) {
    Period was = facts.period();
    PeriodFacts placed =
        facts.withPeriod(
            new Period(
                was.contract(),
                was.level(),
                was.id(),
                was.year(),
                contractYear,
                was.from(),
                was.until(),
                was.completeTo()));
    PeriodFacts budgeted =
        budget(was.year(), contractYear, facts.population().memberMonths())
            .map(placed::withBudget)
            .orElse(placed);
    return gated(budgeted);
  }

  /** Dollars a member month of the draft for the year, times the member months. */
  private Optional<Money> budget(int year, int contractYear, Rate memberMonths) {
    boolean placed = !names(year) && contractYear >= 1 && contractYear <= years().size();
    int named = placed ? years().get(contractYear - 1) : year;
    Rate pmpm =
        contract.budget().stream()
            .filter(line -> line.year() == named)
            .map(Contract.BudgetLine::pmpm)
            .reduce(Rate.ZERO, Rate::plus);
    return pmpm.isZero()
        ? Optional.empty()
        : Optional.of(Money.of("1.00").times(pmpm.times(memberMonths)).roundHalfUp());
  }

  private List<Integer> years() {
    return contract.years().stream().map(Contract.PerformanceYear::year).toList();
  }

  private PeriodFacts gated(PeriodFacts facts) {
    Contract.Quality programme = contract.quality();
    Rate composite = facts.quality().score().exact();
    if (programme == null || composite == null) {
      return facts;
    }
    QualityFacts known =
        new QualityFacts(facts.quality().score(), programme.gate(), facts.quality().measures());
    return facts.withQuality(known.withComposite(composite));
  }
}
