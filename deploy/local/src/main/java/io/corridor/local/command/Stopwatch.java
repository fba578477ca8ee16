package io.corridor.local.command;

import java.time.Duration;

/** Measures phases one after the other. */
final class Stopwatch {

  private long since = System.nanoTime();

  /** Time since the last call, or since it was made. */
  Duration lap() {
    long now = System.nanoTime();
    Duration took = Duration.ofNanos(now - since);
    since = now;
    return took;
  }
}
