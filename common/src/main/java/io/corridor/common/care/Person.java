package io.corridor.common.care;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What rules may know of a person.
 *
 * @param birthDate birth date
 * @param female true when the sex on file is female
 * @param deathDate day of death when known
 */
public record Person(LocalDate birthDate, boolean female, @Nullable LocalDate deathDate) {

  /** Masked: prints nothing of the person. */
  @Override
  public String toString() {
    return "Person[masked]";
  }
}
