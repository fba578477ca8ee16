/** The benchmark service: running cost against budget. */
@NullMarked
package io.corridor.benchmark;

import org.jspecify.annotations.NullMarked;
