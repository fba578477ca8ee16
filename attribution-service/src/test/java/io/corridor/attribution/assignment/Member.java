package io.corridor.attribution.assignment;

import static io.corridor.attribution.assignment.Care.*;

import io.corridor.attribution.assignment.Care.ClaimOf;
import io.corridor.attribution.assignment.Care.Terms;
import io.corridor.common.care.Affiliation;
import io.corridor.common.care.Enrollment;
import io.corridor.common.facts.MemoryRows;
import java.util.List;

/** A member's rows. */
public final class Member {
  public final MemoryRows rows = new MemoryRows();

  public static Member enrolled(String from) {
    return new Member().with(covered(open(from), from));
  }

  public Member with(ClaimOf claim) {
    rows.add(FACTS.of(claim.build()));
    return this;
  }

  public Member without(ClaimOf claim) {
    rows.subtract(FACTS.of(claim.build()));
    return this;
  }

  public Member with(ManualAdjustment adjustment) {
    rows.add(List.of(DecidedRows.fact(adjustment)));
    return this;
  }

  public Member without(ManualAdjustment adjustment) {
    rows.subtract(List.of(DecidedRows.fact(adjustment)));
    return this;
  }

  public Member with(CampaignAlignment offer) {
    rows.add(List.of(DecidedRows.fact(offer)));
    return this;
  }

  public Member with(Enrollment enrollment) {
    rows.add(FACTS.of(enrollment));
    return this;
  }

  public Member without(Enrollment enrollment) {
    rows.subtract(FACTS.of(enrollment));
    return this;
  }

  /** The decision of one month as it is on a business date. */
  public MonthDecision decideOn(
      String businessDate, Programs programs, String month, Affiliation... links) {
    return AssignmentRules.decide(
            MemberHistory.of(rows),
            Network.of(List.of(links)),
            programs
                .begun(ID, day(businessDate))
                .subMap(Care.month(month), true, Care.month(month), true)
                .values())
        .getFirst();
  }

  /** The decision of one month while its year runs. */
  public MonthDecision decide(Terms terms, String month, Affiliation... links) {
    return AssignmentRules.decide(
            MemberHistory.of(rows),
            Network.of(List.of(links)),
            terms
                .programs()
                .months(ID)
                .subMap(Care.month(month), true, Care.month(month), true)
                .values())
        .getFirst();
  }
}
