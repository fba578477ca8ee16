package io.corridor.attribution.assignment;

import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A practice or a clinician of it with what was counted in the window.
 *
 * @param tin practice
 * @param npi clinician; null on the practice round
 * @param visits distinct service days
 * @param lastVisit most recent service day
 * @param allowed allowed dollars of the counted lines
 */
public record Candidate(
    Tin tin, @Nullable Npi npi, int visits, LocalDate lastVisit, Money allowed) {

  /** The id that ends every tie. */
  String id() {
    Npi clinician = npi;
    return clinician == null ? tin.value() : clinician.value();
  }
}
