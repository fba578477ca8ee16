package io.corridor.attribution.assignment;

import io.corridor.common.id.Tin;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a method counted: enough to recompute who came first (domain.md 1.9).
 *
 * @param practices first five practices in rank order
 * @param clinicians first five clinicians of the winning practice in rank order
 * @param charges with methods that compare dollars, the first five that were compared, then the
 *     winning practice's clinicians
 * @param tieBreak what decided the first place
 */
public record Ballot(
    List<Candidate> practices,
    List<Candidate> clinicians,
    List<Charges> charges,
    TieBreak tieBreak) {

  /** Candidates listed in an explanation (domain.md 1.9). */
  static final int LISTED = 5;

  /** Nothing was counted. */
  static final Ballot NONE = new Ballot(List.of(), List.of(), List.of(), TieBreak.NONE);

  /** The first five of a list. */
  static <T> List<T> top(List<T> ranked) {
    return List.copyOf(ranked.subList(0, Math.min(LISTED, ranked.size())));
  }

  /** Practices that were counted, in rank order; entities of charges that are ACOs are none. */
  List<Tin> seen() {
    Stream<Tin> ranked = practices.stream().map(Candidate::tin);
    Stream<Tin> charged =
        charges.stream()
            .filter(counted -> !counted.aco() && counted.npi() == null)
            .map(counted -> new Tin(counted.entity()));
    return Stream.concat(ranked, charged).distinct().toList();
  }
}
