package io.corridor.intake.contract;

import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.CostTerms;
import io.corridor.schemas.DrugPriceControlTerms;
import io.corridor.schemas.PhaseInWeight;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules on weights by year, drug prices and levels of reporting. */
final class ScopeChecks {

  private static final Pattern DRUG = Pattern.compile("\\d{9}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
  private static final String WAIVER = "HCBS_WAIVER";
  private static final String ORGANISATION = "ORGANISATION";

  private final Findings findings;
  private final TermsChecks terms;

  ScopeChecks(Findings findings, TermsChecks terms) {
    this.findings = findings;
    this.terms = terms;
  }

  void check(ContractTerms contract, CostTerms cost) {
    phaseIn(contract, cost.getPhaseIn());
    if (cost.getUnbilledStay() != null) {
      aboveZero("cost.unbilledStay", cost.getUnbilledStay());
    }
    Integer meanFrom = cost.getUnbilledMeanFrom();
    if (meanFrom != null) {
      aboveZero("cost.unbilledMeanFrom", BigDecimal.valueOf(meanFrom));
      if (cost.getUnbilledStay() == null) {
        findings.problem(
            ContractCode.CONTRACT_MISSING_FIELD,
            "cost.unbilledStay",
            "A mean of billed stays needs a stated price for years before which there are too few.");
      }
    }
    if (cost.getDrugPrices() != null) {
      drugPrices(cost.getDrugPrices());
    }
    terms.words("cost.levels", cost.getLevels(), "NPI", "SITE", "ACO", "PAYER", ORGANISATION);
    terms.words(
        "cost.breakdowns",
        cost.getBreakdowns(),
        "DRUG",
        "SPECIALTY",
        "SPECIALIST",
        "REFERRAL",
        "DISEASE");
    terms.words("cost.reports", cost.getReports(), "PERFORMANCE", "CARE_VARIATION");
    if (cost.getOrganisation() != null) {
      terms.id("cost.organisation", cost.getOrganisation());
    } else if (cost.getLevels().contains(ORGANISATION)) {
      findings.problem(
          ContractCode.CONTRACT_MISSING_FIELD,
          "cost.organisation",
          "The level needs the organisation that the contract is reported under.");
    }
  }

  private void phaseIn(ContractTerms contract, List<PhaseInWeight> weights) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < weights.size(); i++) {
      PhaseInWeight weight = weights.get(i);
      String field = "cost.phaseIn[" + i + "]";
      boolean known =
          contract.getPerformanceYears().stream()
              .anyMatch(year -> year.getYear() == weight.getYear());
      if (!known || !seen.add(weight.getYear() + weight.getCategory())) {
        wrong(field + ".year", "Use each performance year and category once at most.");
      }
      if (!MoneyChecks.CATEGORIES.contains(weight.getCategory())
          || weight.getCategory().equals(WAIVER)) {
        wrong(field + ".category", "Use a service category; waiver services are never in scope.");
      }
      terms.rate(field + ".weight", weight.getWeight());
    }
  }

  private void drugPrices(DrugPriceControlTerms control) {
    terms.word("cost.drugPrices.mode", control.getMode(), "EXCLUDE", "REPRICE", "INDEX");
    require("cost.drugPrices.prices", control.getPrices().isEmpty(), control, "REPRICE");
    require("cost.drugPrices.index", control.getIndex().isEmpty(), control, "INDEX");
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < control.getPrices().size(); i++) {
      String field = "cost.drugPrices.prices[" + i + "]";
      String drug = control.getPrices().get(i).getDrug();
      if (!DRUG.matcher(drug).matches() || !seen.add(drug)) {
        wrong(field + ".drug", "Use the nine digits of each labeler and product once.");
      }
      aboveZero(field + ".basePrice", control.getPrices().get(i).getBasePrice());
    }
    for (int i = 0; i < control.getIndex().size(); i++) {
      String field = "cost.drugPrices.index[" + i + "]";
      String month = control.getIndex().get(i).getMonth();
      if (!MONTH.matcher(month).matches() || !seen.add(month)) {
        wrong(field + ".month", "Use each month as yyyy-MM once.");
      }
      aboveZero(field + ".index", control.getIndex().get(i).getIndex());
    }
  }

  /** A table stands with its own mode and with no other. */
  private void require(String field, boolean empty, DrugPriceControlTerms control, String mode) {
    if (control.getMode().equals(mode) == empty) {
      wrong(field, empty ? "The mode needs it; add it." : "Only " + mode + " uses it.");
    }
  }

  private void aboveZero(String field, BigDecimal value) {
    if (value.signum() <= 0) {
      findings.problem(ContractCode.CONTRACT_NUMBER, field, "It is not above 0.");
    }
  }

  private void wrong(String field, String text) {
    findings.problem(ContractCode.CONTRACT_SCOPE, field, text);
  }
}
