package io.corridor.settlement;

import io.corridor.common.id.ContractId;
import io.corridor.common.streams.Subject;
import io.corridor.common.streams.World;
import io.corridor.settlement.engine.Settlement.Refused;
import io.corridor.settlement.engine.SettlementEngine;
import io.corridor.settlement.statement.FinalLevel;
import io.corridor.settlement.statement.FinalResult;
import io.corridor.settlement.statement.FinalRules;
import io.corridor.settlement.statement.PeriodState.Closing;
import io.corridor.settlement.statement.Statement;
import io.corridor.settlement.statement.StatementRules;
import io.corridor.settlement.terms.PeriodTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a closing under way comes to on its frozen figures, or what it still waits for.
 *
 * @param awaits what it waits for; empty once it has a statement
 * @param refusal why no result can be given; null otherwise
 * @param refusedFigures figures that are missing or contradict
 * @param statement the statement that it would publish, approved by nobody; null before
 */
record ClosingDraft(
    List<String> awaits,
    @Nullable String refusal,
    List<String> refusedFigures,
    @Nullable Statement statement) {

  /** Keeps its own copies. */
  ClosingDraft {
    awaits = List.copyOf(awaits);
    refusedFigures = List.copyOf(refusedFigures);
  }

  private static ClosingDraft withoutResult(String refusal, List<String> figures) {
    return new ClosingDraft(List.of("RESULT"), refusal, figures, null);
  }

  /** The draft of a closing of a year. */
  static ClosingDraft of(
      SettlementEngine engine,
      Subject subject,
      World world,
      ClosingTerms terms,
      PublishedStatements published,
      Closing closing,
      int year) {
    FrozenFigures figures = new FrozenFigures(subject.rows(), year, closing.number());
    PeriodTerms held = terms.settling(year, closing.date()).orElse(null);
    boolean scored = held != null && held.contract().quality() != null;
    List<String> awaits = figures.awaits(scored);
    if (held == null || !awaits.isEmpty()) {
      return new ClosingDraft(awaits, null, List.of(), null);
    }
    List<LevelEstimate> levels =
        new Estimates(engine, new ContractId(subject.id()), figures.asRunning(), world)
            .on(closing.date()).stream().filter(level -> level.key().year() == year).toList();
    if (levels.isEmpty()) {
      return withoutResult(Refused.Code.NO_BUDGET.name(), List.of());
    }
    StatementRules.Settled settled =
        new StatementRules.Settled(
            held,
            levels.getFirst().besides(),
            levels.stream().map(level -> part(level, figures)).toList(),
            figures.knownAt());
    return switch (settled.whole()) {
      case FinalResult.Withheld withheld -> withoutResult(withheld.code(), withheld.figures());
      case FinalResult.Given result ->
          new ClosingDraft(
              List.of(),
              null,
              List.of(),
              StatementRules.of(
                  closing, settled, result, published.nextOpen(year), published.ledger()));
    };
  }

  private static Statement.Part part(LevelEstimate level, FrozenFigures figures) {
    return new Statement.Part(
        new FinalLevel(
            level.key(),
            level.shape(),
            level.facts(),
            FinalRules.of(level.result()),
            level.payments()),
        figures.sources(level.key()).inputs(level.key(), level.facts()));
  }

  /** What waits for approval; null where nothing does. */
  @Nullable String proposal(String contract) {
    Statement proposed = statement;
    return proposed == null || !StatementRules.asksForApproval(proposed)
        ? null
        : StatementMapper.digest(contract, proposed);
  }
}
