/** Evaluation of programs over what a run has exported: {@code corridor evaluate}. */
@NullMarked
package io.corridor.local.evaluate;

import org.jspecify.annotations.NullMarked;
