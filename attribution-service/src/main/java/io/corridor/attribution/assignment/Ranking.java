package io.corridor.attribution.assignment;

import io.corridor.common.care.Contract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Candidates in rank order (domain.md 1.3 B): visits descending, then the contract's tie breaks,
 * then the smaller id.
 */
final class Ranking {

  private final List<Candidate> ranked;
  private final TieBreak decidedBy;

  private Ranking(List<Candidate> ranked, TieBreak decidedBy) {
    this.ranked = ranked;
    this.decidedBy = decidedBy;
  }

  /** Ranks candidates. */
  static Ranking of(List<Candidate> candidates, List<Contract.TieBreak> tieBreaks) {
    Comparator<Candidate> order = Comparator.comparingInt(Candidate::visits).reversed();
    for (Contract.TieBreak tieBreak : tieBreaks) {
      order = order.thenComparing(by(tieBreak));
    }
    order = order.thenComparing(Candidate::id);
    List<Candidate> ranked = new ArrayList<>(candidates);
    ranked.sort(order);
    return new Ranking(List.copyOf(ranked), decidedBy(ranked, tieBreaks));
  }

  private static Comparator<Candidate> by(Contract.TieBreak tieBreak) {
    return switch (tieBreak) {
      case RECENCY -> Comparator.comparing(Candidate::lastVisit).reversed();
      case ALLOWED -> Comparator.comparing(Candidate::allowed).reversed();
    };
  }

  private static TieBreak decidedBy(List<Candidate> ranked, List<Contract.TieBreak> tieBreaks) {
    if (ranked.size() < 2 || ranked.get(0).visits() != ranked.get(1).visits()) {
      return TieBreak.NONE;
    }
    for (Contract.TieBreak tieBreak : tieBreaks) {
      if (by(tieBreak).compare(ranked.get(0), ranked.get(1)) != 0) {
        return switch (tieBreak) {
          case RECENCY -> TieBreak.RECENCY;
          case ALLOWED -> TieBreak.ALLOWED;
        };
      }
    }
    return TieBreak.ID;
  }

  /** True when nobody was counted. */
  boolean isEmpty() {
    return ranked.isEmpty();
  }

  /** The first. */
  Candidate first() {
    return ranked.getFirst();
  }

  /** The first {@code count}, in order. */
  List<Candidate> top(int count) {
    return ranked.subList(0, Math.min(count, ranked.size()));
  }

  /** What decided the first place. */
  TieBreak decidedBy() {
    return decidedBy;
  }
}
