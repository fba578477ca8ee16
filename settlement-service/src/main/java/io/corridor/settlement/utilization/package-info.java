/**
 * Pay for using less than expected, for practices too small for a budget, alone or in a pool, a
 * virtual panel (settlement.md 5 d).
 */
@NullMarked
package io.corridor.settlement.utilization;

import org.jspecify.annotations.NullMarked;
