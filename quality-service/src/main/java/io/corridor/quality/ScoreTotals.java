package io.corridor.quality;

import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.id.ContractId;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.TermsMapper;
import io.corridor.common.streams.Totals;
import io.corridor.common.streams.World;
import io.corridor.quality.scoring.QualityScore;
import io.corridor.quality.scoring.ScoreRules;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Scores of practices and contracts out of what members contribute. */
final class ScoreTotals implements Totals {

  @Override
  public List<String> rollUps(String partKey) {
    return List.of(partKey, PartLayout.contractKey(partKey));
  }

  @Override
  public List<String> outputs(String totalKey, World world) {
    return List.of(totalKey);
  }

  @Override
  public Optional<Answer> derive(String outputKey, Sums sums, World world) {
    String[] key = outputKey.split("\\|", -1);
    Contract terms = terms(new ContractId(key[0]), Integer.parseInt(key[3]), world).orElse(null);
    if (terms == null) {
      return Optional.empty();
    }
    long[] sum = sums.sum(outputKey);
    LocalDate from = year(terms, Integer.parseInt(key[3])).orElseThrow().span().from();
    Contract.Quality programme = terms.quality();
    if (programme == null || PartLayout.isNothing(sum)) {
      return Optional.of(Answer.none(Topics.SCORE, outputKey, terms.payer(), from));
    }
    QualityScore score = ScoreRules.score(PartLayout.results(sum), programme);
    return Optional.of(
        Answer.of(
            Topics.SCORE,
            outputKey,
            QualityMapper.score(key[0], key[1], key[2], key[3], score, sums.completeTo()),
            terms.payer(),
            from,
            List.of()));
  }

  /** The terms in force on the business date, or on the last day of a year that has ended. */
  private static Optional<Contract> terms(ContractId id, int year, World world) {
    LocalDate today = world.businessDate().orElse(null);
    if (today == null) {
      return Optional.empty();
    }
    Contracts contracts = TermsMapper.contracts(world);
    return contracts
        .on(id, today)
        .flatMap(current -> year(current, year))
        .map(asked -> java.util.Objects.requireNonNull(asked.span().until()).minusDays(1))
        .flatMap(last -> contracts.on(id, last.isBefore(today) ? last : today))
        .filter(terms -> year(terms, year).isPresent());
  }

  private static Optional<Contract.PerformanceYear> year(Contract terms, int year) {
    return terms.years().stream().filter(asked -> asked.year() == year).findFirst();
  }
}
