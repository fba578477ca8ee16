/** Spring configuration only. */
@NullMarked
package io.corridor.intake.config;

import org.jspecify.annotations.NullMarked;
