package io.corridor.settlement;

import io.corridor.common.facts.Row;
import io.corridor.common.streams.Event;
import io.corridor.common.streams.FactChange;
import io.corridor.common.streams.Subject;
import io.corridor.schemas.SettlementCommand;
import io.corridor.schemas.SettlementCommandValue;
import io.corridor.schemas.WhatIfChange;
import io.corridor.schemas.topic.AnalysisTopics;
import io.corridor.settlement.engine.AgreedTerms;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.SettlementEngine;
import io.corridor.settlement.whatif.Change;
import io.corridor.settlement.whatif.ChangeRefusal;
import io.corridor.settlement.whatif.WhatIfAnswer;
import io.corridor.settlement.whatif.WhatIfAnswer.NotAnswered;
import io.corridor.settlement.whatif.WhatIfRules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What-if questions of a contract. A row {@code ask|user|year} holds the latest question of a
 * person about a year, so rows are bounded by those who ask; a newer question takes the place of
 * one that was not answered yet. Each is answered once: its answer is published under the command's
 * id.
 */
final class Questions {

  /** Kind of the commands that ask. */
  static final String KIND = "WHAT_IF";

  private static final String ROW = "ask|";
  private static final byte LAYOUT = 1;
  private static final int MOST_CHANGES = 50;

  /** Answers are kept so long: an older question of a rebuilt service is not answered again. */
  private static final int KEPT_DAYS = 7;

  private final WhatIfRules rules;

  Questions(SettlementEngine engine) {
    this.rules = new WhatIfRules(engine);
  }

  /**
   * What a question is asked of.
   *
   * @param terms terms of the year
   * @param facts facts of the whole contract
   */
  record Asked(AgreedTerms terms, PeriodFacts facts) {}

  // ---------- in

  /** The row of a question; commands of other kinds say nothing here. */
  static FactChange of(SettlementCommandValue value) {
    SettlementCommand command = value.getBody();
    if (!command.getKind().equals(KIND) || command.getPeriod().length() != 4) {
      return FactChange.nothing();
    }
    return FactChange.replace(
        value.getEnvelope(),
        ROW + command.getUser().replace('|', ' ') + "|" + command.getPeriod(),
        bytes(command, value.getEnvelope().getTenant()));
  }

  private static byte[] bytes(SettlementCommand command, String tenant) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      out.writeUTF(command.getCommandId());
      out.writeUTF(tenant);
      out.writeInt(Integer.parseInt(command.getPeriod()));
      out.writeLong(command.getBusinessDate().toEpochDay());
      List<WhatIfChange> changes = command.getChanges();
      int count = Math.min(changes.size(), MOST_CHANGES);
      out.writeInt(count);
      for (WhatIfChange change : changes.subList(0, count)) {
        out.writeUTF(change.getName());
        out.writeUTF(change.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static Question question(Subject subject, Row row) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(row.payload()))) {
      int layout = in.readByte();
      if (layout != LAYOUT) {
        throw new IllegalStateException("question layout " + layout + " is not known");
      }
      String request = in.readUTF();
      String tenant = in.readUTF();
      int year = in.readInt();
      LocalDate asked = LocalDate.ofEpochDay(in.readLong());
      List<WhatIfChange> changes = new ArrayList<>();
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        changes.add(new WhatIfChange(in.readUTF(), in.readUTF()));
      }
      return new Question(subject.id(), request, tenant, year, asked, changes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  // ---------- out

  /**
   * Answers to questions that have none yet.
   *
   * @param years terms and facts of a year, where they are known
   */
  List<Event> answers(Subject subject, LocalDate today, IntFunction<Optional<Asked>> years) {
    List<Event> answers = new ArrayList<>();
    Set<String> answered = new HashSet<>(subject.publishedKeys(AnalysisTopics.WHAT_IF));
    for (Row row : subject.rows().startingWith(ROW)) {
      Question question = question(subject, row);
      boolean old = question.askedOn().isBefore(today.minusDays(KEPT_DAYS));
      if (!old && !answered.contains(question.key())) {
        answers.add(answer(question, today, years.apply(question.year()).orElse(null)));
      }
    }
    return answers;
  }

  private Event answer(Question question, LocalDate today, @Nullable Asked asked) {
    WhatIfAnswer answer = answer(question, asked);
    LocalDate completeTo = asked == null ? null : asked.facts().period().completeTo();
    return new Event(
        AnalysisTopics.WHAT_IF,
        question.key(),
        AnalysisMapper.whatIf(question, answer, completeTo),
        question.tenant(),
        today);
  }

  private WhatIfAnswer answer(Question question, @Nullable Asked asked) {
    if (asked == null) {
      return refused(ChangeRefusal.Code.NO_FACTS, String.valueOf(question.year()));
    }
    List<Change> changes = new ArrayList<>();
    for (WhatIfChange change : question.changes()) {
      try {
        changes.add(Change.of(change.getName(), change.getValue()));
      } catch (IllegalArgumentException noChange) {
        return refused(ChangeRefusal.Code.UNKNOWN_CHANGE, change.getName());
      }
    }
    return rules.answer(asked.terms(), asked.facts(), changes);
  }

  private static WhatIfAnswer refused(ChangeRefusal.Code code, String subject) {
    return new NotAnswered(new ChangeRefusal(code, subject));
  }
}
