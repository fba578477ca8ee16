package io.corridor.intake.contract;

import io.corridor.schemas.ContractTerms;
import java.util.Comparator;
import java.util.List;

/**
 * What became of a file or directory of contracts.
 *
 * @param results one result a file, ascending by file name
 */
public record ContractReading(List<ContractResult> results) {

  /** Accepted terms, ascending by contract and version. */
  public List<ContractTerms> terms() {
    return accepted().stream()
        .map(ContractResult.Accepted::terms)
        .sorted(
            Comparator.comparing(ContractTerms::getContract)
                .thenComparing(ContractTerms::getVersion))
        .toList();
  }

  /** Problems of rejected files. */
  public List<ContractProblem> problems() {
    return results.stream()
        .filter(ContractResult.Rejected.class::isInstance)
        .map(ContractResult.Rejected.class::cast)
        .flatMap(rejected -> rejected.problems().stream())
        .toList();
  }

  /** Warnings about accepted files. */
  public List<ContractProblem> warnings() {
    return accepted().stream().flatMap(result -> result.warnings().stream()).toList();
  }

  private List<ContractResult.Accepted> accepted() {
    return results.stream()
        .filter(ContractResult.Accepted.class::isInstance)
        .map(ContractResult.Accepted.class::cast)
        .toList();
  }
}
