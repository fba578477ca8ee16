package io.corridor.common.streams;

import io.corridor.schemas.topic.PrefixPartitioner;
import io.corridor.schemas.topic.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Totals of the contracts that live in this partition: every part replaces what its partition sent
 * before, so a total is always the sum of the latest parts, to the cent.
 */
final class TotalBook implements Totals.Sums {

  private static final String WHAT = "total";
  private static final byte[] PRESENT = {1};

  private final FoldStore store;
  private final Marks marks;
  private final AnswerBook answers;
  private final Totals totals;
  private final int partitions;
  private final FrozenBook frozen;
  private final Set<String> waiting = new HashSet<>();
  private Instant latestRead = Instant.EPOCH;

  TotalBook(
      FoldStore store,
      Marks marks,
      AnswerBook answers,
      FrozenBook frozen,
      Totals totals,
      int partitions) {
    this.store = store;
    this.marks = marks;
    this.answers = answers;
    this.frozen = frozen;
    this.totals = totals;
    this.partitions = partitions;
  }

  /** A part arrived. */
  void receive(String partKey, PartMessage.Amounts part, World world) {
    String key = Keys.received(partKey, part.partition());
    Sum before = store.get(key).map(Sum::fromBytes).orElse(Sum.NONE);
    Sum delta = part.sum().plus(before, -1);
    if (delta.isZero()) {
      return;
    }
    if (part.sum().isZero()) {
      store.delete(key);
    } else {
      store.put(key, part.sum().toBytes());
    }
    for (String totalKey : totals.rollUps(partKey)) {
      store.put(Keys.total(totalKey), total(totalKey).plus(delta, 1).toBytes());
      totals.outputs(totalKey, world).forEach(this::touch);
    }
  }

  /** A row of a reference table has changed. */
  void begin(Topic<?> topic, String rowKey, World world) {
    totals.begunBy(topic, rowKey, world).forEach(this::touch);
  }

  /** Marks an answer to be derived when the mark returns; a parameter waits for a tick first. */
  void touch(String outputKey) {
    if (!totals.waitsForTick(outputKey)) {
      mark(outputKey);
    } else if (waiting.add(outputKey) && store.get(Keys.waiting(outputKey)).isEmpty()) {
      store.put(Keys.waiting(outputKey), PRESENT);
    }
  }

  private void mark(String outputKey) {
    marks.mark(WHAT, outputKey, new LoopMessage.TotalMark(outputKey));
  }

  /**
   * The same for answers that show how far the partitions are, since they were all gone through
   * last; good for one slice, because {@link #risen} ends the slices.
   */
  Consumer<String> touchRisen() {
    Optional<LocalDate> before = store.text(Keys.risen()).map(LocalDate::parse);
    return outputKey -> {
      if (totals.showsRise(outputKey, before)) {
        mark(outputKey);
      }
    };
  }

  /** True when every partition has reached this date and parameters wait for it. */
  boolean releases(PartMessage.CompleteTo done) {
    boolean[] any = {false};
    store.scan(
        Keys.WAITING,
        (key, bytes) -> {
          any[0] = true;
          return false;
        });
    return any[0] && completeTo().filter(date -> !date.isBefore(done.date())).isPresent();
  }

  /** A parameter waits no longer. */
  void release(String outputKey) {
    waiting.remove(outputKey);
    store.delete(Keys.waiting(outputKey));
    mark(outputKey);
  }

  /** Every answer has been gone through since the common date rose. */
  void risen() {
    completeTo().ifPresent(date -> store.text(Keys.risen(), date.toString()));
  }

  /** The mark has returned. */
  void derive(String outputKey, World world) {
    if (!marks.clear(WHAT, outputKey)) {
      return;
    }
    latestRead = Instant.EPOCH;
    Optional<Answer> answer = totals.derive(outputKey, this, world);
    if (answer.isPresent()) {
      answers.write(
          Keys.totalAnswer(outputKey),
          answer.get(),
          latestRead,
          (part, sign) -> {
            throw new IllegalStateException("a total contributes to nothing");
          });
    }
  }

  /** A partition is complete to a date; true when the minimum rose. */
  boolean complete(PartMessage.CompleteTo done) {
    Optional<LocalDate> before = completeTo();
    String key = Keys.progress(done.partition());
    Optional<LocalDate> known = store.text(key).map(LocalDate::parse);
    if (known.isPresent() && !done.date().isAfter(known.get())) {
      return false;
    }
    store.text(key, done.date().toString());
    return !completeTo().equals(before);
  }

  /**
   * A partition has reached a cut. Its parts came before, so once all have, the sums are those of
   * the cut.
   *
   * @param own partition of this task
   */
  void reached(PartMessage.AtCut reached, int own, World world) {
    store.text(Keys.atCut(reached.name(), reached.partition()), "1");
    List<String> marks = new ArrayList<>();
    for (int partition = 0; partition < partitions; partition++) {
      String key = Keys.atCut(reached.name(), partition);
      if (store.get(key).isEmpty()) {
        return;
      }
      marks.add(key);
    }
    marks.forEach(store::delete);
    latestRead = Instant.EPOCH;
    for (Event event : totals.atCut(reached.name(), this, world)) {
      if (PrefixPartitioner.partition(event.key(), partitions) == own) {
        frozen.publish(event, latestRead);
      }
    }
  }

  @Override
  public Instant knownAt() {
    return latestRead;
  }

  @Override
  public long[] sum(String totalKey) {
    Sum sum = total(totalKey);
    latestRead = sum.knownAt().isAfter(latestRead) ? sum.knownAt() : latestRead;
    return sum.amounts();
  }

  private Sum total(String totalKey) {
    return store.get(Keys.total(totalKey)).map(Sum::fromBytes).orElse(Sum.NONE);
  }

  @Override
  public List<String> keys(String prefix) {
    List<String> keys = new ArrayList<>();
    int skip = Keys.total("").length();
    store.scan(Keys.total(prefix), (key, bytes) -> keys.add(key.substring(skip)));
    return keys;
  }

  @Override
  public Optional<LocalDate> completeTo() {
    TreeMap<String, LocalDate> dates = new TreeMap<>();
    store.scan(
        Keys.PROGRESS,
        (key, bytes) -> {
          dates.put(
              key, LocalDate.parse(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)));
          return true;
        });
    return dates.size() < partitions
        ? Optional.empty()
        : dates.values().stream().min(LocalDate::compareTo);
  }
}
