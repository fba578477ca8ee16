package io.corridor.intake.contract;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a contract file, or worth a warning.
 *
 * @param code stable code
 * @param file file name, without directory
 * @param line line in the file, from 1; 0 for the file as a whole
 * @param field path of the field, for example {@code participants[2].tin}; null for the whole file
 * @param text what is wrong and what to do
 */
public record ContractProblem(
    ContractCode code, String file, int line, @Nullable String field, String text) {

  /** As a person reads it: {@code file:line code field: text}. */
  @Override
  public String toString() {
    return file + ":" + line + " " + code + (field == null ? "" : " " + field) + ": " + text;
  }
}
