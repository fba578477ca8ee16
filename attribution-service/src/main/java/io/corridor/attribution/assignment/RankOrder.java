package io.corridor.attribution.assignment;

import io.corridor.common.care.Contract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * By what candidates are ranked: the first criterion is the measure of the method, the others break
 * ties, and the smaller id ends them all (domain.md 1.3).
 *
 * @param criteria criteria in their order, at least one
 */
record RankOrder(List<Criterion> criteria) {

  /** What one candidate can have more of. */
  enum Criterion {
    /** More service days. */
    VISITS(Comparator.comparingInt(Candidate::visits).reversed(), TieBreak.VISITS),
    /** The more recent last service day. */
    RECENCY(Comparator.comparing(Candidate::lastVisit).reversed(), TieBreak.RECENCY),
    /** Greater allowed dollars. */
    ALLOWED(Comparator.comparing(Candidate::allowed).reversed(), TieBreak.ALLOWED);

    private final Comparator<Candidate> better;
    private final TieBreak tieBreak;

    Criterion(Comparator<Candidate> better, TieBreak tieBreak) {
      this.better = better;
      this.tieBreak = tieBreak;
    }
  }

  /** C and E: the most recent first, then visits, then dollars. */
  static final RankOrder MOST_RECENT =
      new RankOrder(List.of(Criterion.RECENCY, Criterion.VISITS, Criterion.ALLOWED));

  /** MSSP: allowed charges, then the most recent (decisions 14). */
  static final RankOrder ALLOWED_CHARGES =
      new RankOrder(List.of(Criterion.ALLOWED, Criterion.RECENCY));

  /** B and F: visits, then the contract's tie breaks. */
  static RankOrder plurality(List<Contract.TieBreak> tieBreaks) {
    List<Criterion> criteria = new ArrayList<>();
    criteria.add(Criterion.VISITS);
    for (Contract.TieBreak tieBreak : tieBreaks) {
      criteria.add(
          switch (tieBreak) {
            case RECENCY -> Criterion.RECENCY;
            case ALLOWED -> Criterion.ALLOWED;
          });
    }
    return new RankOrder(List.copyOf(criteria));
  }

  /** Best first. */
  Comparator<Candidate> comparator() {
    Comparator<Candidate> order = criteria.getFirst().better;
    for (Criterion tieBreak : criteria.subList(1, criteria.size())) {
      order = order.thenComparing(tieBreak.better);
    }
    return order.thenComparing(Candidate::id);
  }

  /** What put the first before the second. */
  TieBreak decidedBy(Candidate first, Candidate second) {
    for (int i = 0; i < criteria.size(); i++) {
      if (criteria.get(i).better.compare(first, second) != 0) {
        return i == 0 ? TieBreak.NONE : criteria.get(i).tieBreak;
      }
    }
    return TieBreak.ID;
  }
}
