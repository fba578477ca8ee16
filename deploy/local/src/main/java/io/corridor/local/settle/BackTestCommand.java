package io.corridor.local.settle;

import io.corridor.local.command.ExitCodes;
import io.corridor.settlement.backtest.BackTest;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.SettlementEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code corridor settle backtest}: a draft contract over past years as they were known then. Exit
 * code 0 when every year has a figure, 3 when some were refused, 4 when a file could not be read.
 */
@Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    description = "Settle past years under a draft contract: results, limits, and their range.")
public final class BackTestCommand implements Callable<Integer> {

  @Option(
      names = "--contract",
      required = true,
      paramLabel = "FILE",
      description = "Draft contract; the last version in it counts.")
  private Path contract = Path.of("");

  @Option(
      names = "--results",
      required = true,
      paramLabel = "DIR",
      description = "What run has exported, one directory or many, and files named facts.ndjson.")
  private Path results = Path.of("");

  @Option(names = "--json", paramLabel = "FILE", description = "Results as JSON, with every step.")
  private @Nullable Path json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
    try {
      DraftContract.Reading reading = DraftContract.read(contract);
      reading.problems().forEach(problem -> console.println("fault   " + problem));
      Optional<DraftContract> draft = reading.draft();
      if (draft.isEmpty()) {
        console.println("backtest failed: no valid contract in " + contract);
        return ExitCodes.FAILED;
      }
      PastYears past = PastYears.read(results);
      past.rejected().forEach(bad -> console.println(SettleTables.rejected(bad)));
      if (past.years().isEmpty()) {
        console.println("backtest failed: no budgets and no facts of a year in " + results);
        return ExitCodes.FAILED;
      }
      return test(console, draft.get(), past);
    } catch (IOException unreadable) {
      console.println("backtest failed: " + unreadable);
      return ExitCodes.FAILED;
    } finally {
      console.flush();
    }
  }

  private int test(PrintWriter console, DraftContract draft, PastYears past) throws IOException {
    BackTest test = BackTest.of(SettlementEngine.load(), cases(draft, past.years()));
    Map<String, String> known = new HashMap<>();
    past.years()
        .forEach(year -> known.merge(key(year.facts()), year.knownAt(), BackTestCommand::later));
    SettleTables.print(console, draft.name(), test, facts -> known.getOrDefault(key(facts), ""));
    if (json != null) {
      SettleJson.backTest(json, draft.name(), test);
    }
    boolean all = test.years().stream().allMatch(year -> year.estimated().isPresent());
    return all && past.rejected().isEmpty() ? ExitCodes.OK : ExitCodes.REJECTED;
  }

  private static String later(String one, String other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static String key(PeriodFacts facts) {
    return facts.period().id() + "|" + facts.period().year();
  }

  /** A year that the draft names is that year of it; others are its years in their order. */
  private static List<BackTest.Case> cases(DraftContract draft, List<PastYears.Past> past) {
    List<Integer> years =
        new ArrayList<>(
            new TreeSet<>(past.stream().map(year -> year.facts().period().year()).toList()));
    List<BackTest.Case> cases = new ArrayList<>();
    for (PastYears.Past year : past) {
      int number = year.facts().period().year();
      int contractYear =
          draft.names(number) ? draft.contractYear(number) : years.indexOf(number) + 1;
      cases.add(
          new BackTest.Case(draft.terms(contractYear), draft.under(year.facts(), contractYear)));
    }
    return cases;
  }
}
