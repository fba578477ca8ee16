package io.corridor.benchmark.target.mssp;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.benchmark.target.Worksheet;
import io.corridor.common.rules.Expression;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The benchmark in the performance year (settlement.md 2 steps 8 and 10): the adjusted historical
 * benchmark of each type, grown to the performance year and moved with the beneficiaries' risk.
 *
 * @param perCapita updated benchmark of a person-year by type
 * @param twoWay the same with the two-way blend alone, where the update is a three-way one
 */
record UpdatedBenchmark(
    Map<EnrollmentType, Expression> perCapita, @Nullable Map<EnrollmentType, Expression> twoWay) {

  private static final String PRODUCT = "settlement.md 2 step 10; 42 CFR 425.652(b)";

  static UpdatedBenchmark of(
      Worksheet sheet,
      UpdateRule rule,
      RiskGrowth growth,
      Map<EnrollmentType, Expression> adjusted,
      Map<EnrollmentType, Expression> riskRatios,
      BenchmarkFacts facts) {
    Map<EnrollmentType, Expression> atRisk =
        Types.each(
            adjusted.keySet(),
            type ->
                sheet.step(
                    Types.named(type, "riskAdjusted"),
                    PRODUCT,
                    Types.of(adjusted, type).times(Types.of(riskRatios, type))));
    return switch (rule) {
      case UpdateRule.FlatDollar flat ->
          new UpdatedBenchmark(flatDollars(sheet, flat, atRisk, facts), null);
      case UpdateRule.TwoWay blend -> {
        Map<EnrollmentType, Expression> factors =
            blended(
                sheet, blend.citation(), facts, Types.each(growth.types(), type -> Expression.ONE));
        yield new UpdatedBenchmark(grown(sheet, "updated", atRisk, factors), null);
      }
      case UpdateRule.ThreeWay blend -> threeWay(sheet, blend, growth, atRisk, facts);
    };
  }

  private static Map<EnrollmentType, Expression> flatDollars(
      Worksheet sheet,
      UpdateRule.FlatDollar rule,
      Map<EnrollmentType, Expression> atRisk,
      BenchmarkFacts facts) {
    return Types.each(
        atRisk.keySet(),
        type ->
            sheet.step(
                Types.named(type, "updated"),
                rule.citation(),
                Types.of(atRisk, type)
                    .plus(
                        Expression.named(
                            Types.named(type, "flatDollars"),
                            FactsCheck.known(update(facts, type).flatDollars(), "flatDollars")))));
  }

  private static UpdatedBenchmark threeWay(
      Worksheet sheet,
      UpdateRule.ThreeWay rule,
      RiskGrowth growth,
      Map<EnrollmentType, Expression> atRisk,
      BenchmarkFacts facts) {
    BenchmarkFacts.RegionalRisk risk =
        FactsCheck.known(facts.update().regionalRisk(), "regionalRisk");
    Map<EnrollmentType, Expression> twoWay =
        blended(
            sheet,
            rule.citation(),
            facts,
            RegionalRiskGrowthCap.factors(sheet, growth, risk, rule.riskGrowthPoints()));
    Expression weight = sheet.step("trendWeight", rule.citation(), weight(rule, facts));
    Map<EnrollmentType, Expression> threeWay =
        Types.each(
            atRisk.keySet(),
            type ->
                sheet.step(
                    Types.named(type, "threeWayGrowth"),
                    rule.citation(),
                    Expression.ONE
                        .minus(weight)
                        .times(Types.of(twoWay, type))
                        .plus(weight.times(prospectiveTrend(facts, type)))));
    return new UpdatedBenchmark(
        grown(sheet, "updated", atRisk, threeWay), grown(sheet, "updatedTwoWay", atRisk, twoWay));
  }

  private static Expression weight(UpdateRule.ThreeWay rule, BenchmarkFacts facts) {
    var reduced = facts.update().reducedTrendWeight();
    return reduced == null ? rule.trendWeight() : Expression.named("reducedTrendWeight", reduced);
  }

  private static Expression prospectiveTrend(BenchmarkFacts facts, EnrollmentType type) {
    return Expression.named(
        Types.named(type, "accountableCareTrend"),
        FactsCheck.known(update(facts, type).accountableCareTrend(), "accountableCareTrend"));
  }

  /** The two-way blend by type; regional growth is first moved by its risk factor. */
  private static Map<EnrollmentType, Expression> blended(
      Worksheet sheet,
      String citation,
      BenchmarkFacts facts,
      Map<EnrollmentType, Expression> regionalFactors) {
    Expression weight =
        Expression.named(
            "nationalWeightOfUpdate",
            FactsCheck.known(facts.update().nationalWeight(), "nationalWeight"));
    return Types.each(
        regionalFactors.keySet(),
        type -> {
          BenchmarkFacts.Growth growth = FactsCheck.known(update(facts, type).growth(), "growth");
          return sheet.step(
              Types.named(type, "twoWayGrowth"),
              citation,
              TrendRule.blend(
                  weight,
                  Expression.named(Types.named(type, "nationalGrowth"), growth.national()),
                  Expression.named(Types.named(type, "regionalGrowth"), growth.regional())
                      .times(Types.of(regionalFactors, type))));
        });
  }

  private static Map<EnrollmentType, Expression> grown(
      Worksheet sheet,
      String name,
      Map<EnrollmentType, Expression> atRisk,
      Map<EnrollmentType, Expression> factors) {
    return Types.each(
        atRisk.keySet(),
        type ->
            sheet.step(
                Types.named(type, name),
                PRODUCT,
                Types.of(atRisk, type).times(Types.of(factors, type))));
  }

  private static BenchmarkFacts.TypeUpdate update(BenchmarkFacts facts, EnrollmentType type) {
    return Types.of(facts.update().types(), type);
  }
}
