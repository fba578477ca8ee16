package io.corridor.local.command;

import io.corridor.local.platform.Progress;
import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Progress on the terminal's error stream: a bar where a person looks on, a line a step elsewhere.
 * Results go to standard output and never mix with it.
 */
final class TerminalProgress implements Progress, AutoCloseable {

  private final PrintStream err;
  private final boolean bars;
  private @Nullable ProgressBar bar;
  private String step = "";
  private long startedAt;

  /** Progress on this stream; bars only where it is a terminal. */
  TerminalProgress(PrintStream err, boolean bars) {
    this.err = err;
    this.bars = bars;
  }

  /** Progress for this process; JDK 25 has no console where a stream is redirected. */
  @SuppressWarnings("SystemConsoleNull")
  static TerminalProgress standard() {
    return new TerminalProgress(
        System.err, System.console() != null && System.console().isTerminal());
  }

  @Override
  public void step(String what) {
    finish();
    step = what;
    startedAt = System.nanoTime();
    if (bars) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(what)
              .setInitialMax(-1)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .clearDisplayOnFinish()
              .build();
    }
  }

  @Override
  public void at(long done, long of) {
    ProgressBar shown = bar;
    if (shown != null) {
      shown.maxHint(of < 0 ? -1 : of);
      shown.stepTo(Math.max(0, done));
    }
  }

  @Override
  public void done() {
    finish();
  }

  @Override
  public void close() {
    finish();
  }

  private void finish() {
    ProgressBar shown = bar;
    if (shown != null) {
      shown.close();
      bar = null;
    }
    if (!step.isEmpty()) {
      Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
      err.printf("%-58s %3d.%d s%n", step, took.toSeconds(), took.toMillisPart() / 100);
      step = "";
    }
  }
}
