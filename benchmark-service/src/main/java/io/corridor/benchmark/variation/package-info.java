/** Procedures of a member: by whom, where, and what they cost. */
@NullMarked
package io.corridor.benchmark.variation;

import org.jspecify.annotations.NullMarked;
