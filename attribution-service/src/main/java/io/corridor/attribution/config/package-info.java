/** Spring configuration only. */
@NullMarked
package io.corridor.attribution.config;

import org.jspecify.annotations.NullMarked;
