package io.corridor.local.command;

import io.corridor.local.feed.FileCounts;
import io.corridor.local.platform.CaughtUp;
import io.corridor.local.platform.Endpoints;
import io.corridor.local.platform.PlatformException;
import io.corridor.local.platform.RunFile;
import io.corridor.local.platform.TopicReader;
import io.corridor.local.platform.Writer;
import io.corridor.schemas.CommandAnswer;
import io.corridor.schemas.Period;
import io.corridor.schemas.PeriodValue;
import io.corridor.schemas.SettlementCommand;
import io.corridor.schemas.TickValue;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./corridor close CONTRACT PERIOD}: settles a performance year on a running platform. */
@Command(
    name = "close",
    mixinStandardHelpOptions = true,
    description = {
      "Closes a performance year of a contract: its figures are frozen on the run-out date and a"
          + " statement is published that never changes.",
      "Waits until every loaded line is answered, then until the command is. Exit code 3 when it is"
          + " refused."
    })
final class CloseCommand implements Callable<Integer> {

  private static final String RULE = "settlement-command-1";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final InstantSource clock = Clock.systemUTC();

  @Mixin private DataOption data = new DataOption();

  @Parameters(index = "0", paramLabel = "CONTRACT", description = "Contract.")
  private String contract = "";

  @Parameters(index = "1", paramLabel = "PERIOD", description = "Performance year, yyyy.")
  private String period = "";

  @Option(
      names = "--run-out",
      paramLabel = "DATE",
      description = "Business date of the cut, today or later (default: the business date).")
  private @Nullable LocalDate runOut;

  @Option(
      names = "--number",
      paramLabel = "N",
      description = "Number of the closing that is meant; another one is refused.")
  private @Nullable Integer number;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "Who asks (default: the user of this process).")
  private String user = System.getProperty("user.name", "");

  @Option(
      names = "--proposal",
      paramLabel = "ID",
      description = "With --approve: the proposal that is approved, as the closing showed it.")
  private @Nullable String proposal;

  @ArgGroup private @Nullable Instead instead;

  /** What is asked in place of a first closing. */
  private static final class Instead {
    @Option(names = "--restate", description = "Settle a closed period again on what is known now.")
    private boolean restate;

    @Option(
        names = "--approve",
        description = "Approve, as another person, what a closing proposes.")
    private boolean approve;

    @Option(names = "--abandon", description = "Give the closing up before its statement is made.")
    private boolean abandon;
  }

  @Override
  public Integer call() {
    RunFile run = data.running();
    Endpoints endpoints = run.endpoints();
    Logs.none();
    LocalDate today = businessDate(endpoints);
    try (CaughtUp caughtUp = CaughtUp.of(run, endpoints)) {
      caughtUp.await(PATIENCE, round -> {});
      String id = send(endpoints, today);
      caughtUp.await(PATIENCE, round -> {});
      Period answered =
          period(endpoints)
              .orElseThrow(
                  () -> new PlatformException("PLATFORM_SETTLEMENT", "settlement gave no answer"));
      return tell(answered, id);
    }
  }

  private static LocalDate businessDate(Endpoints endpoints) {
    try (TopicReader<TickValue> reader = TopicReader.of(endpoints, Topics.BUSINESS_DATE)) {
      return reader
          .last(0)
          .map(tick -> tick.getBody().getTo())
          .orElseThrow(() ->
              new PlatformException("PLATFORM_CLOCK", "the platform has no business date yet"));
    }
  }

  private String kind() {
    Instead other = instead;
    if (other == null) {
      return "CLOSE";
    }
    return other.restate ? "RESTATE" : other.approve ? "APPROVE" : "ABANDON";
  }

  private String send(Endpoints endpoints, LocalDate today) {
    String id = UUID.randomUUID().toString();
    Instant now = Instant.ofEpochMilli(clock.millis());
    SettlementCommand command =
        SettlementCommand.newBuilder()
            .setCommandId(id)
            .setContract(contract)
            .setPeriod(period)
            .setKind(kind())
            .setNumber(number)
            .setRunOut(runOut)
            .setBusinessDate(today)
            .setRejectedRecords(FileCounts.read(endpoints).rejected())
            .setProposal(proposal)
            .setUser(user)
            .setAt(now)
            .build();
    try (Writer writer = new Writer(endpoints)) {
      writer.send(ClosingTopics.SETTLEMENT_COMMAND, contract + "|" + id, command, now, RULE);
      writer.flush();
    }
    return id;
  }

  private Optional<Period> period(Endpoints endpoints) {
    Period[] found = new Period[1];
    try (TopicReader<PeriodValue> reader = TopicReader.of(endpoints, ClosingTopics.PERIOD)) {
      reader.latest((key, value) -> {
        if (key.equals(contract + "|" + period)) {
          found[0] = value.getBody();
        }
      });
    }
    return Optional.ofNullable(found[0]);
  }

  private int tell(Period answered, String id) {
    String code =
        answered.getAnswers().stream()
            .filter(answer -> answer.getCommandId().equals(id))
            .map(CommandAnswer::getCode)
            .findFirst()
            .orElse("NO_ANSWER");
    boolean accepted = code.equals("ACCEPTED");
    System.out.println((accepted ? "accepted " : "refused " + code + " ") + kind());
    System.out.println(state(answered));
    next(answered).ifPresent(System.out::println);
    return accepted ? ExitCodes.OK : ExitCodes.REJECTED;
  }

  /** What a person can do next. */
  private static Optional<String> next(Period period) {
    String year = period.getContract() + " " + period.getPeriod();
    if (period.getAwaits().contains("APPROVAL")) {
      return Optional.of(
          "another person agrees with: ./corridor close " + year + " --approve --user NAME");
    }
    if (period.getAwaits().contains("RESULT")) {
      return Optional.of(
          "it goes on when what is missing is known; or give it up: ./corridor close "
              + year
              + " --abandon");
    }
    return period.getState().equals("CLOSED")
        ? Optional.of("see what is due and why: ./corridor statement " + year)
        : Optional.empty();
  }

  private static String state(Period period) {
    StringBuilder line = new StringBuilder(period.getContract());
    line.append(' ').append(period.getPeriod()).append(' ').append(period.getState());
    if (period.getNumber() != null) {
      line.append(" number ").append(period.getNumber());
    }
    if (period.getClosingDate() != null) {
      line.append(", cut ").append(period.getClosingDate());
    }
    if (!period.getAwaits().isEmpty()) {
      line.append(", waits for ").append(String.join(", ", period.getAwaits()));
    }
    if (period.getRefusal() != null) {
      line.append(" (").append(period.getRefusal()).append(')');
    }
    if (period.getProposedPayment() != null) {
      line.append(", proposes ").append(period.getProposedPayment().toPlainString());
    }
    if (period.getProposedDue() != null) {
      line.append(", due ").append(period.getProposedDue().toPlainString());
    }
    if (period.getProposal() != null) {
      line.append(", proposal ").append(period.getProposal());
    }
    return line.toString();
  }
}
