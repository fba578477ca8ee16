package io.corridor.common.streams;

import io.corridor.common.facts.Rows;
import io.corridor.schemas.Op;
import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.TopicKind;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Facts into rows, rows into answers, for the subjects of one task. */
final class Fold {

  private static final byte[] PRESENT = {1};
  private static final String WHAT = "subject";

  private final Stage stage;
  private final FoldStore store;
  private final Wire wire;
  private final Tables tables;
  private final Emitter emitter;
  private final Marks marks;
  private final AnswerBook answers;
  private final PartBook parts;
  private final FrozenBook frozen;
  private final FrozenKinds kinds;
  private final Home home;

  Fold(
      Stage stage,
      FoldStore store,
      Wire wire,
      Tables tables,
      Emitter emitter,
      Marks marks,
      AnswerBook answers,
      PartBook parts,
      FrozenBook frozen,
      FrozenKinds kinds,
      Home home) {
    this.stage = stage;
    this.store = store;
    this.wire = wire;
    this.tables = tables;
    this.emitter = emitter;
    this.marks = marks;
    this.answers = answers;
    this.parts = parts;
    this.frozen = frozen;
    this.kinds = kinds;
    this.home = home;
  }

  /** Applies a change to its subject; false when it changed no row. */
  boolean apply(String subject, FactChange change) {
    if (change.isEmpty()) {
      return false;
    }
    Set<String> touched = StoreRows.of(store, subject).apply(change);
    if (touched.isEmpty()) {
      return false;
    }
    SubjectState before = state(subject);
    SubjectState after = before.knownAt(change.knownAt());
    if (!after.equals(before) || before.equals(SubjectState.NEW)) {
      keep(subject, after);
    }
    if (after.ties().isMerged()) {
      home.changed(subject, after, touched);
      touched.removeIf(row -> !kinds.contains(row));
      if (touched.isEmpty()) {
        return true;
      }
    }
    if (stage.coalesced()) {
      marks.mark(WHAT, subject, new LoopMessage.SubjectMark(subject));
    } else {
      derive(subject, after, touched, false, null);
    }
    return true;
  }

  /** The mark of a coalesced subject has returned. */
  void deriveMarked(String subject) {
    if (marks.clear(WHAT, subject)) {
      derive(subject, Set.of(), true, null);
    }
  }

  /** Derives the answers of a subject and writes what differs. */
  void derive(String subject, Set<String> touched, boolean everything, @Nullable Tick tick) {
    derive(subject, state(subject), touched, everything, tick);
  }

  private Derivation derive(
      String subject,
      SubjectState state,
      Set<String> touched,
      boolean everything,
      @Nullable Tick tick) {
    Tick cause = tick == null ? overdue(state) : tick;
    Derivation derived =
        stage.derive(
            new SubjectView(
                subject,
                store,
                wire,
                rows(subject, state.ties()),
                state.ties(),
                touched,
                everything,
                cause),
            tables);
    derived.answers().forEach(answer -> write(subject, state, answer));
    derived.events().forEach(event -> append(event, state));
    derived.frozen().forEach(event -> frozen.publish(event, state.knownAt()));
    remember(subject, state, derived);
    return derived;
  }

  private void write(String subject, SubjectState state, Answer answer) {
    answers.write(
        Keys.answer(subject, answer.topic().name(), answer.key()),
        answer,
        state.knownAt(),
        (part, sign) -> parts.add(part, sign, state.knownAt()));
  }

  /**
   * The running tick, for a subject that is due and that its sweep has not reached yet: what a
   * record derives first must not swallow what the tick would have done.
   */
  private @Nullable Tick overdue(SubjectState state) {
    LocalDate due = state.due();
    boolean late =
        due != null && tables.businessDate().filter(today -> !due.isAfter(today)).isPresent();
    return late
        ? store.text(Keys.pendingTick()).map(text -> Sweeps.Pending.of(text).tick()).orElse(null)
        : null;
  }

  /** A merged subject shows only what was published for it; a root the sum of its origins. */
  private Rows rows(String subject, Ties ties) {
    StoreRows own = StoreRows.of(store, subject);
    if (ties.isMerged()) {
      return kinds.only(own);
    }
    if (ties.origins().isEmpty()) {
      return own;
    }
    List<StoreRows> all = new ArrayList<>(List.of(own));
    ties.origins().forEach((origin, sent) -> all.add(StoreRows.of(store, subject, origin, sent)));
    return new SummedRows(all);
  }

  /**
   * Another subject answers from now on: the stage says what it still holds, such as what was
   * settled, and every other current answer ends.
   */
  void leave(String subject) {
    SubjectState state = state(subject);
    Derivation said = derive(subject, state, Set.of(), true, null);
    for (Topic<?> topic : stage.outputs()) {
      if (topic.kind() == TopicKind.CURRENT) {
        answers.all(Keys.answer(subject, topic.name(), ""), topic).stream()
            .filter(answer -> said.answers().stream().noneMatch(answer::isAbout))
            .forEach(answer -> write(subject, state, answer));
      }
    }
  }

  void keep(String subject, SubjectState state) {
    store.put(Keys.subject(subject), state.toBytes());
  }

  SubjectState state(String subject) {
    return store.get(Keys.subject(subject)).map(SubjectState::fromBytes).orElse(SubjectState.NEW);
  }

  private void append(Event event, SubjectState state) {
    String counter = Keys.history(event.topic().name(), event.key());
    long version = store.get(counter).map(bytes -> ByteBuffer.wrap(bytes).getLong()).orElse(0L) + 1;
    store.put(counter, ByteBuffer.allocate(8).putLong(version).array());
    write(event, version, state);
  }

  private void write(Event event, long version, SubjectState state) {
    emitter.write(
        event.topic(),
        new Emitter.Write(
            event.key(),
            version,
            Op.CREATE,
            event.effectiveOn(),
            state.knownAt(),
            event.tenant(),
            Sensitivity.NORMAL),
        event.body());
  }

  /** Keeps when the subject is due next and under which names it is found. */
  private void remember(String subject, SubjectState before, Derivation derived) {
    LocalDate due = later(derived.nextDue());
    Set<String> indexes = new TreeSet<>(derived.indexes());
    SubjectState after = before.with(due, indexes);
    if (after.equals(before)) {
      return;
    }
    if (before.due() != null && !before.due().equals(due)) {
      store.delete(Keys.due(before.due(), subject));
    }
    if (due != null && !due.equals(before.due())) {
      store.put(Keys.due(due, subject), PRESENT);
    }
    before.indexes().stream()
        .filter(index -> !indexes.contains(index))
        .forEach(index -> store.delete(Keys.index(index, subject)));
    indexes.stream()
        .filter(index -> !before.indexes().contains(index))
        .forEach(index -> store.put(Keys.index(index, subject), PRESENT));
    keep(subject, after);
  }

  private @Nullable LocalDate later(@Nullable LocalDate due) {
    if (due != null && tables.businessDate().filter(today -> !due.isAfter(today)).isPresent()) {
      throw new IllegalStateException("a next due date must lie after the business date");
    }
    return due;
  }
}
