package io.corridor.common.streams;

import io.corridor.schemas.BusinessDateTick;
import io.corridor.schemas.Op;
import io.corridor.schemas.Progress;
import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.topic.IdentityTopics;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.TopicKind;
import io.corridor.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * One task of a service: sources, broadcast tables, the clock, its own loop and the parts of totals
 * all come here, in one order, over one store.
 */
final class FoldProcessor implements Processor<byte[], byte[], String, byte[]> {

  private static final String BOOTED = "c|booted";

  private final Stage stage;
  private final FoldSettings settings;
  private final Map<String, Handler> handlers = new HashMap<>();

  private ProcessorContext<String, byte[]> context;
  private FoldStore store;
  private Wire wire;
  private Emitter emitter;
  private Tables tables;
  private FrozenKinds kinds;
  private Fold fold;
  private Homing homing;
  private PartBook parts;
  private Sweeps sweeps;
  private Cuts cuts;
  private Optional<TotalBook> totals = Optional.empty();
  private FoldMeters meters;
  private IdleCommit.Watch idle;

  /** Takes a record of one topic; says whether it changed anything. */
  private interface Handler {
    boolean handle(String key, byte[] value);
  }

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
  FoldProcessor(Stage stage, FoldSettings settings) {
    this.stage = stage;
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, byte[]> processorContext) {
    context = processorContext;
    idle = settings.idleCommit().watch(context);
    KeyValueStore<Bytes, byte[]> rows = context.getStateStore(FoldTopology.store(stage));
    store = new FoldStore(rows, settings.storeMeter());
    wire = new Wire(settings.registry());
    emitter = new Emitter(context, wire, stage, settings.clock());
    meters = new FoldMeters(settings.meters(), stage.service());
    tables = new Tables(store, wire);
    Marks marks = new Marks(store, emitter);
    AnswerBook answers = new AnswerBook(store, wire, emitter, meters);
    parts = new PartBook(store, marks, emitter);
    kinds = new FrozenKinds(store);
    Home home = new Home(store, emitter, kinds);
    FrozenBook frozen = new FrozenBook(store, emitter);
    fold =
        new Fold(stage, store, wire, tables, emitter, marks, answers, parts, frozen, kinds, home);
    homing = new Homing(store, wire, emitter, fold, home);
    sweeps = new Sweeps(store, emitter, settings.nanoTime());
    cuts = new Cuts(store, emitter, sweeps);
    totals =
        stage
            .totals()
            .map(made -> new TotalBook(store, marks, answers, frozen, made, settings.partitions()));
    wireUp();
    readOwnFrozenTopics();
  }

  private void wireUp() {
    stage.sources().forEach(source -> handlers.put(source.topic().name(), from(source)));
    stage.references().forEach(table -> handlers.put(table.topic().name(), from(table)));
    handlers.put(Topics.BUSINESS_DATE.name(), (key, value) -> tick(value));
    handlers.put(Topics.loop(stage.service()).name(), (key, value) -> loop(value));
    handlers.put(IdentityTopics.MEMBER.name(), (key, value) -> homing.told(value));
    handlers.put(IdentityTopics.homing(stage.service()).name(), homing::receive);
    totals.ifPresent(book ->
        handlers.put(Topics.part(stage.service()).name(), (key, value) -> part(book, key, value)));
  }

  /** A rebuilt task learns what was published before it publishes anything. */
  private void readOwnFrozenTopics() {
    if (store.get(BOOTED).isPresent()) {
      return;
    }
    for (Topic<?> topic : stage.outputs()) {
      if (topic.kind() == TopicKind.FROZEN) {
        settings
            .frozenReader()
            .keys(
                topic,
                context.taskId().partition(),
                key -> store.text(Keys.frozen(topic.name(), key), "1"));
      }
    }
    store.text(BOOTED, "1");
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    idle.worked();
    RecordMetadata from =
        context
            .recordMetadata()
            .orElseThrow(() -> new IllegalStateException("a record must come from a topic"));
    if (settings.failures().givenUp(from)) {
      deadLetter(from, record);
      return;
    }
    Handler handler = handlers.get(from.topic());
    if (handler == null) {
      throw new IllegalStateException("no handler for topic " + from.topic());
    }
    emitter.causedBy(from);
    try {
      boolean changed =
          handler.handle(new String(record.key(), StandardCharsets.UTF_8), record.value());
      meters.record(from.topic(), changed ? "APPLIED" : "IGNORED");
    } catch (RuntimeException failure) {
      // Rethrown: the task restarts from its last commit. Only the count of attempts stays.
      settings.failures().failed(from, failure);
      throw failure;
    }
  }

  private void deadLetter(RecordMetadata from, Record<byte[], byte[]> record) {
    DeadLetters.forward(context, from, record, stage.ruleVersion());
    meters.record(from.topic(), "DEAD_LETTER");
  }

  private <V extends SpecificRecord> Handler from(Source<V> source) {
    return (key, bytes) -> {
      FactChange change = source.facts().apply(wire.read(source.topic(), bytes));
      if (source.topic().kind() == TopicKind.FROZEN
          && source.topic().owner().equals(stage.service())) {
        kinds.learn(change.after());
      }
      return fold.apply(Keys.subjectOf(key), change);
    };
  }

  private <V extends SpecificRecord> Handler from(Reference<V> reference) {
    return (key, bytes) -> {
      V value = wire.read(reference.topic(), bytes);
      Optional<Tables.RowChange<V>> changed = tables.put(reference.topic(), key, value, bytes);
      if (changed.isEmpty()) {
        return false;
      }
      Set<String> indexes = new TreeSet<>(reference.sweeps().apply(value));
      changed.get().before().ifPresent(old -> indexes.addAll(reference.sweeps().apply(old)));
      indexes.forEach(this::sweepIndex);
      cuts.changed(
          changed.get().before().flatMap(old -> asked(reference, old)), asked(reference, value));
      if (reference.read() == Reference.ReadBy.ALL) {
        totals.ifPresent(book -> {
          book.begin(reference.topic(), key, tables);
          sweeps.start(Sweeps.Names.TOTALS, Keys.TOTAL_ANSWERS);
        });
      }
      return true;
    };
  }

  /** A row that has ended asks for nothing. */
  private static <V extends SpecificRecord> Optional<Cut> asked(Reference<V> reference, V value) {
    return Envelopes.ended(reference.topic().envelopeOf(value))
        ? Optional.empty()
        : reference.cut().apply(value);
  }

  private void sweepIndex(String index) {
    String from = Keys.index(index, "");
    boolean[] any = {false};
    store.scan(
        from,
        (key, bytes) -> {
          any[0] = true;
          return false;
        });
    if (any[0]) {
      sweeps.start(Sweeps.Names.index(index), from);
    }
  }

  private boolean tick(byte[] bytes) {
    BusinessDateTick tick = wire.read(Topics.BUSINESS_DATE, bytes).getBody();
    Optional<LocalDate> today = tables.businessDate();
    if (today.isPresent() && tick.getTo().isBefore(today.get())) {
      return false;
    }
    Optional<Tick> unfinished = pending();
    LocalDate from = unfinished.map(Tick::from).orElse(today.orElse(null));
    boolean freeze = tick.getFreeze() || unfinished.map(Tick::freeze).orElse(false);
    tables.businessDate(tick.getTo());
    store.text(Keys.pendingTick(), new Sweeps.Pending(new Tick(from, tick.getTo(), freeze)).text());
    if (from == null) {
      sweeps.start(Sweeps.Names.FIRST_TICK, Keys.SUBJECTS);
    } else {
      sweeps.start(Sweeps.Names.TICK, Keys.DUES);
    }
    return true;
  }

  private Optional<Tick> pending() {
    return store.text(Keys.pendingTick()).map(text -> Sweeps.Pending.of(text).tick());
  }

  private boolean loop(byte[] bytes) {
    switch (LoopMessage.fromBytes(bytes)) {
      case LoopMessage.PartMark mark -> parts.send(mark.key());
      case LoopMessage.TotalMark mark -> totals.ifPresent(book -> book.derive(mark.key(), tables));
      case LoopMessage.SubjectMark mark -> fold.deriveMarked(mark.subject());
      case LoopMessage.SweepOn sweep -> sweep(sweep);
      case LoopMessage.CutMark cut -> cuts.reached(cut.name());
      case LoopMessage.Done done -> completed(done.date());
      case LoopMessage.MoveOn move -> homing.send(move);
      case LoopMessage.ClearOn clear -> homing.clear(clear);
    }
    return true;
  }

  private void sweep(LoopMessage.SweepOn sweep) {
    String name = sweep.name();
    if (name.startsWith(Sweeps.Names.INDEX)) {
      String prefix = Keys.index(name.substring(Sweeps.Names.INDEX.length()), "");
      if (sweeps.slice(
          sweep,
          prefix + Keys.END,
          key -> fold.derive(key.substring(prefix.length()), Set.of(), true, null))) {
        cuts.again();
      }
      meters.slice("index");
    } else if (name.equals(Sweeps.Names.TOTALS) || name.equals(Sweeps.Names.RISE)) {
      totals.ifPresent(book -> totalsSlice(sweep, book));
      meters.slice("totals");
    } else if (name.equals(Sweeps.Names.WAITING)) {
      int skip = Keys.WAITING.length();
      totals.ifPresent(book ->
          sweeps.slice(sweep, Keys.WAITING + Keys.END, key -> book.release(key.substring(skip))));
      meters.slice("parameters");
    } else {
      pending().ifPresent(tick -> tickSlice(sweep, tick));
      meters.slice("tick");
    }
  }

  private void totalsSlice(LoopMessage.SweepOn sweep, TotalBook book) {
    boolean rise = sweep.name().equals(Sweeps.Names.RISE);
    Consumer<String> touch = rise ? book.touchRisen() : book::touch;
    int skip = Keys.TOTAL_ANSWERS.length();
    boolean ended =
        sweeps.slice(
            sweep, Keys.TOTAL_ANSWERS + Keys.END, key -> touch.accept(key.substring(skip)));
    if (ended && rise) {
      book.risen();
    }
    if (ended) {
      cuts.again();
    }
  }

  private void tickSlice(LoopMessage.SweepOn sweep, Tick tick) {
    boolean first = sweep.name().equals(Sweeps.Names.FIRST_TICK);
    boolean ended =
        first
            ? sweeps.slice(
                sweep,
                Keys.SUBJECTS + Keys.END,
                key -> fold.derive(key.substring(Keys.SUBJECTS.length()), Set.of(), true, tick))
            : sweeps.slice(
                sweep,
                Keys.dueThrough(tick.to()),
                key -> fold.derive(Keys.last(key), Set.of(), false, tick));
    if (ended) {
      store.delete(Keys.pendingTick());
      emitter.loop(new LoopMessage.Done(tick.to()));
      cuts.again();
    }
  }

  /** Everything that the tick caused has been sent: says how far this task is. */
  private void completed(LocalDate date) {
    totals.ifPresent(book -> emitter.completeTo(date));
    Progress progress = new Progress(stage.service(), emitter.partition(), date);
    emitter.write(
        Topics.PROGRESS,
        new Emitter.Write(
            stage.service() + "|" + emitter.partition(),
            date.toEpochDay(),
            Op.UPDATE,
            date,
            Instant.EPOCH,
            "",
            Sensitivity.NORMAL),
        progress);
  }

  private boolean part(TotalBook book, String key, byte[] bytes) {
    switch (PartMessage.fromBytes(bytes)) {
      case PartMessage.Amounts amounts -> book.receive(key, amounts, tables);
      case PartMessage.CompleteTo done -> {
        if (book.complete(done)) {
          sweeps.start(Sweeps.Names.RISE, Keys.TOTAL_ANSWERS);
        }
        if (book.releases(done)) {
          sweeps.start(Sweeps.Names.WAITING, Keys.WAITING);
        }
      }
      case PartMessage.AtCut reached -> book.reached(reached, emitter.partition(), tables);
    }
    return true;
  }
}
