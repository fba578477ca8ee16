package io.corridor.settlement.whatif;

import io.corridor.settlement.engine.AgreedTerms;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.ShapeTerms;
import io.corridor.settlement.share.Contradiction;
import io.corridor.settlement.whatif.ChangeRefusal.Code;
import java.util.List;
import java.util.Optional;

/** Makes the changes of a question, one after the other. */
final class Changes {

  private Changes() {}

  /** Terms and facts of one side of a year. */
  record Side(AgreedTerms terms, PeriodFacts facts) {}

  /**
   * A side with the changes that have begun by a year of the question, in the order in which they
   * were asked; a later one of the same name takes the place of an earlier one.
   *
   * @throws ChangeException if one cannot be made
   */
  static Side made(Side now, List<Change> changes, int year) {
    Side side = now;
    for (Change change : changes) {
      if (change.year() <= year && !overtaken(change, changes, year)) {
        side = made(side, change);
      }
    }
    return side;
  }

  /** A part of a cost cannot be taken twice: the latest change of a name counts. */
  private static boolean overtaken(Change change, List<Change> changes, int year) {
    return changes.stream()
        .anyMatch(other ->
            other.name().equals(change.name())
                && other.year() > change.year()
                && other.year() <= year);
  }

  private static Side made(Side side, Change change) {
    try {
      Optional<PeriodFacts> facts = FactChanges.made(side.facts(), change);
      if (facts.isPresent()) {
        return new Side(side.terms(), facts.get());
      }
      Optional<ShapeTerms> terms = TermChanges.made(side.terms().shape(), change);
      if (terms.isPresent()) {
        return new Side(side.terms().withShape(terms.get()), side.facts());
      }
    } catch (Contradiction contradiction) {
      throw new ChangeException(
          Code.CONTRADICTION, change.asked() + ": " + contradiction.getMessage());
    }
    throw new ChangeException(
        TermChanges.known(change.name()) ? Code.CHANGE_NOT_FOR_SHAPE : Code.UNKNOWN_CHANGE,
        change.asked());
  }
}
