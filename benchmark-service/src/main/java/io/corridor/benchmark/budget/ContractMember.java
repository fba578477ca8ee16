package io.corridor.benchmark.budget;

import io.corridor.benchmark.spend.RowsOnce;
import io.corridor.common.care.Contracts;
import io.corridor.common.id.ContractId;
import io.corridor.common.streams.Subject;
import io.corridor.common.streams.World;
import java.time.LocalDate;

/**
 * A member under one contract while its answers are derived.
 *
 * @param subject the member
 * @param rows its rows
 * @param world tables and the business date
 * @param contracts all contracts
 * @param contract the contract
 * @param today business date
 * @param scores its scores under the contract
 * @param touching which of its months may have changed
 */
record ContractMember(
    Subject subject,
    RowsOnce rows,
    World world,
    Contracts contracts,
    ContractId contract,
    LocalDate today,
    MemberScores scores,
    TouchedMonths touching) {

  static ContractMember of(
      Subject subject,
      RowsOnce rows,
      World world,
      Contracts contracts,
      ContractId contract,
      LocalDate today) {
    return new ContractMember(
        subject,
        rows,
        world,
        contracts,
        contract,
        today,
        new MemberScores(rows, world),
        new TouchedMonths(subject, rows, contracts, contract, today));
  }
}
