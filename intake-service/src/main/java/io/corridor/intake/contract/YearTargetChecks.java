package io.corridor.intake.contract;

import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.CostTerms;
import io.corridor.schemas.PremiumTargetTerms;
import io.corridor.schemas.ProgramBenchmarkTerms;
import io.corridor.schemas.ProgramTypeTerms;
import io.corridor.schemas.ProgramYearTerms;
import io.corridor.schemas.TargetTerms;
import io.corridor.schemas.UseServiceTerms;
import io.corridor.schemas.UseTargetTerms;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rules on benchmarks of the program, shares of premium and utilization indexes: one budget a year
 * by whatever method, and figures that belong together stand together.
 */
final class YearTargetChecks {

  private final Findings findings;
  private final TermsChecks terms;

  YearTargetChecks(Findings findings, TermsChecks terms) {
    this.findings = findings;
    this.terms = terms;
  }

  void check(ContractTerms contract, CostTerms cost) {
    Set<Integer> budgets = new HashSet<>();
    cost.getTargets().stream().map(TargetTerms::getYear).forEach(budgets::add);
    for (int i = 0; i < cost.getProgramBenchmarks().size(); i++) {
      String field = "cost.programBenchmarks[" + i + "]";
      ProgramBenchmarkTerms program = cost.getProgramBenchmarks().get(i);
      year(contract, field, program.getYear(), budgets);
      program(field, cost, program);
    }
    for (int i = 0; i < cost.getPremiumTargets().size(); i++) {
      String field = "cost.premiumTargets[" + i + "]";
      PremiumTargetTerms premium = cost.getPremiumTargets().get(i);
      year(contract, field, premium.getYear(), budgets);
      positive(field + ".targetRatio", premium.getTargetRatio());
      notNegative(field + ".qualityImprovement", premium.getQualityImprovement());
    }
    Set<Integer> uses = new HashSet<>();
    for (int i = 0; i < cost.getUseTargets().size(); i++) {
      String field = "cost.useTargets[" + i + "]";
      UseTargetTerms use = cost.getUseTargets().get(i);
      year(contract, field, use.getYear(), uses);
      positive(field + ".credibleFrom", use.getCredibleFrom());
      services(field, use);
    }
  }

  private void year(ContractTerms contract, String field, int year, Set<Integer> seen) {
    boolean known = contract.getPerformanceYears().stream().anyMatch(one -> one.getYear() == year);
    if (!known || !seen.add(year)) {
      wrong(field + ".year", "Use each performance year once at most, by one method.");
    }
  }

  private void program(String field, CostTerms cost, ProgramBenchmarkTerms program) {
    if (!Boolean.TRUE.equals(cost.getPersonYears()) || cost.getRisk() == null) {
      wrong(field, "It counts person-years and risk by enrollment type; add personYears and risk.");
    }
    terms.atLeast(field + ".agreementPeriod", program.getAgreementPeriod(), 1);
    if (program.getRegionalAdjustments() != null) {
      terms.atLeast(field + ".regionalAdjustments", program.getRegionalAdjustments(), 0);
    }
    terms.rate(field + ".trendWeight", program.getTrendWeight());
    terms.rate(field + ".updateWeight", program.getUpdateWeight());
    terms.rate(field + ".reducedTrendWeight", program.getReducedTrendWeight());
    terms.rate(field + ".marketShare", program.getMarketShare());
    terms.rate(field + ".dualShare", program.getDualShare());
    terms.rate(field + ".lowIncomeShare", program.getLowIncomeShare());
    together(
        field + ".priorPersonYears",
        program.getPriorSavings().isEmpty() ? null : BigDecimal.ONE,
        program.getPriorPersonYears());
    positive(field + ".priorPersonYears", program.getPriorPersonYears());
    if (program.getTypes().isEmpty()) {
      wrong(field + ".types", "Add at least one enrollment type.");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < program.getTypes().size(); i++) {
      ProgramTypeTerms type = program.getTypes().get(i);
      String place = field + ".types[" + i + "]";
      terms.word(place + ".type", type.getType(), "ESRD", "DISABLED", "AGED_DUAL", "AGED_NON_DUAL");
      if (!seen.add(type.getType())) {
        wrong(place + ".type", "The type stands twice.");
      }
      type(place, program.getAgreementStart().getYear(), type);
    }
  }

  private void type(String field, int start, ProgramTypeTerms type) {
    positive(field + ".region", type.getRegion());
    positive(field + ".national", type.getNational());
    growths(field, type.getNationalGrowth(), type.getRegionalGrowth());
    positive(field + ".prospectiveTrend", type.getProspectiveTrend());
    together(
        field + ".regionalDemographicGrowth",
        type.getRegionalRiskGrowth(),
        type.getRegionalDemographicGrowth());
    positive(field + ".regionalRiskGrowth", type.getRegionalRiskGrowth());
    positive(field + ".regionalDemographicGrowth", type.getRegionalDemographicGrowth());
    positive(field + ".demographicGrowth", type.getDemographicGrowth());
    positive(field + ".assignableRisk", type.getAssignableRisk());
    List<Integer> years = type.getYears().stream().map(ProgramYearTerms::getYear).toList();
    if (!years.equals(List.of(start - 3, start - 2, start - 1))) {
      wrong(field + ".years", "Name the three calendar years before the agreement, ascending.");
    }
    for (int i = 0; i < type.getYears().size(); i++) {
      ProgramYearTerms year = type.getYears().get(i);
      String place = field + ".years[" + i + "]";
      growths(place, year.getNationalGrowth(), year.getRegionalGrowth());
      together(place + ".riskScore", year.getPerCapita(), year.getRiskScore());
      together(place + ".personYears", year.getPerCapita(), year.getPersonYears());
      Stream.of(year.getPerCapita(), year.getRiskScore(), year.getPersonYears())
          .forEach(figure -> positive(place, figure));
      positive(place + ".assignableRisk", year.getAssignableRisk());
    }
  }

  private void growths(String field, @Nullable BigDecimal national, @Nullable BigDecimal regional) {
    together(field + ".regionalGrowth", national, regional);
    positive(field + ".nationalGrowth", national);
    positive(field + ".regionalGrowth", regional);
  }

  private void services(String field, UseTargetTerms use) {
    if (use.getServices().isEmpty()) {
      wrong(field + ".services", "Add at least one service.");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < use.getServices().size(); i++) {
      UseServiceTerms service = use.getServices().get(i);
      String place = field + ".services[" + i + "]";
      terms.word(place + ".category", service.getCategory(), "INPATIENT", "ED");
      if (!seen.add(service.getCategory())) {
        wrong(place + ".category", "The category stands twice.");
      }
      positive(place + ".weight", service.getWeight());
      positive(place + ".expected", service.getExpected());
      positive(place + ".trend", service.getTrend());
      Integer base = service.getBaseYear();
      if ((service.getExpected() == null) == (base == null)) {
        wrong(place + ".expected", "State what is expected, or the base year whose use is.");
      } else if (base != null && base >= use.getYear()) {
        wrong(place + ".baseYear", "The base year lies before the performance year.");
      }
    }
  }

  private void together(String field, @Nullable Object one, @Nullable Object other) {
    if ((one == null) != (other == null)) {
      wrong(field, "It stands with the figure that it belongs to, or not at all.");
    }
  }

  private void positive(String field, @Nullable BigDecimal value) {
    if (value != null && value.signum() <= 0) {
      findings.problem(ContractCode.CONTRACT_NUMBER, field, "It is not above 0.");
    }
  }

  private void notNegative(String field, @Nullable BigDecimal value) {
    if (value != null && value.signum() < 0) {
      findings.problem(ContractCode.CONTRACT_NUMBER, field, "It is below 0.");
    }
  }

  private void wrong(String field, String text) {
    findings.problem(ContractCode.CONTRACT_TARGET, field, text);
  }
}
