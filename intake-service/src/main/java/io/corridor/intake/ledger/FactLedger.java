package io.corridor.intake.ledger;

import java.util.List;

/**
 * The current version of an entity without cash: enrollment facts, outreach records, affiliations.
 * A voided entity has no current version.
 */
public final class FactLedger {

  /** What adding a version led to. */
  public record Step(VersionLedger next, Arrival arrival, List<MemberChange> changes) {}

  private FactLedger() {}

  /** Adds one delivery of a version. */
  public static Step add(VersionLedger versions, RecordVersion version) {
    VersionLedger.Step step = versions.add(version);
    return new Step(
        step.next(),
        step.arrival(),
        MemberChange.between(versions.current(), step.next().current(), List.of()));
  }
}
