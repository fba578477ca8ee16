package io.corridor.benchmark.target.mssp;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.benchmark.target.Worksheet;
import io.corridor.common.rules.Expression;
import java.util.Map;
import java.util.Set;

/**
 * Change of the assigned beneficiaries' risk from the third benchmark year to the performance year
 * (settlement.md 2 step 9). A decrease is never limited.
 */
sealed interface RiskRatioRule {

  /** The ratio by type. */
  Map<EnrollmentType, Expression> ratios(Worksheet sheet, RiskGrowth growth, BenchmarkFacts facts);

  /** The HCC growth of a type. */
  static Expression hcc(Worksheet sheet, BenchmarkFacts facts, EnrollmentType type, String rule) {
    return sheet.step(
        Types.named(type, "riskGrowth"),
        rule,
        Expression.named(
                Types.named(type, "performanceRisk"),
                Types.of(facts.performance(), type).riskScore())
            .over(HistoricalBenchmark.risk(type, facts.reference())));
  }

  /**
   * HCC growth, each type limited by itself (agreements of July 2019 to 2023).
   *
   * @param cap largest ratio
   */
  record CappedByType(Expression cap, String citation) implements RiskRatioRule {
    @Override
    public Map<EnrollmentType, Expression> ratios(
        Worksheet sheet, RiskGrowth growth, BenchmarkFacts facts) {
      return Types.each(
          growth.types(),
          type ->
              sheet.step(
                  Types.named(type, "riskRatio"),
                  citation,
                  hcc(sheet, facts, type, citation).min(cap)));
    }
  }

  /**
   * HCC growth, limited to the aggregate demographic growth and some points, and only where the
   * aggregate HCC growth exceeds that limit (agreements from 2024).
   *
   * @param points growth over demographic growth that is free
   */
  record CappedInAggregate(Expression points, String citation) implements RiskRatioRule {
    @Override
    public Map<EnrollmentType, Expression> ratios(
        Worksheet sheet, RiskGrowth growth, BenchmarkFacts facts) {
      Set<EnrollmentType> types = growth.types();
      Map<EnrollmentType, Expression> hcc =
          Types.each(types, type -> hcc(sheet, facts, type, citation));
      Expression aggregate = sheet.step("riskGrowth", citation, growth.aggregate(hcc));
      Expression cap =
          sheet.step(
              "riskGrowthCap",
              citation,
              growth.aggregate(Types.each(types, type -> demographic(facts, type))).plus(points));
      return Types.each(
          types,
          type ->
              sheet.step(
                  Types.named(type, "riskRatio"),
                  citation,
                  Expression.when(
                      aggregate.exceeds(cap), Types.of(hcc, type).min(cap), Types.of(hcc, type))));
    }

    private static Expression demographic(BenchmarkFacts facts, EnrollmentType type) {
      return Expression.named(
          Types.named(type, "demographicGrowth"),
          FactsCheck.known(
              Types.of(facts.performance(), type).demographicGrowth(), "demographicGrowth"));
    }
  }

  /**
   * HCC growth for the newly assigned; demographic growth, or HCC growth where it is lower, for the
   * continuously assigned; weighted by person-years (first agreements before July 2019).
   */
  record NewlyAndContinuouslyAssigned(String citation) implements RiskRatioRule {
    @Override
    public Map<EnrollmentType, Expression> ratios(
        Worksheet sheet, RiskGrowth growth, BenchmarkFacts facts) {
      return Types.each(
          growth.types(),
          type ->
              sheet.step(
                  Types.named(type, "riskRatio"),
                  citation,
                  weighted(
                      type,
                      FactsCheck.known(
                          Types.of(facts.performance(), type).split(), "assignmentSplit"))));
    }

    private static Expression weighted(EnrollmentType type, BenchmarkFacts.AssignmentSplit split) {
      Expression newly = Expression.named(Types.named(type, "newly"), split.newly());
      Expression continuously =
          Expression.named(Types.named(type, "continuously"), split.continuously());
      Expression newlyRisk =
          Expression.named(Types.named(type, "newly.hccGrowth"), split.newlyHcc());
      Expression continuousRisk =
          Expression.named(
                  Types.named(type, "continuously.demographicGrowth"),
                  split.continuouslyRisk().demographic())
              .min(
                  Expression.named(
                      Types.named(type, "continuously.hccGrowth"), split.continuouslyRisk().hcc()));
      return newly
          .times(newlyRisk)
          .plus(continuously.times(continuousRisk))
          .over(newly.plus(continuously));
    }
  }
}
