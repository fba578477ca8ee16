package io.corridor.intake.ledger;

import java.util.List;

/**
 * Final action and cash of one claim, immutable (DESIGN section 2.1; domain.md section 0, "two
 * ledgers from the same claims"). A reversal is a version: once its original is known it is the
 * final action. Cash is the difference between consecutive versions, booked in the month of payment
 * of the later one; so a late lower version changes cash and never the final action. The cash of
 * all emitted changes adds up to a function of the set of versions alone.
 *
 * @param versions the versions
 * @param foldedCash cash of versions that are no longer kept whole
 */
public record ClaimLedger(VersionLedger versions, List<CashCell> foldedCash) {

  /** Nothing known yet. */
  public static final ClaimLedger EMPTY = new ClaimLedger(VersionLedger.EMPTY, List.of());

  /** What adding a version led to. */
  public record Step(ClaimLedger next, Arrival arrival, List<MemberChange> changes) {}

  /** Adds one delivery of a version. */
  public Step add(RecordVersion version) {
    VersionLedger.Step step = versions.add(version);
    if (step.next() == versions) {
      return new Step(this, step.arrival(), List.of());
    }
    ClaimLedger next =
        new ClaimLedger(
            step.next(), step.folded().map(folded -> foldedWith(folded)).orElse(foldedCash));
    CashSums difference = CashSums.of(next.cash());
    cash().forEach(difference::subtract);
    return new Step(
        next,
        step.arrival(),
        MemberChange.between(
            versions.finalAction(), next.versions.finalAction(), difference.cells()));
  }

  /** All cash booked for the claim until now. */
  public List<CashCell> cash() {
    CashSums sums = CashSums.of(foldedCash);
    RecordVersion earlier = versions.floor();
    for (RecordVersion version : versions.versions()) {
      sums.book(earlier, version);
      earlier = version;
    }
    return sums.cells();
  }

  private List<CashCell> foldedWith(RecordVersion folded) {
    CashSums sums = CashSums.of(foldedCash);
    sums.book(versions.floor(), folded);
    return sums.cells();
  }
}
