package io.corridor.local.settle;

import io.corridor.local.command.ExitCodes;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.SettlementEngine;
import io.corridor.settlement.whatif.Change;
import io.corridor.settlement.whatif.WhatIfAnswer;
import io.corridor.settlement.whatif.WhatIfAnswer.Answered;
import io.corridor.settlement.whatif.WhatIfAnswer.NotAnswered;
import io.corridor.settlement.whatif.WhatIfRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code corridor settle what-if}: a contract on facts as they are and as changed, side by side,
 * without Kafka. Exit code 0 when every line of facts was answered, 3 when some were refused, 4
 * when a file could not be read.
 */
@Command(
    name = "what-if",
    mixinStandardHelpOptions = true,
    description = {
      "Settle a year on its terms and facts and on changed ones, side by side.",
      "Changes: cost=-0.05, quality=0.02, twoSided=true, lossShare@2=0.3; docs/settle.md lists them."
    })
public final class WhatIfCommand implements Callable<Integer> {

  @Option(
      names = "--contract",
      required = true,
      paramLabel = "FILE",
      description = "Contract file; the last version in it counts.")
  private Path contract = Path.of("");

  @Option(
      names = "--facts",
      required = true,
      paramLabel = "FILE|DIR",
      description =
          "Facts of a year, one JSON object a line, or a directory that run has exported.")
  private Path facts = Path.of("");

  @Option(
      names = "--change",
      paramLabel = "NAME=VALUE",
      description =
          "What is changed; may be given many times. With NAME@2 from the second year on.")
  private List<String> changes = new ArrayList<>();

  @Option(names = "--json", paramLabel = "FILE", description = "Answers as JSON, with every step.")
  private @Nullable Path json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    PrintWriter console = command.commandLine().getOut();
    List<Change> asked = asked(command);
    try {
      DraftContract.Reading reading = DraftContract.read(contract);
      reading.problems().forEach(problem -> console.println("fault   " + problem));
      Optional<DraftContract> draft = reading.draft();
      if (draft.isEmpty()) {
        console.println("what-if failed: no valid contract in " + contract);
        return ExitCodes.FAILED;
      }
      PastYears years = PastYears.read(facts);
      years.rejected().forEach(bad -> console.println(SettleTables.rejected(bad)));
      return answer(console, draft.get(), years, asked);
    } catch (IOException unreadable) {
      console.println("what-if failed: " + unreadable);
      return ExitCodes.FAILED;
    } finally {
      console.flush();
    }
  }

  private List<Change> asked(CommandSpec command) {
    List<Change> asked = new ArrayList<>();
    for (String change : changes) {
      int equals = change.indexOf('=');
      if (equals < 1) {
        throw new ParameterException(command.commandLine(), "a change is NAME=VALUE: " + change);
      }
      try {
        asked.add(Change.of(change.substring(0, equals), change.substring(equals + 1)));
      } catch (IllegalArgumentException badName) {
        throw new ParameterException(command.commandLine(), String.valueOf(badName.getMessage()));
      }
    }
    return asked;
  }

  private int answer(PrintWriter console, DraftContract draft, PastYears years, List<Change> asked)
      throws IOException {
    WhatIfRules rules = new WhatIfRules(SettlementEngine.load());
    List<SettleJson.Answer> answers = new ArrayList<>();
    boolean refused = !years.rejected().isEmpty();
    for (PastYears.Past past : years.years()) {
      PeriodFacts known = past.facts();
      int year = known.period().year();
      int contractYear =
          draft.names(year) ? draft.contractYear(year) : known.period().contractYear();
      PeriodFacts placed = draft.under(known, contractYear);
      WhatIfAnswer answer = rules.answer(draft.terms(contractYear), placed, asked);
      answers.add(new SettleJson.Answer(placed, answer));
      console.println(draft.name() + ", " + placed.period().id() + " " + year);
      switch (answer) {
        case Answered answered -> answered.years().forEach(one -> SettleTables.print(console, one));
        case NotAnswered not -> {
          refused = true;
          console.println("  refused: " + not.refusal().code() + " " + not.refusal().subject());
        }
      }
    }
    if (answers.isEmpty()) {
      console.println("what-if failed: no facts of a year in " + facts);
      return ExitCodes.FAILED;
    }
    if (json != null) {
      SettleJson.whatIf(json, asked, answers);
    }
    return refused ? ExitCodes.REJECTED : ExitCodes.OK;
  }
}
