package io.corridor.common.streams;

/** Marks that something waits for the task's own loop: at most one record under way for each. */
final class Marks {

  private static final byte[] SET = {1};

  private final FoldStore store;
  private final Emitter emitter;

  Marks(FoldStore store, Emitter emitter) {
    this.store = store;
    this.emitter = emitter;
  }

  /** Marks and sends the message, unless the mark is set already. */
  void mark(String what, String key, LoopMessage message) {
    String stored = Keys.dirty(what, key);
    if (store.get(stored).isEmpty()) {
      store.put(stored, SET);
      emitter.loop(message);
    }
  }

  /** Takes the mark away; false when it was not set. */
  boolean clear(String what, String key) {
    String stored = Keys.dirty(what, key);
    if (store.get(stored).isEmpty()) {
      return false;
    }
    store.delete(stored);
    return true;
  }
}
