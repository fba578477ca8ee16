package io.corridor.common.streams;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Work over many subjects, in slices. Each slice ends with a record of the task to itself, so
 * unfinished work survives a crash, shows as lag and never holds a transaction. A newer sweep of
 * the same name supersedes an older one.
 */
final class Sweeps {

  /** Subjects a slice handles at most. */
  static final int SLICE_SUBJECTS = 500;

  /** Time a slice takes at most. */
  static final long SLICE_NANOS = 200_000_000;

  private static final String DONE = "";

  private final FoldStore store;
  private final Emitter emitter;
  private final LongSupplier nanoTime;

  Sweeps(FoldStore store, Emitter emitter, LongSupplier nanoTime) {
    this.store = store;
    this.emitter = emitter;
    this.nanoTime = nanoTime;
  }

  /**
   * Where a sweep stands.
   *
   * @param generation grows with every start under the same name
   * @param cursor store key from which to go on; empty when done
   */
  private record State(long generation, String cursor) {

    String text() {
      return generation + "\n" + cursor;
    }

    static State of(String text) {
      int line = text.indexOf('\n');
      return new State(Long.parseLong(text.substring(0, line)), text.substring(line + 1));
    }
  }

  private Optional<State> state(String name) {
    return store.text(Keys.sweep(name)).map(State::of);
  }

  /** True when every sweep that was started has ended. */
  boolean idle() {
    boolean[] idle = {true};
    store.scan(
        Keys.sweep(""),
        (key, bytes) -> {
          idle[0] = State.of(new String(bytes, StandardCharsets.UTF_8)).cursor().equals(DONE);
          return idle[0];
        });
    return idle[0];
  }

  /** Starts a sweep, or starts it anew; its first slice comes with the next loop record. */
  void start(String name, String fromKey) {
    long generation = state(name).map(State::generation).orElse(0L) + 1;
    store.text(Keys.sweep(name), new State(generation, fromKey).text());
    emitter.loop(new LoopMessage.SweepOn(name, generation));
  }

  /**
   * Does the next slice of a sweep if it is still the current one.
   *
   * @param untilKey end of the scan, not included
   * @param visit handles what a store key stands for
   * @return true when the sweep has ended with this slice
   */
  boolean slice(LoopMessage.SweepOn message, String untilKey, Consumer<String> visit) {
    State state = state(message.name()).orElse(null);
    if (state == null
        || state.generation() != message.generation()
        || state.cursor().equals(DONE)) {
      return false;
    }
    String next = work(state.cursor(), untilKey, visit);
    if (next == null) {
      store.text(Keys.sweep(message.name()), new State(state.generation(), DONE).text());
      return true;
    }
    store.text(Keys.sweep(message.name()), new State(state.generation(), next).text());
    emitter.loop(message);
    return false;
  }

  private @Nullable String work(String from, String until, Consumer<String> visit) {
    List<String> keys = new ArrayList<>();
    store.scan(
        from,
        until,
        (key, bytes) -> {
          keys.add(key);
          return keys.size() <= SLICE_SUBJECTS;
        });
    long start = nanoTime.getAsLong();
    int done = 0;
    for (String key : keys) {
      if (done == SLICE_SUBJECTS || nanoTime.getAsLong() - start > SLICE_NANOS) {
        return key;
      }
      visit.accept(key);
      done++;
    }
    return null;
  }

  /** Names of sweeps. */
  static final class Names {
    static final String FIRST_TICK = "first-tick";
    static final String TICK = "tick";
    static final String TOTALS = "totals";
    static final String RISE = "rise";
    static final String WAITING = "waiting";
    static final String INDEX = "index|";

    private Names() {}

    static String index(String index) {
      return INDEX + index;
    }
  }

  /**
   * The tick that is being worked on.
   *
   * @param tick dates since the last completed one
   */
  record Pending(Tick tick) {

    String text() {
      LocalDate from = tick.from();
      return (from == null ? "" : from) + "\n" + tick.to() + "\n" + tick.freeze();
    }

    static Pending of(String text) {
      String[] lines = text.split("\n", -1);
      return new Pending(
          new Tick(
              lines[0].isEmpty() ? null : LocalDate.parse(lines[0]),
              LocalDate.parse(lines[1]),
              Boolean.parseBoolean(lines[2])));
    }
  }
}
