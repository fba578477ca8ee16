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

  private final MsspRules rules;
  private final Map<String, Long> rejected = new TreeMap<>();
  private long lines;
  private long statements;

  SettleRun(MsspRules rules) {
    this.rules = rules;
  }

  /**
   * What a run did.
   *
   * @param statements lines settled
   * @param rejected lines rejected, by code
   */
  record Counts(long statements, Map<String, Long> rejected) {
    long rejections() {
      return rejected.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** Settles every line of a file that is not blank. */
  Counts run(Path facts, Path out) throws IOException {
    try (LineReader in = new LineReader(facts);
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(out), BUFFER);
        StatementWriter writer = new StatementWriter(file)) {
      for (byte[] line = in.next(); line != null; line = in.next()) {
        lines++;
        if (!blank(line)) {
          settle(line, writer);
        }
      }
    }
    return new Counts(statements, Map.copyOf(rejected));
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
