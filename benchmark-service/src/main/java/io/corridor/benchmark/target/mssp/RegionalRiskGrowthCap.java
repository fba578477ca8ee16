package io.corridor.benchmark.target.mssp;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.benchmark.target.Worksheet;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import java.util.Map;
import java.util.function.Function;

/**
 * Regional expenditure is risk-adjusted, so a region whose risk scores grow looks cheaper than it
 * is. Growth beyond a cap is given back to its expenditure (settlement.md 2 step 8; 42 CFR
 * 425.655). The cap is the aggregate demographic growth and some points, and the ACO's market share
 * of what lies above: the larger the ACO, the more of the growth is its own.
 */
final class RegionalRiskGrowthCap {

  private static final String CITATION = "settlement.md 2 step 8; 42 CFR 425.655";

  private RegionalRiskGrowthCap() {}

  /** The factor on regional growth by type: one unless the region's growth exceeds the cap. */
  static Map<EnrollmentType, Expression> factors(
      Worksheet sheet, RiskGrowth growth, BenchmarkFacts.RegionalRisk region, Expression points) {
    Map<EnrollmentType, Expression> hcc =
        named(growth, region, "regionalHccGrowth", BenchmarkFacts.RiskGrowth::hcc);
    Map<EnrollmentType, Expression> demographic =
        named(growth, region, "regionalDemographicGrowth", BenchmarkFacts.RiskGrowth::demographic);
    Expression aggregate = sheet.step("regionalRiskGrowth", CITATION, growth.aggregate(hcc));
    Expression free =
        sheet.step("regionalRiskGrowthFree", CITATION, growth.aggregate(demographic).plus(points));
    Expression cap =
        sheet.step(
            "regionalRiskGrowthCap",
            CITATION,
            free.plus(
                Expression.named("marketShare", region.marketShare())
                    .times(aggregate.minus(free).atLeastZero())));
    return Types.each(
        growth.types(),
        type ->
            sheet.step(
                Types.named(type, "regionalRiskFactor"),
                CITATION,
                Expression.when(
                    aggregate.exceeds(cap),
                    Types.of(hcc, type).over(cap).max(Expression.ONE),
                    Expression.ONE)));
  }

  private static Map<EnrollmentType, Expression> named(
      RiskGrowth growth,
      BenchmarkFacts.RegionalRisk region,
      String what,
      Function<BenchmarkFacts.RiskGrowth, Rate> figure) {
    return Types.each(
        growth.types(),
        type ->
            Expression.named(
                Types.named(type, what), figure.apply(Types.of(region.types(), type))));
  }
}
