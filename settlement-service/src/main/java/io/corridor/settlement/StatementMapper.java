package io.corridor.settlement;

import io.corridor.common.money.Money;
import io.corridor.common.streams.Event;
import io.corridor.schemas.EntryLine;
import io.corridor.schemas.StatementFee;
import io.corridor.schemas.StatementFees;
import io.corridor.schemas.StatementInput;
import io.corridor.schemas.StatementLevel;
import io.corridor.schemas.StatementShare;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.settlement.engine.HandedOn;
import io.corridor.settlement.ledger.Entry;
import io.corridor.settlement.ledger.Line;
import io.corridor.settlement.statement.FinalLevel;
import io.corridor.settlement.statement.FinalResult;
import io.corridor.settlement.statement.PaidFees;
import io.corridor.settlement.statement.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Statements and the entries they post, as they are published. */
final class StatementMapper {

  private static final int DIGEST_BYTES = 8;

  private StatementMapper() {}

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
        .setShape(statement.shape().name())
        .setCutDate(statement.cutDate())
        .setKnownAt(statement.knownAt())
        .setInputs(inputs(statement.inputs()))
        .setRefusal(statement.result().refusal())
        .setLimitsBinding(limits(statement))
        .setWarnings(list(statement.result().warnings()))
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
        .setLevels(levels(statement))
        .setShares(shares(statement))
        .setFees(statement.fees().stream().map(StatementMapper::fees).toList())
        .setRequestedBy(signed == null ? null : signed.requestedBy())
        .setApprovedBy(signed == null ? null : signed.approvedBy())
        .setLastCommand(signed == null ? null : signed.lastCommand())
        .setProposal(signed == null ? null : signed.proposal())
        .build();
  }

  /** Names what a closing proposes: it changes with every figure, input and entry behind it. */
  static String digest(String contract, Statement statement) {
    String requestedBy = Objects.requireNonNull(statement.signed()).requestedBy();
    Statement unsigned = statement.signed(new Statement.Signed(requestedBy, null, null, ""));
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(body(contract, unsigned).toByteBuffer());
      return HexFormat.of().formatHex(sha.digest(), 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static List<StatementInput> inputs(List<Statement.Input> inputs) {
    return list(
        inputs.stream().map(in -> new StatementInput(in.name(), in.value(), in.source())).toList());
  }

  private static List<StatementLevel> levels(Statement statement) {
    List<StatementLevel> levels = new ArrayList<>();
    for (Statement.Part part : statement.levels()) {
      FinalLevel level = part.level();
      StatementLevel.Builder body =
          StatementLevel.newBuilder()
              .setLevel(level.key().level().name())
              .setId(level.key().id())
              .setInputs(inputs(part.inputs()))
              .setPayments(EstimateMapper.payments(level.payments()));
      levels.add(result(body, level.result()).build());
    }
    return levels;
  }

  private static StatementLevel.Builder result(StatementLevel.Builder body, FinalResult result) {
    return switch (result) {
      case FinalResult.Withheld withheld ->
          body.setRefusal(withheld.code())
              .setRefusedFigures(list(withheld.figures()))
              .setSteps(SettlementMapper.steps(withheld.steps()));
      case FinalResult.Given given ->
          body.setRefusal(given.refusal())
              .setLimitsBinding(list(given.limits()))
              .setWarnings(list(given.warnings()))
              .setSteps(SettlementMapper.steps(given.steps()))
              .setResult(given.payment().dollars());
    };
  }

  private static List<StatementShare> shares(Statement statement) {
    HandedOn.Shares shares = statement.shares();
    List<StatementShare> parts = new ArrayList<>();
    if (shares == null) {
      return parts;
    }
    parts.add(share(statement.terms().contract().aco(), null, shares.kept()));
    shares.practices().forEach((tin, part) -> parts.add(share(tin, null, part)));
    shares
        .clinicians()
        .forEach((name, part) -> {
          int bar = name.indexOf('|');
          parts.add(share(name.substring(bar + 1), name.substring(0, bar), part));
        });
    return parts;
  }

  private static StatementFees fees(PaidFees payee) {
    List<StatementFee> months = new ArrayList<>();
    payee
        .months()
        .forEach((month, fee) -> months.add(new StatementFee(month.toString(), fee.dollars())));
    return StatementFees.newBuilder()
        .setLevel(payee.level().name())
        .setId(payee.id())
        .setMonths(months)
        .setBalance(payee.balance().dollars())
        .build();
  }

  private static StatementShare share(String receiver, @Nullable String of, Money amount) {
    return StatementShare.newBuilder()
        .setReceiver(receiver)
        .setOf(of)
        .setAmount(amount.dollars())
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
        .setReason(entry.reason())
        .setLines(list(entry.lines().stream().map(StatementMapper::line).toList()))
        .build();
  }

  private static EntryLine line(Line line) {
    return new EntryLine(
        line.account().name(),
        line.debit().isNegative() ? "CREDIT" : "DEBIT",
        line.debit().dollars().abs(),
        line.receiver());
  }

  private static <T> List<T> list(List<T> items) {
    return new ArrayList<>(items);
  }
}
