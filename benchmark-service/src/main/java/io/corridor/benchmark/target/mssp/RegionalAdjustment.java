package io.corridor.benchmark.target.mssp;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.benchmark.target.Worksheet;
import io.corridor.common.rules.Expression;
import java.util.Map;
import java.util.Set;

/**
 * The regional adjustment (settlement.md 2 step 6; 42 CFR 425.656): a share of the difference
 * between the region and the ACO's history by type, capped both ways; a decrease shrinks the more
 * dual and the riskier the ACO's beneficiaries are. Caps come before the offset.
 *
 * @param perCapita adjustment by type
 * @param single the adjustment as one figure at the mix of the third benchmark year
 */
record RegionalAdjustment(Map<EnrollmentType, Expression> perCapita, Expression single) {

  private static final String CITATION = "settlement.md 2 step 6; 42 CFR 425.656";

  static RegionalAdjustment of(
      Worksheet sheet,
      AgreementTerms.RegionalTerms terms,
      HistoricalBenchmark history,
      BenchmarkFacts.Region region) {
    Set<EnrollmentType> types = history.perCapita().keySet();
    Map<EnrollmentType, Expression> differences =
        Types.each(types, type -> difference(sheet, history, region, type));
    Expression overall = sheet.step("regionalDifference", CITATION, history.mean(differences));
    Expression share =
        sheet.step(
            "regionalShare",
            CITATION,
            Expression.when(
                overall.reaches(Expression.ZERO),
                Expression.named("shareIfLower", terms.shareIfLower()),
                Expression.named("shareIfHigher", terms.shareIfHigher())));
    Expression kept = kept(sheet, terms, region);
    Map<EnrollmentType, Expression> adjustments =
        Types.each(
            types,
            type ->
                adjustment(
                    sheet, terms, region, type, share.times(Types.of(differences, type)), kept));
    return new RegionalAdjustment(
        adjustments, sheet.step("regional", CITATION, history.mean(adjustments)));
  }

  private static Expression difference(
      Worksheet sheet,
      HistoricalBenchmark history,
      BenchmarkFacts.Region region,
      EnrollmentType type) {
    return sheet.step(
        Types.named(type, "regionalDifference"),
        CITATION,
        Expression.named(Types.named(type, "region"), Types.of(region.perCapita(), type))
            .minus(Types.of(history.perCapita(), type)));
  }

  /** What an offset leaves of a decrease. */
  private static Expression kept(
      Worksheet sheet, AgreementTerms.RegionalTerms terms, BenchmarkFacts.Region region) {
    if (!terms.offset()) {
      return Expression.ONE;
    }
    Expression offset =
        Expression.named("dualShare", region.dualShare())
            .plus(Expression.named("riskScore", region.riskScore()).minus(Expression.ONE))
            .atLeastZero()
            .min(Expression.ONE);
    return sheet.step("keptOfDecrease", CITATION, Expression.ONE.minus(offset));
  }

  private static Expression adjustment(
      Worksheet sheet,
      AgreementTerms.RegionalTerms terms,
      BenchmarkFacts.Region region,
      EnrollmentType type,
      Expression move,
      Expression kept) {
    Expression national =
        Expression.named(Types.named(type, "national"), Types.of(region.nationalPerCapita(), type));
    Expression capped =
        sheet.step(
            Types.named(type, "regionalCapped"),
            CITATION,
            move.min(Expression.named("capIncrease", terms.capIncrease()).times(national))
                .max(
                    Expression.named("capDecrease", terms.capDecrease())
                        .times(national)
                        .negated()));
    return sheet.step(
        Types.named(type, "regional"),
        CITATION,
        Expression.when(capped.reaches(Expression.ZERO), capped, capped.times(kept)));
  }
}
