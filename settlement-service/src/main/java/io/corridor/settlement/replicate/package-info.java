/**
 * The published results of the Medicare Shared Savings Program, read as they are printed, settled
 * again and compared.
 */
@NullMarked
package io.corridor.settlement.replicate;

import org.jspecify.annotations.NullMarked;
