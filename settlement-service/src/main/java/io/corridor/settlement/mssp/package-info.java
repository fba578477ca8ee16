/**
 * Settlement of the Medicare Shared Savings Program: the facts of one ACO and performance year and
 * dated parameters in, a statement with every step out (42 CFR part 425 subpart G, settlement.md
 * 1). {@code MsspRules} reads in the order of operations.
 */
@NullMarked
package io.corridor.settlement.mssp;

import org.jspecify.annotations.NullMarked;
