/**
 * The one settlement function: agreed terms of any shape and the facts of a period in, a payment
 * with its steps and limits, or a coded refusal, out. Estimates, statements and what-if call it
 * with other facts, never with other rules.
 */
@NullMarked
package io.corridor.settlement.engine;

import org.jspecify.annotations.NullMarked;
