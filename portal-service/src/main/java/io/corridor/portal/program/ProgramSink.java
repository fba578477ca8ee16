package io.corridor.portal.program;

import io.corridor.portal.shell.NotWrittenException;
import io.corridor.schemas.ProgramEnrollment;
import io.corridor.schemas.ProgramEvaluation;
import java.time.Instant;
import java.util.List;

/** Where enrollments and evaluations of programs go: their topics. */
public interface ProgramSink {

  /**
   * Writes enrollments and waits until Kafka has them all. One that is written again changes
   * nothing, so whoever was refused may ask for all of them again.
   *
   * @throws NotWrittenException if it has not; some may be written
   */
  void enroll(List<ProgramEnrollment> enrollments) throws NotWrittenException;

  /**
   * Writes an evaluation and waits until Kafka has it.
   *
   * @param payer payer of the contract
   * @param version version of the report of this program and day, from 1
   * @param knownAt what its figures rest on was known then
   * @throws NotWrittenException if it has not
   */
  void report(ProgramEvaluation evaluation, String payer, long version, Instant knownAt)
      throws NotWrittenException;
}
