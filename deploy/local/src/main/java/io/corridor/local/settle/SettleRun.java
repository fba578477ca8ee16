package io.corridor.local.settle;

import io.corridor.local.feed.LineReader;
import io.corridor.settlement.mssp.MsspRefusal;
import io.corridor.settlement.mssp.MsspRules;
import io.corridor.settlement.mssp.MsspStatement;
import io.corridor.settlement.mssp.PerformanceFacts;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settles a file of facts line by line; a line that cannot be settled is told and the rest goes on.
 */
final class SettleRun {

  private static final int BUFFER = 1 << 16;

  /** Lines after which a fresh machine has compiled what it runs. */
  private static final long START = 20_000;

  private static final long SECOND = 1_000_000_000L;

  private final MsspRules rules;
  private final Map<String, Long> rejected = new TreeMap<>();
  private long lines;
  private long statements;
  private long started;
  private long warm;

  SettleRun(MsspRules rules) {
    this.rules = rules;
  }

  /**
   * What a run did.
   *
   * @param statements lines settled
   * @param rejected lines rejected, by code
   * @param lines lines read
   * @param nanos time from the first line to the last
   * @param warmNanos the part of it after the first 20,000 lines; zero for fewer
   */
  record Counts(
      long statements, Map<String, Long> rejected, long lines, long nanos, long warmNanos) {
    long rejections() {
      return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    long linesPerSecond() {
      return lines * SECOND / Math.max(1, nanos);
    }

    /** Lines a second after the start; zero for a file too short to tell. */
    long linesPerSecondAfterStart() {
      return warmNanos == 0 ? 0 : (lines - START) * SECOND / warmNanos;
    }
  }

  /** Settles every line of a file that is not blank. */
  Counts run(Path facts, Path out) throws IOException {
    try (LineReader in = new LineReader(facts);
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(out), BUFFER);
        StatementWriter writer = new StatementWriter(file)) {
      started = System.nanoTime();
      for (byte[] line = in.next(); line != null; line = in.next()) {
        lines++;
        if (lines == START) {
          warm = System.nanoTime();
        }
        if (!blank(line)) {
          settle(line, writer);
        }
      }
    }
    long ended = System.nanoTime();
    return new Counts(
        statements, Map.copyOf(rejected), lines, ended - started, lines > START ? ended - warm : 0);
  }

  private void settle(byte[] line, StatementWriter writer) throws IOException {
    FactsDraft draft = new FactsDraft();
    PerformanceFacts facts;
    try {
      facts = FactsReader.read(line, draft);
    } catch (LineRejection rejection) {
      rejected.merge(rejection.code().name(), 1L, Long::sum);
      writer.rejection(lines, draft.acoId(), rejection);
      return;
    }
    switch (rules.settle(facts)) {
      case MsspStatement statement -> {
        statements++;
        writer.statement(lines, statement);
      }
      case MsspRefusal refusal -> {
        rejected.merge(refusal.code().name(), 1L, Long::sum);
        writer.refusal(lines, facts.acoId(), refusal);
      }
    }
  }

  private static boolean blank(byte[] line) {
    for (byte letter : line) {
      if (letter != ' ' && letter != '\t') {
        return false;
      }
    }
    return true;
  }
}
