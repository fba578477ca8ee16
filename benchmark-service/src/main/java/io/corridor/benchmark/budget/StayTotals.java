package io.corridor.benchmark.budget;

import io.corridor.benchmark.spend.Unbilled;
import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.care.CostTerms;
import io.corridor.common.id.ContractId;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.Totals;
import io.corridor.common.streams.World;
import io.corridor.common.terms.TermsMapper;
import io.corridor.schemas.Parameters;
import io.corridor.schemas.StayMean;
import io.corridor.schemas.topic.CostTopics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a stay known from ADT alone is expected to cost in a performance year: the mean of its class
 * in the year before, as a population parameter. The year's own stays do not move it, so what is
 * expected of a stay does not hang on its claim.
 */
final class StayTotals {

  private StayTotals() {}

  /** Means that a changed sum of the contract touches: of the years after one with months. */
  static List<String> touchedBy(String contract, World world) {
    Contracts contracts = TermsMapper.contracts(world);
    ContractId id = new ContractId(contract);
    LocalDate today = world.businessDate().orElse(null);
    Set<String> keys = new TreeSet<>();
    for (YearMonth month : today == null ? List.<YearMonth>of() : contracts.months(id, today)) {
      contracts
          .in(id, month)
          .filter(StayTotals::asks)
          .flatMap(terms -> terms.yearOf(month))
          .ifPresent(year -> keys.add(key(contract, year.year()).text()));
    }
    return List.copyOf(keys);
  }

  private static ParameterKey key(String contract, int year) {
    return new ParameterKey(contract, ParameterKey.STAY, Integer.toString(year));
  }

  private static boolean asks(Contract terms) {
    CostTerms.UnbilledStay stay = terms.cost().scope().unbilledStay();
    return stay != null && stay.meanFrom() != null;
  }

  /** The mean for a year; ends when the year before has no billed stay. */
  static Answer parameters(ParameterKey key, Totals.Sums sums, World world) {
    Contracts contracts = TermsMapper.contracts(world);
    int year = Integer.parseInt(key.period());
    ContractSums reading = new ContractSums(new ContractId(key.contract()), sums, contracts);
    LocalDate reached = sums.completeTo().orElse(null);
    Rate memberMonths = Rate.ZERO;
    Unbilled told = Unbilled.NONE;
    @Nullable Contract before = null;
    for (Map.Entry<YearMonth, CostSums> month : reading.all().entrySet()) {
      if (reading.isIn(month.getKey(), year - 1)) {
        memberMonths = memberMonths.plus(month.getValue().memberMonths());
        told = told.plus(month.getValue().population().unbilled());
        before = contracts.in(reading.id(), month.getKey()).orElse(before);
      }
    }
    if (before == null || reached == null || told.billedStays() == 0) {
      return Answer.none(CostTopics.PARAMETERS, key.text(), "", LocalDate.of(year, 1, 1));
    }
    return Answer.of(
        CostTopics.PARAMETERS,
        key.text(),
        Parameters.newBuilder()
            .setContract(key.contract())
            .setName(key.name())
            .setPeriod(key.period())
            .setThrough(YearMonth.from(reached).minusMonths(1).toString())
            .setMemberMonths(memberMonths.sixDigitsHalfUp())
            .setToDate(told.billed().dollars())
            .setCompleted(told.billed().dollars())
            .setStay(new StayMean(told.billedStays(), mean(told).dollars()))
            .build(),
        before.payer(),
        LocalDate.of(year, 1, 1),
        List.of());
  }

  private static Money mean(Unbilled told) {
    return Amount.of(told.billed()).dividedBy(BigDecimal.valueOf(told.billedStays())).roundHalfUp();
  }

  /**
   * What a stay is expected to cost in a month: the mean, of enough stays, that the last tick made,
   * else what is stated.
   */
  static Money price(CostTerms.UnbilledStay stay, Contract terms, YearMonth month, World world) {
    Integer meanFrom = stay.meanFrom();
    return Optional.ofNullable(meanFrom)
        .flatMap(from ->
            terms
                .yearOf(month)
                .flatMap(year -> Standing.lastMade(world).of(key(terms.id().value(), year.year())))
                .map(Parameters::getStay)
                .filter(mean -> mean.getStays() >= from)
                .map(mean -> Money.of(mean.getMean())))
        .orElse(stay.stated());
  }

  /** Index under which a mean finds the members whose stays it prices. */
  static Set<String> sweeps(Parameters made) {
    return made.getName().equals(ParameterKey.STAY)
        ? Set.of(index(made.getContract(), made.getPeriod()))
        : Set.of();
  }

  /** The index of a member with admissions in a month, where the mean prices them. */
  static Optional<String> index(ContractId contract, YearMonth month, Contracts contracts) {
    return contracts
        .in(contract, month)
        .filter(StayTotals::asks)
        .flatMap(terms -> terms.yearOf(month))
        .map(year -> index(contract.value(), Integer.toString(year.year())));
  }

  private static String index(String contract, String year) {
    return String.join("|", "stays", contract, year);
  }
}
