package io.corridor.settlement;

import io.corridor.common.streams.Event;
import io.corridor.schemas.topic.StatedTopics;
import io.corridor.schemas.topic.Topics;
import io.corridor.settlement.engine.LevelKey;
import io.corridor.settlement.incentive.InterimPayment;
import io.corridor.settlement.statement.FinalLevel;
import io.corridor.settlement.statement.FinalResult;
import io.corridor.settlement.statement.FinalRules;
import io.corridor.settlement.statement.InputSources;
import io.corridor.settlement.statement.InterimRules;
import io.corridor.settlement.statement.Statement;
import io.corridor.settlement.statement.StatementRules;
import io.corridor.settlement.terms.PeriodTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Interim payments of open years: each on the estimates of the day its month is complete. */
final class Advances {

  private final String contract;
  private final ClosingTerms terms;
  private final List<LevelEstimate> estimates;
  private final PublishedStatements published;

  /**
   * Interim payments of a contract.
   *
   * @param estimates its estimates now, of every level and year
   */
  Advances(
      String contract,
      ClosingTerms terms,
      List<LevelEstimate> estimates,
      PublishedStatements published) {
    this.contract = contract;
    this.terms = terms;
    this.estimates = estimates;
    this.published = published;
  }

  /** The interim statement of a year that is due and not published yet. */
  Optional<Event> due(int year) {
    List<LevelEstimate> ofYear =
        estimates.stream().filter(estimate -> estimate.key().year() == year).toList();
    InterimPayment payment = ofYear.isEmpty() ? null : ofYear.getFirst().besides().interim();
    if (payment == null) {
      return Optional.empty();
    }
    List<FinalLevel> levels = ofYear.stream().map(Advances::level).toList();
    LocalDate completeTo = completeTo(FinalRules.posted(levels));
    if (completeTo == null) {
      return Optional.empty();
    }
    Optional<PeriodTerms> held = terms.settling(year, completeTo);
    OptionalInt month =
        held.map(known -> InterimRules.due(payment.everyMonths(), known.year(), completeTo))
            .orElse(OptionalInt.empty());
    if (held.isEmpty()
        || month.isEmpty()
        || published.has(year, InterimRules.id(month.getAsInt()))
        || !(FinalRules.whole(levels) instanceof FinalResult.Given toDate)) {
      return Optional.empty();
    }
    StatementRules.Settled running =
        new StatementRules.Settled(
            held.get(),
            ofYear.getFirst().besides(),
            levels.stream().map(this::part).toList(),
            null);
    Statement statement =
        InterimRules.of(month.getAsInt(), running, payment, toDate, completeTo, published.ledger());
    return Optional.of(StatementMapper.event(contract, statement));
  }

  private Statement.Part part(FinalLevel level) {
    return new Statement.Part(level, sources(level.key()).inputs(level.key(), level.facts()));
  }

  /** A level with its expected result. */
  static FinalLevel level(LevelEstimate estimate) {
    return new FinalLevel(
        estimate.key(),
        estimate.shape(),
        estimate.facts(),
        FinalRules.expected(estimate.result()),
        estimate.payments());
  }

  /** The day that every level in the books is complete to; null while one is not. */
  private static @Nullable LocalDate completeTo(List<FinalLevel> posted) {
    LocalDate earliest = null;
    for (FinalLevel level : posted) {
      LocalDate day = level.facts().period().completeTo();
      if (day == null) {
        return null;
      }
      earliest = earliest == null || day.isBefore(earliest) ? day : earliest;
    }
    return earliest;
  }

  private InputSources sources(LevelKey key) {
    String level = ' ' + contract + '|' + key.text();
    return new InputSources(
        Topics.BUDGET.name() + level, Topics.SCORE.name() + level, StatedTopics.ATTESTATION.name());
  }
}
