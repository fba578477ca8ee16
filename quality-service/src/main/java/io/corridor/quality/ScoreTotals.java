package io.corridor.quality;

import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.id.ContractId;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.ClosingCut;
import io.corridor.common.streams.Event;
import io.corridor.common.streams.Totals;
import io.corridor.common.streams.World;
import io.corridor.common.terms.TermsMapper;
import io.corridor.quality.scoring.QualityScore;
import io.corridor.quality.scoring.ScoreRules;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /** The scores of the contract and of each practice, as they are at the cut. */
  @Override
  public List<Event> atCut(String cut, Sums sums, World world) {
    ClosingCut closing = ClosingCut.parse(cut);
    String contract = closing.contract();
    Set<String> keys = new LinkedHashSet<>();
    keys.add(String.join("|", contract, "CONTRACT", contract, closing.period()));
    sums.keys(contract + "|").stream()
        .filter(key -> key.endsWith("|" + closing.period()))
        .forEach(keys::add);
    LocalDate today = sums.completeTo().orElseThrow();
    List<Event> events = new ArrayList<>();
    for (String key : keys) {
      String[] parts = key.split("\\|", -1);
      Answer answer = derive(key, sums, world).orElse(null);
      events.add(
          closing.event(
              ClosingTopics.FINAL_SCORE,
              parts[1],
              parts[2],
              FinalScores.of(
                  closing,
                  parts[1],
                  parts[2],
                  today,
                  sums.knownAt(),
                  keys.size(),
                  answer == null ? null : answer.body()),
              answer == null ? "" : answer.tenant(),
              today));
    }
    return events;
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
