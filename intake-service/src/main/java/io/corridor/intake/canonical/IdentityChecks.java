package io.corridor.intake.canonical;

import io.corridor.schemas.IdentityLink;
import io.corridor.schemas.RecordStatus;

/** Rules of a link between two member ids. */
final class IdentityChecks {

  private IdentityChecks() {}

  static void check(IdentityLink link) {
    Checks.id("payer", link.getPayer());
    Checks.id("linkId", link.getLinkId());
    Checks.version(link.getVersion());
    Checks.known("status", link.getStatus(), RecordStatus.UNKNOWN);
    Checks.id("member", link.getMember());
    Checks.id("survivor", link.getSurvivor());
    if (link.getMember().equals(link.getSurvivor())) {
      throw new Fault(
          RejectionCode.INTAKE_IDENTITY_SELF, "survivor", "The survivor is the member itself");
    }
  }
}
