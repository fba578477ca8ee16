/** Running cost against budget, from the sums of member months. */
@NullMarked
package io.corridor.benchmark.budget;

import org.jspecify.annotations.NullMarked;
