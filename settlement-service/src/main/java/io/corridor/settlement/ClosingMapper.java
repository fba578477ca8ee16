package io.corridor.settlement;

import io.corridor.common.money.Money;
import io.corridor.common.streams.Event;
import io.corridor.common.streams.FactChange;
import io.corridor.schemas.CommandAnswer;
import io.corridor.schemas.EntryLine;
import io.corridor.schemas.FinalBudget;
import io.corridor.schemas.FinalBudgetValue;
import io.corridor.schemas.FinalRoster;
import io.corridor.schemas.FinalRosterValue;
import io.corridor.schemas.FinalScore;
import io.corridor.schemas.FinalScoreValue;
import io.corridor.schemas.SettlementCommand;
import io.corridor.schemas.SettlementCommandValue;
import io.corridor.schemas.StatementInput;
import io.corridor.schemas.StatementValue;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.settlement.ledger.Account;
import io.corridor.settlement.ledger.Entry;
import io.corridor.settlement.ledger.Line;
import io.corridor.settlement.statement.Answer;
import io.corridor.settlement.statement.ClosingRows;
import io.corridor.settlement.statement.Command;
import io.corridor.settlement.statement.Frozen;
import io.corridor.settlement.statement.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Commands, frozen figures, statements and entries between Avro and the domain. */
final class ClosingMapper {

  private static final String LEVEL = "CONTRACT";

  private ClosingMapper() {}

  // ---------- in

  /** Commands of other kinds are not the closing's. */
  static FactChange command(SettlementCommandValue value) {
    SettlementCommand body = value.getBody();
    Optional<Command.Kind> kind =
        Arrays.stream(Command.Kind.values())
            .filter(known -> known.name().equals(body.getKind()))
            .findFirst();
    if (kind.isEmpty() || !body.getPeriod().matches("[0-9]{4}")) {
      return FactChange.nothing();
    }
    Command command =
        new Command(
            body.getCommandId(),
            kind.get(),
            Integer.parseInt(body.getPeriod()),
            body.getNumber(),
            body.getRunOut(),
            body.getBusinessDate(),
            body.getRejectedRecords(),
            body.getUser(),
            body.getAt());
    return FactChange.replace(
        value.getEnvelope(),
        ClosingRows.COMMAND + body.getPeriod() + "|" + body.getCommandId(),
        ClosingRows.bytes(command));
  }

  static FactChange finalRoster(FinalRosterValue value) {
    FinalRoster body = value.getBody();
    return FactChange.replace(
        value.getEnvelope(),
        ClosingRows.ROSTER + body.getPeriod() + "|" + body.getNumber(),
        new byte[] {1});
  }

  static FactChange finalBudget(FinalBudgetValue value) {
    FinalBudget body = value.getBody();
    if (!body.getLevel().equals(LEVEL)) {
      return FactChange.nothing();
    }
    io.corridor.schemas.Budget budget = body.getBudget();
    return FactChange.replace(
        value.getEnvelope(),
        ClosingRows.BUDGET + body.getPeriod() + "|" + body.getNumber(),
        ClosingRows.bytes(
            new Frozen<>(
                source(ClosingTopics.FINAL_BUDGET.name(), value.getEnvelope().getEntityId()),
                body.getBusinessDate(),
                body.getKnownAt(),
                budget == null ? null : SettlementMapper.budgetBytes(budget))));
  }

  static FactChange finalScore(FinalScoreValue value) {
    FinalScore body = value.getBody();
    if (!body.getLevel().equals(LEVEL)) {
      return FactChange.nothing();
    }
    io.corridor.schemas.Score score = body.getScore();
    return FactChange.replace(
        value.getEnvelope(),
        ClosingRows.SCORE + body.getPeriod() + "|" + body.getNumber(),
        ClosingRows.bytes(
            new Frozen<>(
                source(ClosingTopics.FINAL_SCORE.name(), value.getEnvelope().getEntityId()),
                body.getBusinessDate(),
                body.getKnownAt(),
                score == null ? null : SettlementMapper.scoreBytes(score))));
  }

  private static String source(String topic, String key) {
    return topic + " " + key;
  }

  /** What the service published itself is the truth of what it posts. */
  static FactChange statement(StatementValue value) {
    io.corridor.schemas.Statement body = value.getBody();
    List<Entry> entries = body.getEntries().stream().map(ClosingMapper::entry).toList();
    return FactChange.replace(
        value.getEnvelope(),
        ClosingRows.STATEMENT + body.getPeriod() + "|" + body.getStatement(),
        ClosingRows.bytes(
            new ClosingRows.Published(body.getLastCommand(), body.getCutDate(), entries)));
  }

  private static Entry entry(io.corridor.schemas.Entry entry) {
    return new Entry(
        entry.getEntryId(),
        Entry.Kind.valueOf(entry.getKind()),
        Integer.parseInt(entry.getPeriod()),
        Integer.parseInt(entry.getAboutPeriod()),
        entry.getReverses(),
        entry.getLines().stream().map(ClosingMapper::line).toList());
  }

  private static Line line(EntryLine line) {
    Money amount = Money.of(line.getAmount());
    return new Line(
        Account.valueOf(line.getAccount()),
        line.getSide().equals("DEBIT") ? amount : amount.negated());
  }

  // ---------- out

  static CommandAnswer answer(Answer answer) {
    Command command = answer.command();
    return new CommandAnswer(
        command.id(), command.kind().name(), command.user(), command.at(), answer.code().name());
  }

  static Event event(String contract, Statement statement) {
    return new Event(
        ClosingTopics.STATEMENT,
        contract + "|" + statement.terms().year().year() + "|" + statement.id(),
        body(contract, statement),
        statement.terms().contract().payer(),
        statement.cutDate());
  }

  static io.corridor.schemas.Statement body(String contract, Statement statement) {
    var terms = statement.terms();
    Statement.Signed signed = statement.signed();
    String about = contract + "|" + terms.year().year() + "|" + statement.id();
    return io.corridor.schemas.Statement.newBuilder()
        .setContract(contract)
        .setPeriod(Integer.toString(terms.year().year()))
        .setStatement(statement.id())
        .setKind(statement.kind().name())
        .setPayer(terms.contract().payer())
        .setAco(terms.contract().aco())
        .setFrom(terms.year().span().from())
        .setUntil(Objects.requireNonNull(terms.year().span().until()))
        .setTermsVersion(terms.contract().version())
        .setShape(terms.contract().settlement().twoSided() ? "TWO_SIDED" : "ONE_SIDED")
        .setCutDate(statement.cutDate())
        .setKnownAt(statement.knownAt())
        .setInputs(
            list(
                statement.inputs().stream()
                    .map(in -> new StatementInput(in.name(), in.value(), in.source()))
                    .toList()))
        .setRefusal(statement.result().refusal())
        .setLimitsBinding(limits(statement))
        .setSteps(SettlementMapper.steps(statement.result().steps()))
        .setResult(statement.result().payment().dollars())
        .setPostingSteps(SettlementMapper.steps(statement.posting().steps()))
        .setDue(statement.posting().due().dollars())
        .setCarried(statement.posting().owedBack().dollars())
        .setEntries(
            list(
                statement.posting().entries().stream()
                    .map(entry -> entry(contract, about, statement.cutDate(), entry))
                    .toList()))
        .setRequestedBy(signed == null ? null : signed.requestedBy())
        .setApprovedBy(signed == null ? null : signed.approvedBy())
        .setLastCommand(signed == null ? null : signed.lastCommand())
        .build();
  }

  private static List<String> limits(Statement statement) {
    List<String> limits = new ArrayList<>(statement.result().limits());
    statement.posting().limits().stream().sorted().map(Enum::name).forEach(limits::add);
    return limits;
  }

  static io.corridor.schemas.Entry entry(
      String contract, String about, LocalDate cutDate, Entry entry) {
    return io.corridor.schemas.Entry.newBuilder()
        .setEntryId(entry.id())
        .setContract(contract)
        .setKind(entry.kind().name())
        .setStatement(about)
        .setPeriod(Integer.toString(entry.period()))
        .setAboutPeriod(Integer.toString(entry.aboutPeriod()))
        .setBusinessDate(cutDate)
        .setReverses(entry.reverses())
        .setLines(
            list(
                entry.lines().stream()
                    .map(line ->
                        new EntryLine(
                            line.account().name(),
                            line.debit().isNegative() ? "CREDIT" : "DEBIT",
                            line.debit().dollars().abs()))
                    .toList()))
        .build();
  }

  private static <T> List<T> list(List<T> items) {
    return new ArrayList<>(items);
  }
}
