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
import io.corridor.settlement.statement.PeriodBook;
import io.corridor.settlement.statement.PeriodState.Closed;
import io.corridor.settlement.statement.PeriodState.Closing;
import io.corridor.settlement.statement.PeriodState.Open;
import io.corridor.settlement.statement.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
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
    Standing standing =
        standing(latest.flatMap(t -> ClosingTerms.closing(t, year)), commands, year);
    PeriodBook book = standing.book();
    Period.Builder body =
        Period.newBuilder()
            .setContract(subject.id())
            .setPeriod(Integer.toString(year))
            .setAnswers(shown(book));
    latest
        .flatMap(t -> ClosingTerms.yearOf(t, year))
        .ifPresent(span -> body.setFrom(span.getFrom()).setUntil(span.getUntil()));
    state(body, standing, year, latest.isPresent());
    if (book.state() instanceof Open && !underWay) {
      advances.due(year).or(() -> fees.due(year)).ifPresent(this::publish);
    }
    body.setRosterNumber(rosterNumber(book, year));
    body.setListFinalSince(listFinalSince(book, year));
    return Answer.of(ClosingTopics.PERIOD, key, body.build(), terms.payer(), from, List.of());
  }

  /**
   * Where the commands of a period leave it.
   *
   * @param draft what the closing under way comes to; null without one
   * @param proposal what of it waits for approval, or is approved; null where nothing does
   */
  private record Standing(
      PeriodBook book, @Nullable ClosingDraft draft, @Nullable String proposal) {}

  /** An approval holds only for what is proposed, which the commands before it lead to. */
  private Standing standing(Optional<PeriodBook.Terms> known, List<Command> commands, int year) {
    NavigableMap<Integer, String> statements = published.lastCommands(year);
    NavigableMap<Integer, String> proposals = published.proposals(year);
    PeriodBook book = PeriodBook.of(known, commands, statements, proposals);
    if (!(book.state() instanceof Closing closing)) {
      return new Standing(book, null, null);
    }
    ClosingDraft draft = ClosingDraft.of(engine, subject, world, terms, published, closing, year);
    String proposal = draft.proposal(subject.id());
    if (proposal == null) {
      return new Standing(book, draft, null);
    }
    proposals.put(closing.number(), proposal);
    return new Standing(PeriodBook.of(known, commands, statements, proposals), draft, proposal);
  }

  private static List<CommandAnswer> shown(PeriodBook book) {
    List<CommandAnswer> all = new ArrayList<>();
    book.answers().forEach(answer -> all.add(ClosingMapper.answer(answer)));
    return new ArrayList<>(all.subList(Math.max(0, all.size() - ANSWERS_SHOWN), all.size()));
  }

  private void state(Period.Builder body, Standing standing, int year, boolean known) {
    switch (standing.book().state()) {
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
        ClosingDraft draft = Objects.requireNonNull(standing.draft());
        body.setRefusal(draft.refusal()).setRefusedFigures(new ArrayList<>(draft.refusedFigures()));
        body.setAwaits(new ArrayList<>(awaits(body, closing, draft, standing.proposal())));
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

  /** The cut of the first closing whose assignments hold: since then the lists are final. */
  private @Nullable LocalDate listFinalSince(PeriodBook book, int year) {
    LocalDate first = published.firstCut(year).orElse(null);
    return first == null
            && book.state() instanceof Closing closing
            && new FrozenFigures(subject.rows(), year, closing.number()).hasRoster()
        ? closing.date()
        : first;
  }

  /** What the closing waits for; when that is nothing, its statement is published. */
  private List<String> awaits(
      Period.Builder body, Closing closing, ClosingDraft draft, @Nullable String proposal) {
    Statement statement = draft.statement();
    if (statement == null) {
      return draft.awaits();
    }
    String approvedBy = closing.approvedBy();
    if (underWay) {
      return List.of("POSTING");
    }
    if (proposal != null && approvedBy == null) {
      body.setProposal(proposal)
          .setProposedPayment(statement.result().payment().dollars())
          .setProposedDue(statement.posting().due().dollars())
          .setProposedKnownAt(statement.knownAt());
      return List.of("APPROVAL");
    }
    publish(
        StatementMapper.event(
            subject.id(),
            statement.signed(
                new Statement.Signed(
                    closing.requestedBy(),
                    approvedBy,
                    approvedBy == null ? null : proposal,
                    closing.lastCommand()))));
    return List.of("POSTING");
  }

  private void publish(Event statement) {
    frozen.add(statement);
    underWay = true;
  }
}
