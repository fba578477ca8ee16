package io.corridor.common.streams;

import io.corridor.schemas.Op;
import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.topic.TopicKind;
import java.time.Instant;

/** Publishes frozen records, each key once and never again, whatever is derived later. */
final class FrozenBook {

  private static final byte[] PRESENT = {1};

  private final FoldStore store;
  private final Emitter emitter;

  FrozenBook(FoldStore store, Emitter emitter) {
    this.store = store;
    this.emitter = emitter;
  }

  /**
   * Publishes an event unless its key was published before.
   *
   * @throws IllegalStateException if its topic is not frozen
   */
  void publish(Event event, Instant knownAt) {
    if (event.topic().kind() != TopicKind.FROZEN) {
      throw new IllegalStateException(event.topic() + " is not a frozen topic");
    }
    String published = Keys.frozen(event.topic().name(), event.key());
    if (store.get(published).isPresent()) {
      return;
    }
    store.put(published, PRESENT);
    emitter.write(
        event.topic(),
        new Emitter.Write(
            event.key(),
            1,
            Op.CREATE,
            event.effectiveOn(),
            knownAt,
            event.tenant(),
            Sensitivity.NORMAL),
        event.body());
  }
}
