package io.corridor.portal.variation;

import io.corridor.portal.shell.NotWrittenException;
import io.corridor.schemas.CareVariation;
import java.time.Instant;

/** Where reports of care variation go: their topic. */
public interface VariationSink {

  /**
   * Writes a report and waits until Kafka has it.
   *
   * @param payer payer of the contract
   * @param version version of the report of this contract and quarter, from 1
   * @param knownAt what its figures rest on was known then
   * @throws NotWrittenException if it has not
   */
  void report(CareVariation report, String payer, long version, Instant knownAt)
      throws NotWrittenException;
}
