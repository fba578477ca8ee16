package io.corridor.common.streams;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

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

  /** Starts to watch a task; call once, when its processor starts. */
  public Watch watch(ProcessorContext<?, ?> context) {
    Watch watch = new Watch();
    context.schedule(
        LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> watch.commitIfIdle(context));
    return watch;
  }

  /** One task. For one thread. */
  public final class Watch {
    private boolean worked;

    private Watch() {}

    /** The task has taken a record. */
    public void worked() {
      worked = true;
      lastWork = nanoTime.getAsLong();
    }

    private void commitIfIdle(ProcessorContext<?, ?> context) {
      if (worked && nanoTime.getAsLong() - lastWork >= IDLE_NANOS) {
        worked = false;
        context.commit();
      }
    }
  }
}
