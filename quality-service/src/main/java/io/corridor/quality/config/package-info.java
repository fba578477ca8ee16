/** Spring configuration only. */
@NullMarked
package io.corridor.quality.config;

import org.jspecify.annotations.NullMarked;
