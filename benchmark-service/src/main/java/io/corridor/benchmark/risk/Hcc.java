package io.corridor.benchmark.risk;

/**
 * A hierarchical condition category: a group of diagnoses that cost about the same to care for. The
 * number means something only together with the {@link RiskModel}.
 *
 * @param number number of the category, from 1
 */
public record Hcc(int number) implements Comparable<Hcc> {

  /** Rejects a number that no model has. */
  public Hcc {
    if (number < 1) {
      throw new IllegalArgumentException("a condition category has a number from 1");
    }
  }

  /** Name of its variable in the regression. */
  String variable() {
    return "HCC" + number;
  }

  @Override
  public int compareTo(Hcc other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return variable();
  }
}
