package io.corridor.portal.program;

import io.corridor.common.care.Contract;
import io.corridor.portal.readmodel.Reference;
import io.corridor.portal.report.evaluation.Study;
import io.corridor.portal.shell.ContractInfo;
import io.corridor.portal.shell.NotWrittenException;
import io.corridor.portal.shell.Scope;
import io.corridor.schemas.ProgramEvaluation;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs report jobs, one after the other, on a thread of their own: those that people ask for, and
 * each program's again in every new business month until its claims are mature, with the design of
 * its last report, and with them the reports of other kinds that a new month asks for. A repeat
 * that fails is tried again a minute later.
 */
public final class ReportJobs implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ReportJobs.class);
  private static final String SCHEDULE = "SCHEDULE";
  private static final int MATURE_AFTER_MONTHS = 12;
  private static final long LOOK_SECONDS = 60;
  private static final long STOP_SECONDS = 5;

  private final EvaluationJob job;
  private final ProgramQueries queries;
  private final BooleanSupplier others;
  private final Reference reference;
  private final ZoneId zone;
  private final Optional<BooleanSupplier> caughtUp;
  private final Map<String, State> states = new ConcurrentHashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("portal-report").daemon().factory());
  private volatile boolean running;
  private @Nullable YearMonth repeatedIn;

  /** What became of the last job of a program. */
  public enum State {
    /** It waits or runs. */
    WORKING,
    /** Its report is written. */
    DONE,
    /** It failed; ask again. */
    FAILED
  }

  /**
   * Jobs that wait for orders.
   *
   * @param others makes the reports of other kinds that a new month asks for, and says whether all
   *     are written
   * @param caughtUp in the process that fills the read model, whether it holds all that its topics
   *     do: there reports are repeated by themselves, on whole rows only
   */
  public ReportJobs(
      EvaluationJob job,
      ProgramQueries queries,
      BooleanSupplier others,
      Reference reference,
      ZoneId zone,
      Optional<BooleanSupplier> caughtUp) {
    this.job = job;
    this.queries = queries;
    this.others = others;
    this.reference = reference;
    this.zone = zone;
    this.caughtUp = caughtUp;
  }

  /** The order for a program of a contract on the current business date. */
  EvaluationJob.Order order(ContractInfo contract, String program, Study study, String user) {
    Contract terms = contract.terms();
    return new EvaluationJob.Order(
        contract.id(),
        terms.payer(),
        terms.lineOfBusiness(),
        program,
        study,
        user,
        reference.clock(zone).today());
  }

  /** Runs a job when those before it are through. */
  void ask(EvaluationJob.Order order) {
    states.put(key(order.contract(), order.program()), State.WORKING);
    thread.execute(() -> run(order));
  }

  private boolean run(EvaluationJob.Order order) {
    State state = State.FAILED;
    try {
      job.run(order);
      state = State.DONE;
    } catch (NotWrittenException | RuntimeException e) {
      // The message may quote a row: the type says enough for the log.
      LOG.error(
          "The evaluation of program {} of contract {} failed: {}",
          order.program(),
          order.contract(),
          e.getClass().getSimpleName());
    } finally {
      states.put(key(order.contract(), order.program()), state);
    }
    return state == State.DONE;
  }

  /** What became of the last job of a program since the start; empty when there was none. */
  Optional<State> state(String contract, String program) {
    return Optional.ofNullable(states.get(key(contract, program)));
  }

  private static String key(String contract, String program) {
    return contract + "|" + program;
  }

  /** Completes when everything that was asked for until now is through. */
  public CompletableFuture<Void> settled() {
    return CompletableFuture.runAsync(() -> {}, thread);
  }

  /**
   * Makes again, on this thread, what a new business month asks to be repeated.
   *
   * @return true when every report is written
   */
  public boolean repeat() {
    LocalDate today = reference.clock(zone).today();
    boolean all = true;
    for (ContractInfo contract : reference.contracts(Scope.ALL)) {
      for (ProgramQueries.Stored stored : queries.latest(Scope.ALL, contract.id())) {
        ProgramEvaluation report = stored.body();
        if (due(report, contract, today)) {
          Study study = EvaluationMapper.study(report);
          all &= run(order(contract, report.getProgram(), study, SCHEDULE));
        }
      }
    }
    return all;
  }

  private boolean due(ProgramEvaluation last, ContractInfo contract, LocalDate today) {
    if (!YearMonth.from(last.getBusinessDate()).isBefore(YearMonth.from(today))) {
      return false;
    }
    return queries
        .lastEnrollment(contract.id(), last.getProgram())
        .filter(day ->
            day.plusMonths(last.getDesign().getMonths() + MATURE_AFTER_MONTHS).isAfter(today))
        .isPresent();
  }

  /** A month that was looked through is not looked through again. */
  private void look(BooleanSupplier whole) {
    try {
      YearMonth month = YearMonth.from(reference.clock(zone).today());
      if (whole.getAsBoolean() && !month.equals(repeatedIn)) {
        boolean all = repeat();
        all &= others.getAsBoolean();
        repeatedIn = all ? month : repeatedIn;
      }
    } catch (RuntimeException e) {
      LOG.error("Reports could not be repeated: {}", e.getClass().getSimpleName());
    }
  }

  @Override
  public void start() {
    running = true;
    caughtUp.ifPresent(whole ->
        thread.scheduleWithFixedDelay(
            () -> look(whole), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS));
  }

  @Override
  public void stop() {
    running = false;
    thread.shutdown();
    try {
      if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
