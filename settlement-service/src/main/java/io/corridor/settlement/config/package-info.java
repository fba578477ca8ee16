/** Spring configuration. */
@NullMarked
package io.corridor.settlement.config;

import org.jspecify.annotations.NullMarked;
