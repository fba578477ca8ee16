package io.corridor.settlement.statement;

import io.corridor.settlement.engine.FactText;
import io.corridor.settlement.engine.LevelKey;
import io.corridor.settlement.engine.PeriodFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the facts of a level come from: topic and key of a record each. Members, months and cost
 * come with the budget, the score with its measures; stated figures each have a record of their
 * own.
 *
 * @param cost record of the budget
 * @param score record of the score
 * @param stated topic of stated figures
 */
public record InputSources(String cost, String score, String stated) {

  private static final String QUALITY = "quality.";
  private static final String STATED = "stated.";

  /** The facts of a level as inputs of its statement, by the names of {@link FactText}. */
  public List<Statement.Input> inputs(LevelKey key, PeriodFacts facts) {
    List<Statement.Input> inputs = new ArrayList<>();
    FactText.of(facts)
        .forEach((name, value) ->
            inputs.add(new Statement.Input(name, value, source(name, key, facts))));
    return inputs;
  }

  private String source(String name, LevelKey key, PeriodFacts facts) {
    if (name.startsWith(QUALITY)) {
      return score;
    }
    return name.startsWith(STATED)
        ? stated
            + ' '
            + facts.period().contract()
            + '|'
            + key.text()
            + '|'
            + name.substring(STATED.length())
        : cost;
  }
}
