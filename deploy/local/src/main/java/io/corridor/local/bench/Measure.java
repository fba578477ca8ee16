package io.corridor.local.bench;

import java.util.Optional;

/**
 * One figure of a run.
 *
 * @param group what it belongs to, for example {@code service throughput}
 * @param name what was measured
 * @param value the figure
 * @param unit its unit
 * @param reference the figure of the reference in the same run
 * @param ratio how the two compare, larger or smaller is better as the aim says
 * @param aim what is aimed at, in words; empty where the figure is only reported
 * @param met whether the aim was met; empty where there is none
 */
record Measure(
    String group,
    String name,
    double value,
    String unit,
    Optional<Double> reference,
    Optional<Double> ratio,
    String aim,
    Optional<Boolean> met) {

  /** A figure that is only reported. */
  static Measure of(String group, String name, double value, String unit) {
    return new Measure(
        group, name, value, unit, Optional.empty(), Optional.empty(), "", Optional.empty());
  }

  /** The same beside its reference; the ratio is the figure over the reference. */
  Measure against(double figure) {
    return new Measure(
        group,
        name,
        value,
        unit,
        Optional.of(figure),
        figure == 0 ? Optional.empty() : Optional.of(value / figure),
        aim,
        met);
  }

  /** The same with its aim. */
  Measure aim(String words, boolean reached) {
    return new Measure(group, name, value, unit, reference, ratio, words, Optional.of(reached));
  }
}
