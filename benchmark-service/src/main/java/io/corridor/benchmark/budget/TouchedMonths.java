package io.corridor.benchmark.budget;

import io.corridor.benchmark.completion.CashRows;
import io.corridor.benchmark.membership.MembershipRows;
import io.corridor.benchmark.risk.DiagnosisFacts;
import io.corridor.benchmark.spend.AdmissionRows;
import io.corridor.benchmark.spend.CapitationLeakage;
import io.corridor.benchmark.spend.DrugRows;
import io.corridor.benchmark.spend.RowsOnce;
import io.corridor.benchmark.spend.SpendRows;
import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.care.CostTerms;
import io.corridor.common.care.CostTerms.Breakdown;
import io.corridor.common.id.ContractId;
import io.corridor.common.streams.Subject;
import io.corridor.common.streams.Tick;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which of a member's months a record or a tick may have changed under a contract. */
final class TouchedMonths {

  private final Subject subject;
  private final RowsOnce rows;
  private final Contracts contracts;
  private final ContractId contract;
  private final LocalDate today;

  TouchedMonths(
      Subject subject, RowsOnce rows, Contracts contracts, ContractId contract, LocalDate today) {
    this.subject = subject;
    this.rows = rows;
    this.contracts = contracts;
    this.contract = contract;
    this.today = today;
  }

  /** Months whose rows changed; months begun since for a tick; all for anything wider. */
  Set<YearMonth> all() {
    if (isWide()) {
      return new TreeSet<>(contracts.months(contract, today));
    }
    Set<YearMonth> months = new TreeSet<>();
    for (String key : subject.touched()) {
      SpendRows.months(key).stream()
          .filter(month -> !SpendRows.isPended(key) || asks(month, CostTerms::preliminary))
          .forEach(months::add);
      if (key.startsWith(AdmissionRows.ADT) || key.startsWith(SpendRows.STAY)) {
        AdmissionRows.months(rows, key).stream().filter(this::showsUnbilled).forEach(months::add);
      }
      DrugRows.month(key)
          .filter(month ->
              asks(month, cost -> cost.scope().drugPrices() != null)
                  || breaksDown(month, Breakdown.DRUG))
          .ifPresent(months::add);
      CapitationLeakage.month(key).filter(this::isCapitated).ifPresent(months::add);
      CashRows.month(key)
          .filter(month -> asks(month, cost -> cost.completion() != null))
          .ifPresent(months::add);
    }
    months.addAll(rescored());
    LocalDate from = subject.tick().map(Tick::from).orElse(null);
    if (from != null) {
      YearMonth last = YearMonth.from(from);
      contracts.months(contract, today).stream()
          .filter(month -> month.isAfter(last))
          .forEach(months::add);
    }
    return months;
  }

  /** Months whose scores a record may have moved. */
  Set<YearMonth> rescored() {
    Set<YearMonth> months = new TreeSet<>();
    subject.touched().stream()
        .filter(this::mayMoveScores)
        .forEach(key -> DiagnosisFacts.year(key).ifPresent(year -> months.addAll(scoredBy(year))));
    return months;
  }

  /** True when any month may have changed: a table, coverage, the person or an assignment. */
  boolean isWide() {
    return subject.everything()
        || subject.touched().stream()
            .anyMatch(key ->
                key.startsWith(MembershipRows.COVER)
                    || key.startsWith(MembershipRows.PERSON)
                    || key.startsWith(MembershipRows.ASSIGN));
  }

  private boolean showsUnbilled(YearMonth month) {
    return asks(month, cost -> cost.scope().unbilledStay() != null);
  }

  private boolean isCapitated(YearMonth month) {
    return contracts.in(contract, month).flatMap(terms -> terms.capitated(month)).isPresent();
  }

  /** True when the terms of a month ask for something. */
  private boolean asks(YearMonth month, Predicate<CostTerms> something) {
    return contracts.in(contract, month).map(Contract::cost).filter(something).isPresent();
  }

  /**
   * A record adds or takes one claim: a code that more than one claim states now was stated before
   * it and is stated after it.
   */
  boolean mayMoveScores(String key) {
    return rows.find(key).filter(row -> row.count() > 1).isEmpty();
  }

  private boolean breaksDown(YearMonth month, Breakdown kind) {
    return asks(month, cost -> cost.reporting().breakdowns().contains(kind));
  }

  /** Months whose scores read the diagnoses of a year: its own and those of the year after. */
  private List<YearMonth> scoredBy(int year) {
    return contracts.months(contract, today).stream()
        .filter(month -> month.getYear() == year || month.getYear() == year + 1)
        .filter(month ->
            asks(month, cost -> cost.risk() != null) || breaksDown(month, Breakdown.DISEASE))
        .toList();
  }
}
