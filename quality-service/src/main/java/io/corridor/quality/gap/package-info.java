/** A member's state in a measure and period (domain.md 3.2). Plain Java. */
@NullMarked
package io.corridor.quality.gap;

import org.jspecify.annotations.NullMarked;
