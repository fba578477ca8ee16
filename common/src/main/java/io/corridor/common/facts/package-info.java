/** Reversible facts: rows of counts and sums, the state of every subject. */
@NullMarked
package io.corridor.common.facts;

import org.jspecify.annotations.NullMarked;
