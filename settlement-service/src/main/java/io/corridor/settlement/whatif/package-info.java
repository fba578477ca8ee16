/**
 * What-if: the same engine on terms and facts as they are and as changed, side by side, year by
 * year.
 */
@NullMarked
package io.corridor.settlement.whatif;

import org.jspecify.annotations.NullMarked;
