package io.corridor.settlement.statement;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.DatedParameter;
import io.corridor.settlement.engine.AgreedPayments;
import io.corridor.settlement.engine.Settlement.Refused.Code;
import io.corridor.settlement.incentive.InterimPayment;
import io.corridor.settlement.ledger.HandingOn;
import io.corridor.settlement.ledger.Ledger;
import io.corridor.settlement.ledger.PaymentPosting;
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

    /** The result of the period; withheld while a payment beside it waits for figures. */
    public FinalResult whole() {
      FinalResult result = FinalRules.whole(levels());
      List<String> open = BesideRules.open(levels());
      return result instanceof FinalResult.Given given && !open.isEmpty()
          ? new FinalResult.Withheld(Code.FACT_MISSING.name(), open, given.steps())
          : result;
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
   * The statement that a closing would publish, approved by nobody yet.
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
    boolean again = closing.restatement();
    int inPeriod = again ? nextOpen : year;
    Posting ofResult =
        again
            ? PostingRules.restatement(entries, year, inPeriod, result.payment(), interim, before)
            : PostingRules.settlement(entries, year, result.payment(), interim, before);
    PaymentPosting posted =
        PaymentPosting.of(
            entries, year, inPeriod, ofResult, BesideRules.earned(settled.levels()), before);
    SharesRules.Handed handed =
        SharesRules.of(
            settled.terms().contract().aco(),
            new HandingOn.Place(entries, year, inPeriod, posted.posting().entries().size()),
            settled.payments(),
            posted,
            again,
            before);
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
        handed.posting(),
        List.of(),
        handed.shares(),
        new Statement.Signed(closing.requestedBy(), null, null, closing.lastCommand()));
  }

  /** True when the amount asks for a second person. */
  public static boolean asksForApproval(Statement statement) {
    Rate threshold = THRESHOLD.on(statement.cutDate());
    return reaches(statement.result().payment(), threshold)
        || reaches(statement.posting().due(), threshold);
  }

  private static boolean reaches(Money amount, Rate threshold) {
    return amount.dollars().abs().compareTo(threshold.value()) >= 0;
  }
}
