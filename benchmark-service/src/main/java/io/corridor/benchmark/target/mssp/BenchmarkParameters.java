package io.corridor.benchmark.target.mssp;

import io.corridor.benchmark.target.mssp.AgreementTerms.AdjustmentRule;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.CodeTable;
import io.corridor.common.rules.Expression;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The dated rules and values of the benchmark. A new law is a new row. */
public final class BenchmarkParameters {

  private final List<Rules> rules;
  private final DatedValues values;
  private final NavigableMap<LocalDate, NavigableMap<Integer, AgreementTerms.RegionalTerms>>
      regional;
  private final NavigableMap<Integer, AnnualTruncation.Population> populations;

  private BenchmarkParameters(
      List<Rules> rules,
      DatedValues values,
      NavigableMap<LocalDate, NavigableMap<Integer, AgreementTerms.RegionalTerms>> regional,
      NavigableMap<Integer, AnnualTruncation.Population> populations) {
    this.rules = rules;
    this.values = values;
    this.regional = regional;
    this.populations = populations;
  }

  /** A row of rules: the agreements it holds for, and the names of its rules. */
  private record Rules(
      LocalDate from,
      @Nullable LocalDate until,
      int firstPeriod,
      @Nullable Integer lastPeriod,
      Map<String, String> row) {

    boolean holdFor(LocalDate start, int period) {
      return !start.isBefore(from)
          && (until == null || start.isBefore(until))
          && period >= firstPeriod
          && (lastPeriod == null || period <= lastPeriod);
    }

    /** One of two spans that overlap holds where the other begins. */
    boolean clashWith(Rules other) {
      LocalDate laterStart = from.isAfter(other.from) ? from : other.from;
      int laterPeriod = Math.max(firstPeriod, other.firstPeriod);
      return holdFor(laterStart, laterPeriod) && other.holdFor(laterStart, laterPeriod);
    }

    String cell(String column) {
      return ParameterRows.cell(row, column);
    }
  }

  /**
   * The parameters shipped with the product.
   *
   * @throws IllegalStateException if a row lacks its citation, two rows hold at once, or a row of
   *     rules needs a value that has not begun
   */
  public static BenchmarkParameters load() {
    return of(
        table("agreement_rules"),
        table("values"),
        table("regional_adjustment"),
        table("truncation"));
  }

  private static CodeTable table(String name) {
    return CodeTable.load(BenchmarkParameters.class, "parameters/" + name + ".csv");
  }

  static BenchmarkParameters of(
      CodeTable rules, CodeTable values, CodeTable regional, CodeTable truncation) {
    BenchmarkParameters parameters =
        new BenchmarkParameters(
            ParameterRows.of(rules).stream().map(BenchmarkParameters::rules).toList(),
            DatedValues.of(values),
            regional(regional),
            populations(truncation));
    noneTwice(parameters.rules);
    parameters.rules.forEach(
        row -> parameters.terms(new BenchmarkFacts.Agreement(row.from(), row.firstPeriod(), 1)));
    return parameters;
  }

  private static void noneTwice(List<Rules> rules) {
    for (int i = 0; i < rules.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (rules.get(i).clashWith(rules.get(j))) {
          throw new IllegalStateException("two rows of agreement rules hold at once");
        }
      }
    }
  }

  private static Rules rules(Map<String, String> row) {
    String until = ParameterRows.text(row, "agreement_until");
    String last = ParameterRows.text(row, "last_period");
    return new Rules(
        LocalDate.parse(ParameterRows.cell(row, "agreement_from")),
        until.isEmpty() ? null : LocalDate.parse(until),
        Integer.parseInt(ParameterRows.cell(row, "first_period")),
        last.isEmpty() ? null : Integer.valueOf(last),
        row);
  }

  private static NavigableMap<LocalDate, NavigableMap<Integer, AgreementTerms.RegionalTerms>>
      regional(CodeTable table) {
    NavigableMap<LocalDate, NavigableMap<Integer, AgreementTerms.RegionalTerms>> regional =
        new TreeMap<>();
    for (Map<String, String> row : ParameterRows.of(table)) {
      AgreementTerms.RegionalTerms earlier =
          regional
              .computeIfAbsent(
                  LocalDate.parse(ParameterRows.cell(row, "agreement_from")),
                  from -> new TreeMap<>())
              .put(
                  Integer.parseInt(ParameterRows.cell(row, "use")),
                  new AgreementTerms.RegionalTerms(
                      Rate.of(ParameterRows.cell(row, "share_if_lower")),
                      Rate.of(ParameterRows.cell(row, "share_if_higher")),
                      Rate.of(ParameterRows.cell(row, "cap_increase")),
                      Rate.of(ParameterRows.cell(row, "cap_decrease")),
                      ParameterRows.yes(row, "offset")));
      if (earlier != null) {
        throw new IllegalStateException("two rows of the regional adjustment hold at once");
      }
    }
    return regional;
  }

  private static NavigableMap<Integer, AnnualTruncation.Population> populations(CodeTable table) {
    NavigableMap<Integer, AnnualTruncation.Population> populations = new TreeMap<>();
    for (Map<String, String> row : ParameterRows.of(table)) {
      populations.put(
          Integer.parseInt(ParameterRows.cell(row, "from_year")),
          AnnualTruncation.Population.valueOf(ParameterRows.cell(row, "population")));
    }
    return populations;
  }

  /**
   * Whose percentile truncates expenditure of a calendar year; years before the list use its first.
   */
  public AnnualTruncation.Population truncationPopulation(int year) {
    Map.Entry<Integer, AnnualTruncation.Population> row = populations.floorEntry(year);
    return (row == null ? populations.firstEntry() : row).getValue();
  }

  /** The rules of an agreement; empty where none are described. */
  Optional<AgreementTerms> terms(BenchmarkFacts.Agreement agreement) {
    return rules.stream()
        .filter(row -> row.holdFor(agreement.start(), agreement.period()))
        .findFirst()
        .map(row -> terms(row, agreement));
  }

  private AgreementTerms terms(Rules row, BenchmarkFacts.Agreement agreement) {
    String citation = row.cell("citation");
    LocalDate start = agreement.start();
    List<Long> weights = new ArrayList<>();
    Arrays.stream(row.cell("weights").split("\\|"))
        .forEach(part -> weights.add(Long.valueOf(part)));
    return new AgreementTerms(
        weights,
        trend(row.cell("trend"), citation),
        adjustment(row.cell("adjustment"), agreement),
        update(row.cell("update"), start, citation),
        riskRatio(row.cell("risk_ratio"), start, citation),
        citation);
  }

  private static TrendRule trend(String name, String citation) {
    return switch (name) {
      case "NATIONAL" -> new TrendRule.National(citation);
      case "BLENDED" -> new TrendRule.Blended(citation);
      default -> throw unknown(name);
    };
  }

  private AdjustmentRule adjustment(String name, BenchmarkFacts.Agreement agreement) {
    return switch (name) {
      case "NONE" -> new AdjustmentRule.None();
      case "REGIONAL" -> new AdjustmentRule.Regional(regional(agreement), null, null);
      case "REGIONAL_OR_PRIOR_SAVINGS" ->
          new AdjustmentRule.Regional(regional(agreement), priorSavings(agreement.start()), null);
      case "REGIONAL_PRIOR_SAVINGS_OR_EQUITY" ->
          new AdjustmentRule.Regional(
              regional(agreement), priorSavings(agreement.start()), equity(agreement.start()));
      default -> throw unknown(name);
    };
  }

  private AgreementTerms.RegionalTerms regional(BenchmarkFacts.Agreement agreement) {
    Map.Entry<LocalDate, NavigableMap<Integer, AgreementTerms.RegionalTerms>> rows =
        regional.floorEntry(agreement.start());
    int use = Math.max(1, agreement.regionalAdjustments());
    if (rows == null || rows.getValue().floorEntry(use) == null) {
      throw new IllegalStateException("the regional adjustment begins too late");
    }
    return rows.getValue().floorEntry(use).getValue();
  }

  private AgreementTerms.PriorSavingsTerms priorSavings(LocalDate start) {
    return new AgreementTerms.PriorSavingsTerms(
        values.rate(start, "PRIOR_SAVINGS_SHARE"), values.rate(start, "PRIOR_SAVINGS_CAP"));
  }

  private AgreementTerms.EquityTerms equity(LocalDate start) {
    return new AgreementTerms.EquityTerms(
        values.rate(start, "EQUITY_CAP"), values.rate(start, "EQUITY_MINIMUM_SHARE"));
  }

  private UpdateRule update(String name, LocalDate start, String citation) {
    return switch (name) {
      case "FLAT_DOLLAR" -> new UpdateRule.FlatDollar(citation);
      case "TWO_WAY" -> new UpdateRule.TwoWay(citation);
      case "THREE_WAY" ->
          new UpdateRule.ThreeWay(
              values.fraction(start, "ACCOUNTABLE_CARE_TREND_WEIGHT"),
              Expression.named(
                  "regionalRiskGrowthPoints", values.rate(start, "REGIONAL_RISK_GROWTH_POINTS")),
              citation);
      default -> throw unknown(name);
    };
  }

  private RiskRatioRule riskRatio(String name, LocalDate start, String citation) {
    return switch (name) {
      case "NEWLY_AND_CONTINUOUSLY_ASSIGNED" ->
          new RiskRatioRule.NewlyAndContinuouslyAssigned(citation);
      case "CAPPED_BY_TYPE" ->
          new RiskRatioRule.CappedByType(
              Expression.named("riskRatioCap", values.rate(start, "RISK_RATIO_CAP")), citation);
      case "CAPPED_IN_AGGREGATE" ->
          new RiskRatioRule.CappedInAggregate(
              Expression.named("riskGrowthPoints", values.rate(start, "RISK_GROWTH_POINTS")),
              citation);
      default -> throw unknown(name);
    };
  }

  private static IllegalStateException unknown(String name) {
    return new IllegalStateException("no rule is called " + name);
  }
}
