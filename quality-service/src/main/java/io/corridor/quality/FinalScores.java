package io.corridor.quality;

import io.corridor.common.streams.ClosingCut;
import io.corridor.schemas.FinalScore;
import io.corridor.schemas.Score;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The score of a level as a closing freezes it. */
final class FinalScores {

  private FinalScores() {}

  /**
   * A frozen score.
   *
   * @param levels how many levels are frozen at the cut
   * @param score the score at the cut; null when there is none
   */
  static FinalScore of(
      ClosingCut cut,
      String level,
      String id,
      LocalDate businessDate,
      Instant knownAt,
      int levels,
      @Nullable SpecificRecord score) {
    return FinalScore.newBuilder()
        .setContract(cut.contract())
        .setPeriod(cut.period())
        .setNumber(cut.number())
        .setLevel(level)
        .setId(id)
        .setBusinessDate(businessDate)
        .setKnownAt(knownAt)
        .setLevels(levels)
        .setScore((Score) score)
        .build();
  }
}
