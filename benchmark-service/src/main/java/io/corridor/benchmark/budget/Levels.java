package io.corridor.benchmark.budget;

import io.corridor.benchmark.membership.MemberMonthCost;
import io.corridor.common.care.Contract;
import io.corridor.common.care.CostTerms;
import io.corridor.common.id.Npi;
import io.corridor.common.streams.World;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Levels at which a member month counts (decisions 11). Contract totals are made of practices.
 * Levels above a contract are made of contracts: their parts live where the level's id lives, one a
 * contract.
 */
final class Levels {

  /** A member month without a clinician. */
  static final String NOBODY = "-";

  private static final Set<CostTerms.Level> ABOVE =
      EnumSet.of(CostTerms.Level.ACO, CostTerms.Level.PAYER, CostTerms.Level.ORGANISATION);

  private Levels() {}

  /** Keys of the sums that a member month is part of. */
  static List<BudgetKey> of(Contract terms, MemberMonthCost cost, World world) {
    String contract = terms.id().value();
    String month = cost.month().toString();
    List<BudgetKey> keys = new ArrayList<>();
    keys.add(new BudgetKey(contract, BudgetKey.TIN, cost.tin().value(), month));
    for (CostTerms.Level level : terms.cost().reporting().levels()) {
      switch (level) {
        case NPI -> {
          Npi npi = cost.npi();
          keys.add(
              new BudgetKey(contract, level.name(), npi == null ? NOBODY : npi.value(), month));
        }
        case SITE ->
            keys.add(
                new BudgetKey(
                    contract,
                    level.name(),
                    Sites.of(world, cost.tin(), cost.npi(), cost.month()),
                    month));
        case ACO -> keys.add(new BudgetKey(terms.aco(), level.name(), contract, month));
        case PAYER -> keys.add(new BudgetKey(terms.payer(), level.name(), contract, month));
        case ORGANISATION -> {
          String organisation = terms.cost().reporting().organisation();
          if (organisation != null) {
            keys.add(new BudgetKey(organisation, level.name(), contract, month));
          }
        }
      }
    }
    return keys;
  }

  /** True for a level without completion, which is placed on single practices alone. */
  static boolean isNotCompleted(String level) {
    return level.equals(BudgetKey.POOL)
        || level.equals(CostTerms.Level.NPI.name())
        || level.equals(CostTerms.Level.SITE.name());
  }

  /** True for a level that is made of contracts. */
  static boolean isAbove(String level) {
    return ABOVE.stream().anyMatch(above -> above.name().equals(level));
  }
}
