/** Episodes of care against a target price, reconciled afterwards (settlement.md 5 f). */
@NullMarked
package io.corridor.settlement.bundle;

import org.jspecify.annotations.NullMarked;
