package io.corridor.attribution.assignment;

import io.corridor.common.care.Contract;
import io.corridor.common.care.Participation;
import io.corridor.common.id.Tin;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which practices belong to which ACO on one day (domain.md 1.4): an ACO is one entity, a practice
 * outside any ACO is one by itself, and a practice in several ACOs counts for nobody.
 */
final class AcoMembership {

  /** For contracts that compare no ACOs. */
  static final AcoMembership NONE = new AcoMembership(Map.of());

  private final Map<Tin, Set<String>> acos;

  private AcoMembership(Map<Tin, Set<String>> acos) {
    this.acos = acos;
  }

  /**
   * The ACOs of a day.
   *
   * @param own the contract that asks
   * @param others terms of that day of all contracts; those under MSSP of the same payer and line
   *     of business name ACOs too
   */
  static AcoMembership on(LocalDate day, Contract own, Collection<Contract> others) {
    Map<Tin, Set<String>> acos = new HashMap<>();
    add(acos, own.aco(), own.participants(), day);
    own.attribution()
        .options()
        .otherAcos()
        .forEach((aco, practices) -> add(acos, aco, practices, day));
    others.stream()
        .filter(other -> other.attribution().uses(Contract.Method.MSSP))
        .filter(other -> other.payer().equals(own.payer()))
        .filter(other -> other.lineOfBusiness().equals(own.lineOfBusiness()))
        .forEach(other -> add(acos, other.aco(), other.participants(), day));
    return new AcoMembership(acos);
  }

  private static void add(
      Map<Tin, Set<String>> acos, String aco, Participation practices, LocalDate day) {
    for (Tin tin : practices.byTin().keySet()) {
      if (practices.includes(tin, day)) {
        acos.computeIfAbsent(tin, any -> new TreeSet<>()).add(aco);
      }
    }
  }

  /** True when the practice belongs to more than one ACO. */
  boolean isShared(Tin tin) {
    return acos.getOrDefault(tin, Set.of()).size() > 1;
  }

  /** The ACO of a practice; null when it belongs to none. */
  @Nullable String acoOf(Tin tin) {
    return acos.getOrDefault(tin, Set.of()).stream().findFirst().orElse(null);
  }
}
