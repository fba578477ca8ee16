package io.corridor.settlement;

import io.corridor.common.facts.Fact;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.streams.FactChange;
import io.corridor.schemas.Budget;
import io.corridor.schemas.CommandAnswer;
import io.corridor.schemas.EntryLine;
import io.corridor.schemas.Envelope;
import io.corridor.schemas.FinalBudget;
import io.corridor.schemas.FinalBudgetMonth;
import io.corridor.schemas.FinalBudgetValue;
import io.corridor.schemas.FinalRoster;
import io.corridor.schemas.FinalRosterValue;
import io.corridor.schemas.FinalScore;
import io.corridor.schemas.FinalScoreValue;
import io.corridor.schemas.MovedMonth;
import io.corridor.schemas.MovedMonthValue;
import io.corridor.schemas.SettlementCommand;
import io.corridor.schemas.SettlementCommandValue;
import io.corridor.schemas.StatementFees;
import io.corridor.schemas.StatementValue;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.settlement.engine.FactRows;
import io.corridor.settlement.engine.Level;
import io.corridor.settlement.engine.PeriodFacts.MonthMembers;
import io.corridor.settlement.ledger.Account;
import io.corridor.settlement.ledger.Entry;
import io.corridor.settlement.ledger.Line;
import io.corridor.settlement.statement.Answer;
import io.corridor.settlement.statement.ClosingRows;
import io.corridor.settlement.statement.Command;
import io.corridor.settlement.statement.Frozen;
import io.corridor.settlement.statement.PaidFees;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Commands, frozen figures and published statements into rows, and answers to commands out. */
final class ClosingMapper {

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
            body.getProposal(),
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
    Budget budget = body.getBudget();
    String level =
        String.join(
            "|", body.getPeriod(), String.valueOf(body.getNumber()), body.getLevel(), body.getId());
    Map<String, Optional<byte[]>> rows = new TreeMap<>();
    rows.put(
        ClosingRows.BUDGET + level,
        Optional.of(
            ClosingRows.bytes(
                new Frozen<>(
                    source(ClosingTopics.FINAL_BUDGET.name(), value.getEnvelope().getEntityId()),
                    body.getBusinessDate(),
                    body.getKnownAt(),
                    body.getLevels(),
                    budget == null ? null : FactRows.bytes(FactMapper.finalCost(budget))))));
    for (FinalBudgetMonth month : body.getMonths()) {
      BigDecimal risk = month.getProspective();
      rows.put(
          ClosingRows.MONTH + level + '|' + month.getMonth(),
          Optional.of(
              FactRows.bytes(
                  new MonthMembers(
                      new Rate(month.getMemberMonths()),
                      risk == null ? null : new Rate(risk),
                      FactMapper.money(month.getCapitationLeakage())))));
    }
    return rows(value.getEnvelope(), rows);
  }

  static FactChange finalScore(FinalScoreValue value) {
    FinalScore body = value.getBody();
    io.corridor.schemas.Score score = body.getScore();
    return FactChange.replace(
        value.getEnvelope(),
        ClosingRows.SCORE
            + String.join(
                "|",
                body.getPeriod(),
                String.valueOf(body.getNumber()),
                body.getLevel(),
                body.getId()),
        ClosingRows.bytes(
            new Frozen<>(
                source(ClosingTopics.FINAL_SCORE.name(), value.getEnvelope().getEntityId()),
                body.getBusinessDate(),
                body.getKnownAt(),
                body.getLevels(),
                score == null ? null : FactRows.bytes(FactMapper.yearQuality(score)))));
  }

  private static String source(String topic, String key) {
    return topic + " " + key;
  }

  /** A member month less where it was, and one more where it is; each notice is counted once. */
  static FactChange moved(MovedMonthValue value) {
    MovedMonth body = value.getBody();
    String from = body.getFromTin();
    String to = body.getToTin();
    List<Fact> facts = new ArrayList<>();
    if (from != null) {
      facts.add(Fact.of(moved(body, from), -1));
    }
    if (to != null) {
      facts.add(Fact.of(moved(body, to), 1));
    }
    if (from == null || to == null) {
      facts.add(Fact.of(moved(body, ClosingRows.ANYBODY), from == null ? 1 : -1));
    }
    return FactChange.of(
        value.getEnvelope().getTenant(), value.getEnvelope().getKnownAt(), List.of(), facts);
  }

  private static String moved(MovedMonth month, String practice) {
    return ClosingRows.moved(
        Integer.parseInt(month.getPeriod()),
        month.getClosing(),
        YearMonth.parse(month.getMonth()),
        practice);
  }

  /** What the service published itself is the truth of what it posts. */
  static FactChange statement(StatementValue value) {
    io.corridor.schemas.Statement body = value.getBody();
    List<Entry> entries = body.getEntries().stream().map(ClosingMapper::entry).toList();
    String key = body.getPeriod() + "|" + body.getStatement();
    Map<String, Optional<byte[]>> rows = new TreeMap<>();
    rows.put(
        ClosingRows.STATEMENT + key,
        Optional.of(
            ClosingRows.bytes(
                new ClosingRows.Published(
                    body.getLastCommand(), body.getProposal(), body.getCutDate(), entries))));
    if (!body.getFees().isEmpty()) {
      List<PaidFees> fees = body.getFees().stream().map(ClosingMapper::fees).toList();
      rows.put(ClosingRows.FEES + key, Optional.of(ClosingRows.bytes(fees)));
    }
    return rows(value.getEnvelope(), rows);
  }

  private static FactChange rows(Envelope envelope, Map<String, Optional<byte[]>> rows) {
    return new FactChange(envelope.getTenant(), envelope.getKnownAt(), List.of(), List.of(), rows);
  }

  private static PaidFees fees(StatementFees fees) {
    NavigableMap<YearMonth, Money> months = new TreeMap<>();
    fees.getMonths()
        .forEach(month -> months.put(YearMonth.parse(month.getMonth()), Money.of(month.getFee())));
    return new PaidFees(
        Level.valueOf(fees.getLevel()), fees.getId(), months, Money.of(fees.getBalance()));
  }

  private static Entry entry(io.corridor.schemas.Entry entry) {
    return new Entry(
        entry.getEntryId(),
        Entry.Kind.valueOf(entry.getKind()),
        Integer.parseInt(entry.getPeriod()),
        Integer.parseInt(entry.getAboutPeriod()),
        entry.getReverses(),
        entry.getReason(),
        entry.getLines().stream().map(ClosingMapper::line).toList());
  }

  private static Line line(EntryLine line) {
    Money amount = Money.of(line.getAmount());
    return new Line(
        Account.valueOf(line.getAccount()),
        line.getReceiver(),
        line.getSide().equals("DEBIT") ? amount : amount.negated());
  }

  // ---------- out

  static CommandAnswer answer(Answer answer) {
    Command command = answer.command();
    return new CommandAnswer(
        command.id(), command.kind().name(), command.user(), command.at(), answer.code().name());
  }
}
