package io.corridor.intake.contract;

import io.corridor.schemas.CompletionTerms;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.CostTerms;
import io.corridor.schemas.ProjectionTerms;
import io.corridor.schemas.RiskCondition;
import io.corridor.schemas.RiskTerms;
import io.corridor.schemas.RiskWeight;
import io.corridor.schemas.SeasonFactor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rules on what a contract asks of cost and budget beyond scope, truncation and PMPM. */
final class CostChecks {

  private static final String TABLE = "TABLE";
  private static final String BASE = "BASE";
  private static final String MEDICARE = "MEDICARE";
  private static final int OLDEST = 150;
  private static final Set<String> TRAITS =
      Set.of(
          "dual",
          "esrd",
          "disabled",
          "originalReason",
          "medicaid",
          "institution",
          "newEnrollee",
          "socialNeed",
          "language");

  private final Findings findings;
  private final TermsChecks terms;

  CostChecks(Findings findings, TermsChecks terms) {
    this.findings = findings;
    this.terms = terms;
  }

  void check(ContractTerms contract, CostTerms cost) {
    if (Boolean.TRUE.equals(cost.getPersonYears()) && !isMedicare(contract)) {
      findings.problem(
          ContractCode.CONTRACT_WORD,
          "cost.personYears",
          "Enrollment types are Medicare's; leave it out for another line of business.");
    }
    if (cost.getRisk() != null) {
      risk(contract, cost.getRisk());
    }
    completion(cost);
    new TargetChecks(findings, terms).check(contract, cost.getTargets());
    new YearTargetChecks(findings, terms).check(contract, cost);
    new ScopeChecks(findings, terms).check(contract, cost);
    new GroupChecks(findings, terms).check(cost);
  }

  private void completion(CostTerms cost) {
    CompletionTerms completion = cost.getCompletion();
    if (completion != null) {
      atLeastOne("cost.completion.diagonals", completion.getDiagonals());
      atLeastOne("cost.completion.expectationMonths", completion.getExpectationMonths());
      aboveZero("cost.completion.tailFactor", completion.getTailFactor());
      aboveZero("cost.completion.expectationTrend", completion.getExpectationTrend());
      aboveZero("cost.completion.bandErrors", completion.getBandErrors());
      terms.rate("cost.completion.matureFrom", completion.getMatureFrom());
    }
    ProjectionTerms projection = cost.getProjection();
    if (projection == null) {
      return;
    }
    if (completion == null) {
      findings.problem(
          ContractCode.CONTRACT_MISSING_FIELD,
          "cost.projection",
          "A projection starts from completed months; add completion.");
    }
    aboveZero("cost.projection.trend", projection.getTrend());
    seasons(projection.getSeasonality());
  }

  private void seasons(List<SeasonFactor> seasons) {
    Set<Integer> months = new HashSet<>();
    for (int i = 0; i < seasons.size(); i++) {
      String field = "cost.projection.seasonality[" + i + "]";
      int month = seasons.get(i).getMonth();
      if (month < 1 || month > 12 || !months.add(month)) {
        findings.problem(
            ContractCode.CONTRACT_NUMBER, field + ".month", "Use each month from 1 to 12 once.");
      }
      aboveZero(field + ".factor", seasons.get(i).getFactor());
    }
  }

  private void atLeastOne(String field, @Nullable Integer value) {
    if (value != null) {
      terms.atLeast(field, value, 1);
    }
  }

  private void aboveZero(String field, @Nullable BigDecimal value) {
    if (value != null && value.signum() <= 0) {
      findings.problem(ContractCode.CONTRACT_NUMBER, field, "It is not above 0.");
    }
  }

  private static boolean isMedicare(ContractTerms contract) {
    return contract.getLineOfBusiness().equals(MEDICARE);
  }

  private void risk(ContractTerms contract, RiskTerms risk) {
    terms.word("cost.risk.model", risk.getModel(), "CMS_HCC", "CMS_HCC_CODING_ADJUSTED", TABLE);
    if (risk.getModel().equals(TABLE)) {
      table(risk);
      return;
    }
    if (!isMedicare(contract)) {
      wrong("cost.risk.model", "The CMS models are Medicare's; state a TABLE.");
    }
    if (!risk.getWeights().isEmpty() || !risk.getConditions().isEmpty() || risk.getMean() != null) {
      wrong("cost.risk", "Only a TABLE has mean, weights and conditions.");
    }
  }

  private void table(RiskTerms risk) {
    if (Boolean.TRUE.equals(risk.getRecapture())) {
      wrong("cost.risk.recapture", "A TABLE has no chronic conditions to recapture.");
    }
    if (risk.getMean() == null || risk.getMean().signum() <= 0) {
      wrong("cost.risk.mean", "A TABLE needs the mean of its population, above 0.");
    }
    Set<String> conditions = conditions(risk.getConditions());
    Map<String, List<RiskWeight>> byReason = new TreeMap<>();
    for (int i = 0; i < risk.getWeights().size(); i++) {
      RiskWeight weight = risk.getWeights().get(i);
      weight("cost.risk.weights[" + i + "]", weight, conditions);
      byReason.computeIfAbsent(weight.getReason(), any -> new ArrayList<>()).add(weight);
    }
    byReason.putIfAbsent(BASE, List.of());
    byReason.forEach(this::ages);
  }

  private Set<String> conditions(List<RiskCondition> conditions) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < conditions.size(); i++) {
      RiskCondition condition = conditions.get(i);
      String field = "cost.risk.conditions[" + i + "]";
      if (!names.add(condition.getCondition())) {
        wrong(field, "The condition stands twice.");
      }
      if (condition.getCodes().isEmpty()) {
        wrong(field + ".codes", "Add at least one code.");
      }
    }
    return names;
  }

  private void weight(String field, RiskWeight weight, Set<String> conditions) {
    Integer lastAge = weight.getLastAge();
    if (weight.getFirstAge() < 0 || (lastAge != null && lastAge < weight.getFirstAge())) {
      wrong(field + ".lastAge", "The ages are reversed.");
    }
    if (weight.getSex() != null) {
      terms.word(field + ".sex", weight.getSex(), "FEMALE", "MALE");
    }
    if (weight.getWeight().signum() < 0) {
      findings.problem(ContractCode.CONTRACT_NUMBER, field + ".weight", "It is below 0.");
    }
    String reason = weight.getReason();
    int equals = reason.indexOf('=');
    boolean known =
        equals > 0
            ? TRAITS.contains(reason.substring(0, equals))
            : reason.equals(BASE) || conditions.contains(reason);
    if (!known) {
      wrong(
          field + ".reason",
          "Use BASE, one of the conditions, or a trait of enrollment as field=value.");
    }
  }

  /** Every age and sex has exactly one base weight and at most one of any other reason. */
  private void ages(String reason, List<RiskWeight> weights) {
    for (String sex : List.of("FEMALE", "MALE")) {
      for (int age = 0; age <= OLDEST; age++) {
        int found = matching(weights, age, sex);
        if (found > 1 || (found == 0 && reason.equals(BASE))) {
          wrong(
              "cost.risk.weights",
              "Weights of "
                  + reason
                  + (found == 0 ? " have a gap" : " overlap")
                  + " at age "
                  + age
                  + ".");
          return;
        }
      }
    }
  }

  private static int matching(List<RiskWeight> weights, int age, String sex) {
    int found = 0;
    for (RiskWeight weight : weights) {
      @Nullable Integer lastAge = weight.getLastAge();
      boolean aged = weight.getFirstAge() <= age && (lastAge == null || age <= lastAge);
      boolean sexed = weight.getSex() == null || weight.getSex().equals(sex);
      found += aged && sexed ? 1 : 0;
    }
    return found;
  }

  private void wrong(String field, String text) {
    findings.problem(ContractCode.CONTRACT_RISK, field, text);
  }
}
