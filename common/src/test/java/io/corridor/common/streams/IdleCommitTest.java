package io.corridor.common.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A task is looked at while it works, and let alone once it has committed. */
class IdleCommitTest {

  private final AtomicLong now = new AtomicLong();
  private final MockProcessorContext<String, String> context = new MockProcessorContext<>();
  private final IdleCommit.Watch watch = new IdleCommit(now::get).watch(context);

  private List<CapturedPunctuator> looking() {
    return context.scheduledPunctuators().stream().filter(look -> !look.cancelled()).toList();
  }

  private void pass(int millis) {
    now.addAndGet(Duration.ofMillis(millis).toNanos());
    looking().forEach(look -> look.getPunctuator().punctuate(0));
  }

  @Test
  @DisplayName("a task that never works is never looked at: a look alone makes Streams commit")
  void neverWorked() {
    pass(1_000);
    assertThat(context.scheduledPunctuators()).isEmpty();
    assertThat(context.committed()).isFalse();
  }

  @Test
  @DisplayName("no commit while there is work, one as soon as there is none, then no look more")
  void commitsOnceIdle() {
    watch.worked();
    watch.worked();
    assertThat(looking()).hasSize(1);
    pass(9);
    watch.worked();
    pass(9);
    assertThat(context.committed()).isFalse();
    pass(1);
    assertThat(context.committed()).isTrue();
    assertThat(looking()).isEmpty();
  }

  @Test
  @DisplayName("the next record begins anew")
  void again() {
    watch.worked();
    pass(10);
    context.resetCommit();
    watch.worked();
    assertThat(looking()).hasSize(1);
    pass(10);
    assertThat(context.committed()).isTrue();
    assertThat(context.scheduledPunctuators()).hasSize(2);
  }
}
