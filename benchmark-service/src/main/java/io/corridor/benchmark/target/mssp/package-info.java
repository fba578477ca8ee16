/**
 * The benchmark of the Medicare Shared Savings Program (42 CFR part 425, settlement.md 2): what the
 * assigned beneficiaries of an ACO may cost in a performance year. {@link
 * io.corridor.benchmark.target.mssp.BenchmarkRules} has the order of operations. Which rule holds
 * is a dated row by agreement start; a new formula is a new class beside the old.
 */
@NullMarked
package io.corridor.benchmark.target.mssp;

import org.jspecify.annotations.NullMarked;
