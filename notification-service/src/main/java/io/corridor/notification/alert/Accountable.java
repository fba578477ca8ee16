package io.corridor.notification.alert;

import io.corridor.common.care.AssignedSpan;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The practice that is told about an encounter and owes the follow-up.
 *
 * @param contract contract through which it is accountable
 * @param tin practice
 * @param npi clinician
 */
public record Accountable(ContractId contract, Tin tin, @Nullable Npi npi) {

  /**
   * The practice attributed on the day of the first event, under a contract of the payer; the
   * smallest contract id if several. A later change of attribution moves the alert with it.
   */
  public static Optional<Accountable> on(
      Collection<Assigned> assigned, String payer, LocalDate day) {
    return assigned.stream()
        .filter(contract -> contract.payer().equals(payer))
        .sorted(Comparator.comparing(Assigned::contract))
        .flatMap(contract -> in(contract, day).stream())
        .findFirst();
  }

  private static Optional<Accountable> in(Assigned contract, LocalDate day) {
    return AssignedSpan.on(contract.spans(), day)
        .map(span -> new Accountable(contract.contract(), span.tin(), span.npi()));
  }
}
