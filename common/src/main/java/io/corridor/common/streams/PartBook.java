package io.corridor.common.streams;

import java.time.Instant;

/**
 * Partial sums of this task. A changed part is marked and a mark sent round the task's own loop;
 * when it returns, the part is sent as an absolute value. So all changes within a commit make one
 * record, without a timer.
 */
final class PartBook {

  private static final String WHAT = "part";

  private final FoldStore store;
  private final Marks marks;
  private final Emitter emitter;

  PartBook(FoldStore store, Marks marks, Emitter emitter) {
    this.store = store;
    this.marks = marks;
    this.emitter = emitter;
  }

  /** Adds a contribution ({@code sign} 1) or takes it back ({@code sign} -1). */
  void add(Part part, int sign, Instant knownAt) {
    Sum after = sum(part.key()).plus(new Sum(knownAt, part.amounts()), sign);
    store.put(Keys.part(part.key()), after.toBytes());
    marks.mark(WHAT, part.key(), new LoopMessage.PartMark(part.key()));
  }

  /** The mark has returned. */
  void send(String partKey) {
    if (!marks.clear(WHAT, partKey)) {
      return;
    }
    Sum sum = sum(partKey);
    if (sum.isZero()) {
      store.delete(Keys.part(partKey));
    }
    emitter.part(partKey, new PartMessage.Amounts(emitter.partition(), sum));
  }

  private Sum sum(String partKey) {
    return store.get(Keys.part(partKey)).map(Sum::fromBytes).orElse(Sum.NONE);
  }
}
