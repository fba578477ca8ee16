package io.corridor.attribution.assignment;

import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import org.jspecify.annotations.Nullable;

/**
 * A practice and clinician that are accountable for a member, and by which method.
 *
 * @param tin practice
 * @param npi clinician
 * @param method by what it was decided
 */
public record Accountable(Tin tin, @Nullable Npi npi, AssignedBy method) {

  /** True when practice and clinician are the same. */
  public boolean samePlace(Accountable other) {
    return tin.equals(other.tin) && java.util.Objects.equals(npi, other.npi);
  }
}
