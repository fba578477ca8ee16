package io.corridor.intake.contract;

import io.corridor.schemas.ContractTerms;
import java.util.List;

/** What became of one contract file. */
public sealed interface ContractResult {

  /** File name, without directory. */
  String file();

  /**
   * Terms without contradiction.
   *
   * @param file file name
   * @param terms the terms; receivedAt is null and set by whoever applies them
   * @param warnings what is allowed but worth a look
   */
  record Accepted(String file, ContractTerms terms, List<ContractProblem> warnings)
      implements ContractResult {}

  /**
   * A file that is not applied.
   *
   * @param file file name
   * @param problems everything that is wrong with it, by line
   */
  record Rejected(String file, List<ContractProblem> problems) implements ContractResult {}
}
