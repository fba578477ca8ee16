package io.corridor.intake.door;

import io.corridor.common.streams.Failures;
import io.corridor.common.streams.IdleCommit;
import io.corridor.schemas.serde.SchemaRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/**
 * What intake needs from outside.
 *
 * @param registry schema registry
 * @param identitySecret key of the member surrogates
 * @param clock stamps envelopes; no rule sees it
 * @param meters where meters are registered
 * @param failures attempts by partition, shared by the tasks of the service
 * @param idleCommit commits when nothing is left to do, shared by the tasks of the service
 */
public record IntakeSettings(
    SchemaRegistry registry,
    String identitySecret,
    InstantSource clock,
    MeterRegistry meters,
    Failures failures,
    IdleCommit idleCommit) {

  /** Version of the rules of the door and the ledger, named in every envelope. */
  public static final String RULE_VERSION = "intake-1";

  /** The secret is never printed. */
  @Override
  public String toString() {
    return "IntakeSettings[masked]";
  }
}
