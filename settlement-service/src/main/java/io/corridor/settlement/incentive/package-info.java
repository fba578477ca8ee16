/** Payments beside a contract's main shape: fees, rewards, infrastructure and advances. */
@NullMarked
package io.corridor.settlement.incentive;

import org.jspecify.annotations.NullMarked;
