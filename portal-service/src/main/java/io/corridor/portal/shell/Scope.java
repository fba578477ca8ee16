package io.corridor.portal.shell;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a viewer sees: contracts seen as a whole and practices seen on their own. A row is in
 * scope when its contract or its practice is. PostgreSQL's row-level security holds the same rule a
 * second time.
 *
 * @param all true for those who may see every organisation
 * @param contracts contracts of the viewer's ACOs
 * @param tins the viewer's practices
 */
public record Scope(boolean all, Set<String> contracts, Set<String> tins) {

  /** Every organisation. */
  public static final Scope ALL = new Scope(true, Set.of(), Set.of());

  /** Nothing. */
  public static final Scope NONE = new Scope(false, Set.of(), Set.of());

  /** Keeps its own copies, sorted. */
  public Scope {
    contracts = Set.copyOf(contracts);
    tins = Set.copyOf(tins);
  }

  /** True when a row of this contract and practice may be seen. */
  public boolean sees(@Nullable String contract, @Nullable String tin) {
    return all
        || (contract != null && contracts.contains(contract))
        || (tin != null && tins.contains(tin));
  }

  /** True when the contract is seen as a whole, with its estimate. */
  public boolean seesContract(String contract) {
    return all || contracts.contains(contract);
  }

  /** Contracts in order. */
  public SortedSet<String> sortedContracts() {
    return new TreeSet<>(contracts);
  }

  /** Practices in order. */
  public SortedSet<String> sortedTins() {
    return new TreeSet<>(tins);
  }
}
