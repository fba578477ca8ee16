package io.corridor.local.bench;

import java.util.Collection;

/** Percentiles of measured times, by the nearest rank. */
final class Percentiles {
  private static final double NANOS_A_MILLI = 1e6;

  private final long[] sorted;

  Percentiles(Collection<Long> nanos) {
    this.sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  int count() {
    return sorted.length;
  }

  /** Milliseconds below which {@code percent} of the times lie; 0 without any time. */
  double millis(int percent) {
    if (sorted.length == 0) {
      return 0;
    }
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return sorted[Math.max(0, rank - 1)] / NANOS_A_MILLI;
  }
}
