package io.corridor.settlement.statement;

import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Money;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.engine.EstimateResult;
import io.corridor.settlement.engine.EstimateResult.Estimated;
import io.corridor.settlement.engine.EstimateResult.NotEstimated;
import io.corridor.settlement.engine.Level;
import io.corridor.settlement.engine.Settlement.Refused;
import io.corridor.settlement.engine.Settlement.Refused.Code;
import io.corridor.settlement.engine.Settlement.Settled;
import io.corridor.settlement.share.Calculation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The final result: the function of the interim estimate on frozen inputs (settlement.md 4, "final
 * = interim with all inputs frozen"), whatever shape the terms have. What an estimate may leave
 * open a statement may not: while the quality gate is unknown and matters, nothing is settled.
 */
public final class FinalRules {

  /** The terms have a quality programme whose gate is not known. */
  public static final String QUALITY_NOT_KNOWN = "QUALITY_NOT_KNOWN";

  private static final String PARTS = "contract terms, levels that are settled";

  private FinalRules() {}

  /** The result of a level on frozen facts, whose claims still to come are frozen too. */
  public static FinalResult of(EstimateResult estimate) {
    return switch (estimate) {
      case NotEstimated(var refused) -> refused(refused);
      case Estimated known when matters(known) ->
          new FinalResult.Withheld(QUALITY_NOT_KNOWN, List.of(), known.expected().steps());
      case Estimated known -> given(known.expected());
    };
  }

  /** The expected result on running facts, as an interim payment takes it. */
  public static FinalResult expected(EstimateResult estimate) {
    return switch (estimate) {
      case NotEstimated(var refused) -> refused(refused);
      case Estimated known -> given(known.expected());
    };
  }

  private static boolean matters(Estimated known) {
    return !known.low().payment().equals(known.high().payment());
  }

  private static FinalResult given(Settled settled) {
    return new FinalResult.Given(
        settled.payment(), null, settled.limits(), settled.warnings(), settled.steps());
  }

  /** Too few members is a result of nothing by the terms; every other refusal waits. */
  private static FinalResult refused(Refused refused) {
    return refused.code() == Code.BELOW_MIN_LIVES
        ? new FinalResult.Given(
            Money.ZERO, refused.code().name(), List.of(), List.of(), refused.steps())
        : new FinalResult.Withheld(refused.code().name(), refused.figures(), refused.steps());
  }

  /**
   * The levels whose results the books are kept on: those of the highest level that the terms name.
   * What is settled below it stands beside it.
   */
  public static List<FinalLevel> posted(List<FinalLevel> levels) {
    Level highest =
        levels.stream().map(level -> level.key().level()).min(Level::compareTo).orElse(null);
    return levels.stream().filter(level -> level.key().level() == highest).toList();
  }

  /** The result of a period: that of its highest level, which is the sum where it has parts. */
  public static FinalResult whole(List<FinalLevel> levels) {
    List<FinalLevel> posted = posted(levels);
    if (posted.isEmpty()) {
      return new FinalResult.Withheld(Code.NO_BUDGET.name(), List.of(), List.of());
    }
    if (posted.size() == 1) {
      return posted.getFirst().result();
    }
    List<String> waiting = new ArrayList<>();
    List<Expression> parts = new ArrayList<>();
    Set<String> limits = new TreeSet<>();
    Set<String> warnings = new TreeSet<>();
    for (FinalLevel level : posted) {
      switch (level.result()) {
        case FinalResult.Withheld withheld -> {
          waiting.add(level.key().id() + " " + withheld.code());
          withheld.figures().forEach(name -> waiting.add(level.key().id() + " " + name));
        }
        case FinalResult.Given given -> {
          parts.add(named("result." + level.key().id(), given.payment()));
          limits.addAll(given.limits());
          warnings.addAll(given.warnings());
        }
      }
    }
    if (!waiting.isEmpty()) {
      return new FinalResult.Withheld(Code.FACT_MISSING.name(), waiting, List.of());
    }
    Calculation steps = new Calculation();
    Expression sum = steps.step("result", PARTS, Expression.sum(parts));
    var settled = steps.pay(sum);
    return new FinalResult.Given(
        settled.payment(), null, List.copyOf(limits), List.copyOf(warnings), settled.steps());
  }
}
