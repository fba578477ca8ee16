/** Member months and what an attributed member cost in each. */
@NullMarked
package io.corridor.benchmark.membership;

import org.jspecify.annotations.NullMarked;
