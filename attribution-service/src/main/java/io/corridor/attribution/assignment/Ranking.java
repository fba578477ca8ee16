package io.corridor.attribution.assignment;

import java.util.ArrayList;
import java.util.List;

/** Candidates in rank order, and what decided the first place. */
final class Ranking {

  private final List<Candidate> ranked;
  private final TieBreak decidedBy;

  private Ranking(List<Candidate> ranked, TieBreak decidedBy) {
    this.ranked = ranked;
    this.decidedBy = decidedBy;
  }

  /** Ranks candidates. */
  static Ranking of(List<Candidate> candidates, RankOrder order) {
    List<Candidate> ranked = new ArrayList<>(candidates);
    ranked.sort(order.comparator());
    TieBreak decidedBy =
        ranked.size() < 2 ? TieBreak.NONE : order.decidedBy(ranked.get(0), ranked.get(1));
    return new Ranking(List.copyOf(ranked), decidedBy);
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
