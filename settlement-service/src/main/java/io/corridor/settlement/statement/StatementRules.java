package io.corridor.settlement.statement;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.DatedParameter;
import io.corridor.settlement.engine.AgreedPayments;
import io.corridor.settlement.engine.HandedOn;
import io.corridor.settlement.incentive.InterimPayment;
import io.corridor.settlement.ledger.Ledger;
import io.corridor.settlement.ledger.Posting;
import io.corridor.settlement.ledger.PostingRules;
import io.corridor.settlement.statement.PeriodState.Closing;
import io.corridor.settlement.terms.PeriodTerms;
import java.time.Instant;
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
   * What a closing settles.
   *
   * @param terms terms of the period
   * @param payments what they agree beside the shape
   * @param parts each level that they name, the highest first
   * @param knownAt when the latest frozen record became known; null when there is none
   */
  public record Settled(
      PeriodTerms terms,
      AgreedPayments payments,
      List<Statement.Part> parts,
      @Nullable Instant knownAt) {

    /** Keeps its own copy. */
    public Settled {
      parts = List.copyOf(parts);
    }

    /** The result of the period. */
    public FinalResult whole() {
      return FinalRules.whole(levels());
    }

    private List<FinalLevel> levels() {
      return parts.stream().map(Statement.Part::level).toList();
    }

    /** What the result of the period rests on: the inputs of its level, or its parts' results. */
    List<Statement.Input> inputs() {
      List<FinalLevel> posted = FinalRules.posted(levels());
      List<Statement.Part> own =
          parts.stream().filter(part -> posted.contains(part.level())).toList();
      if (own.size() == 1) {
        return own.getFirst().inputs();
      }
      return posted.stream()
          .filter(level -> level.result() instanceof FinalResult.Given)
          .map(level ->
              new Statement.Input(
                  "result." + level.key().id(),
                  ((FinalResult.Given) level.result()).payment().toString(),
                  level.key().level() + " " + level.key().id()))
          .toList();
    }
  }

  /**
   * The statement that a closing would publish.
   *
   * @param result result of the period
   * @param nextOpen performance year in whose books a restatement stands
   */
  public static Statement of(
      Closing closing, Settled settled, FinalResult.Given result, int nextOpen, Ledger before) {
    String id = Statement.ofClosing(closing.number());
    int year = settled.terms().year().year();
    String entries = year + "-" + id;
    InterimPayment interim = settled.payments().interim();
    Posting posting =
        closing.restatement()
            ? PostingRules.restatement(entries, year, nextOpen, result.payment(), interim, before)
            : PostingRules.settlement(entries, year, result.payment(), interim, before);
    return new Statement(
        id,
        closing.restatement() ? Statement.Kind.RESTATEMENT : Statement.Kind.FINAL,
        settled.terms(),
        settled.parts().getFirst().level().shape(),
        closing.date(),
        settled.knownAt(),
        settled.inputs(),
        result,
        settled.parts(),
        posting,
        List.of(),
        shares(settled.payments(), posting.due()),
        new Statement.Signed(closing.requestedBy(), closing.approvedBy(), closing.lastCommand()));
  }

  /** What is due, handed on as the terms say. */
  static HandedOn.@Nullable Shares shares(AgreedPayments payments, Money due) {
    HandedOn handedOn = payments.handedOn();
    return handedOn == null || due.isZero() ? null : handedOn.divide(due);
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
}
