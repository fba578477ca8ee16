/**
 * What small changes would be worth under a contract: the engine run again on facts that differ by
 * one gap, one admission, one emergency visit or one percent of cost.
 */
@NullMarked
package io.corridor.settlement.marginal;

import org.jspecify.annotations.NullMarked;
