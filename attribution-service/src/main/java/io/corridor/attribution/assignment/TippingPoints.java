package io.corridor.attribution.assignment;

import io.corridor.common.care.Contract;
import io.corridor.common.care.Contract.Method;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would change an answer, for every method (domain.md 1.9). It is read from what was counted;
 * a further service is taken to be later than all that were.
 */
final class TippingPoints {

  private final MonthTerms terms;
  private final @Nullable AssignedBy method;
  private final @Nullable Unattributed reason;
  private final Ballot ballot;

  private TippingPoints(
      MonthTerms terms, @Nullable AssignedBy method, @Nullable Unattributed reason, Ballot ballot) {
    this.terms = terms;
    this.method = method;
    this.reason = reason;
    this.ballot = ballot;
  }

  /** What would open a closed gate, or find the first thing to go by. */
  static List<Tipping> ofNobody(MonthTerms terms, Unattributed reason) {
    TippingPoints points = new TippingPoints(terms, null, reason, Ballot.NONE);
    if (reason.byGate()) {
      return List.of(Tipping.by(Tipping.Kind.COVERAGE));
    }
    List<Tipping> tipping = new ArrayList<>(points.choices());
    if (terms.countsVisits() && !points.isFixed()) {
      tipping.add(Tipping.visits(null, 1));
    }
    return List.copyOf(tipping);
  }

  /** What would change a ruling. */
  static List<Tipping> of(MonthTerms terms, AssignedBy method, Ruling ruling) {
    TippingPoints points = new TippingPoints(terms, method, ruling.reason(), ruling.ballot());
    return switch (ruling.basis()) {
      case ADJUSTMENT -> List.of(Tipping.by(Tipping.Kind.ADJUSTMENT));
      case SELECTION -> List.of(Tipping.by(Tipping.Kind.SELECTION));
      case VOLUNTARY -> List.of(Tipping.by(Tipping.Kind.DESIGNATION));
      case CAMPAIGN -> points.with(Tipping.by(Tipping.Kind.PARTICIPATION));
      case PRE_STEP -> points.with(Tipping.by(Tipping.Kind.PHYSICIAN_SERVICE));
      case STEP_1, STEP_2, STEP_3 -> points.with(points.charges());
      case CLAIMS -> points.with(points.claims());
    };
  }

  /** Claims tip nothing on a list that is fixed; a choice of the member tips only the next one. */
  private List<Tipping> with(Tipping tipping) {
    if (isFixed()) {
      return List.of(Tipping.by(Tipping.Kind.COVERAGE));
    }
    List<Tipping> all = new ArrayList<>(choices());
    all.add(tipping);
    if (reason == Unattributed.NOT_A_PARTICIPANT) {
      all.add(Tipping.by(Tipping.Kind.PARTICIPATION));
    }
    return List.copyOf(all);
  }

  private boolean isFixed() {
    return terms.listing() == Listing.FIXED;
  }

  /** A choice of the member that the contract would hear before the claims. */
  private List<Tipping> choices() {
    Contract.Attribution attribution = terms.contract().attribution();
    List<Tipping> choices = new ArrayList<>();
    if (attribution.uses(Method.PCP_SELECTION)) {
      choices.add(Tipping.by(Tipping.Kind.SELECTION));
    }
    if (attribution.uses(Method.MSSP) || attribution.uses(Method.REACH_WEIGHTED)) {
      choices.add(Tipping.by(Tipping.Kind.DESIGNATION));
    }
    return choices;
  }

  private boolean isBy(Method asked) {
    AssignedBy by = method;
    return by != null && by.is(asked);
  }

  private Tipping claims() {
    if (isBy(Method.REACH_WEIGHTED)) {
      return charges();
    }
    return isBy(Method.MOST_RECENT_VISIT) || isBy(Method.WELLNESS)
        ? new Tipping(Tipping.Kind.RECENT_VISIT, null, 1, null)
        : visits();
  }

  /** Where recency breaks ties first, drawing level is enough, because the new visit is later. */
  private Tipping visits() {
    List<Candidate> practices = ballot.practices();
    Candidate second = practices.size() < 2 ? null : practices.get(1);
    int behind = practices.getFirst().visits() - (second == null ? 0 : second.visits());
    List<Contract.TieBreak> tieBreaks = terms.contract().attribution().tieBreaks();
    boolean levelIsEnough =
        !tieBreaks.isEmpty() && tieBreaks.getFirst() == Contract.TieBreak.RECENCY;
    return Tipping.visits(
        second == null ? null : second.tin(), levelIsEnough ? Math.max(1, behind) : behind + 1);
  }

  /**
   * What the second needs to draw level, which is enough because its service would be the latest:
   * the ACO itself where it lost, whoever is second where it won.
   */
  private Tipping charges() {
    List<Charges> compared =
        ballot.charges().stream().filter(charges -> charges.npi() == null).toList();
    Charges first = compared.getFirst();
    Charges second =
        reason == Unattributed.ANOTHER_ENTITY
            ? compared.stream().filter(this::isOurs).findFirst().orElse(null)
            : compared.size() < 2 ? null : compared.get(1);
    long behind = first.thirds() - (second == null ? 0 : second.thirds());
    // A cent of the newer year is two thirds; half a cent short takes a whole one.
    Money dollars = Money.ofCents(Math.max(1, (behind + 1) / 2));
    return Tipping.allowed(second == null || second.aco() ? null : tin(second), dollars);
  }

  private static Tin tin(Charges charges) {
    return new Tin(charges.entity());
  }

  private boolean isOurs(Charges charges) {
    return charges.aco() && charges.entity().equals(terms.contract().aco());
  }
}
