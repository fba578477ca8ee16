package io.corridor.common.streams;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts that tables ask of this task. A cut that is asked for sends the task a mark; when the mark
 * returns, behind everything the task had sent itself before, the date has come and no sweep is
 * under way, the totals are told. Else the cut waits for the next sweep to end.
 */
final class Cuts {

  private final FoldStore store;
  private final Emitter emitter;
  private final Sweeps sweeps;

  Cuts(FoldStore store, Emitter emitter, Sweeps sweeps) {
    this.store = store;
    this.emitter = emitter;
    this.sweeps = sweeps;
  }

  /** A table row changed: takes back the cut that it asked for and asks for another. */
  void changed(Optional<Cut> before, Optional<Cut> after) {
    if (before.equals(after)) {
      return;
    }
    before.ifPresent(cut -> store.delete(Keys.cut(cut.name())));
    after.ifPresent(cut -> {
      store.text(Keys.cut(cut.name()), cut.date().toString());
      emitter.loop(new LoopMessage.CutMark(cut.name()));
    });
  }

  /** A sweep has ended: what waits is tried again, behind what the sweep sent. */
  void again() {
    List<String> waiting = new ArrayList<>();
    store.scan(
        Keys.CUTS,
        (key, bytes) -> {
          LocalDate date = LocalDate.parse(new String(bytes, StandardCharsets.UTF_8));
          if (hasCome(date)) {
            waiting.add(key.substring(Keys.CUTS.length()));
          }
          return true;
        });
    waiting.forEach(name -> emitter.loop(new LoopMessage.CutMark(name)));
  }

  /** The mark has returned. */
  void reached(String name) {
    LocalDate date = store.text(Keys.cut(name)).map(LocalDate::parse).orElse(null);
    if (date != null && hasCome(date) && sweeps.idle()) {
      store.delete(Keys.cut(name));
      emitter.atCut(name);
    }
  }

  private boolean hasCome(@Nullable LocalDate date) {
    Optional<LocalDate> today = store.text(Keys.clock()).map(LocalDate::parse);
    return date != null && today.isPresent() && !today.get().isBefore(date);
  }
}
