package io.corridor.settlement;

import io.corridor.common.care.Contract;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.id.ContractId;
import io.corridor.common.money.Money;
import io.corridor.settlement.engine.FactRows;
import io.corridor.settlement.engine.FactRows.MonthPremium;
import io.corridor.settlement.engine.FactRows.ScoredMeasure;
import io.corridor.settlement.engine.FactRows.YearCost;
import io.corridor.settlement.engine.FactRows.YearQuality;
import io.corridor.settlement.engine.Level;
import io.corridor.settlement.engine.LevelKey;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.PeriodFacts.MonthMembers;
import io.corridor.settlement.engine.PeriodFacts.Period;
import io.corridor.settlement.engine.PeriodFacts.Population;
import io.corridor.settlement.engine.QualityFacts;
import io.corridor.settlement.engine.QualityFacts.MeasureFacts;
import io.corridor.settlement.engine.Stated;
import io.corridor.settlement.estimate.QualityResult;
import io.corridor.settlement.estimate.QualityResult.Gate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of a contract as facts of a level and year. */
final class LevelFacts {

  private static final String PREMIUM = "premium";
  private static final String TAXES = "taxesAndFees";

  /** Emergency visits a thousand years: member months are the cases (domain.md 3.3). */
  private static final String PER_THOUSAND_YEARS = "Q14";

  private static final long MONTHS_OF_A_THOUSAND_YEARS = 12_000;

  private final Rows rows;

  LevelFacts(Rows rows) {
    this.rows = rows;
  }

  /** Levels and years of which a cost is known, ascending. */
  List<LevelKey> keys() {
    List<LevelKey> keys = new ArrayList<>();
    rows.startingWith(FactRows.COST)
        .forEach(row -> LevelKey.of(row.part(1), row.part(2), row.part(3)).ifPresent(keys::add));
    return keys;
  }

  /**
   * What is known of a level and year; empty without its cost.
   *
   * @param contract terms that hold
   * @param span the performance year in them
   * @param contractYear its number in the contract
   */
  Optional<PeriodFacts> of(
      LevelKey key, Contract contract, Contract.PerformanceYear span, int contractYear) {
    LevelKey source = source(key, contract.id());
    return rows.find(FactRows.COST + source.text())
        .map(FactRows::cost)
        .map(cost -> facts(key, source, contract, span, contractYear, cost));
  }

  /**
   * Where the figures of a level stand: a contract is with one ACO, so what is the contract's is
   * the ACO's, unless the ACO has a cost of its own in it.
   */
  private LevelKey source(LevelKey key, ContractId contract) {
    boolean own = key.level() != Level.ACO || rows.find(FactRows.COST + key.text()).isPresent();
    return own ? key : new LevelKey(Level.CONTRACT, contract.value(), key.year());
  }

  private PeriodFacts facts(
      LevelKey key,
      LevelKey source,
      Contract contract,
      Contract.PerformanceYear year,
      int contractYear,
      YearCost cost) {
    Period period =
        new Period(
            contract.id().value(),
            key.level(),
            key.id(),
            key.year(),
            contractYear,
            year.span().from(),
            Objects.requireNonNull(year.span().until()),
            cost.completeTo());
    return new PeriodFacts(
        period,
        new Population(
            cost.members(), cost.memberMonths(), cost.riskScore(), months(source, period)),
        cost.cost(),
        quality(source, contract.quality()),
        stated(key, source, period));
  }

  private NavigableMap<YearMonth, MonthMembers> months(LevelKey key, Period period) {
    NavigableMap<YearMonth, MonthMembers> months = new TreeMap<>();
    rows.startingWith(FactRows.MONTH + key.level() + '|' + key.id() + '|')
        .forEach(row -> {
          YearMonth month = YearMonth.parse(row.part(3));
          if (holds(period, month)) {
            months.put(month, FactRows.month(row));
          }
        });
    return months;
  }

  /** A month that has not begun has a premium, and no cost to hold against it. */
  private static boolean hasBegun(Period period, YearMonth month) {
    LocalDate complete = period.completeTo();
    return holds(period, month) && (complete == null || !month.atDay(1).isAfter(complete));
  }

  private static boolean holds(Period period, YearMonth month) {
    return !month.atDay(1).isBefore(period.from()) && month.atDay(1).isBefore(period.until());
  }

  private QualityFacts quality(LevelKey key, Contract.@Nullable Quality programme) {
    if (programme == null) {
      return QualityFacts.none();
    }
    YearQuality known =
        rows.find(FactRows.QUALITY + key.text())
            .map(FactRows::quality)
            .orElseGet(() ->
                new YearQuality(new QualityResult(Gate.UNKNOWN, null, null, null), List.of()));
    List<MeasureFacts> measures = new ArrayList<>();
    for (ScoredMeasure scored : known.measures()) {
      programme.measures().stream()
          .filter(measure -> measure.measure().equals(scored.name()))
          .findFirst()
          .ifPresent(measure -> measures.add(measure(scored, measure)));
    }
    return new QualityFacts(known.score(), programme.gate(), measures);
  }

  private static MeasureFacts measure(ScoredMeasure scored, Contract.Measure terms) {
    return new MeasureFacts(
        scored.name(),
        scored.numerator(),
        scored.denominator(),
        scored.name().equals(PER_THOUSAND_YEARS) ? MONTHS_OF_A_THOUSAND_YEARS : 1,
        scored.points(),
        scored.weight(),
        terms.threshold(),
        terms.benchmark());
  }

  /**
   * Figures stated of the level; the contract's premium is the sum of its months, unless stated. Of
   * an ACO what is stated of its contract holds where nothing else is stated of the ACO itself.
   */
  private Stated stated(LevelKey key, LevelKey source, Period period) {
    NavigableMap<String, BigDecimal> figures = new TreeMap<>();
    if (source.level() == Level.CONTRACT) {
      premium(period, figures);
    }
    stated(source, figures);
    stated(key, figures);
    return new Stated(figures);
  }

  private void stated(LevelKey key, NavigableMap<String, BigDecimal> figures) {
    rows.startingWith(FactRows.STATED + key.text() + '|')
        .forEach(row -> figures.put(row.part(4), FactRows.stated(row)));
  }

  private void premium(Period period, NavigableMap<String, BigDecimal> figures) {
    Money premium = Money.ZERO;
    Money taxes = Money.ZERO;
    boolean known = false;
    for (Row row : rows.startingWith(FactRows.PREMIUM)) {
      if (hasBegun(period, YearMonth.parse(row.part(1)))) {
        MonthPremium month = FactRows.premium(row);
        premium = premium.plus(month.premium());
        taxes = taxes.plus(month.taxesAndFees());
        known = true;
      }
    }
    if (known) {
      figures.put(PREMIUM, premium.dollars());
      figures.put(TAXES, taxes.dollars());
    }
  }
}
