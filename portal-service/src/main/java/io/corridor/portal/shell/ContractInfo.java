package io.corridor.portal.shell;

import io.corridor.common.care.Contract;
import io.corridor.common.care.CostTerms.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A version of a contract with the names that pages show.
 *
 * @param terms the terms
 * @param acoName display name of the ACO
 * @param practices display names by practice, where the terms give one
 */
public record ContractInfo(Contract terms, String acoName, Map<String, String> practices) {

  /** Keeps its own copy. */
  public ContractInfo {
    practices = Map.copyOf(practices);
  }

  /** Contract id. */
  public String id() {
    return terms.id().value();
  }

  /** True when the contract asks how its clinicians differ. */
  public boolean comparesClinicians() {
    return terms.cost().reporting().reports().contains(Report.CARE_VARIATION);
  }

  /** Name of a practice, or its number. */
  public String practice(String tin) {
    return practices.getOrDefault(tin, "Practice " + tin);
  }

  /** Names of practices by the first contract that tells one, else their numbers. */
  public static UnaryOperator<String> practiceNames(List<ContractInfo> contracts) {
    return tin ->
        contracts.stream()
            .map(info -> Optional.ofNullable(info.practices().get(tin)))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse("Practice " + tin);
  }
}
