package io.corridor.intake.contract;

import io.corridor.common.care.AgreementPeriods;
import io.corridor.common.care.TargetDefault;
import io.corridor.schemas.BaseYearTerms;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.CostTerms;
import io.corridor.schemas.PerformanceYear;
import io.corridor.schemas.TargetTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules on budgets that a method makes: what each method needs, and nothing that contradicts. */
final class TargetChecks {

  private final Findings findings;
  private final TermsChecks terms;

  TargetChecks(Findings findings, TermsChecks terms) {
    this.findings = findings;
    this.terms = terms;
  }

  void check(ContractTerms contract, List<TargetTerms> targets) {
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < targets.size(); i++) {
      TargetTerms target = targets.get(i);
      String field = "cost.targets[" + i + "]";
      boolean known =
          contract.getPerformanceYears().stream()
              .anyMatch(year -> year.getYear() == target.getYear());
      if (!known || !seen.add(target.getYear())) {
        wrong(field + ".year", "Use each performance year once at most.");
      }
      baseline(field, target);
      update(field, target);
      adjustments(field, target);
      compared(field, contract, target);
      agreement(field, contract, target);
      byCategory(field, target);
    }
  }

  /** Who is compared: a year of the contract, and the one in whose terms a history stands. */
  private void compared(String field, ContractTerms contract, TargetTerms target) {
    Integer year = target.getComparisonYear();
    if (year == null) {
      return;
    }
    CostTerms cost = contract.getCost();
    if (cost == null || cost.getComparison() == null) {
      findings.problem(
          ContractCode.CONTRACT_MISSING_FIELD,
          "cost.comparison",
          "A comparisonYear needs a comparison group; add it.");
    }
    if (target.getRegion() != null) {
      wrong(field + ".region", "It is stated or compared, not both; leave one out.");
    }
    boolean known = contract.getPerformanceYears().stream().anyMatch(one -> one.getYear() == year);
    if (!known || year > target.getYear()) {
      wrong(field + ".comparisonYear", "Name a performance year, not after the target's.");
    }
    boolean unused =
        target.getBaseline().equals("STATED")
            || target.getBaseline().equals("HISTORICAL") && target.getEfficientAt() == null;
    if (unused) {
      wrong(field + ".comparisonYear", "No region is asked for; leave it out.");
    }
    if (hasHistory(target) && lastBaseYear(contract, target) != year) {
      wrong(field + ".comparisonYear", "A history is compared in its last base year.");
    }
  }

  /** The last base year of a history, listed or before its agreement; none of neither. */
  private static int lastBaseYear(ContractTerms contract, TargetTerms target) {
    LocalDate start = target.getAgreementStart();
    if (start == null || !target.getBaseYears().isEmpty()) {
      return target.getBaseYears().isEmpty() ? 0 : target.getBaseYears().getLast().getYear();
    }
    LocalDate begins = begins(contract, target);
    Integer years = target.getAgreementYears();
    int length =
        years == null
            ? TargetDefault.Dated.shipped().wholeOn(begins, TargetDefault.AGREEMENT_YEARS)
            : years;
    return begins.isBefore(start) || length < 1
        ? 0
        : new AgreementPeriods(start, length, 1).baseYears(target.getYear(), begins).getLast();
  }

  private static LocalDate begins(ContractTerms contract, TargetTerms target) {
    return contract.getPerformanceYears().stream()
        .filter(year -> year.getYear() == target.getYear())
        .map(PerformanceYear::getFrom)
        .findFirst()
        .orElse(LocalDate.of(target.getYear(), 1, 1));
  }

  private void byCategory(String field, TargetTerms target) {
    if (Boolean.TRUE.equals(target.getByCategory()) && !hasYear(target)) {
      wrong(field + ".byCategory", "Only a history has proportions; leave it out.");
    }
  }

  /** True when the baseline stands in the terms of some year of the contract. */
  private static boolean hasYear(TargetTerms target) {
    return hasHistory(target)
        || target.getBaseline().equals("REGIONAL") && target.getComparisonYear() != null;
  }

  private void baseline(String field, TargetTerms target) {
    terms.word(
        field + ".baseline", target.getBaseline(), "STATED", "HISTORICAL", "REGIONAL", "BLENDED");
    switch (target.getBaseline()) {
      case "STATED" -> needed(field + ".stated", target.getStated());
      case "REGIONAL" -> region(field, target);
      case "HISTORICAL" -> baseYears(field, target);
      case "BLENDED" -> {
        baseYears(field, target);
        region(field, target);
        needed(field + ".blendCap", target.getBlendCap());
        terms.rate(field + ".weightIfRegionHigher", target.getWeightIfRegionHigher());
        terms.rate(field + ".weightIfRegionLower", target.getWeightIfRegionLower());
      }
      default -> {}
    }
  }

  private static boolean hasHistory(TargetTerms target) {
    return target.getBaseline().equals("HISTORICAL") || target.getBaseline().equals("BLENDED");
  }

  private void region(String field, TargetTerms target) {
    if (target.getComparisonYear() == null) {
      needed(field + ".region", target.getRegion());
    }
  }

  /** The years of an agreement period instead of a list of them. */
  private void agreement(String field, ContractTerms contract, TargetTerms target) {
    LocalDate start = target.getAgreementStart();
    if (start == null) {
      if (target.getAgreementYears() != null || target.getBaseYearGrowth() != null) {
        wrong(
            field + ".agreementStart", "Length and growth belong to an agreement; add its start.");
      }
      return;
    }
    if (!target.getBaseYears().isEmpty() || !hasHistory(target)) {
      wrong(field + ".agreementStart", "Of a history: base years or an agreement, not both.");
    }
    if (begins(contract, target).isBefore(start)) {
      wrong(field + ".agreementStart", "The first agreement begins before the performance year.");
    }
    Integer years = target.getAgreementYears();
    if (years != null) {
      terms.atLeast(field + ".agreementYears", years, 1);
    }
    positive(field + ".baseYearGrowth", target.getBaseYearGrowth());
  }

  private void baseYears(String field, TargetTerms target) {
    if (target.getBaseYears().isEmpty() && target.getAgreementStart() == null) {
      wrong(field + ".baseYears", "Add at least one base year, or agreementStart.");
    }
    int before = Integer.MIN_VALUE;
    for (int i = 0; i < target.getBaseYears().size(); i++) {
      BaseYearTerms year = target.getBaseYears().get(i);
      String place = field + ".baseYears[" + i + "]";
      if (year.getYear() <= before || year.getYear() >= target.getYear()) {
        wrong(place + ".year", "Base years ascend and lie before the performance year.");
      }
      before = year.getYear();
      terms.atLeast(place + ".weight", year.getWeight(), 1);
      needed(place + ".trend", year.getTrend());
      positive(place + ".pmpm", year.getPmpm());
      positive(place + ".risk", year.getRisk());
    }
  }

  private void update(String field, TargetTerms target) {
    terms.word(
        field + ".update",
        target.getUpdate(),
        "NATIONAL",
        "REGIONAL",
        "BLEND",
        "FIXED",
        "DECLINING");
    switch (target.getUpdate()) {
      case "NATIONAL" -> needed(field + ".nationalGrowth", target.getNationalGrowth());
      case "REGIONAL" -> needed(field + ".regionalGrowth", target.getRegionalGrowth());
      case "FIXED" -> needed(field + ".fixedGrowth", target.getFixedGrowth());
      case "BLEND" -> {
        needed(field + ".nationalGrowth", target.getNationalGrowth());
        needed(field + ".regionalGrowth", target.getRegionalGrowth());
        present(field + ".nationalWeight", target.getNationalWeight());
        terms.rate(field + ".nationalWeight", target.getNationalWeight());
      }
      case "DECLINING" -> trends(field, target.getTrends());
      default -> {}
    }
  }

  private void trends(String field, List<BigDecimal> trends) {
    if (trends.isEmpty()) {
      wrong(field + ".trends", "Add a trend for each year since the base.");
    }
    for (int i = 1; i < trends.size(); i++) {
      if (trends.get(i).compareTo(trends.get(i - 1)) > 0) {
        wrong(field + ".trends[" + i + "]", "A declining list never rises.");
      }
    }
  }

  private void adjustments(String field, TargetTerms target) {
    if (Boolean.TRUE.equals(target.getRiskAdjusted()) && !hasYear(target)) {
      wrong(field + ".riskAdjusted", "Only a history has a risk to compare with.");
    }
    positive(field + ".riskCap", target.getRiskCap());
    positive(field + ".riskFloor", target.getRiskFloor());
    if (target.getRiskCap() != null
        && target.getRiskFloor() != null
        && target.getRiskCap().compareTo(target.getRiskFloor()) < 0) {
      wrong(field + ".riskFloor", "The floor lies above the cap.");
    }
    terms.rate(field + ".priorSavingsShare", target.getPriorSavingsShare());
    if (target.getEfficientAt() != null) {
      needed(field + ".efficientAt", target.getEfficientAt());
      region(field, target);
      needed(field + ".previousBaseline", target.getPreviousBaseline());
      if (!hasHistory(target)) {
        wrong(field + ".efficientAt", "Only a history is compared with the region.");
      }
    }
    if (target.getCredibleFrom() != null) {
      needed(field + ".credibleFrom", target.getCredibleFrom());
      needed(field + ".market", target.getMarket());
    }
  }

  private void present(String field, @Nullable BigDecimal value) {
    if (value == null) {
      findings.problem(ContractCode.CONTRACT_MISSING_FIELD, field, "The method needs it; add it.");
    }
  }

  private void needed(String field, @Nullable BigDecimal value) {
    present(field, value);
    positive(field, value);
  }

  private void positive(String field, @Nullable BigDecimal value) {
    if (value != null && value.signum() <= 0) {
      findings.problem(ContractCode.CONTRACT_NUMBER, field, "It is not above 0.");
    }
  }

  private void wrong(String field, String text) {
    findings.problem(ContractCode.CONTRACT_TARGET, field, text);
  }
}
