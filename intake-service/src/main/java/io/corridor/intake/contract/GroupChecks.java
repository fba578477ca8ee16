package io.corridor.intake.contract;

import io.corridor.common.id.Tin;
import io.corridor.schemas.ComparisonTerms;
import io.corridor.schemas.CostTerms;
import io.corridor.schemas.PoolRegion;
import io.corridor.schemas.PoolTerms;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules on the comparison group and on pools. */
final class GroupChecks {

  private static final int OLDEST = 150;

  private final Findings findings;
  private final TermsChecks terms;

  GroupChecks(Findings findings, TermsChecks terms) {
    this.findings = findings;
    this.terms = terms;
  }

  void check(CostTerms cost) {
    if (cost.getComparison() != null) {
      comparison(cost.getComparison());
    }
    if (cost.getPools() != null) {
      pools(cost.getPools());
    }
  }

  private void comparison(ComparisonTerms comparison) {
    List<Integer> ages = comparison.getAgeBands();
    for (int i = 0; i < ages.size(); i++) {
      int before = i == 0 ? 0 : ages.get(i - 1);
      if (ages.get(i) <= before || ages.get(i) > OLDEST) {
        findings.problem(
            ContractCode.CONTRACT_NUMBER,
            "cost.comparison.ageBands[" + i + "]",
            "First ages ascend, from 1 to " + OLDEST + ".");
      }
    }
    Integer minimum = comparison.getMinimumMemberMonths();
    if (minimum != null) {
      terms.atLeast("cost.comparison.minimumMemberMonths", minimum, 1);
    }
  }

  private void pools(PoolTerms pools) {
    terms.atLeast("cost.pools.minimumLives", pools.getMinimumLives(), 1);
    Set<String> regions = new HashSet<>();
    Set<String> practices = new HashSet<>();
    for (int i = 0; i < pools.getRegions().size(); i++) {
      PoolRegion region = pools.getRegions().get(i);
      String field = "cost.pools.regions[" + i + "]";
      if (region.getRegion().isBlank()
          || region.getRegion().contains("|")
          || !regions.add(region.getRegion())) {
        findings.problem(
            ContractCode.CONTRACT_TARGET, field + ".region", "Name each region once, without |.");
      }
      for (int j = 0; j < region.getTins().size(); j++) {
        String tin = region.getTins().get(j);
        if (!Tin.isValid(tin) || !practices.add(tin)) {
          findings.problem(
              ContractCode.CONTRACT_TARGET,
              field + ".tins[" + j + "]",
              "Name each practice once, by the nine digits of its TIN.");
        }
      }
    }
  }
}
