/**
 * What a population may cost: the target of a performance year by the method that the contract
 * names (domain.md 2.9). A target is built from left to right: a {@link
 * io.corridor.benchmark.target.Baseline}, its adjustments, the update to the performance year, the
 * change of risk, the volume. {@link io.corridor.benchmark.target.TargetRules} has the order; every
 * figure on the way is a step with its rule, formula and inputs.
 */
@NullMarked
package io.corridor.benchmark.target;

import org.jspecify.annotations.NullMarked;
