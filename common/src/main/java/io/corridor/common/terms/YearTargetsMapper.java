package io.corridor.common.terms;

import io.corridor.common.care.ProgramBenchmarkTerms;
import io.corridor.common.care.ProgramBenchmarkTerms.Growth;
import io.corridor.common.care.YearTargets;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.schemas.CostTerms;
import io.corridor.schemas.PremiumTargetTerms;
import io.corridor.schemas.ProgramPriorYear;
import io.corridor.schemas.ProgramTypeTerms;
import io.corridor.schemas.ProgramYearTerms;
import io.corridor.schemas.UseServiceTerms;
import io.corridor.schemas.UseTargetTerms;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Benchmarks of the program, shares of premium and utilization indexes into domain records. */
final class YearTargetsMapper {

  private YearTargetsMapper() {}

  static YearTargets targets(CostTerms cost) {
    return new YearTargets(
        cost.getProgramBenchmarks().stream().map(YearTargetsMapper::program).toList(),
        cost.getPremiumTargets().stream().map(YearTargetsMapper::premium).toList(),
        cost.getUseTargets().stream().map(YearTargetsMapper::use).toList());
  }

  private static ProgramBenchmarkTerms program(io.corridor.schemas.ProgramBenchmarkTerms terms) {
    Integer adjustments = terms.getRegionalAdjustments();
    return new ProgramBenchmarkTerms(
        terms.getYear(),
        terms.getAgreementStart(),
        terms.getAgreementPeriod(),
        adjustments == null ? terms.getAgreementPeriod() : adjustments,
        terms.getTypes().stream().map(YearTargetsMapper::type).toList(),
        rate(terms.getTrendWeight()),
        rate(terms.getUpdateWeight()),
        rate(terms.getReducedTrendWeight()),
        rate(terms.getMarketShare()),
        rate(terms.getDualShare()),
        rate(terms.getLowIncomeShare()),
        terms.getPriorSavings().stream().map(YearTargetsMapper::prior).toList(),
        rate(terms.getPriorPersonYears()));
  }

  private static ProgramBenchmarkTerms.TypeTerms type(ProgramTypeTerms type) {
    return new ProgramBenchmarkTerms.TypeTerms(
        type.getType(),
        type.getYears().stream().map(YearTargetsMapper::year).toList(),
        rate(type.getRegion()),
        rate(type.getNational()),
        growth(type.getNationalGrowth(), type.getRegionalGrowth()),
        rate(type.getProspectiveTrend()),
        rate(type.getFlatDollars()),
        growth(type.getRegionalRiskGrowth(), type.getRegionalDemographicGrowth()),
        rate(type.getDemographicGrowth()),
        one(type.getAssignableRisk()));
  }

  private static ProgramBenchmarkTerms.YearTerms year(ProgramYearTerms year) {
    return new ProgramBenchmarkTerms.YearTerms(
        year.getYear(),
        new Growth(one(year.getNationalGrowth()), one(year.getRegionalGrowth())),
        year.getPerCapita() == null
            ? null
            : new ProgramBenchmarkTerms.StatedYear(
                need(year.getPerCapita()), need(year.getRiskScore()), need(year.getPersonYears())),
        one(year.getAssignableRisk()));
  }

  private static @Nullable Growth growth(@Nullable BigDecimal first, @Nullable BigDecimal second) {
    return first == null || second == null ? null : new Growth(new Rate(first), new Rate(second));
  }

  private static ProgramBenchmarkTerms.PriorYear prior(ProgramPriorYear year) {
    return new ProgramBenchmarkTerms.PriorYear(
        !Boolean.FALSE.equals(year.getReconciled()),
        Boolean.TRUE.equals(year.getWithheld()),
        new Rate(year.getPerCapita()));
  }

  private static YearTargets.Premium premium(PremiumTargetTerms terms) {
    BigDecimal improvement = terms.getQualityImprovement();
    return new YearTargets.Premium(
        terms.getYear(),
        new Rate(terms.getTargetRatio()),
        improvement == null ? Money.ZERO : Money.of(improvement));
  }

  private static YearTargets.Use use(UseTargetTerms terms) {
    return new YearTargets.Use(
        terms.getYear(),
        terms.getServices().stream().map(YearTargetsMapper::service).toList(),
        rate(terms.getCredibleFrom()));
  }

  private static YearTargets.Service service(UseServiceTerms service) {
    BigDecimal expected = service.getExpected();
    return new YearTargets.Service(
        service.getCategory(),
        new Rate(service.getWeight()),
        expected == null
            ? new YearTargets.Own(
                Objects.requireNonNull(service.getBaseYear()), one(service.getTrend()))
            : new YearTargets.Stated(new Rate(expected)));
  }

  private static @Nullable Rate rate(@Nullable BigDecimal value) {
    return value == null ? null : new Rate(value);
  }

  private static Rate one(@Nullable BigDecimal value) {
    return value == null ? Rate.ONE : new Rate(value);
  }

  private static Rate need(@Nullable BigDecimal value) {
    return new Rate(Objects.requireNonNull(value, "intake refuses a stated year without it"));
  }
}
