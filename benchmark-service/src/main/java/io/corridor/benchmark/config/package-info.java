/** Spring configuration of the benchmark service. */
@NullMarked
package io.corridor.benchmark.config;

import org.jspecify.annotations.NullMarked;
