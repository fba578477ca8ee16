package io.corridor.common.streams;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Commits as soon as a service has nothing left to do, shared by its tasks. What a service says is
 * visible only after its commit, and an answer passes several services: without this, each would
 * add half a commit interval. A busy service commits by the interval alone, in large transactions.
 * Decides when, never what: no answer depends on it.
 */
public final class IdleCommit {

  private static final Duration LOOK_EVERY = Duration.ofMillis(10);
  private static final long IDLE_NANOS = LOOK_EVERY.toNanos();

  private final LongSupplier nanoTime;
  private volatile long lastWork;

  /** For the tasks of one service. */
  public IdleCommit(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.lastWork = nanoTime.getAsLong();
  }

  /** Watches a task; call once, when its processor starts. */
  public Watch watch(ProcessorContext<?, ?> context) {
    return new Watch(context);
  }

  /**
   * One task. For one thread. Looks every so often only while the task works: Kafka Streams takes
   * each look for a reason to commit, so a task that were looked at for ever would commit for ever.
   */
  public final class Watch {
    private final ProcessorContext<?, ?> context;
    private @Nullable Cancellable looking;

    private Watch(ProcessorContext<?, ?> context) {
      this.context = context;
    }

    /** The task has taken a record. */
    public void worked() {
      lastWork = nanoTime.getAsLong();
      if (looking == null) {
        looking =
            context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> commitIfIdle());
      }
    }

    private void commitIfIdle() {
      Cancellable current = looking;
      if (current != null && nanoTime.getAsLong() - lastWork >= IDLE_NANOS) {
        current.cancel();
        looking = null;
        context.commit();
      }
    }
  }
}
