package io.corridor.settlement;

import io.corridor.common.id.ContractId;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.Event;
import io.corridor.common.streams.Subject;
import io.corridor.common.streams.World;
import io.corridor.schemas.CommandAnswer;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.Period;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.settlement.engine.FactRows;
import io.corridor.settlement.engine.Level;
import io.corridor.settlement.engine.LevelKey;
import io.corridor.settlement.engine.SettlementEngine;
import io.corridor.settlement.statement.ClosingRows;
import io.corridor.settlement.statement.ClosingRows.Published;
import io.corridor.settlement.statement.Command;
import io.corridor.settlement.statement.FinalLevel;
import io.corridor.settlement.statement.FinalResult;
import io.corridor.settlement.statement.FinalRules;
import io.corridor.settlement.statement.PeriodBook;
import io.corridor.settlement.statement.PeriodState.Closed;
import io.corridor.settlement.statement.PeriodState.Closing;
import io.corridor.settlement.statement.PeriodState.Open;
import io.corridor.settlement.statement.Statement;
import io.corridor.settlement.statement.StatementRules;
import io.corridor.settlement.terms.PeriodTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The closings of one contract: commands, frozen figures and its own published statements in, the
 * state of each period, statements and entries out.
 */
final class Closings {

  private static final int ANSWERS_SHOWN = 20;

  private final SettlementEngine engine;
  private final Subject subject;
  private final World world;
  private final ClosingTerms terms;
  private final PublishedStatements published;
  private final Advances advances;
  private final MonthlyFees fees;
  private final List<Answer> answers = new ArrayList<>();
  private final List<Event> frozen = new ArrayList<>();
  private boolean underWay;

  /**
   * Closings of a contract.
   *
   * @param estimates its estimates now, on which interim payments rest
   */
  Closings(SettlementEngine engine, Subject subject, World world, List<LevelEstimate> estimates) {
    this.engine = engine;
    this.subject = subject;
    this.world = world;
    this.terms = new ClosingTerms(new ContractId(subject.id()), world);
    this.published = new PublishedStatements(subject);
    this.advances = new Advances(subject.id(), terms, estimates, published);
    this.fees = new MonthlyFees(subject.id(), terms, estimates, published, subject.rows());
    this.underWay = published.underWay();
  }

  List<Answer> answers() {
    return answers;
  }

  List<Event> frozen() {
    return frozen;
  }

  void derive() {
    frozen.addAll(published.entries(terms.payer()));
    for (int year : years()) {
      answers.add(period(year));
    }
  }

  /** Years with a budget, a command or a statement, and years whose state was said before. */
  private Collection<Integer> years() {
    TreeSet<Integer> years = new TreeSet<>(published.years());
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
    Optional<ContractTerms> latest = terms.latest(year);
    LocalDate from = LocalDate.of(year, 1, 1);
    if (commands.isEmpty()
        && !published.years().contains(year)
        && (latest.isEmpty() || !hasCost(year))) {
      return Answer.none(ClosingTopics.PERIOD, key, terms.payer(), from);
    }
    PeriodBook book =
        PeriodBook.of(
            latest.flatMap(t -> ClosingTerms.closing(t, year)),
            commands,
            published.lastCommands(year));
    Period.Builder body =
        Period.newBuilder()
            .setContract(subject.id())
            .setPeriod(Integer.toString(year))
            .setAnswers(shown(book));
    latest
        .flatMap(t -> ClosingTerms.yearOf(t, year))
        .ifPresent(span -> body.setFrom(span.getFrom()).setUntil(span.getUntil()));
    state(body, book, year, latest.isPresent());
    if (book.state() instanceof Open && !underWay) {
      advances.due(year).or(() -> fees.due(year)).ifPresent(this::publish);
    }
    body.setRosterNumber(rosterNumber(book, year));
    return Answer.of(ClosingTopics.PERIOD, key, body.build(), terms.payer(), from, List.of());
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
                  published.ofClosing(year, closed.number()).map(Published::cutDate).orElse(null));
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
      case Closing closing
          when new FrozenFigures(subject.rows(), year, closing.number()).hasRoster() ->
          Integer.valueOf(closing.number());
      case Open open -> null;
      case Closing closing -> published.lastClosing(year);
      case Closed closed -> published.lastClosing(year);
    };
  }

  /** What the closing waits for; when that is nothing, its statement is published. */
  private List<String> awaits(Period.Builder body, Closing closing, int year) {
    FrozenFigures figures = new FrozenFigures(subject.rows(), year, closing.number());
    PeriodTerms held = terms.settling(year, closing.date()).orElse(null);
    boolean scored = held != null && held.contract().quality() != null;
    List<String> awaits = figures.awaits(scored);
    if (held == null || !awaits.isEmpty()) {
      return awaits;
    }
    List<LevelEstimate> levels =
        new Estimates(engine, new ContractId(subject.id()), figures.asRunning(), world)
            .on(closing.date()).stream().filter(level -> level.key().year() == year).toList();
    if (levels.isEmpty()) {
      body.setRefusal("NO_BUDGET");
      return List.of("RESULT");
    }
    StatementRules.Settled settled =
        new StatementRules.Settled(
            held,
            levels.getFirst().besides(),
            levels.stream().map(level -> part(level, figures)).toList(),
            figures.knownAt());
    return switch (settled.whole()) {
      case FinalResult.Withheld withheld -> {
        body.setRefusal(withheld.code()).setRefusedFigures(new ArrayList<>(withheld.figures()));
        yield List.of("RESULT");
      }
      case FinalResult.Given result -> settle(body, closing, settled, result);
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

  private List<String> settle(
      Period.Builder body,
      Closing closing,
      StatementRules.Settled settled,
      FinalResult.Given result) {
    if (underWay) {
      return List.of("POSTING");
    }
    int nextOpen = published.nextOpen(settled.terms().year().year());
    Statement statement = StatementRules.of(closing, settled, result, nextOpen, published.ledger());
    if (StatementRules.awaitsApproval(closing, statement)) {
      body.setProposedPayment(result.payment().dollars());
      return List.of("APPROVAL");
    }
    publish(StatementMapper.event(subject.id(), statement));
    return List.of("POSTING");
  }

  private void publish(Event statement) {
    frozen.add(statement);
    underWay = true;
  }
}
