/** A target for the part of the premium that goes to care (settlement.md 5 c). */
@NullMarked
package io.corridor.settlement.medicalloss;

import org.jspecify.annotations.NullMarked;
