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
import java.util.ArrayList;
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
    List<Statement.Part> parts = new ArrayList<>();
    List<FinalLevel> levels = new ArrayList<>();
    for (LevelEstimate estimate : estimates) {
      if (estimate.key().year() == year) {
        FinalLevel level = level(estimate);
        levels.add(level);
        parts.add(
            new Statement.Part(level, sources(level.key()).inputs(level.key(), level.facts())));
      }
    }
    List<FinalLevel> posted = FinalRules.posted(levels);
    LocalDate completeTo = completeTo(posted);
    if (completeTo == null) {
      return Optional.empty();
    }
    InterimPayment payment = estimates(year).getFirst().besides().interim();
    Optional<PeriodTerms> held = terms.settling(year, completeTo);
    if (payment == null || held.isEmpty()) {
      return Optional.empty();
    }
    OptionalInt month = InterimRules.due(payment, held.get().year(), completeTo);
    if (month.isEmpty() || published.has(year, InterimRules.id(month.getAsInt()))) {
      return Optional.empty();
    }
    if (!(FinalRules.whole(levels) instanceof FinalResult.Given toDate)) {
      return Optional.empty();
    }
    StatementRules.Settled running =
        new StatementRules.Settled(held.get(), estimates(year).getFirst().besides(), parts, null);
    Statement statement =
        InterimRules.of(month.getAsInt(), running, payment, toDate, completeTo, published.ledger());
    return Optional.of(StatementMapper.event(contract, statement));
  }

  private List<LevelEstimate> estimates(int year) {
    return estimates.stream().filter(estimate -> estimate.key().year() == year).toList();
  }

  private static FinalLevel level(LevelEstimate estimate) {
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
