package io.corridor.benchmark.risk;

import io.corridor.common.care.CostTerms;
import io.corridor.common.money.Rate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Risk weights of a contract, out of its terms. */
public final class ContractTable {

  private static final String BASE = "BASE";

  private ContractTable() {}

  /**
   * The table of the terms.
   *
   * @throws IllegalArgumentException if the table has a gap or an overlap; the door refuses those
   */
  public static ContractRiskWeights of(CostTerms.Risk terms) {
    List<ContractRiskWeights.Weight> bases = new ArrayList<>();
    Map<String, List<ContractRiskWeights.Weight>> conditions = new TreeMap<>();
    Map<ContractRiskWeights.Trait, List<ContractRiskWeights.Weight>> traits =
        new java.util.HashMap<>();
    for (CostTerms.RiskWeight line : terms.weights()) {
      ContractRiskWeights.Weight weight =
          new ContractRiskWeights.Weight(
              line.firstAge(), line.lastAge(), line.female(), line.weight());
      int equals = line.reason().indexOf('=');
      if (line.reason().equals(BASE)) {
        bases.add(weight);
      } else if (equals > 0) {
        traits
            .computeIfAbsent(
                new ContractRiskWeights.Trait(
                    line.reason().substring(0, equals), line.reason().substring(equals + 1)),
                any -> new ArrayList<>())
            .add(weight);
      } else {
        conditions.computeIfAbsent(line.reason(), any -> new ArrayList<>()).add(weight);
      }
    }
    Map<String, Set<String>> codes = new TreeMap<>();
    terms.conditions().forEach((name, heads) -> codes.put(name, new LinkedHashSet<>(heads)));
    Rate mean = Objects.requireNonNull(terms.mean(), "a table of weights needs a mean");
    return new ContractRiskWeights(bases, codes, conditions, traits, mean);
  }
}
