package io.corridor.settlement.statement;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.DatedParameter;
import io.corridor.settlement.estimate.QualityResult;
import io.corridor.settlement.estimate.RunningBudget;
import io.corridor.settlement.incentive.InterimPayment;
import io.corridor.settlement.ledger.Ledger;
import io.corridor.settlement.ledger.Posting;
import io.corridor.settlement.ledger.PostingRules;
import io.corridor.settlement.statement.PeriodState.Closing;
import io.corridor.settlement.terms.PeriodTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From frozen inputs to the statement of a closing. A pure function: the same inputs, terms and
 * ledger give the same statement, to the byte.
 */
public final class StatementRules {

  private static final DatedParameter THRESHOLD =
      DatedParameter.load(StatementRules.class, "parameters/approval_threshold.yaml");

  private StatementRules() {}

  /**
   * Frozen inputs of a closing.
   *
   * @param budget cost against budget
   * @param score quality score; null where the terms have no quality programme
   */
  public record Inputs(Frozen<RunningBudget> budget, @Nullable Frozen<QualityResult> score) {

    /** When the latest record behind them became known; null when there is none. */
    @Nullable Instant knownAt() {
      Instant latest = budget.knownAt();
      if (score != null && score.knownAt().isAfter(latest)) {
        latest = score.knownAt();
      }
      return latest.equals(Instant.EPOCH) ? null : latest;
    }
  }

  /**
   * The statement that a closing would publish.
   *
   * @param interim terms of interim payments; null without any
   * @param nextOpen performance year in whose books a restatement stands
   */
  public static Statement of(
      Closing closing,
      PeriodTerms terms,
      Inputs inputs,
      FinalResult.Given result,
      @Nullable InterimPayment interim,
      int nextOpen,
      Ledger before) {
    String id = Statement.ofClosing(closing.number());
    int year = terms.year().year();
    String entries = year + "-" + id;
    Posting posting =
        closing.restatement()
            ? PostingRules.restatement(entries, year, nextOpen, result.payment(), interim, before)
            : PostingRules.settlement(entries, year, result.payment(), interim, before);
    return new Statement(
        id,
        closing.restatement() ? Statement.Kind.RESTATEMENT : Statement.Kind.FINAL,
        terms,
        closing.date(),
        inputs.knownAt(),
        listed(inputs),
        result,
        posting,
        new Statement.Signed(closing.requestedBy(), closing.approvedBy(), closing.lastCommand()));
  }

  /** True when the amount asks for a second person who has not approved. */
  public static boolean awaitsApproval(Closing closing, Statement statement) {
    Rate threshold = THRESHOLD.on(closing.date());
    return closing.approvedBy() == null
        && (reaches(statement.result().payment(), threshold)
            || reaches(statement.posting().due(), threshold));
  }

  private static boolean reaches(Money amount, Rate threshold) {
    return amount.dollars().abs().compareTo(threshold.value()) >= 0;
  }

  /** The inputs by the names that the steps give them. */
  public static List<Statement.Input> listed(Inputs inputs) {
    List<Statement.Input> list = new ArrayList<>();
    String cost = inputs.budget().source();
    RunningBudget budget = inputs.budget().figure();
    if (budget != null) {
      add(list, "members", Long.toString(budget.members()), cost);
      add(list, "memberMonths", budget.memberMonths().value().toPlainString(), cost);
      add(list, "benchmarkExpenditure", budget.budget().toString(), cost);
      add(list, "expenditure", budget.counted().toString(), cost);
    }
    Frozen<QualityResult> score = inputs.score();
    if (score != null && score.figure() != null) {
      QualityResult quality = score.figure();
      add(list, "qualityGate", quality.gate().name(), score.source());
      Rate composite = quality.exact();
      if (composite != null) {
        add(list, "composite", composite.value().toPlainString(), score.source());
      }
    }
    return list;
  }

  private static void add(List<Statement.Input> list, String name, String value, String source) {
    list.add(new Statement.Input(name, value, source));
  }
}
