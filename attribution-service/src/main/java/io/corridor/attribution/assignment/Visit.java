package io.corridor.attribution.assignment;

import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All lines of one clinician of one practice on one day that are of one class: a row of a member.
 *
 * @param day service day
 * @param tin billing practice
 * @param npi clinician, when the line names one
 * @param clinician what kind of clinician
 * @param kind class of the lines
 * @param lines number of lines
 * @param allowedCents allowed amount of the lines in cents
 */
record Visit(
    LocalDate day,
    Tin tin,
    @Nullable Npi npi,
    Clinician clinician,
    VisitClass kind,
    int lines,
    long allowedCents) {

  /** The same as a visit to another practice. */
  Visit creditedTo(Tin practice) {
    return practice.equals(tin)
        ? this
        : new Visit(day, practice, npi, clinician, kind, lines, allowedCents);
  }
}
