package io.corridor.attribution.election;

import io.corridor.common.id.ContractId;
import java.time.Instant;
import java.util.Comparator;

/**
 * A signed-in person's election of a list. Nothing is judged here.
 *
 * @param id id of the election; the same id is the same election
 * @param payer payer of the contract
 * @param contract contract
 * @param year performance year
 * @param list list asked for, as written
 * @param user who elected
 * @param at when
 */
public record ListElection(
    String id, String payer, ContractId contract, int year, String list, String user, Instant at) {

  /** The order in which elections are taken, whenever they arrive. */
  static final Comparator<ListElection> IN_TIME =
      Comparator.comparing(ListElection::at)
          .thenComparing(ListElection::id)
          .thenComparing(ListElection::year)
          .thenComparing(ListElection::list)
          .thenComparing(ListElection::user);
}
