package io.corridor.quality;

import io.corridor.common.care.AssignedSpan;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.money.Rate;
import io.corridor.quality.gap.Gap;
import io.corridor.quality.measure.Evidence;
import io.corridor.quality.scoring.QualityScore;
import io.corridor.schemas.MeasureScore;
import io.corridor.schemas.Score;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gaps and scores into Avro. */
final class QualityMapper {

  private QualityMapper() {}

  static io.corridor.schemas.Gap gap(
      String member, ContractId contract, Gap gap, AssignedSpan accountable) {
    Npi npi = accountable.npi();
    return new io.corridor.schemas.Gap(
        member,
        gap.measure(),
        Integer.toString(gap.year()),
        contract.value(),
        gap.state().name(),
        gap.reason(),
        gap.openedOn(),
        gap.dueBy(),
        evidence(gap.evidence()),
        gap.nextDueOn(),
        accountable.tin().value(),
        npi == null ? null : npi.value());
  }

  private static io.corridor.schemas.@Nullable Evidence evidence(@Nullable Evidence evidence) {
    return evidence == null
        ? null
        : new io.corridor.schemas.Evidence("CLAIM", evidence.code(), evidence.on());
  }

  static Score score(
      String contract,
      String level,
      String id,
      String period,
      QualityScore score,
      Optional<LocalDate> completeTo) {
    return new Score(
        contract,
        level,
        id,
        period,
        score.measures().stream().map(QualityMapper::measure).toList(),
        score.composite().map(Rate::sixDigitsHalfUp).orElse(null),
        score.gate().name(),
        completeTo.orElse(null));
  }

  private static MeasureScore measure(QualityScore.Scored scored) {
    return new MeasureScore(
        scored.result().measure(),
        scored.result().numerator(),
        scored.result().denominator(),
        scored.result().excluded(),
        scored.result().open(),
        scored.result().rate().map(Rate::sixDigitsHalfUp).orElse(null),
        scored.points().isPresent() ? scored.points().getAsInt() : null,
        scored.weight().sixDigitsHalfUp());
  }
}
