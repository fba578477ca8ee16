package io.corridor.intake.contract;

import io.corridor.schemas.BudgetLine;
import io.corridor.schemas.CategoryWeight;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.MeasureTerms;
import io.corridor.schemas.PerformanceYear;
import io.corridor.schemas.QualityTerms;
import io.corridor.schemas.StopLossTerms;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules on the scope, budget, quality programme and settlement of a contract. */
final class MoneyChecks {

  /** The 14 service categories of domain.md 2.2. */
  static final Set<String> CATEGORIES =
      Set.of(
          "HCBS_WAIVER",
          "LTSS",
          "SNF",
          "ED",
          "BH",
          "INPATIENT",
          "PHARMACY",
          "RADIOLOGY",
          "LAB",
          "HOME_HEALTH",
          "DME",
          "OUTPATIENT",
          "PROF_PRIMARY",
          "PROF_SPECIALTY");

  /** Outcome measures of domain.md 3.3. */
  private static final Set<String> OUTCOMES = Set.of("Q03", "Q04");

  private static final String ALL = "ALL";
  private static final Pattern MEASURE = Pattern.compile("Q(0[1-9]|1[0-7])");
  private static final int TABLE_FROM = 500;

  private final Findings findings;
  private final TermsChecks terms;

  MoneyChecks(Findings findings, TermsChecks terms) {
    this.findings = findings;
    this.terms = terms;
  }

  void check(ContractTerms contract) {
    scope(contract.getScope());
    stopLoss(contract.getStopLoss());
    budget(
        contract.getBudget(),
        contract.getPerformanceYears(),
        SettlementChecks.needsBudget(contract.getSettlement()));
    if (contract.getQuality() != null) {
      quality(contract.getQuality());
    }
    new SettlementChecks(findings, terms).check(contract);
    if (contract.getMinLives() < TABLE_FROM
        && SettlementChecks.sharesSavings(contract.getSettlement().getShape())
        && contract.getSettlement().getMinimumSavingsRate() == null) {
      findings.warning(
          ContractCode.CONTRACT_MINIMUM_RATE,
          "settlement",
          "Below 500 members no table gives a minimum savings rate: the estimate is refused"
              + " unless minimumSavingsRate is stated.");
    }
  }

  private void scope(List<CategoryWeight> scope) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < scope.size(); i++) {
      CategoryWeight weight = scope.get(i);
      String field = "scope[" + i + "]";
      category(field, weight.getCategory(), CATEGORIES.contains(weight.getCategory()));
      terms.rate(field + ".weight", weight.getWeight());
      if (!seen.add(weight.getCategory())) {
        findings.problem(ContractCode.CONTRACT_CATEGORY, field, "The category stands twice.");
      }
      if (weight.getCategory().equals("HCBS_WAIVER") && weight.getWeight().signum() != 0) {
        findings.problem(
            ContractCode.CONTRACT_CATEGORY,
            field + ".weight",
            "Waiver services are never in scope: their weight is 0.");
      }
    }
  }

  private void stopLoss(@Nullable StopLossTerms stopLoss) {
    if (stopLoss == null) {
      return;
    }
    if (stopLoss.getAttachment().signum() <= 0) {
      findings.problem(
          ContractCode.CONTRACT_NUMBER, "stopLoss.attachment", "The attachment is not above 0.");
    }
    terms.rate("stopLoss.excludedShare", stopLoss.getExcludedShare());
  }

  private void budget(List<BudgetLine> budget, List<PerformanceYear> years, boolean needed) {
    Set<Integer> expected = new TreeSet<>();
    years.forEach(year -> expected.add(year.getYear()));
    Map<Integer, Set<String>> seen = new TreeMap<>();
    for (int i = 0; i < budget.size(); i++) {
      BudgetLine line = budget.get(i);
      String field = "budget[" + i + "]";
      boolean known = CATEGORIES.contains(line.getCategory()) || line.getCategory().equals(ALL);
      category(field, line.getCategory(), known);
      if (!expected.contains(line.getYear())) {
        findings.problem(
            ContractCode.CONTRACT_BUDGET, field + ".year", "It is no performance year.");
      }
      if (line.getPmpm().signum() < 0) {
        findings.problem(ContractCode.CONTRACT_NUMBER, field + ".pmpm", "It is below 0.");
      }
      Set<String> categories = seen.computeIfAbsent(line.getYear(), year -> new HashSet<>());
      if (!categories.add(line.getCategory())) {
        findings.problem(
            ContractCode.CONTRACT_BUDGET, field, "The category stands twice in its year.");
      }
      if (categories.contains(ALL) && categories.size() > 1) {
        findings.problem(
            ContractCode.CONTRACT_BUDGET, field, "A year is either ALL or split, not both.");
      }
    }
    expected.removeAll(seen.keySet());
    if (!needed) {
      return;
    }
    expected.forEach(year ->
        findings.problem(
            ContractCode.CONTRACT_BUDGET, "budget", "Year " + year + " has no budget."));
  }

  private void category(String field, String category, boolean known) {
    if (!known) {
      findings.problem(
          ContractCode.CONTRACT_CATEGORY,
          field + ".category",
          "There is no such category; use one of "
              + String.join(", ", new TreeSet<>(CATEGORIES))
              + ".");
    }
  }

  private void quality(QualityTerms quality) {
    if (quality.getMeasures().isEmpty()) {
      findings.problem(
          ContractCode.CONTRACT_MEASURE, "quality.measures", "Add at least one measure.");
    }
    Set<String> seen = new HashSet<>();
    BigDecimal weights = BigDecimal.ZERO;
    for (int i = 0; i < quality.getMeasures().size(); i++) {
      MeasureTerms measure = quality.getMeasures().get(i);
      measure("quality.measures[" + i + "]", measure, seen);
      weights = weights.add(measure.getWeight());
    }
    weights(quality, weights);
    terms.rate("quality.gate", quality.getGate());
    terms.rate("quality.fullScore", quality.getFullScore());
    terms.rate("quality.minimumShare", quality.getMinimumShare());
    if (quality.getScaled() && quality.getFullScore().compareTo(quality.getGate()) <= 0) {
      findings.problem(
          ContractCode.CONTRACT_QUALITY,
          "quality.fullScore",
          "A scaled share needs a full score above the gate.");
    }
  }

  private void weights(QualityTerms quality, BigDecimal weights) {
    BigDecimal promised = quality.getWeightSum();
    if (promised != null && weights.compareTo(promised) != 0) {
      findings.problem(
          ContractCode.CONTRACT_WEIGHT_SUM,
          "quality.weightSum",
          "The weights sum to " + weights.stripTrailingZeros().toPlainString() + ".");
    } else if (promised == null && weights.compareTo(BigDecimal.ONE) != 0) {
      findings.warning(
          ContractCode.CONTRACT_WEIGHTS,
          "quality.measures",
          "The weights do not sum to 1; each counts by its share of the sum.");
    }
    terms.rate("quality.minimumOutcomeWeight", quality.getMinimumOutcomeWeight());
    BigDecimal least = quality.getMinimumOutcomeWeight();
    if (least != null && outcomes(quality).compareTo(least.multiply(weights)) < 0) {
      findings.problem(
          ContractCode.CONTRACT_OUTCOME_WEIGHT,
          "quality.minimumOutcomeWeight",
          "Outcome measures ("
              + String.join(", ", new TreeSet<>(OUTCOMES))
              + ") have less than this part of the weights.");
    }
  }

  private static BigDecimal outcomes(QualityTerms quality) {
    return quality.getMeasures().stream()
        .filter(measure -> OUTCOMES.contains(measure.getMeasure()))
        .map(MeasureTerms::getWeight)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void measure(String field, MeasureTerms measure, Set<String> seen) {
    if (!MEASURE.matcher(measure.getMeasure()).matches()) {
      findings.problem(
          ContractCode.CONTRACT_MEASURE, field + ".measure", "Use a measure from Q01 to Q17.");
    }
    if (!seen.add(measure.getMeasure())) {
      findings.problem(ContractCode.CONTRACT_MEASURE, field, "The measure stands twice.");
    }
    if (measure.getWeight().signum() <= 0) {
      findings.problem(
          ContractCode.CONTRACT_MEASURE, field + ".weight", "The weight is not above 0.");
    }
    if (measure.getThreshold().signum() < 0
        || measure.getBenchmark().signum() < 0
        || measure.getThreshold().compareTo(measure.getBenchmark()) == 0) {
      findings.problem(
          ContractCode.CONTRACT_MEASURE,
          field,
          "Threshold and benchmark must not be below 0 and must differ.");
    }
    terms.atLeast(field + ".minimumDenominator", measure.getMinimumDenominator(), 1);
  }
}
