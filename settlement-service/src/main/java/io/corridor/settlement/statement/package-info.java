/**
 * The closing of a period: what people ask, how far it is, and the statement that is made of frozen
 * inputs and never changes.
 */
@NullMarked
package io.corridor.settlement.statement;

import org.jspecify.annotations.NullMarked;
