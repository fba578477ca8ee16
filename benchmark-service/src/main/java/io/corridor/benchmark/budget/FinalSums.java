package io.corridor.benchmark.budget;

import io.corridor.common.streams.Totals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The sums of a contract as a final settlement counts them: those of the running year, and what
 * prorating the limit of members with less than twelve months takes off them.
 */
record FinalSums(Totals.Sums running) implements Totals.Sums {

  @Override
  public long[] sum(String totalKey) {
    long[] sum = running.sum(totalKey);
    long[] difference = running.sum(BudgetKey.parse(totalKey).prorated().text());
    long[] both = java.util.Arrays.copyOf(sum, Math.max(sum.length, difference.length));
    for (int i = 0; i < difference.length; i++) {
      both[i] = Math.addExact(both[i], difference[i]);
    }
    return both;
  }

  @Override
  public List<String> keys(String prefix) {
    return running.keys(prefix);
  }

  @Override
  public Instant knownAt() {
    return running.knownAt();
  }

  @Override
  public Optional<LocalDate> completeTo() {
    return running.completeTo();
  }
}
