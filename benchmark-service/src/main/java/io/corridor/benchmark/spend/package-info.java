/** What claims cost, by service category and month. */
@NullMarked
package io.corridor.benchmark.spend;

import org.jspecify.annotations.NullMarked;
