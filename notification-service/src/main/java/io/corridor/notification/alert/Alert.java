package io.corridor.notification.alert;

import io.corridor.notification.encounter.Encounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One alert an encounter, amended in place as the encounter goes on.
 *
 * @param encounter where the encounter stands
 * @param practice practice that is told; empty when nobody is accountable
 */
public record Alert(Encounter encounter, Optional<Accountable> practice) {

  /** Codes of why it stands, in a fixed order. */
  public List<String> reasons() {
    List<String> codes = new ArrayList<>();
    codes.add(practice.isPresent() ? "ATTRIBUTED" : "NO_ACCOUNTABLE_PRACTICE");
    encounter.reasons().forEach(reason -> codes.add(reason.name()));
    return List.copyOf(codes);
  }

  /** True when the encounter was cancelled, so that the alert is taken back. */
  public boolean isRetracted() {
    return encounter.phase() == Encounter.Phase.CANCELLED;
  }
}
