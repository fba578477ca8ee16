package io.corridor.settlement;

import io.corridor.common.care.Contract;
import io.corridor.common.facts.Row;
import io.corridor.common.id.ContractId;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.Event;
import io.corridor.common.streams.Subject;
import io.corridor.common.streams.TermsMapper;
import io.corridor.common.streams.World;
import io.corridor.schemas.CommandAnswer;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.PerformanceYear;
import io.corridor.schemas.Period;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.Topics;
import io.corridor.settlement.engine.FactRows;
import io.corridor.settlement.engine.Level;
import io.corridor.settlement.engine.LevelKey;
import io.corridor.settlement.estimate.InputRows;
import io.corridor.settlement.estimate.QualityResult;
import io.corridor.settlement.estimate.RunningBudget;
import io.corridor.settlement.incentive.InterimPayment;
import io.corridor.settlement.ledger.Ledger;
import io.corridor.settlement.statement.ClosingRows;
import io.corridor.settlement.statement.ClosingRows.Published;
import io.corridor.settlement.statement.Command;
import io.corridor.settlement.statement.FinalResult;
import io.corridor.settlement.statement.FinalRules;
import io.corridor.settlement.statement.Frozen;
import io.corridor.settlement.statement.InterimRules;
import io.corridor.settlement.statement.PeriodBook;
import io.corridor.settlement.statement.PeriodState.Closed;
import io.corridor.settlement.statement.PeriodState.Closing;
import io.corridor.settlement.statement.PeriodState.Open;
import io.corridor.settlement.statement.Statement;
import io.corridor.settlement.statement.StatementRules;
import io.corridor.settlement.terms.PeriodTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The closings of one contract: commands, frozen figures and its own published statements in, the
 * state of each period, statements and entries out.
 *
 * <p>A contract makes one statement at a time: the next waits until the last has been read back,
 * because it rests on the ledger after it. So a rebuilt service, which knows what it published
 * before it has read it, makes none again; and an entry is a function of its statement alone.
 */
final class Closings {

  private static final int ANSWERS_SHOWN = 20;

  private final Subject subject;
  private final World world;
  private final FinalRules finals;
  private final Function<PeriodTerms, Optional<InterimPayment>> interims;
  private final NavigableMap<Integer, NavigableMap<String, Published>> statements = new TreeMap<>();
  private final Ledger ledger;
  private final List<Answer> answers = new ArrayList<>();
  private final List<Event> frozen = new ArrayList<>();
  private boolean underWay;

  /**
   * Closings of a contract.
   *
   * @param interims terms of interim payments, where the contract has some
   */
  Closings(
      Subject subject,
      World world,
      FinalRules finals,
      Function<PeriodTerms, Optional<InterimPayment>> interims) {
    this.subject = subject;
    this.interims = interims;
    this.world = world;
    this.finals = finals;
    for (Row row : subject.rows().startingWith(ClosingRows.STATEMENT)) {
      statements
          .computeIfAbsent(ClosingRows.year(row), year -> new TreeMap<>())
          .put(row.part(2), ClosingRows.statement(row));
    }
    this.ledger =
        new Ledger(
            statements.values().stream()
                .flatMap(year -> year.values().stream())
                .flatMap(statement -> statement.entries().stream())
                .toList());
    this.underWay =
        subject.publishedKeys(ClosingTopics.STATEMENT).stream().anyMatch(key -> !isReadBack(key));
  }

  private boolean isReadBack(String key) {
    String[] parts = key.split("\\|", -1);
    return statements
        .getOrDefault(Integer.valueOf(parts[1]), new TreeMap<>())
        .containsKey(parts[2]);
  }

  List<Answer> answers() {
    return answers;
  }

  List<Event> frozen() {
    return frozen;
  }

  void derive() {
    statements.forEach(
        (year, published) -> published.forEach((id, statement) -> post(year, id, statement)));
    for (int year : years()) {
      answers.add(period(year));
    }
  }

  private void post(int year, String id, Published statement) {
    String contract = subject.id();
    String about = contract + "|" + year + "|" + id;
    statement
        .entries()
        .forEach(entry ->
            frozen.add(
                new Event(
                    ClosingTopics.ENTRY,
                    contract + "|" + entry.id(),
                    ClosingMapper.entry(contract, about, statement.cutDate(), entry),
                    payer(),
                    statement.cutDate())));
  }

  /** Years with a budget, a command or a statement, and years whose state was said before. */
  private Collection<Integer> years() {
    TreeSet<Integer> years = new TreeSet<>(statements.keySet());
    new LevelFacts(subject.rows())
        .keys().stream()
            .filter(key -> key.level() == Level.CONTRACT)
            .forEach(key -> years.add(key.year()));
    subject
        .rows()
        .startingWith(ClosingRows.COMMAND)
        .forEach(row -> years.add(ClosingRows.year(row)));
    subject
        .answerKeys(ClosingTopics.PERIOD)
        .forEach(key -> years.add(Integer.valueOf(key.substring(key.lastIndexOf('|') + 1))));
    return years;
  }

  private boolean hasCost(int year) {
    return subject
        .rows()
        .find(FactRows.COST + new LevelKey(Level.CONTRACT, subject.id(), year).text())
        .isPresent();
  }

  private Answer period(int year) {
    String key = subject.id() + "|" + year;
    List<Command> commands =
        subject.rows().startingWith(ClosingRows.COMMAND + year + "|").stream()
            .map(ClosingRows::command)
            .toList();
    Optional<ContractTerms> terms = terms(year);
    LocalDate from = LocalDate.of(year, 1, 1);
    if (commands.isEmpty()
        && !statements.containsKey(year)
        && (terms.isEmpty() || !hasCost(year))) {
      return Answer.none(ClosingTopics.PERIOD, key, payer(), from);
    }
    PeriodBook book =
        PeriodBook.of(terms.flatMap(t -> closingTerms(t, year)), commands, lastCommands(year));
    Period.Builder body =
        Period.newBuilder()
            .setContract(subject.id())
            .setPeriod(Integer.toString(year))
            .setAnswers(shown(book));
    terms
        .flatMap(t -> yearOf(t, year))
        .ifPresent(span -> body.setFrom(span.getFrom()).setUntil(span.getUntil()));
    state(body, book, year, terms.isPresent());
    if (book.state() instanceof Open && !underWay) {
      payAhead(year);
    }
    body.setRosterNumber(rosterNumber(book, year));
    return Answer.of(ClosingTopics.PERIOD, key, body.build(), payer(), from, List.of());
  }

  private static List<CommandAnswer> shown(PeriodBook book) {
    List<CommandAnswer> all = new ArrayList<>();
    book.answers().forEach(answer -> all.add(ClosingMapper.answer(answer)));
    return new ArrayList<>(all.subList(Math.max(0, all.size() - ANSWERS_SHOWN), all.size()));
  }

  private void state(Period.Builder body, PeriodBook book, int year, boolean known) {
    switch (book.state()) {
      case Open open -> body.setState(known ? "OPEN" : "UNKNOWN");
      case Closed closed ->
          body.setState("CLOSED")
              .setNumber(closed.number())
              .setClosingDate(
                  published(year, closed.number()).map(Published::cutDate).orElse(null));
      case Closing closing -> {
        body.setState("CLOSING")
            .setNumber(closing.number())
            .setClosingDate(closing.date())
            .setRequestedBy(closing.requestedBy())
            .setApprovedBy(closing.approvedBy());
        body.setAwaits(new ArrayList<>(awaits(body, closing, year)));
      }
    }
  }

  /** The last closing that froze assignments and was not given up: those assignments hold. */
  private @Nullable Integer rosterNumber(PeriodBook book, int year) {
    return switch (book.state()) {
      case Closing closing when row(ClosingRows.ROSTER, year, closing).isPresent() ->
          Integer.valueOf(closing.number());
      case Open open -> null;
      case Closing closing -> lastStatement(year);
      case Closed closed -> lastStatement(year);
    };
  }

  private @Nullable Integer lastStatement(int year) {
    NavigableMap<Integer, String> published = lastCommands(year);
    return published.isEmpty() ? null : published.lastKey();
  }

  private Optional<Published> published(int year, int number) {
    return Optional.ofNullable(
        statements.getOrDefault(year, new TreeMap<>()).get(Statement.ofClosing(number)));
  }

  /** What the closing waits for; when that is nothing, its statement is published. */
  private List<String> awaits(Period.Builder body, Closing closing, int year) {
    PeriodTerms terms = terms(year, closing.date());
    Optional<Frozen<RunningBudget>> budget =
        row(ClosingRows.BUDGET, year, closing)
            .map(row -> ClosingRows.frozen(row, InputRows::budget));
    Optional<Frozen<QualityResult>> score =
        row(ClosingRows.SCORE, year, closing).map(row -> ClosingRows.frozen(row, InputRows::score));
    boolean scored = terms != null && terms.contract().quality() != null;
    List<String> awaits = new ArrayList<>();
    if (row(ClosingRows.ROSTER, year, closing).isEmpty()) {
      awaits.add("ROSTER");
    }
    if (budget.isEmpty()) {
      awaits.add("BUDGET");
    }
    if (scored && score.isEmpty()) {
      awaits.add("SCORE");
    }
    if (terms == null || !awaits.isEmpty()) {
      return awaits;
    }
    StatementRules.Inputs inputs =
        new StatementRules.Inputs(budget.get(), scored ? score.get() : null);
    return switch (finals.of(terms, inputs.budget().figure(), figure(inputs.score()))) {
      case FinalResult.Withheld withheld -> {
        body.setRefusal(withheld.code());
        yield List.of("RESULT");
      }
      case FinalResult.Given result -> publish(body, closing, terms, inputs, result);
    };
  }

  private static <T> @Nullable T figure(@Nullable Frozen<T> frozen) {
    return frozen == null ? null : frozen.figure();
  }

  private Optional<Row> row(String kind, int year, Closing closing) {
    return subject.rows().find(kind + year + "|" + closing.number());
  }

  private List<String> publish(
      Period.Builder body,
      Closing closing,
      PeriodTerms terms,
      StatementRules.Inputs inputs,
      FinalResult.Given result) {
    if (underWay) {
      return List.of("POSTING");
    }
    Statement statement =
        StatementRules.of(
            closing,
            terms,
            inputs,
            result,
            interims.apply(terms).orElse(null),
            nextOpen(terms.year().year()),
            ledger);
    if (StatementRules.awaitsApproval(closing, statement)) {
      body.setProposedPayment(result.payment().dollars());
      return List.of("APPROVAL");
    }
    frozen.add(ClosingMapper.event(subject.id(), statement));
    underWay = true;
    return List.of("POSTING");
  }

  /** Publishes the interim payment of an open year that is due. */
  private void payAhead(int year) {
    String level = new LevelKey(Level.CONTRACT, subject.id(), year).text();
    RunningBudget budget =
        subject
            .rows()
            .find(FactRows.COST + level)
            .map(FactRows::cost)
            .map(Closings::running)
            .orElse(null);
    LocalDate completeTo = budget == null ? null : budget.completeTo();
    if (budget == null || completeTo == null) {
      return;
    }
    PeriodTerms terms = terms(year, completeTo);
    InterimPayment payment = terms == null ? null : interims.apply(terms).orElse(null);
    if (terms == null || payment == null) {
      return;
    }
    OptionalInt month = InterimRules.due(payment, terms.year(), completeTo);
    if (month.isEmpty() || isPublished(year, InterimRules.id(month.getAsInt()))) {
      return;
    }
    QualityResult score =
        subject
            .rows()
            .find(FactRows.QUALITY + level)
            .map(row -> FactRows.quality(row).score())
            .orElse(null);
    if (finals.expected(terms, budget, score) instanceof FinalResult.Given toDate) {
      StatementRules.Inputs inputs =
          new StatementRules.Inputs(
              running(Topics.BUDGET.name(), year, completeTo, budget),
              score == null ? null : running(Topics.SCORE.name(), year, completeTo, score));
      Statement statement =
          InterimRules.of(
              month.getAsInt(),
              payment,
              terms,
              toDate,
              completeTo,
              StatementRules.listed(inputs),
              ledger);
      frozen.add(ClosingMapper.event(subject.id(), statement));
      underWay = true;
    }
  }

  private static RunningBudget running(FactRows.YearCost cost) {
    return new RunningBudget(
        cost.members(),
        cost.memberMonths(),
        cost.cost().budget(),
        cost.cost().counted(),
        cost.completeTo());
  }

  private boolean isPublished(int year, String id) {
    return statements.getOrDefault(year, new TreeMap<>()).containsKey(id);
  }

  private <T> Frozen<T> running(String topic, int year, LocalDate completeTo, T figure) {
    String key = String.join("|", subject.id(), "CONTRACT", subject.id(), Integer.toString(year));
    return new Frozen<>(topic + " " + key, completeTo, Instant.EPOCH, figure);
  }

  /** The next performance year whose books are open. */
  private int nextOpen(int year) {
    int next = year + 1;
    while (!lastCommands(next).isEmpty()) {
      next++;
    }
    return next;
  }

  /** Last command that each final statement of a year knew, by number of its closing. */
  private NavigableMap<Integer, String> lastCommands(int year) {
    NavigableMap<Integer, String> last = new TreeMap<>();
    statements
        .getOrDefault(year, new TreeMap<>())
        .forEach((id, statement) -> {
          String command = statement.lastCommand();
          if (command != null) {
            last.put(Integer.valueOf(id.substring(1)), command);
          }
        });
    return last;
  }

  // ---------- terms

  /** The terms that settle a year on a business date. */
  private @Nullable PeriodTerms terms(int year, LocalDate date) {
    return PeriodTerms.of(TermsMapper.contracts(world), new ContractId(subject.id()), year, date)
        .orElse(null);
  }

  /** The latest version of the terms that has the year. */
  private Optional<ContractTerms> terms(int year) {
    return world
        .table(Topics.TERMS)
        .subMap(subject.id() + "|", subject.id() + "|\uffff")
        .values()
        .stream()
        .map(value -> value.getBody())
        .filter(terms -> yearOf(terms, year).isPresent())
        .max(Comparator.comparing(ContractTerms::getVersion));
  }

  private static Optional<PerformanceYear> yearOf(ContractTerms terms, int year) {
    return terms.getPerformanceYears().stream().filter(py -> py.getYear() == year).findFirst();
  }

  private static Optional<PeriodBook.Terms> closingTerms(ContractTerms terms, int year) {
    return TermsMapper.contract(terms).years().stream()
        .filter(py -> py.year() == year)
        .findFirst()
        .map((Contract.PerformanceYear py) -> new PeriodBook.Terms(py, terms.getRejectedLimit()));
  }

  private String payer() {
    return world
        .table(Topics.TERMS)
        .subMap(subject.id() + "|", subject.id() + "|\uffff")
        .values()
        .stream()
        .map(value -> value.getBody().getPayer())
        .findFirst()
        .orElse("");
  }
}
